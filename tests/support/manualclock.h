// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <atomic>

namespace portolan::tests {

//! A clock that a test moves by hand; both of its times move together unless one is set.
class ManualClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_wallMs, Qt::UTC); }

    qint64 monotonicMs() const override { return m_monotonicMs; }

    void pass(qint64 ms)
    {
        m_wallMs += ms;
        m_monotonicMs += ms;
    }

    //! Sets the wall clock alone, as a person or a time server does.
    void set(const QDateTime &wall) { m_wallMs = wall.toMSecsSinceEpoch(); }

private:
    std::atomic<qint64> m_wallMs = 1'795'000'000'000; // in November 2026
    std::atomic<qint64> m_monotonicMs = 1;
};

} // namespace portolan::tests
