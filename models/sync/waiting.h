// SPDX-License-Identifier: GPL-3.0-or-later
// What the operations of an outbox say about when and in which order they go: pure functions.
#pragma once

#include "models/domain/operation.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <vector>

namespace portolan::sync {

//! What waits of one object, in the order of sending; never empty.
using Queue = QList<domain::Operation>;

//! The queues of \a account, the object first that was first acted on. What was not applied holds
//! back what is behind it, whatever its state.
std::vector<Queue> queuesOf(const QList<domain::Operation> &operations, const QUuid &account);

//! Until when the platform of \a account does not want to be asked; null when it may be.
QDateTime closedUntil(const QList<domain::Operation> &operations, const QUuid &account,
                      const QDateTime &now);

//! When something of \a account can be sent or looked up; null when nothing waits for that.
QDateTime nextAttempt(const QList<domain::Operation> &operations, const QUuid &account,
                      const QDateTime &now);

//! What of \a account was not applied, in the order of sending: what is lost with it.
QList<domain::Operation> undoneOf(const QList<domain::Operation> &operations, const QUuid &account);

//! What a pull that went well brought.
struct Brought
{
    bool everything = false; //!< it saw all there is
    bool isSwept = false; //!< a sweep ended, which may have begun in an earlier pull
    bool access = false; //!< it told what there is of access
    QSet<QString> read; //!< of what awaitedBy() named, what it read or found gone
    QHash<QString, QString> revisions; //!< by native id, where the platform has some
};

//! Native ids of what the operations \a before did to \a account that no pull brought yet.
QSet<QString> awaitedBy(const QList<domain::Operation> &before, const QUuid &account);

//! Of the operations \a before that were applied to \a account when a pull began, those that the
//! catalogue has now that the pull is done at \a now: it found the revision of the receipt or a
//! newer one; without revisions, it read the thing anew.
QList<qint64> settledBy(const QList<domain::Operation> &before, const QUuid &account,
                        const Brought &brought, const QDateTime &now);

} // namespace portolan::sync
