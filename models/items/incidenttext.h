// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents in the words of the person who reads them.
#pragma once

#include "models/items/qualityvalues.h"
#include "models/quality/incidents.h"

#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::items {

//! "INC-3fa2b1".
QString incidentLabel(const QUuid &id);

//! What broke: "orders: not_null_id fails", "orders: 3 freshness checks fail".
QString incidentTitle(const QString &asset, const QStringList &checks,
                      const QStringList &dimensions);

//! "New", "In progress", …
QString incidentStateText(IncidentState state);
//! The word of filters and documents: "new", "acknowledged", "in progress", "resolved", "reopened".
QString incidentStateWord(IncidentState state);

//! "Severe", "Major", "Minor"; a word that nobody mapped as it is.
QString incidentSeverityText(const QString &severity);

//! How long something lasts, in at most two units: "4 h 22 min", "3 days", "5 weeks".
QString durationText(qint64 ms);

//! "Detected in 4 min, answered in 1 h, resolved in 9 h on average"; empty when nothing is known.
QString meanTimesText(const quality::ResponseTimes &times);

//! What a person did: "Acknowledged", "Assigned to Tomasz Wilk", "Snoozed until …".
QString triageText(const store::TriageAction &action);

//! "tomorrow, 08:00", "Monday, 08:00" or the date.
QString untilText(const QDateTime &until, const QDateTime &now);

//! All of it, one fact a line, for the clipboard.
QString incidentText(const Incident &incident);

} // namespace portolan::items
