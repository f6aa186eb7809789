// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/exhaustion.h"

#include <algorithm>
#include <cmath>

namespace portolan::quality {

namespace {

//! The walk into the future, for one pace.
class Walk
{
public:
    Walk(const Plan &plan, const Ledger &ledger, const Window &window)
        : m_plan(plan)
        , m_ledger(ledger)
        , m_window(window)
        , m_budget(plan.isStrict() ? 0 : plan.allowance() * double(window.slices()))
    {
    }

    bool isSpent(double spent) const { return m_budget > 0 ? spent >= m_budget - 1e-9 : spent > 0; }

    //! End of the first slice to come at which the budget is spent when each is bad by \a share.
    std::optional<Moment> end(double share) const
    {
        const auto &slices = m_ledger.slices();
        const bool rolls = !m_plan.calendar;
        // The first slice to come is the one that is under way.
        const auto steps = rolls ? m_window.slices() : m_window.last - m_window.complete;
        for (qint64 step = 1; step <= steps; ++step) {
            // Not added up slice by slice: a thousand sums of a share drift.
            const auto oldest = rolls ? m_window.first + step : m_window.first;
            const auto kept = slices.counts(oldest, m_window.complete);
            if (isSpent(double(kept.bad) + double(step) * share))
                return m_plan.grid.startOf(m_window.complete + step);
        }
        return {};
    }

private:
    const Plan &m_plan;
    const Ledger &m_ledger;
    const Window &m_window;
    double m_budget;
};

} // namespace

std::pair<double, double> wilson(qint64 bad, qint64 all)
{
    constexpr double z = 1.6448536; // two-sided 90 %
    const double n = double(all);
    const double share = double(bad) / n;
    const double middle = share + z * z / (2 * n);
    const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    // At the ends the interval touches 0 and 1 exactly, which the roots only nearly do.
    return {bad == 0 ? 0 : std::max(0.0, (middle - half) / scale),
            bad == all ? 1 : std::min(1.0, (middle + half) / scale)};
}

Forecast forecastAt(const Plan &plan, const Ledger &ledger, const Window &window, Moment at)
{
    if (plan.isOccurrences)
        return {{}, NoForecast::Occurrences};
    const Walk walk(plan, ledger, window);
    if (walk.isSpent(double(ledger.inWindow(window, at).bad)))
        return {Exhaustion{at, at, at}, NoForecast::None};
    const auto &burn = plan.burnWindows.back();
    const auto recent = ledger.newest(at, burn.slices, burn.seconds);
    if (recent.known() == 0)
        return {{}, NoForecast::NothingKnown};
    const auto expected = walk.end(double(recent.bad) / double(recent.known()));
    if (!expected)
        return {{}, NoForecast::NotInSight};
    const auto [least, most] = wilson(recent.bad, recent.known());
    return {Exhaustion{*expected, walk.end(most), walk.end(least)}, NoForecast::None};
}

} // namespace portolan::quality
