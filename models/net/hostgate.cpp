// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/hostgate.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace portolan::net {

HostGate::HostGate(const HostLimits &limits, Random random)
    : m_limits(limits)
    , m_random(std::move(random))
    , m_tokens(limits.burst)
{
}

HostGate::Admission HostGate::enter(qint64 nowMs)
{
    if (const auto closedUntilMs = std::max(m_pausedUntilMs, m_brokenUntilMs);
        nowMs < closedUntilMs)
        return {.askAgainMs = closedUntilMs, .broken = m_brokenUntilMs > m_pausedUntilMs};
    if (m_needsProbe) {
        if (m_probing)
            return {.askAgainMs = afterProbe};
        m_probing = true;
        return {.granted = true, .probe = true};
    }
    const auto elapsed = static_cast<double>(nowMs - m_tokensAtMs) / 1000;
    m_tokens = std::min(m_limits.burst, m_tokens + elapsed * m_limits.requestsPerSecond);
    m_tokensAtMs = nowMs;
    if (m_tokens < 1) {
        const auto wait = std::ceil((1 - m_tokens) / m_limits.requestsPerSecond * 1000);
        return {.askAgainMs = nowMs + std::max<qint64>(1, static_cast<qint64>(wait))};
    }
    m_tokens -= 1;
    return {.granted = true};
}

void HostGate::answered(bool probe, qint64 nowMs, const Result<HttpResponse> &result)
{
    released(probe);
    // A certificate, a cap or a person ended it: that says nothing about the host.
    if (!result && !isWorthRepeating(result))
        return;
    const bool tooMany = result && result->status == 429;
    if (result && (result->retryAfterMs || tooMany) && isWorthRepeating(result)) {
        const auto pause = result->retryAfterMs.value_or(m_limits.unnamedPauseMs);
        m_pausedUntilMs = std::max(m_pausedUntilMs, nowMs + pause);
        m_needsProbe = true;
    }
    if (isWorthRepeating(result) && !tooMany) {
        failed(nowMs);
        return;
    }
    m_failures = 0;
    m_brokenUntilMs = 0;
    // An answer from before the pause says nothing about what comes after it.
    if (!tooMany && nowMs >= m_pausedUntilMs)
        m_needsProbe = false;
}

void HostGate::failed(qint64 nowMs)
{
    ++m_failures;
    if (m_failures < m_limits.failuresToBreak)
        return;
    const auto doublings = std::min(m_failures - m_limits.failuresToBreak, 10);
    const auto whole = std::min(m_limits.longestBreakMs, m_limits.breakMs << doublings);
    // Between half and all of it: many clients break at the same moment.
    const auto jittered = static_cast<double>(whole) * (0.5 + m_random() / 2);
    m_brokenUntilMs = nowMs + static_cast<qint64>(jittered);
    m_needsProbe = true;
}

void HostGate::released(bool probe)
{
    if (probe)
        m_probing = false;
}

void HostGate::hurry()
{
    m_brokenUntilMs = 0;
}

} // namespace portolan::net
