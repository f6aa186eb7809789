// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pullschedule.h"

#include "models/sync/backoff.h"

#include <algorithm>
#include <limits>

namespace portolan::sync {
namespace {

// The first failures of an account count as much as several attempts of one request: what cannot
// be reached is asked after half a minute at the earliest.
constexpr int failuresAhead = 5;
constexpr qint64 shortestPauseMs = 30 * 1000;

} // namespace

void PullSchedule::note(const QUuid &account, bool wentWell, qint64 nowMs, double random)
{
    auto &failures = m_failures[account];
    failures = wentWell ? 0 : failures + 1;
    const auto pause =
        std::min(backOffCapMs, shortestPauseMs + backOffMs(failures + failuresAhead, random));
    m_last.insert(account, {nowMs, wentWell ? 0 : pause});
}

qint64 PullSchedule::dueAt(const Every &account) const
{
    const auto last = m_last.constFind(account.first);
    if (last == m_last.constEnd())
        return std::numeric_limits<qint64>::min();
    return last->atMs + std::max(account.second, last->pauseMs);
}

QList<QUuid> PullSchedule::due(const QList<Every> &accounts, qint64 nowMs) const
{
    QList<QUuid> list;
    for (const auto &account : accounts) {
        if (dueAt(account) <= nowMs)
            list.append(account.first);
    }
    return list;
}

QList<QUuid> PullSchedule::failed() const
{
    QList<QUuid> list;
    for (auto it = m_failures.cbegin(); it != m_failures.cend(); ++it) {
        if (it.value() > 0)
            list.append(it.key());
    }
    return list;
}

std::optional<qint64> PullSchedule::wait(const QList<Every> &accounts, qint64 nowMs) const
{
    std::optional<qint64> shortest;
    for (const auto &account : accounts) {
        const auto at = dueAt(account);
        const auto wait = at <= nowMs ? qint64(0) : at - nowMs;
        shortest = std::min(shortest.value_or(wait), wait);
    }
    return shortest;
}

} // namespace portolan::sync
