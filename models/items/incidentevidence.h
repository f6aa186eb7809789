// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"
#include "models/quality/incidents.h"

#include <QHash>
#include <QList>
#include <QUuid>

#include <functional>

namespace portolan::items {

//! What incidents are made of.
struct IncidentEvidence
{
    QList<store::Flip> flips;
    QList<store::CheckRow> checks; //!< of what the flips name; the newest bad runs count, too
    QList<store::TriageAction> actions;
    QHash<QUuid, int> dependents; //!< assets and products below an asset
    //! The asset where the failure of an asset began; null or itself: here.
    std::function<QUuid(const QUuid &asset)> rootOf;
};

//! Open incidents and those resolved in \a period, worst first: by severity, then the oldest. What
//! people do about them does not move them. Any thread.
QList<Incident> incidentsOf(const IncidentEvidence &evidence, const Period &period);

//! How long it took, of one incident.
quality::ResponseTimes timesOf(const Incident &incident);
//! The means of those that were opened in \a period.
quality::ResponseTimes meanTimesOf(const QList<Incident> &incidents, const Period &period);

} // namespace portolan::items
