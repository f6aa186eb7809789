// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/pullrun.h"
#include "models/sync/sender.h"

#include <QHash>
#include <QList>
#include <QUuid>

#include <optional>

namespace portolan::sync {

//! Sends what waits for one account: opens the session if there is something, and asks it for what
//! carries out operations. Blocks; called in the pool, never beside a pull of the account.
SendReport sendAccount(OpenAccount &account, const platforms::Platform &platform, Sender &sender,
                       const Clock &clock, const ClientSource &clients, bool asked,
                       const std::atomic<bool> &cancelled);

//! When to send without being asked. An account that could not be sent to is left alone for a
//! while, which grows each time; what an operation itself says about its next attempt holds as
//! well.
class SendSchedule
{
public:
    //! Notes how sending to \a account went, \a nowMs on the monotonic clock.
    void note(const QUuid &account, bool wentWell, qint64 nowMs, double random);

    //! Those that could not be sent to last time.
    QList<QUuid> failed() const { return m_pauses.keys(); }

    //! Milliseconds until something can be sent to one of \a accounts; empty when nothing waits.
    std::optional<qint64> wait(const QList<domain::Operation> &operations,
                               const QList<QUuid> &accounts, const QDateTime &now,
                               qint64 nowMs) const;

private:
    struct Pause
    {
        int failures = 0;
        qint64 untilMs = 0;
    };

    QHash<QUuid, Pause> m_pauses;
};

} // namespace portolan::sync
