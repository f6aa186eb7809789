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

Error Errand::turnedAway(const HostGate::Admission &admission, qint64 nowMs) const
{
    const auto seconds = QString::number((admission.askAgainMs - nowMs + 999) / 1000);
    const auto why = admission.broken ? u"the server did not answer several times in a row"_s
                                      : u"the server asked to come back later"_s;
    return {Error::Kind::RateLimited,
            u"%1 %2: %3; it is asked again in %4 seconds (request %5)"_s.arg(
                QString::fromLatin1(methodName(request.method)), request.url.shown(), why, seconds,
                QString::fromLatin1(request.id))};
}

void Errand::settle(Result<HttpResponse> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace portolan::net
