// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QHash>

#include <memory>

namespace portolan::store {
struct Account;
struct PullState;
class Store;
} // namespace portolan::store

namespace portolan::secrets {
enum class Keeping;
}

namespace portolan::sync {
class AccountEntry;
class Engine;
} // namespace portolan::sync

namespace portolan::items {

template <typename T>
struct Gathering;

//! The accounts of the store, pulled by the sync engine.
class StoreAccountSource final : public AccountSource
{
    Q_OBJECT

public:
    //! All of it outlives this object. Pulling needs the engine's lock. Without \a entry only
    //! folders can be added.
    StoreAccountSource(store::Store &source, sync::Engine &engine, QObject *parent = nullptr,
                       sync::AccountEntry *entry = nullptr);

    QFuture<Result<QList<AccountFacts>>> accounts() override;
    QFuture<Result<QList<AccountFinding>>> findings() override;
    QFuture<Result<QString>> checkFolder(const QString &folder) override;
    QFuture<Result<void>> addFolder(const QString &name, const QString &folder) override;
    QFuture<Result<int>> undone(const QUuid &account) override;
    QFuture<Result<void>> remove(const QUuid &account) override;
    int leftSecrets() const override;
    void removeLeftSecrets() override;
    QFuture<Result<void>> arrange(const QList<QUuid> &accounts) override;
    QList<PlatformChoice> platforms() const override;
    QFuture<Result<QString>> checkServer(const ServerAccount &account) override;
    QFuture<Result<SecretPlace>> addServer(const ServerAccount &account) override;
    void dropServer(const ServerAccount &account) override;
    void signIn(const ServerAccount &account) override;
    void stopSignIn() override;
    QFuture<Result<ServerAccount>> server(const QUuid &account) override;
    QFuture<QStringList> knownDomains(const QUuid &account) override;
    QFuture<Result<QString>> tryServer(const ServerAccount &changed) override;
    QFuture<Result<SecretPlace>> changeServer(const ServerAccount &changed) override;
    void leaveServer(const QUuid &account) override;
    QFuture<Result<SecretPlace>> renewServer(const ServerAccount &account) override;
    QFuture<Result<void>> signOut(const QUuid &account) override;
    void sync(const QString &name) override;
    void cancelSync() override;
    QString syncObstacle() const override;

private:
    void gather(const std::shared_ptr<Gathering<QList<AccountFacts>>> &all,
                const QList<store::Account> &accounts, const QList<store::PullState> &pulls);

    QFuture<Result<SecretPlace>> keptAndPulled(const QFuture<Result<secrets::Keeping>> &keeping,
                                               const QString &name, bool full = false);
    void forgetSecrets(const QUuid &account);
    void pull(const QStringList &names, bool full);

    store::Store &m_store;
    sync::Engine &m_engine;
    sync::AccountEntry *m_entry;
    QHash<QUuid, SignInState> m_signInStates; //!< as far as a keyring has told, by account
    quint64 m_signIns = 0; //!< begun or given up
};

} // namespace portolan::items
