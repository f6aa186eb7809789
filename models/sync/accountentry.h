// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/sync/accountclients.h"
#include "models/sync/engine.h"
#include "models/sync/leftsecrets.h"
#include "models/sync/serveraccount.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace portolan::sync {

//! Adds accounts with an address, changes those that are there, and signs them in again. Lives in
//! the thread that made it; nothing waits.
//!
//! What is typed goes over what is known of the account's secrets: a typed token takes the place of
//! a whole sign-in, an empty member leaves what is there.
class AccountEntry final : public QObject
{
    Q_OBJECT

public:
    //! All of it outlives this object.
    AccountEntry(store::Store &store, Engine &engine, AccountClients &clients,
                 QObject *parent = nullptr);

    //! Whether \a account could be used with what was \a typed: what was found, or why not. Stores
    //! nothing; what was typed is used in this session until drop().
    QFuture<Result<QString>> check(const store::Account &account,
                                   const secrets::AccountSecrets &typed);
    //! Stores \a account behind all others and keeps its secrets; answers where. A taken name is a
    //! Usage error. That the keyring does not take them is none: they are used in this session.
    QFuture<Result<secrets::Keeping>> add(const store::Account &account,
                                          const secrets::AccountSecrets &typed);
    //! Keeps a new secret, or what signIn() brought, for an account that is there, and stores what
    //! changed about it. A secret that its platform does not take is Unauthorised, and the one
    //! before goes on.
    QFuture<Result<secrets::Keeping>> renew(const store::Account &account,
                                            const secrets::AccountSecrets &typed);
    //! Forgets what is secret of \a account, and ends its session at the provider unless another
    //! account of the profile may share it. A Keychain error where a locked keyring still has it;
    //! then it goes as soon as that is open, also in a later session.
    QFuture<Result<void>> drop(const store::Account &account);
    //! The same of an account that stays. A Keychain error where a locked keyring still has it:
    //! then it is to be signed out again once that is open.
    QFuture<Result<void>> signOut(const store::Account &account);
    //! Removes what locked keyrings kept of accounts that are gone, where the keyring is open now;
    //! where it \a mayAsk, its owner is asked to open it.
    void clearLeft(bool mayAsk = false);

    //! How many accounts that is, as far as this process knows.
    int left() const { return m_leftCount; }

    //! Whether an account that is there could be used as \a changed, with what was \a typed. Stores
    //! nothing; ends with change() or leave(). Busy where trying it would renew a sign-in that
    //! another process renews.
    QFuture<Result<QString>> tryChange(const store::Account &changed,
                                       const secrets::AccountSecrets &typed);
    //! Stores \a changed, tried or not, and keeps what was \a typed; answers where. A taken name is
    //! a Usage error, and then nothing has changed.
    QFuture<Result<secrets::Keeping>> change(const store::Account &changed,
                                             const secrets::AccountSecrets &typed);
    //! The account stays as it was before tryChange(), before a signIn() that no renew() kept, or
    //! before a renew() that is not answered yet, which ends as Cancelled; what it renewed
    //! meanwhile is kept.
    QFuture<Result<secrets::Keeping>> leave(const QUuid &account);
    //! What is stored of \a entered, over what is stored already where the account is there.
    QFuture<store::Account> overlaid(const ServerAccount &entered);
    //! The account with the id \a account; NotFound when it is gone.
    QFuture<Result<store::Account>> stored(const QUuid &account);

    //! Signs \a account in at its provider; one sign-in at a time, the one before is given up. A
    //! proxy on the way there is given \a proxyPassword, or the one that is kept.
    void signIn(const store::Account &account, AccountClients::By by,
                const Secret &proxyPassword = {});
    void stopSignIn();

    const Engine &engine() const { return m_engine; }

    AccountClients &clients() { return m_clients; }

Q_SIGNALS:
    void browserNeeded(const QUrl &address, bool opened);
    void codeNeeded(const QString &code, const QUrl &page);
    void leftChanged();
    //! Who signed in, or why nobody did; once for each signIn() that was not given up.
    void signInEnded(const portolan::Result<QString> &who);

private:
    using WithPasswords = std::function<void(const Result<secrets::AccountSecrets> &passwords)>;
    //! What is to be done once it is known what was there before; an error ends it.
    using Look = std::function<Result<void>(const secrets::AccountSecrets &known)>;
    using Done = std::function<void(const Result<void> &done)>;

    [[nodiscard]] bool lay(const QUuid &account, secrets::AccountSecrets known, quint64 version,
                           const secrets::AccountSecrets &typed);
    void layOverKept(const QUuid &account, const secrets::AccountSecrets &typed, Look look,
                     Done then);
    void take(const QUuid &account, const secrets::AccountSecrets &typed, Done then);
    void readPasswords(const QUuid &account, WithPasswords then);
    std::optional<secrets::AccountSecrets>
    inMemory(const QUuid &account, const Result<secrets::AccountSecrets> &known) const;
    bool putBack(const QUuid &account);
    void begin(const store::Account &account, AccountClients::By by, const Secret &proxyPassword);
    void forget(const store::Account &account, Done then);
    void endDrop(const QUuid &account, const Result<void> &done,
                 const std::shared_ptr<QPromise<Result<void>>> &answer);
    void clearLeft(const QList<store::Account> &known);
    void countLeft();

    store::Store &m_store;
    Engine &m_engine;
    AccountClients &m_clients;
    LeftSecrets m_left;
    int m_leftCount = 0;
    std::unique_ptr<signin::SignIn> m_signIn;
    QHash<QUuid, secrets::AccountSecrets> m_before; //!< passwords of accounts that are tried
    //! By a new one that is tried; absent where it was in the keyring alone, which has it still.
    QHash<QUuid, std::optional<secrets::AccountSecrets>> m_replaced;
    QHash<QUuid, quint64> m_tries; //!< of each account, begun or left
    quint64 m_signIns = 0; //!< begun or given up; what an older one brings is not wanted
};

} // namespace portolan::sync
