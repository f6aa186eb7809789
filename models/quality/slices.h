// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/duration.h"
#include "models/quality/states.h"

#include <QTimeZone>

#include <vector>

namespace portolan::quality {

//! Quotient rounded down, also of what is before 1970. \a divisor is positive.
constexpr qint64 floorDivided(qint64 dividend, qint64 divisor)
{
    return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

//! The slices of time: numbered, one after the other without a gap.
class SliceGrid
{
public:
    SliceGrid() = default;
    //! BadInput when \a length neither divides a day nor is one.
    [[nodiscard]] static Result<SliceGrid> of(const domain::Duration &length,
                                              const QTimeZone &zone);

    //! Nominal: 24 h for one of a local day.
    qint64 lengthMs() const { return m_length; }

    Moment startOf(qint64 slice) const;
    //! The slice that contains \a moment.
    qint64 at(Moment moment) const;
    //! The first slice that starts at \a moment or later.
    qint64 firstFrom(Moment moment) const;

private:
    qint64 m_length = 3600000;
    QTimeZone m_zone;
    bool m_isLocal = false; //!< days of a zone whose clocks are not those of UTC
};

//! How many of some slices are in which state.
struct StateCounts
{
    qint64 good = 0;
    qint64 bad = 0;
    qint64 unknown = 0;

    qint64 known() const { return good + bad; }

    qint64 all() const { return good + bad + unknown; }

    bool operator==(const StateCounts &) const = default;
};

//! The states of a run of slices, with running sums, so that any stretch of it is counted at once.
class SliceRun
{
public:
    SliceRun() = default;
    //! The slices from \a first up to, not including, \a last, in one sweep over \a timeline.
    SliceRun(const SliceGrid &grid, const Timeline &timeline, double sliceTarget, qint64 first,
             qint64 last);

    //! From \a first up to, not including, \a last, as far as the run goes.
    StateCounts counts(qint64 first, qint64 last) const;
    State state(qint64 slice) const;

private:
    qint64 m_first = 0;
    std::vector<qint32> m_good; //!< before the slice, one more than slices
    std::vector<qint32> m_bad;
};

} // namespace portolan::quality
