// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountstore.h"

#include <QHash>
#include <QList>
#include <QUuid>

#include <memory>
#include <mutex>

namespace portolan::store {

//! The accounts and the joins decided by hand, as of one moment.
struct AccountsNow
{
    QList<Account> accounts; //!< in their order
    QList<JoinDecision> decisions;
    QList<QUuid> removed; //!< accounts that may have left something in the other files

    //! Where \a account stands in the order; behind all others when it is not known.
    int positionOf(const QUuid &account) const;
    //! The name people gave it, or its id while it has none.
    QString nameOf(const QUuid &account) const;
    QString platformOf(const QUuid &account) const;

    bool operator==(const AccountsNow &) const = default;
};

//! Hands the accounts from the outbox's thread to those of the cache. The mutex guards one pointer
//! that is copied; nobody holds it while working.
class AccountRegistry
{
public:
    std::shared_ptr<const AccountsNow> now() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_now;
    }

    void set(AccountsNow accounts)
    {
        auto next = std::make_shared<const AccountsNow>(std::move(accounts));
        const std::scoped_lock lock(m_mutex);
        m_now = std::move(next);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const AccountsNow> m_now = std::make_shared<const AccountsNow>();
};

} // namespace portolan::store
