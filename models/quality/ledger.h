// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/quality/plan.h"

#include <vector>

namespace portolan::quality {

//! Counted rows in order, with running sums.
class CountRun
{
public:
    CountRun() = default;
    explicit CountRun(const QList<CountSample> &samples);

    StateCounts counts(Moment from, Moment to) const;

private:
    std::vector<Moment> m_at;
    std::vector<qint64> m_good; //!< before the sample, one more than samples
    std::vector<qint64> m_bad;
};

//! What the evidence says about a stretch of time, swept once: every figure is a difference of
//! running sums.
class Ledger
{
public:
    //! For figures at any instant from \a from to \a to. TooLarge when that are too many slices.
    [[nodiscard]] static Result<Ledger> of(const Plan &plan, const Evidence &evidence, Moment from,
                                           Moment to);

    //! The complete slices of \a window, or its rows up to \a at.
    StateCounts inWindow(const Window &window, Moment at) const;
    //! The newest complete slices at \a at, or the rows of the last \a seconds before it.
    StateCounts newest(Moment at, qint64 slices, qint64 seconds) const;

    const SliceRun &slices() const { return m_slices; }

private:
    SliceGrid m_grid;
    bool m_isOccurrences = false;
    SliceRun m_slices;
    CountRun m_counts;
};

} // namespace portolan::quality
