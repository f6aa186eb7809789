// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/entitykind.h"
#include "models/items/findingmodel.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <utility>

namespace portolan::items {

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
    //! Removes the account and what only it knew from this machine; the folder is left alone.
    virtual QFuture<Result<void>> remove(const QUuid &account) = 0;
    //! Pulls the account called \a name, or all when it is empty.
    virtual void sync(const QString &name) = 0;
    virtual void cancelSync() = 0;

    //! Why sync() cannot work now, in words; empty when it can.
    virtual QString syncObstacle() const { return {}; }

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
    void syncStarted(const QString &account);
    //! \a total is 0 while unknown.
    void syncProgressed(const QString &account, qint64 done, qint64 total, const QString &what);
    void syncFinished(const QString &account, const portolan::items::PullFigures &figures);
    //! sync() itself could not be done.
    void syncFailed(const portolan::Error &error);
};

} // namespace portolan::items
