// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/states.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace portolan::quality {

namespace {

constexpr qint64 hourMs = 3600000;
constexpr qint64 leastStale = hourMs;
constexpr qint64 mostStale = 48 * hourMs;

//! Both timelines walked together.
template <typename Rule>
Timeline combined(const Timeline &left, const Timeline &right, Rule rule)
{
    Timeline result;
    result.reserve(left.steps().size() + right.steps().size());
    auto a = left.steps().begin();
    auto b = right.steps().begin();
    const auto aEnd = left.steps().end();
    const auto bEnd = right.steps().end();
    State ofA = State::Unknown;
    State ofB = State::Unknown;
    while (a != aEnd || b != bEnd) {
        const Moment at = b == bEnd || (a != aEnd && a->at <= b->at) ? a->at : b->at;
        if (a != aEnd && a->at == at)
            ofA = (a++)->state;
        if (b != bEnd && b->at == at)
            ofB = (b++)->state;
        result.hold(at, rule(ofA, ofB));
    }
    return result;
}

//! All of \a lines under \a rule, in pairs of pairs, so that no step is walked more than log n
//! times.
template <typename Rule>
Timeline combined(std::vector<Timeline> lines, Rule rule)
{
    while (lines.size() > 1) {
        for (size_t i = 0; 2 * i < lines.size(); ++i) {
            lines[i] = 2 * i + 1 < lines.size() ? combined(lines[2 * i], lines[2 * i + 1], rule)
                                                : std::move(lines[2 * i]);
        }
        lines.resize((lines.size() + 1) / 2);
    }
    return lines.empty() ? Timeline() : std::move(lines.front());
}

State all(State left, State right)
{
    if (left == State::Bad || right == State::Bad)
        return State::Bad;
    return left == State::Unknown || right == State::Unknown ? State::Unknown : State::Good;
}

State any(State left, State right)
{
    if (left == State::Good || right == State::Good)
        return State::Good;
    return left == State::Bad || right == State::Bad ? State::Bad : State::Unknown;
}

//! The runs in order, one per instant: two at one instant are like two checks.
std::vector<Step> inOrder(const QList<Verdict> &runs)
{
    std::vector<Step> steps;
    steps.reserve(size_t(runs.size()));
    for (const auto &run : runs) {
        if (isMoment(run.at))
            steps.push_back({run.at, stateOf(run.status)});
    }
    const auto earlier = [](const Step &left, const Step &right) { return left.at < right.at; };
    if (!std::is_sorted(steps.begin(), steps.end(), earlier))
        std::sort(steps.begin(), steps.end(), earlier);
    size_t kept = 0;
    for (const auto &step : steps) {
        if (kept > 0 && steps[kept - 1].at == step.at)
            steps[kept - 1].state = all(steps[kept - 1].state, step.state);
        else
            steps[kept++] = step;
    }
    steps.resize(kept);
    return steps;
}

//! Twice the median gap of the ten runs that end with \a last.
qint64 staleAfter(const std::vector<Step> &runs, size_t last)
{
    if (last < 2)
        return 24 * hourMs;
    std::array<qint64, 9> gaps{};
    const auto count = std::min<size_t>(last, gaps.size());
    for (size_t i = 0; i < count; ++i)
        gaps[i] = runs[last - i].at - runs[last - i - 1].at;
    std::sort(gaps.begin(), gaps.begin() + count);
    return std::clamp(gaps[(count - 1) / 2] + gaps[count / 2], leastStale, mostStale);
}

//! Good where an age over the threshold can be believed: a look saw the same update as the one
//! before, so there was none in between.
Timeline believed(std::vector<Look> looks)
{
    std::sort(looks.begin(), looks.end(), [](const Look &left, const Look &right) {
        return std::pair(left.seen, left.updated) < std::pair(right.seen, right.updated);
    });
    Timeline line;
    line.hold(std::numeric_limits<Moment>::min(), State::Good);
    for (size_t i = 0; i < looks.size(); ++i) {
        // Of looks at one instant the newest update counts, which is the last of them.
        auto next = i + 1;
        if (next < looks.size() && looks[next].seen == looks[i].seen)
            continue;
        while (next + 1 < looks.size() && looks[next + 1].seen == looks[next].seen)
            ++next;
        const bool differs = next < looks.size() && looks[next].updated != looks[i].updated;
        line.hold(looks[i].seen, differs ? State::Unknown : State::Good);
    }
    return line;
}

//! Those with a time; one without the time of its look was seen when it happened.
std::vector<Look> sane(const QList<Look> &looks)
{
    std::vector<Look> result;
    result.reserve(size_t(looks.size()));
    for (auto look : looks) {
        if (!isMoment(look.updated))
            look.updated = never;
        if (!isMoment(look.seen))
            look.seen = look.updated;
        if (look.seen != never)
            result.push_back(look);
    }
    return result;
}

} // namespace

