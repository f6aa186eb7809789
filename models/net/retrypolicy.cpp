// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/retrypolicy.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace portolan::net {

namespace {

constexpr qint64 baseMs = 1000;
constexpr int mostDoublings = 16; // far beyond both caps, and far from an overflow

} // namespace

Random systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

RetryPolicy::RetryPolicy(Random random)
    : m_random(std::move(random))
{
}

qint64 RetryPolicy::delayMs(int failures, Urgency urgency, std::optional<qint64> retryAfterMs) const
{
    const auto doubled = baseMs << std::clamp(failures, 0, mostDoublings);
    const auto most = std::min(longestWaitMs(urgency), doubled);
    const auto jittered = static_cast<qint64>(m_random() * static_cast<double>(most));
    return std::max(jittered, retryAfterMs.value_or(0));
}

qint64 RetryPolicy::longestWaitMs(Urgency urgency)
{
    constexpr qint64 minute = 60'000;
    return urgency == Urgency::Interactive ? 5 * minute : 60 * minute;
}

qint64 RetryPolicy::patienceMs(Urgency urgency)
{
    constexpr qint64 minute = 60'000;
    return urgency == Urgency::Interactive ? minute : 2 * minute;
}

int RetryPolicy::mostAttempts(Urgency urgency)
{
    // Half a minute in the background at most: a pull comes back by itself later, and who ran
    // `sync` waits for its end.
    return urgency == Urgency::Interactive ? 4 : 5;
}

bool isWorthRepeating(const Result<HttpResponse> &result)
{
    if (!result)
        return result.error().isRetryable();
    switch (result->status) {
    case 408:
    case 425:
    case 429:
        return true;
    case 501:
    case 505:
    case 511:
        return false;
    default:
        return result->status >= 500;
    }
}

} // namespace portolan::net
