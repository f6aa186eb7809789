// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accessfacts.h"
#include "models/items/accountsource.h"
#include "models/items/outboxsource.h"
#include "models/store/store.h"
#include "models/sync/portalcommands.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace portolan::items {

//! The outbox of the store, with the names of what its operations are about, and PortalCommands as
//! the door. Worked out in the pool.
class StoreOutboxSource final : public OutboxSource
{
    Q_OBJECT

public:
    //! All of them outlive this object and the answers under way; \a accounts sends.
    StoreOutboxSource(store::Store &source, const sync::Engine &engine, AccountSource &accounts,
                      const Clock &clock, QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StoreOutboxSource() override;

    QFuture<Result<OutboxBoard>> board() override;
    QFuture<Result<OutboxCounts>> counts() override;
    QFuture<Result<void>> retry(const QList<domain::Operation> &operations) override;
    QFuture<Result<QList<domain::Operation>>>
    remove(const QList<domain::Operation> &operations) override;
    QFuture<Result<void>> putBack(const QList<domain::Operation> &operations) override;
    void send() override;
    QString sendObstacle() const override;

Q_SIGNALS:
    //! The person does not want to wait for what was out of reach.
    void sending();

private:
    void answer(const std::shared_ptr<QPromise<Result<OutboxBoard>>> &promise);
    Result<QList<domain::Operation>> takeOut(QList<domain::Operation> operations);
    Result<OutboxBoard> read(const QList<AccountFacts> &accounts);
    Result<QHash<QString, AccessName>> namesOf(const QList<domain::Operation> &operations,
                                               const AccessBoard &access);

    store::Store &m_store;
    AccountSource &m_accounts;
    AccessFacts m_facts;
    sync::PortalCommands m_commands;
    std::optional<QList<AccountFacts>> m_known; //!< of the accounts, until they change
    QThreadPool m_pool; //!< of its own: an answer waits for the store, and others must not for it
};

} // namespace portolan::items
