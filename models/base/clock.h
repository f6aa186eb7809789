// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace portolan {

//! The time, as a dependency that tests move by hand. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock();

    //! Wall time in UTC: for display and for what is stored, never for measuring.
    virtual QDateTime now() const = 0;
    //! Milliseconds since an arbitrary start, never going backwards: for measuring and waiting.
    virtual qint64 monotonicMs() const = 0;
};

//! The machine's own clock.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    qint64 monotonicMs() const override;
};

} // namespace portolan
