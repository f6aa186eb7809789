// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quality/figures.h"
#include "models/quality/ledger.h"

#include <optional>

namespace portolan::quality {

//! Share of bad ÷ share that may be bad; empty when nothing is known or nothing may be bad.
std::optional<double> burnRateOf(const StateCounts &counts, const Plan &plan);

//! The burn rate over \a window at \a at.
std::optional<double> longRateAt(const Plan &plan, const Ledger &ledger, const BurnWindow &window,
                                 Moment at);

//! All three at \a at, with their alerts; \a windowMs is the length of the SLO's window.
QList<BurnRate> burnRatesAt(const Plan &plan, const Ledger &ledger, Moment at, qint64 windowMs);

} // namespace portolan::quality
