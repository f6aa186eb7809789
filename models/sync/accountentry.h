// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/secret.h"
#include "models/store/store.h"
#include "models/sync/accountclients.h"
#include "models/sync/engine.h"
#include "models/sync/serveraccount.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace portolan::sync {

//! Adds accounts with an address, and signs those in again that are there. Lives in the thread that
//! made it; nothing waits.
class AccountEntry final : public QObject
{
    Q_OBJECT

public:
    //! All of it outlives this object.
    AccountEntry(store::Store &store, Engine &engine, AccountClients &clients,
                 QObject *parent = nullptr);

    //! Whether \a account could be used with \a secret: what was found, or why not. Stores nothing;
    //! the secret is used in this session until drop(). An empty one leaves what is used as it is.
    QFuture<Result<QString>> check(const store::Account &account, const Secret &secret);
    //! Stores \a account behind all others and keeps its secret; answers where. A taken name is a
    //! Usage error. That the keyring does not take the secret is none: it is used in this session.
    QFuture<Result<secrets::Keeping>> add(const store::Account &account, const Secret &secret);
    //! Keeps a new secret, or what signIn() brought, for an account that is there, and stores what
    //! changed about it.
    QFuture<Result<secrets::Keeping>> renew(const store::Account &account, const Secret &secret);
    //! Forgets what is secret of \a account, and ends its session at the provider.
    void drop(const store::Account &account);
    //! What is stored of \a entered, over what is stored already where the account is there.
    QFuture<store::Account> overlaid(const ServerAccount &entered);
    //! The account with the id \a account; NotFound when it is gone.
    QFuture<Result<store::Account>> stored(const QUuid &account);

    //! Signs \a account in at its provider; one sign-in at a time, the one before is given up.
    void signIn(const store::Account &account, AccountClients::By by);
    void stopSignIn();

    const Engine &engine() const { return m_engine; }

    AccountClients &clients() { return m_clients; }

Q_SIGNALS:
    void browserNeeded(const QUrl &address, bool opened);
    void codeNeeded(const QString &code, const QUrl &page);
    //! Who signed in, or why nobody did; once for each signIn() that was not given up.
    void signInEnded(const portolan::Result<QString> &who);

private:
    using WithPasswords = std::function<void(secrets::AccountSecrets passwords)>;

    void hand(const QUuid &account, const Secret &secret);
    void readPasswords(const QUuid &account, WithPasswords then);

    store::Store &m_store;
    Engine &m_engine;
    AccountClients &m_clients;
    std::unique_ptr<signin::SignIn> m_signIn;
    quint64 m_signIns = 0; //!< begun or given up; what an older one brings is not wanted
};

} // namespace portolan::sync
