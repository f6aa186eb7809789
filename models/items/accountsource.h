// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/entitykind.h"
#include "models/items/findingmodel.h"
#include "models/sync/serveraccount.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <utility>

namespace portolan::items {

using sync::AbilityFacts;
using sync::OwnSetting;
using sync::PlatformChoice;
using sync::SecretPlace;
using sync::ServerAccount;
using sync::SignInBy;
using sync::SignInState;

//! One account as a person sees it: what it is, how the last pull went, what came of it.
struct AccountFacts
{
    QUuid id;
    QString name;
    QString platform; //!< name of the adapter: "files", "demo", …
    QString place; //!< folder or address
    QString user;
    bool isFolder = false; //!< place is a folder on this machine
    QStringList capabilities; //!< stable words (platforms::capabilityWords)
    QList<AbilityFacts> abilities; //!< the adapter's own table; empty where it has none
    SignInBy by = SignInBy::Nobody;
    SignInState signIn = SignInState::NotNeeded;
    QStringList domains; //!< that are kept; all when empty

    QDateTime lastSync; //!< UTC; null before the first
    QString state; //!< "complete", "partial", "failed"; empty before the first
    QString error; //!< in words, of a failed pull
    QList<std::pair<domain::EntityKind, qint64>> counts;
    int problems = 0; //!< all that was found in it, as the Problems pane lists it

    bool operator==(const AccountFacts &) const = default;
};

//! What a finished pull did.
struct PullFigures
{
    QString account;
    int added = 0;
    int changed = 0;
    int removed = 0;
    int unchanged = 0;
    qint64 durationMs = 0;

    bool operator==(const PullFigures &) const = default;
};

//! Where the Accounts and Problems panes get their facts from, and what they can do. Lives in the
//! GUI thread; every function returns at once.
class AccountSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<QList<AccountFacts>>> accounts() = 0;
    //! What is wrong in all accounts.
    virtual QFuture<Result<QList<AccountFinding>>> findings() = 0;
    //! Whether \a folder can be read as a mesh: what was found there, or why not.
    virtual QFuture<Result<QString>> checkFolder(const QString &folder) = 0;
    //! Adds an account for \a folder and pulls it. A taken name is a Usage error.
    virtual QFuture<Result<void>> addFolder(const QString &name, const QString &folder) = 0;
    //! How much of \a account is in the outbox and not done: what remove() gives up.
    virtual QFuture<Result<int>> undone(const QUuid &account);
    //! Removes the account, what waits for it and what only it knew from this machine; the folder
    //! is left alone.
    virtual QFuture<Result<void>> remove(const QUuid &account) = 0;

    //! Of how many removed accounts a locked keyring still has the secret.
    virtual int leftSecrets() const { return 0; }

    //! Removes them, which may have the keyring ask its owner to open it.
    virtual void removeLeftSecrets() { }

    //! Puts the accounts into the order in which their values are shown (ruling 8).
    virtual QFuture<Result<void>> arrange(const QList<QUuid> &accounts);

    //! What accounts with an address can be added for; empty where this program reaches none.
    virtual QList<PlatformChoice> platforms() const { return {}; }

    //! Tries \a account and stores nothing: what was found, or why not. Its secret is used until
    //! addServer() or dropServer().
    virtual QFuture<Result<QString>> checkServer(const ServerAccount &account);
    //! Adds \a account and pulls it; answers where its secret went. A taken name is a Usage error.
    virtual QFuture<Result<SecretPlace>> addServer(const ServerAccount &account);
    //! Forgets what was entered for an account that is not added after all.
    virtual void dropServer(const ServerAccount &account);
    //! Signs in through the provider of \a account, in the browser or by a code; signInEnded()
    //! follows, once.
    virtual void signIn(const ServerAccount &account);
    virtual void stopSignIn();
    //! What was entered of an account that is there, or reads a folder: without a secret.
    virtual QFuture<Result<ServerAccount>> server(const QUuid &account);
    //! The names of the domains that \a account is known to have, of all accounts where it is null;
    //! in order. For a subscription.
    virtual QFuture<QStringList> knownDomains(const QUuid &account);
    //! Tries what is changed about an account that is there and stores nothing: what was found, or
    //! why not. Ends with changeServer() or leaveServer().
    virtual QFuture<Result<QString>> tryServer(const ServerAccount &changed);
    //! Stores what is changed, tried or not, and pulls the account; answers where new secrets went.
    //! A taken name is a Usage error, and then nothing has changed.
    virtual QFuture<Result<SecretPlace>> changeServer(const ServerAccount &changed);
    //! Leaves the account as it was before tryServer().
    virtual void leaveServer(const QUuid &account);
    //! Takes a new secret for an account that is there, or what signIn() brought, and pulls it.
    virtual QFuture<Result<SecretPlace>> renewServer(const ServerAccount &account);
    //! Forgets what is secret of an account, and ends its session at the provider. The account and
    //! what is known of it stay.
    virtual QFuture<Result<void>> signOut(const QUuid &account);

    //! Pulls the account called \a name, or all when it is empty.
    virtual void sync(const QString &name) = 0;
    virtual void cancelSync() = 0;

    //! Why sync() cannot work now, in words; empty when it can.
    virtual QString syncObstacle() const { return {}; }

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
    void leftSecretsChanged();
    void syncStarted(const QString &account);
    //! The person goes on at \a address, which is open in the browser unless \a opened is false.
    void browserNeeded(const QUrl &address, bool opened);
    //! The person types \a code at \a page, on any device.
    void codeNeeded(const QString &code, const QUrl &page);
    //! Who signed in, in the provider's words; or why nobody did.
    void signInEnded(const portolan::Result<QString> &who);
    //! \a total is 0 while unknown.
    void syncProgressed(const QString &account, qint64 done, qint64 total, const QString &what);
    void syncFinished(const QString &account, const portolan::items::PullFigures &figures);
    //! sync() itself could not be done.
    void syncFailed(const portolan::Error &error);
};

} // namespace portolan::items
