// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/ledger.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::quality {

namespace {

constexpr qint64 mostSlices = 4'000'000;

//! \a sum and \a more, at most what there is room for: rows are counted by others.
qint64 added(qint64 sum, qint64 more)
{
    return sum > std::numeric_limits<qint64>::max() - more ? sum : sum + more;
}

} // namespace

CountRun::CountRun(const QList<CountSample> &samples)
{
    QList<CountSample> sorted;
    for (const auto &sample : samples) {
        if (isMoment(sample.at) && sample.total > 0)
            sorted.append(sample);
    }
    std::sort(sorted.begin(), sorted.end(), [](const CountSample &a, const CountSample &b) {
        return std::tie(a.at, a.check, a.good, a.total) < std::tie(b.at, b.check, b.good, b.total);
    });
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    m_good.push_back(0);
    m_bad.push_back(0);
    for (const auto &sample : std::as_const(sorted)) {
        const auto good = std::clamp<qint64>(sample.good, 0, sample.total);
        m_at.push_back(sample.at);
        m_good.push_back(added(m_good.back(), good));
        m_bad.push_back(added(m_bad.back(), sample.total - good));
    }
}

StateCounts CountRun::counts(Moment from, Moment to) const
{
    if (m_at.empty() || from >= to)
        return {};
    const auto first = size_t(std::lower_bound(m_at.begin(), m_at.end(), from) - m_at.begin());
    const auto last = size_t(std::lower_bound(m_at.begin(), m_at.end(), to) - m_at.begin());
    return {m_good[last] - m_good[first], m_bad[last] - m_bad[first], 0};
}

Result<Ledger> Ledger::of(const Plan &plan, const Evidence &evidence, Moment from, Moment to)
{
    if (!isMoment(from) || !isMoment(to) || from > to)
        return failure(Error::Kind::BadInput, u"at: no instant of the years 1 to 9999"_s);
    Ledger ledger;
    ledger.m_grid = plan.grid;
    ledger.m_isOccurrences = plan.isOccurrences;
    if (plan.isOccurrences) {
        ledger.m_counts = CountRun(evidence.counts);
        return ledger;
    }
    qint64 back = 0;
    for (const auto &window : plan.burnWindows)
        back = std::max(back, window.slices);
    const auto last = plan.grid.at(to);
    const auto first = std::min(plan.windowAt(from).first, plan.grid.at(from) - back);
    if (last - first > mostSlices)
        return failure(Error::Kind::TooLarge, u"more than 4,000,000 slices"_s);
    const auto timeline = plan.measure == domain::SloMeasure::Freshness
        ? anyOf(evidence.freshness, plan.thresholdMs)
        : allOf(evidence.checks, plan.checks);
    ledger.m_slices = SliceRun(plan.grid, timeline, plan.sliceTarget, first, last);
    return ledger;
}

StateCounts Ledger::inWindow(const Window &window, Moment at) const
{
    return m_isOccurrences ? m_counts.counts(window.time.start, at)
                           : m_slices.counts(window.first, window.complete);
}

StateCounts Ledger::newest(Moment at, qint64 slices, qint64 seconds) const
{
    if (m_isOccurrences)
        return m_counts.counts(at - 1000 * seconds, at);
    const auto last = m_grid.at(at);
    return m_slices.counts(last - slices, last);
}

} // namespace portolan::quality
