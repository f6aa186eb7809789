// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/backoff.h"

#include <algorithm>

namespace portolan::sync {

qint64 backOffMs(int attempts, double random)
{
    constexpr int doublings = 12; // beyond the cap
    const auto bound = std::min(backOffCapMs, backOffBaseMs << std::clamp(attempts, 0, doublings));
    return qint64(double(bound) * std::clamp(random, 0.0, 1.0));
}

bool hasPassed(const QDateTime &deadline, const QDateTime &now)
{
    constexpr auto furthest = std::max(backOffCapMs, retryAfterCapMs);
    return !deadline.isValid() || deadline <= now || now.msecsTo(deadline) > furthest;
}

} // namespace portolan::sync
