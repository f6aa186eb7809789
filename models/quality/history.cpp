// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/history.h"

#include "models/quality/burn.h"
#include "models/quality/figuresparts.h"

#include <algorithm>

namespace portolan::quality {

namespace {

std::vector<Moment> instantsOf(const Plan &plan, Moment from, Moment to, qint64 most)
{
    std::vector<Moment> instants{from};
    if (from == to)
        return instants;
    const auto between = most - 2;
    if (plan.isOccurrences) {
        // Rounded by the whole, so that the steps stay even over a long time.
        for (qint64 i = 1; i <= between; ++i) {
            const auto at = from + (to - from) / (between + 1) * i;
            if (at > instants.back() && at < to)
                instants.push_back(at);
        }
    } else if (between > 0) {
        const auto first = plan.grid.at(from) + 1;
        const auto last = plan.grid.firstFrom(to); // exclusive
        const auto stride = std::max<qint64>(1, (last - first + between - 1) / between);
        for (auto slice = first; slice < last; slice += stride)
            instants.push_back(plan.grid.startOf(slice));
    }
    instants.push_back(to);
    return instants;
}

void addAges(const FreshnessSeries &series, qint64 thresholdMs, QList<Sample> &samples)
{
    const auto add = [&](Moment at, Moment since) {
        samples.append({at, double(at - since) / 1000, at - since <= thresholdMs});
    };
    std::vector<Moment> updates;
    for (const auto &look : series.looks) {
        if (isMoment(look.updated))
            updates.push_back(look.updated);
    }
    std::sort(updates.begin(), updates.end());
    updates.erase(std::unique(updates.begin(), updates.end()), updates.end());
    for (size_t i = 1; i < updates.size() && !series.sampled; ++i)
        add(updates[i], updates[i - 1]);
    for (const auto &look : series.looks) {
        const auto seen = isMoment(look.seen) ? look.seen : look.updated;
        const auto next = std::upper_bound(updates.begin(), updates.end(), seen);
        if (isMoment(seen) && next != updates.begin())
            add(seen, *std::prev(next));
    }
}

} // namespace

Result<History> historyOf(const domain::Slo &slo, const Evidence &evidence, Moment from, Moment to,
                          int mostPoints)
{
    const auto plan = Plan::of(slo);
    if (!plan)
        return tl::make_unexpected(plan.error());
    const auto ledger = Ledger::of(*plan, evidence, from, to);
    if (!ledger)
        return tl::make_unexpected(ledger.error());
    History history;
    Window window;
    for (const auto at : instantsOf(*plan, from, to, mostPoints)) {
        window = plan->windowAt(at, &window);
        const auto counts = ledger->inWindow(window, at);
        HistoryPoint point;
        point.at = at;
        point.sli = sliOf(counts);
        point.remaining = budgetOf(*plan, window, counts).remaining;
        for (size_t i = 0; i < point.burnRates.size(); ++i)
            point.burnRates[i] = longRateAt(*plan, *ledger, plan->burnWindows[i], at);
        history.points.append(point);
    }
    return history;
}

Result<QList<Span>> spansOf(const domain::Slo &slo, const Evidence &evidence, Moment from,
                            Moment to)
{
    const auto plan = Plan::of(slo);
    if (!plan)
        return tl::make_unexpected(plan.error());
    const auto ledger = Ledger::of(*plan, evidence, from, to);
    if (!ledger)
        return tl::make_unexpected(ledger.error());
    QList<Span> spans;
    if (plan->isOccurrences)
        return spans;
    const auto last = plan->grid.at(to);
    for (auto slice = plan->grid.at(from); slice < last; ++slice) {
        const auto state = ledger->slices().state(slice);
        const auto end = plan->grid.startOf(slice + 1);
        if (!spans.isEmpty() && spans.last().state == state)
            spans.last().to = end;
        else
            spans.append({std::max(from, plan->grid.startOf(slice)), end, state});
    }
    return spans;
}

Result<QList<Sample>> samplesOf(const domain::Slo &slo, const Evidence &evidence, Moment from,
                                Moment to, int most)
{
    const auto plan = Plan::of(slo);
    if (!plan)
        return tl::make_unexpected(plan.error());
    QList<Sample> samples;
    if (plan->measure == domain::SloMeasure::Freshness) {
        for (const auto &series : evidence.freshness)
            addAges(series, plan->thresholdMs, samples);
    } else if (plan->measure == domain::SloMeasure::Check) {
        for (const auto &series : evidence.checks) {
            for (const auto &run : series.runs) {
                const auto state = stateOf(run.status);
                if (state != State::Unknown)
                    samples.append(
                        {run.at, state == State::Good ? 1.0 : 0.0, state == State::Good});
            }
        }
    } else {
        for (const auto &count : evidence.counts) {
            if (count.total <= 0)
                continue;
            const double share = double(count.good) / double(count.total);
            samples.append({count.at, share, share >= plan->target});
        }
    }
    samples.removeIf([&](const Sample &sample) { return sample.at < from || sample.at >= to; });
    // The peak before an update is shown before the drop to it.
    std::sort(samples.begin(), samples.end(), [](const Sample &left, const Sample &right) {
        return left.at != right.at ? left.at < right.at : left.value > right.value;
    });
    samples.erase(std::unique(samples.begin(), samples.end()), samples.end());
    if (samples.size() > most)
        samples.remove(0, samples.size() - most);
    return samples;
}

} // namespace portolan::quality