void Timeline::hold(Moment at, State state)
{
    if (!m_steps.empty() && m_steps.back().at == at)
        m_steps.pop_back();
    const auto before = m_steps.empty() ? State::Unknown : m_steps.back().state;
    if (before != state)
        m_steps.push_back({at, state});
}

State Timeline::at(Moment moment) const
{
    const auto next = std::upper_bound(m_steps.begin(), m_steps.end(), moment,
                                       [](Moment at, const Step &step) { return at < step.at; });
    return next == m_steps.begin() ? State::Unknown : std::prev(next)->state;
}

State stateOf(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Pass:
    case domain::RunStatus::Warn:
        return State::Good;
    case domain::RunStatus::Fail:
        return State::Bad;
    default:
        return State::Unknown;
    }
}

Timeline timelineOf(const CheckSeries &series)
{
    const auto runs = inOrder(series.runs);
    Timeline line;
    line.reserve(runs.size() + 1);
    for (size_t i = 0; i < runs.size(); ++i) {
        line.hold(runs[i].at, runs[i].state);
        const bool isLast = i + 1 == runs.size();
        const auto gap = isLast ? std::numeric_limits<qint64>::max() : runs[i + 1].at - runs[i].at;
        // The median is only asked for where it can matter.
        if (!series.staleAfterMs && gap <= leastStale)
            continue;
        const auto stale = series.staleAfterMs
            ? std::clamp<qint64>(*series.staleAfterMs, 0, 100'000 * 24 * hourMs)
            : staleAfter(runs, i);
        if (stale < gap)
            line.hold(runs[i].at + stale, State::Unknown);
    }
    return line;
}

Timeline timelineOf(const FreshnessSeries &series, qint64 thresholdMs)
{
    const auto looks = sane(series.looks);
    std::vector<Moment> updates;
    Moment until = isMoment(series.observedUntil) ? series.observedUntil : never;
    for (const auto &look : looks) {
        if (look.updated != never)
            updates.push_back(look.updated);
        until = std::max(until, look.seen);
    }
    std::sort(updates.begin(), updates.end());
    updates.erase(std::unique(updates.begin(), updates.end()), updates.end());

    Timeline ages;
    ages.reserve(2 * updates.size() + 1);
    for (size_t i = 0; i < updates.size() && updates[i] < until; ++i) {
        const auto next = i + 1 < updates.size() ? std::min(updates[i + 1], until) : until;
        ages.hold(updates[i], State::Good);
        if (next - updates[i] > thresholdMs)
            ages.hold(updates[i] + thresholdMs, State::Bad);
    }
    ages.hold(until, State::Unknown);
    if (!series.sampled)
        return ages;
    return combined(ages, believed(looks), [](State age, State belief) {
        return age == State::Bad && belief == State::Unknown ? State::Unknown : age;
    });
}

Timeline allOf(const QList<CheckSeries> &checks, const QStringList &named)
{
    QSet<QString> silent(named.begin(), named.end());
    std::vector<Timeline> lines;
    lines.reserve(size_t(checks.size()));
    for (const auto &series : checks) {
        silent.remove(series.check);
        lines.push_back(timelineOf(series));
    }
    if (!silent.isEmpty())
        lines.emplace_back();
    return combined(std::move(lines), all);
}

Timeline anyOf(const QList<FreshnessSeries> &series, qint64 thresholdMs)
{
    std::vector<Timeline> lines;
    lines.reserve(size_t(series.size()));
    for (const auto &one : series)
        lines.push_back(timelineOf(one, thresholdMs));
    return combined(std::move(lines), any);
}

} // namespace portolan::quality
