// SPDX-License-Identifier: GPL-3.0-or-later
// What of a contract is judged over time (slo.md, section 4).
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/formats/odcs/contract.h"

#include <QList>

namespace portolan::formats::odcs {

//! The service levels of a contract.
struct Slos
{
    QList<domain::Slo> slos; //!< freshness by table, then availability, then quality by dimension
    QList<domain::Finding> findings; //!< terms that should be among them and cannot be read
};

//! The service levels that \a contract declares, of which \a checks are the checks (checksOf):
//! - "<id>#sla/latency/<table>": latency, of several terms for one table the strictest; and
//!   "<id>#sla/frequency/<table>" for a table that no latency covers;
//! - "<id>#sla/availability", with "/<table>" where the term names an element: its percentage over
//!   the checks of volume or completeness;
//! - "<id>#sla/quality/<dimension>": 95 % over the checks of one dimension.
//! All other terms stay terms. Any thread.
Slos slosOf(const Contract &contract, const QList<domain::Record> &checks);

} // namespace portolan::formats::odcs
