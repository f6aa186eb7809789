// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpresponse.h"
#include "models/net/retrypolicy.h"

namespace portolan::net {

//! How much one host is asked.
struct HostLimits
{
    double requestsPerSecond = 50; //!< on average …
    double burst = 100; //!< … and so many at once after a rest
    int failuresToBreak = 5; //!< failures in a row until the host is left alone …
    qint64 breakMs = 30'000; //!< … for so long, doubled with each probe that fails …
    qint64 longestBreakMs = 5 * 60'000; //!< … up to this
    qint64 unnamedPauseMs = 30'000; //!< after a 429 that names no time
};

//! Decides when a request may go to one host: a rate limit, the pause that the host asked for, and
//! a circuit breaker. After a pause or a break a single probe goes first, and the others wait for
//! what becomes of it. Times are monotonic milliseconds. Not for several threads.
class HostGate
{
public:
    HostGate(const HostLimits &limits, Random random);

    //! What enter() answered.
    struct Admission
    {
        bool granted = false;
        bool probe = false; //!< to be handed to answered() or released()
        qint64 askAgainMs = 0; //!< when not granted; \a afterProbe: once the probe is back
        bool broken = false; //!< not granted as the host failed, and not because it asked for it
    };

    static constexpr qint64 afterProbe = -1;

    //! Whether a request may go now; a granted one is counted as gone.
    Admission enter(qint64 nowMs);
    //! Tells what became of a request that was granted.
    void answered(bool probe, qint64 nowMs, const Result<HttpResponse> &result);
    //! Tells that a granted request was stopped without an answer.
    void released(bool probe);
    //! The user or the network's return asks to try at once: ends a break, but no pause.
    void hurry();

private:
    void failed(qint64 nowMs);

    HostLimits m_limits;
    Random m_random;
    int m_failures = 0;
    qint64 m_pausedUntilMs = 0;
    qint64 m_brokenUntilMs = 0;
    bool m_needsProbe = false;
    bool m_probing = false;
    double m_tokens;
    qint64 m_tokensAtMs = 0;
};

} // namespace portolan::net
