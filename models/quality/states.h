// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quality/evidence.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace portolan::quality {

//! How an instant, or a slice, is.
enum class State : quint8 { Unknown, Good, Bad };

//! From when on an instant is how.
struct Step
{
    Moment at = never;
    State state = State::Unknown;

    bool operator==(const Step &) const = default;
};

//! A state for every instant, as steps: each holds until the next one, unknown before the first.
class Timeline
{
public:
    //! From \a at, which is not before the last step, it is \a state.
    void hold(Moment at, State state);

    const std::vector<Step> &steps() const { return m_steps; }

    State at(Moment moment) const;

    void reserve(size_t steps) { m_steps.reserve(steps); }

    bool operator==(const Timeline &) const = default;

private:
    std::vector<Step> m_steps;
};

//! What a run tells: pass and warn are good, fail is bad, and the others did not tell.
State stateOf(domain::RunStatus status);

//! How the check is at every instant: a run's verdict holds until the next one, at most until it is
//! stale.
Timeline timelineOf(const CheckSeries &series);

//! Whether the data are fresh at every instant, as far as this series tells.
Timeline timelineOf(const FreshnessSeries &series, qint64 thresholdMs);

//! Several checks: any bad makes it bad, else any unknown makes it unknown. Those of \a named that
//! have no series are checks without a run.
Timeline allOf(const QList<CheckSeries> &checks, const QStringList &named);

//! Several series of one asset: any good makes it good, else any bad makes it bad.
Timeline anyOf(const QList<FreshnessSeries> &series, qint64 thresholdMs);

} // namespace portolan::quality
