// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/join.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::store {

//! One account as it is stored in outbox.db; adapters see it as platforms::AccountSettings.
struct Account
{
    QUuid id;
    QString name;
    QString platform;
    QString folder;
    QString url;
    QString user;
    QJsonObject options;
    int position = 0; //!< whose value is shown first (ruling 8)

    bool operator==(const Account &) const = default;
};

//! Whether the profile names \a account, a workspace, for requests about what no platform takes any
//! for (ruling 23); and says so, or no more.
bool takesOtherRequests(const Account &account);
void setTakesOtherRequests(Account &account, bool on);

//! What is known about the last pull of an account (cache.db).
struct PullState
{
    QUuid account;
    QByteArray cursor;
    QDateTime lastSync; //!< UTC, of the last pull that ended; null when there was none
    QString state; //!< "complete", "partial", "failed"; empty before the first
    QString error; //!< in words, of a failed one
    qint64 generation = 0;
    //! Not stored: whether the pull that ends has told all lineage there is. What history holds
    //! open is closed by such a one alone.
    bool isLineageWhole = true;

    bool operator==(const PullState &) const = default;
};

//! A query that the user named.
struct SavedView
{
    QString name;
    QString query;
    QString sort;

    bool operator==(const SavedView &) const = default;
};

using domain::JoinDecision;
using domain::JoinStep;

//! Something that is collected for the next request for access.
struct BasketEntry
{
    QUuid thing; //!< ours: a port, a product or an asset
    QStringList fields; //!< paths; empty: all

    bool operator==(const BasketEntry &) const = default;
};

//! The accounts and the user's own things in outbox.db (synchronous=FULL): when a future is done,
//! the change is on disk. Safe to call from any thread.
class AccountStore
{
public:
    virtual ~AccountStore();

    virtual QFuture<Result<QList<Account>>> accounts() = 0; //!< in their order
    //! Adds, or replaces the one with the same id. A taken name is a Usage error.
    virtual QFuture<Result<void>> put(Account account) = 0;
    //! What it brought goes with Store::removeAccount(), or Store::finishRemovals() of a later run.
    virtual QFuture<Result<void>> remove(const QUuid &account) = 0;
    //! Puts the accounts into the order of \a accounts (ruling 8), those that are not named behind
    //! them in the order they have; the catalogue is merged again accordingly.
    virtual QFuture<Result<void>> arrange(QList<QUuid> accounts) = 0;

    virtual QFuture<Result<QList<SavedView>>> savedViews() = 0; //!< by name
    virtual QFuture<Result<void>> saveView(SavedView view) = 0;
    virtual QFuture<Result<void>> removeView(const QString &name) = 0;

    //! Things the user follows, by our id.
    virtual QFuture<Result<QList<QUuid>>> followed() = 0;
    virtual QFuture<Result<void>> follow(const QUuid &entity, bool on) = 0;

    //! Joins and separations made by hand.
    virtual QFuture<Result<QList<JoinDecision>>> joinDecisions() = 0;
    //! Changes them, all or none, and answers the step that takes this one back. The catalogue is
    //! merged again accordingly, a moment later; Store::settled() waits for that.
    virtual QFuture<Result<JoinStep>> decide(JoinStep step) = 0;

    //! What is collected for a request, in the order in which it was put in.
    virtual QFuture<Result<QList<BasketEntry>>> basket() = 0;
    //! Puts \a entry in; what is there keeps its place and gets its fields.
    virtual QFuture<Result<void>> collect(BasketEntry entry) = 0;
    virtual QFuture<Result<void>> drop(QList<QUuid> things) = 0;

    //! Of what the person was told, by keys of who tells.
    virtual QFuture<Result<QStringList>> notices() = 0;
    virtual QFuture<Result<void>> addNotices(QStringList keys, QDateTime at) = 0;

    //! Operations that wait to be sent.
    virtual QFuture<Result<qint64>> waitingCount() = 0;
};

} // namespace portolan::store
