// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quality/figures.h"
#include "models/quality/ledger.h"

#include <optional>
#include <utility>

namespace portolan::quality {

//! A forecast, or why there is none.
struct Forecast
{
    std::optional<Exhaustion> exhaustion;
    NoForecast reason = NoForecast::None;
};

//! Limits of the two-sided 90 % Wilson interval of \a bad out of \a all, which is not 0.
std::pair<double, double> wilson(qint64 bad, qint64 all);

//! When the budget of \a window will be spent, seen from \a at.
Forecast forecastAt(const Plan &plan, const Ledger &ledger, const Window &window, Moment at);

} // namespace portolan::quality
