// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/operation.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::items {

//! One operation with what it is about, in names.
struct OutboxEntry
{
    domain::Operation operation;
    QString accountName; //!< empty: the account was removed
    QStringList subjects; //!< what the ports or the thing are called; empty where nobody knows
    QUuid subject; //!< our id of the first of them; null: nothing of that name is known here
    QString consumer; //!< of access: for whom; else empty
    QUuid request; //!< of access: which one; else null
    qint64 behind = 0; //!< the operation that has to be done first; 0: none

    bool operator==(const OutboxEntry &) const = default;
};

//! Why nothing reaches an account for which something waits.
struct OutboxObstacle
{
    QUuid account;
    QString name; //!< of the account; empty: it was removed
    bool isSignedOut = false;
    QString error; //!< of its last sync, which failed; empty: it was removed or is signed out
    QDateTime synced; //!< UTC, when the last one ended that went well; may be null

    bool operator==(const OutboxObstacle &) const = default;
};

//! The whole outbox at one moment.
struct OutboxBoard
{
    QList<OutboxEntry> entries; //!< in the order of sending
    QList<OutboxObstacle> obstacles; //!< in the order of accounts
    QHash<QString, QString> names; //!< labels of ports, products and things, by native id

    bool operator==(const OutboxBoard &) const = default;
};

//! How many operations need a person, and how many wait to be sent or looked up.
struct OutboxCounts
{
    int needing = 0;
    int waiting = 0;

    bool operator==(const OutboxCounts &) const = default;
};

//! Where the Outbox pane gets its facts from, and the door for what is done there. Lives in the GUI
//! thread; every function returns at once.
class OutboxSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<OutboxBoard>> board() = 0;
    //! The counts of board(), which cost much less.
    virtual QFuture<Result<OutboxCounts>> counts() = 0;
    //! Lets go what is held, tries again what was refused or waits, and sends mine over theirs
    //! where \a operations are in conflict as the person saw them. In this order, until one fails.
    virtual QFuture<Result<void>> retry(const QList<domain::Operation> &operations) = 0;
    //! Takes back what no platform has, and gives up the rest. Answers what is gone, also where not
    //! all of it could be: an error only where nothing is.
    virtual QFuture<Result<QList<domain::Operation>>>
    remove(const QList<domain::Operation> &operations) = 0;
    //! Puts back what remove() answered, as it was and in its place.
    virtual QFuture<Result<void>> putBack(const QList<domain::Operation> &operations) = 0;
    //! Sends what waits now, whatever was told about the next attempt.
    virtual void send() = 0;

    //! Why send() cannot work now, in words; empty when it can.
    virtual QString sendObstacle() const { return {}; }

Q_SIGNALS:
    //! board() may be another now.
    void changed();
};

} // namespace portolan::items
