// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace portolan::items {

//! Whether an incident is put aside until later.
bool isSnoozed(const Incident &incident, const QDateTime &now);

//! The keys of incidentMatches(): state, severity, domain, owner, assignee, asset, check.
QStringList incidentFilterKeys();

//! Whether \a incident is what \a filter (the filter language) asks for: equal keys mean "one of",
//! different keys "and", words stand anywhere in its texts. "state:open" is everything but
//! resolved, "assignee:none" nobody's.
bool incidentMatches(const Incident &incident, const QString &filter, const QDateTime &now);

} // namespace portolan::items
