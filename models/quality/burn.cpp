// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/burn.h"

namespace portolan::quality {

namespace {

//! Both sides are quotients: without a tolerance an alert at exactly the threshold would depend on
//! how they are rounded.
bool reaches(const std::optional<double> &rate, double threshold)
{
    return rate && *rate >= threshold - 1e-9;
}

} // namespace

std::optional<double> burnRateOf(const StateCounts &counts, const Plan &plan)
{
    if (counts.known() == 0 || plan.isStrict())
        return {};
    return double(counts.bad) / double(counts.known()) / plan.allowance();
}

std::optional<double> longRateAt(const Plan &plan, const Ledger &ledger, const BurnWindow &window,
                                 Moment at)
{
    return burnRateOf(ledger.newest(at, window.slices, window.seconds), plan);
}

QList<BurnRate> burnRatesAt(const Plan &plan, const Ledger &ledger, Moment at, qint64 windowMs)
{
    QList<BurnRate> rates;
    for (const auto &window : plan.burnWindows) {
        BurnRate rate;
        rate.window = window.name;
        rate.seconds = window.seconds;
        rate.rate = longRateAt(plan, ledger, window, at);
        rate.shortRate =
            burnRateOf(ledger.newest(at, window.shortSlices, window.seconds / 12), plan);
        rate.alertAt = window.share * double(windowMs) / (1000 * double(window.seconds));
        rate.isPage = window.isPage;
        rate.alerts = reaches(rate.rate, rate.alertAt) && reaches(rate.shortRate, rate.alertAt);
        rates.append(rate);
    }
    return rates;
}

} // namespace portolan::quality
