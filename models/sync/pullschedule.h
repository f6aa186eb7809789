// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QUuid>

#include <optional>
#include <utility>

namespace portolan::sync {

//! When to pull again what cannot be watched. An account that failed is left alone for longer each
//! time, up to an hour; nobody is told again meanwhile. Times are monotonic milliseconds.
class PullSchedule
{
public:
    //! An account, and how long after a pull that went well the next one is due.
    using Every = std::pair<QUuid, qint64>;

    //! Notes how a pull of \a account ended. \a random is from 0 to below 1.
    void note(const QUuid &account, bool wentWell, qint64 nowMs, double random);

    //! Those that are due; what was never pulled is.
    QList<QUuid> due(const QList<Every> &accounts, qint64 nowMs) const;
    //! Those whose last pull failed.
    QList<QUuid> failed() const;
    //! Until the first of them is due; empty when there are none.
    std::optional<qint64> wait(const QList<Every> &accounts, qint64 nowMs) const;

private:
    struct Last
    {
        qint64 atMs = 0;
        qint64 pauseMs = 0; //!< after a failure, instead of the account's own
    };

    qint64 dueAt(const Every &account) const;

    QHash<QUuid, Last> m_last;
    QHash<QUuid, int> m_failures;
};

} // namespace portolan::sync
