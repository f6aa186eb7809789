// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/slices.h"

#include "models/quality/calendar.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::quality {

namespace {

constexpr qint64 dayMs = 86400000;
constexpr qint64 epochDay = 2440588; // Julian, of 1970-01-01

State stateOf(qint64 good, qint64 known, qint64 length, double sliceTarget)
{
    if (known == 0 || 2 * known < length)
        return State::Unknown;
    // A quotient is rounded as a decimal is read: 57 of 60 minutes are exactly 0.95.
    return double(good) / double(known) >= sliceTarget - 1e-12 ? State::Good : State::Bad;
}

} // namespace

Result<SliceGrid> SliceGrid::of(const domain::Duration &length, const QTimeZone &zone)
{
    SliceGrid grid;
    grid.m_length = length.ms();
    grid.m_zone = zone;
    if (grid.m_length <= 0 || grid.m_length > dayMs || dayMs % grid.m_length != 0) {
        return failure(Error::Kind::BadInput, u"slice: it neither divides a day nor is a day"_s);
    }
    grid.m_isLocal = grid.m_length == dayMs && zone != QTimeZone::utc();
    return grid;
}

Moment SliceGrid::startOf(qint64 slice) const
{
    return m_isLocal ? instantOf(m_zone, QDate::fromJulianDay(epochDay + slice), QTime(0, 0))
                     : slice * m_length;
}

qint64 SliceGrid::at(Moment moment) const
{
    if (!m_isLocal)
        return floorDivided(moment, m_length);
    // Where clocks go back over midnight, yesterday's date is shown again after today began.
    auto slice = localTime(m_zone, moment).date().toJulianDay() - epochDay;
    while (startOf(slice) > moment)
        --slice;
    while (startOf(slice + 1) <= moment)
        ++slice;
    return slice;
}

qint64 SliceGrid::firstFrom(Moment moment) const
{
    const auto slice = at(moment);
    return startOf(slice) == moment ? slice : slice + 1;
}

SliceRun::SliceRun(const SliceGrid &grid, const Timeline &timeline, double sliceTarget,
                   qint64 first, qint64 last)
    : m_first(first)
{
    const auto count = size_t(std::max<qint64>(0, last - first));
    m_good.assign(count + 1, 0);
    m_bad.assign(count + 1, 0);
    const auto &steps = timeline.steps();
    Moment now = grid.startOf(first);
    // The step to come; the one before it holds.
    auto next = std::upper_bound(steps.begin(), steps.end(), now,
                                 [](Moment at, const Step &step) { return at < step.at; });
    for (size_t i = 0; i < count; ++i) {
        const Moment start = now;
        const Moment end = grid.startOf(first + qint64(i) + 1);
        qint64 good = 0;
        qint64 known = 0;
        while (now < end) {
            const auto until = next == steps.end() ? end : std::min(end, next->at);
            const auto state = next == steps.begin() ? State::Unknown : std::prev(next)->state;
            good += state == State::Good ? until - now : 0;
            known += state != State::Unknown ? until - now : 0;
            now = until;
            if (next != steps.end() && next->at == now)
                ++next;
        }
        const auto state = stateOf(good, known, end - start, sliceTarget);
        m_good[i + 1] = m_good[i] + (state == State::Good ? 1 : 0);
        m_bad[i + 1] = m_bad[i] + (state == State::Bad ? 1 : 0);
    }
}

StateCounts SliceRun::counts(qint64 first, qint64 last) const
{
    const auto end = m_first + qint64(m_good.size()) - 1;
    first = std::clamp(first, m_first, std::max(m_first, end));
    last = std::clamp(last, first, std::max(first, end));
    if (m_good.empty() || first == last)
        return {};
    const auto from = size_t(first - m_first);
    const auto to = size_t(last - m_first);
    StateCounts counts;
    counts.good = m_good[to] - m_good[from];
    counts.bad = m_bad[to] - m_bad[from];
    counts.unknown = last - first - counts.known();
    return counts;
}

State SliceRun::state(qint64 slice) const
{
    const auto one = counts(slice, slice + 1);
    return one.good ? State::Good : one.bad ? State::Bad : State::Unknown;
}

} // namespace portolan::quality
