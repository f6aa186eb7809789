// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <memory>

namespace portolan::store {
struct Account;
struct PullState;
class Store;
} // namespace portolan::store

namespace portolan::sync {
class Engine;
}

namespace portolan::items {

template <typename T>
struct Gathering;

//! The accounts of the store, pulled by the sync engine.
class StoreAccountSource final : public AccountSource
{
    Q_OBJECT

public:
    //! Both outlive this object. Pulling needs the engine's lock.
    StoreAccountSource(store::Store &source, sync::Engine &engine, QObject *parent = nullptr);

    QFuture<Result<QList<AccountFacts>>> accounts() override;
    QFuture<Result<QList<AccountFinding>>> findings() override;
    QFuture<Result<QString>> checkFolder(const QString &folder) override;
    QFuture<Result<void>> addFolder(const QString &name, const QString &folder) override;
    QFuture<Result<void>> remove(const QUuid &account) override;
    void sync(const QString &name) override;
    void cancelSync() override;
    QString syncObstacle() const override;

private:
    void gather(const std::shared_ptr<Gathering<QList<AccountFacts>>> &all,
                const QList<store::Account> &accounts, const QList<store::PullState> &pulls);

    store::Store &m_store;
    sync::Engine &m_engine;
};

} // namespace portolan::items
