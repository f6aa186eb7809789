// SPDX-License-Identifier: GPL-3.0-or-later
//
// The arithmetic of service level objectives.
//
// Sources: the budgeting methods and time windows of OpenSLO v1; the multi-window, multi-burn-rate
// method of the SRE workbook; slaProperties of ODCS v3.1. Two people who compute a budget from the
// same samples must get the same figure, so every choice is written down here. The steps, one file
// each:
//
//   plan        what the SLO asks for, or which of its members has no meaning
//   states      evidence becomes a state for every instant: good, bad, unknown
//   slices      instants become slices: unknown when less than half is known, else good when
//               good time / known time reaches the slice target, else bad
//   ledger      running sums over slices, or over counted rows
//   figures     the window's counts become figures (here)
//   burn, exhaustion, history, whatif: what is made of the same sums
//
// Formulas, with G, B, U the good, bad and unknown slices of the window, N all of its slices (of a
// calendar window also those to come) and s the target:
//
//   SLI                  G / (G + B)
//   bounds of the SLI    G / (G + B + U)  and  (G + U) / (G + B + U)
//   budget               (1 - s) N
//   remaining            1 - B / ((1 - s) N), negative once overspent
//   remaining at worst   1 - (B + U) / ((1 - s) N)
//   burn rate over w     (Bw / (Gw + Bw)) / (1 - s), over the complete slices of the last w
//   alert                burn rates over w and w / 12 both reach f D / w, with f = 2, 5, 10 %
//   exhaustion           the end of the first slice to come at which spent >= budget - 1e-9, if
//                        every slice to come is bad by the share r = Bw / (Gw + Bw) of the longest
//                        burn window, and a rolling window loses its oldest slice with each; low
//                        and high with the limits of the 90 % Wilson interval of r
//
// When (1 - s) N is 0, remaining is 1 while nothing is bad, else 0; there are no burn rates then.
// Of occurrences G and B are rows, N = G + B and U = 0.
//
// What was left out: RatioTimeslices and composite objectives of OpenSLO; an error budget in money
// or in time; forecasts that know of weekdays; burn rates of single checks.
//
// Choices where the definitions leave one:
//
//  1. All evidence counts that is given, also what was found after the instant asked for: a run
//     that came late changes the past, and a later look may tell that updates were missed.
//  2. A look is an observation: a series is observed until observedUntil or its newest look,
//     whichever is later. A look that found no rows is a look and brings no update. Of looks at one
//     instant the newest update counts.
//  3. Between two looks with different update times every age over the threshold is unknown, also
//     after the newer of both updates.
//  4. Runs of one check at one instant count as one run, for the gaps too; any bad makes it bad,
//     else any untold makes it unknown, as of several checks. The median of an even number of gaps
//     is the mean of the middle two. A check that the SLO names and that never ran is unknown.
//  5. A count is told apart by (check, instant, good, total); good is at most total.
//  6. A slice of 24h or 1440m is one of a local day, as 1d is. Midnight is the first instant at
//     which the clocks show 0:00 or later; the same holds for the start of a calendar period.
//  7. A rolling window must be a whole number of slices. Of burn windows as many slices count as
//     fit (at least one): 14 h of slices of 4 h are three. The same holds for the short windows.
//     Occurrences have the windows of 1 h, 6 h and 3 d.
//  8. A calendar window without a start begins with the year, month or day, its weeks on Mondays.
//     Periods repeat before their start too. Months and years are counted from the start, so that
//     a period from the 31st comes back to it. The D of its alerts is N slices (of occurrences the
//     length of the period).
//  9. A budget that is spent already is spent now, also when the longest burn window knows nothing.
//     The slice under way is the first to come. There is no interval without a forecast.
// 10. States are tried in the order Missed, Burning, Unknown, Met.
// 11. Comparisons of quotients allow for rounding: 1e-12 for targets, 1e-9 for alerts.
// 12. Counts are budgeted by occurrences and nothing else is; other pairs are refused.
// 13. Instants outside of the years 1 to 9999 are mistakes of a source, and absent.

#include "models/quality/figures.h"

#include "models/quality/burn.h"
#include "models/quality/exhaustion.h"
#include "models/quality/figuresparts.h"

#include <algorithm>

namespace portolan::quality {

namespace {

double remainingOf(double budget, double spent)
{
    if (budget > 0)
        return 1 - spent / budget;
    return spent > 0 ? 0 : 1;
}

domain::SloState stateOf(const Figures &figures, const StateCounts &counts)
{
    using enum domain::SloState;
    if (figures.met == false)
        return Missed;
    const bool alerts = std::any_of(figures.burnRates.begin(), figures.burnRates.end(),
                                    [](const BurnRate &rate) { return rate.alerts; });
    if (figures.met && alerts)
        return Burning;
    return !figures.met || 2 * counts.unknown > counts.all() ? Unknown : Met;
}

} // namespace

std::optional<double> sliOf(const StateCounts &counts)
{
    if (counts.known() == 0)
        return {};
    return double(counts.good) / double(counts.known());
}

Budget budgetOf(const Plan &plan, const Window &window, const StateCounts &counts)
{
    const auto all = plan.isOccurrences ? counts.known() : window.slices();
    Budget budget;
    budget.total = plan.isStrict() ? 0 : plan.allowance() * double(all);
    budget.spent = double(counts.bad);
    budget.remaining = remainingOf(budget.total, budget.spent);
    budget.remainingAtWorst = remainingOf(budget.total, double(counts.bad + counts.unknown));
    return budget;
}

std::optional<bool> metOf(const Plan &plan, const std::optional<double> &sli)
{
    if (!sli)
        return {};
    return *sli >= plan.target - 1e-12;
}

Result<Figures> figuresOf(const domain::Slo &slo, const Evidence &evidence, Moment at)
{
    const auto plan = Plan::of(slo);
    if (!plan)
        return tl::make_unexpected(plan.error());
    const auto ledger = Ledger::of(*plan, evidence, at, at);
    if (!ledger)
        return tl::make_unexpected(ledger.error());
    const auto window = plan->windowAt(at);
    const auto counts = ledger->inWindow(window, at);

    Figures figures;
    figures.at = at;
    figures.windowStart = window.time.start;
    figures.windowEnd = window.time.end;
    figures.sliceSeconds = plan->isOccurrences ? 0 : plan->grid.lengthMs() / 1000;
    figures.slices = {plan->isOccurrences ? counts.known() : window.slices(), counts.good,
                      counts.bad, counts.unknown};
    figures.sli = sliOf(counts);
    if (figures.sli) {
        const double all = double(counts.all());
        figures.sliBounds = {double(counts.good) / all, double(counts.good + counts.unknown) / all};
    }
    figures.budget = budgetOf(*plan, window, counts);
    figures.met = metOf(*plan, figures.sli);
    figures.burnRates = burnRatesAt(*plan, *ledger, at, window.lengthMs);
    const auto forecast = forecastAt(*plan, *ledger, window, at);
    figures.exhaustion = forecast.exhaustion;
    figures.noForecast = forecast.reason;
    figures.state = stateOf(figures, counts);
    return figures;
}

} // namespace portolan::quality
