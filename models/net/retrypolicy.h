// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httprequest.h"
#include "models/net/httpresponse.h"

#include <functional>
#include <optional>

namespace portolan::net {

//! Random numbers, at least 0 and below 1; a dependency, so that tests choose them.
using Random = std::function<double()>;

//! The machine's own random numbers. Safe to call from any thread.
Random systemRandom();

//! How long to wait before a request is repeated: full jitter, so that clients which failed
//! together do not come back together.
class RetryPolicy
{
public:
    explicit RetryPolicy(Random random);

    //! Milliseconds after the failure number \a failures (from 1) in a row: at random between 0 and
    //! 1 s · 2^failures, within what \a urgency allows, and never less than \a retryAfterMs.
    qint64 delayMs(int failures, Urgency urgency, std::optional<qint64> retryAfterMs) const;

    //! The longest delay between two attempts: 5 minutes, or 60 in the background.
    static qint64 longestWaitMs(Urgency urgency);
    //! How long after the first attempt another one may begin: a minute, or two in the background,
    //! where other accounts wait for this one and the next pull comes by itself.
    static qint64 patienceMs(Urgency urgency);
    //! How often a request is sent at most, the first time included.
    static int mostAttempts(Urgency urgency);

private:
    Random m_random;
};

//! Whether the same request may fare better later: no connection, a broken one, a server that fails
//! or is busy. Never what is wrong with the request itself, or with who is asked.
bool isWorthRepeating(const Result<HttpResponse> &result);

} // namespace portolan::net
