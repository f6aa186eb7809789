// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/errands.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

bool Errand::mayRepeat(const Result<HttpResponse> &result) const
{
    const int allowed = RetryPolicy::mostAttempts(request.urgency);
    const int attempts =
        request.mostAttempts > 0 ? std::min(request.mostAttempts, allowed) : allowed;
    return isWorthRepeating(result) && request.isRepeatable() && !delivered.load()
        && failures + 1 < attempts;
}

bool Errand::postpone(const Result<HttpResponse> &result, const RetryPolicy &policy, qint64 nowMs)
{
    const auto asked = result ? result->retryAfterMs : std::nullopt;
    const auto delay = policy.delayMs(++failures, request.urgency, asked);
    dueMs = nowMs + delay;
    return !isTooLate(dueMs);
}

bool Errand::isTooLate(qint64 atMs) const
{
    return atMs - bornMs > RetryPolicy::patienceMs(request.urgency);
}

Error Errand::turnedAway(qint64 askAgainMs, qint64 nowMs) const
{
    const auto seconds = QString::number((askAgainMs - nowMs + 999) / 1000);
    return {Error::Kind::RateLimited,
            u"%1 %2: the server asked to come back later; it is asked again in %3 seconds "
            "(request %4)"_s.arg(QString::fromLatin1(methodName(request.method)),
                                 request.url.shown(), seconds, QString::fromLatin1(request.id))};
}

void Errand::settle(Result<HttpResponse> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace portolan::net
