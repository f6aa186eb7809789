// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/operation.h"

#include <QFuture>
#include <QList>

#include <functional>

namespace portolan::store {

//! Whether another operation may take the place of \a operation: no platform has it, and none will.
bool isReplaceable(const domain::Operation &operation);

//! The operations of outbox.db (synchronous=FULL): when a future is done, the change is on disk.
//! Safe to call from any thread, and beside other processes: each change looks at the state first.
class OperationStore
{
public:
    //! What else changes in an operation with its state; runs in the store's thread.
    using Learn = std::function<void(domain::Operation &)>;

    virtual ~OperationStore();

    //! All that there are, in the order of sending.
    virtual QFuture<Result<QList<domain::Operation>>> operations() = 0;
    //! Adds \a operations behind all others, and removes those that they take the place of, which
    //! are \a replaced; all or nothing. Answers them with their ids. Where one of \a replaced is
    //! gone or may be with its platform (isReplaceable()), that is NotFound or a Usage error.
    //! After an error none of them is ever sent.
    virtual QFuture<Result<QList<domain::Operation>>> enqueue(QList<domain::Operation> operations,
                                                              QList<qint64> replaced = {}) = 0;
    //! Takes one through \a event, and answers it as it stands then. NotFound when it is gone, a
    //! Usage error when its state does not allow that.
    virtual QFuture<Result<domain::Operation>> advance(qint64 id, domain::OperationEvent event,
                                                       Learn learn = {}) = 0;
    //! Removes what no platform has for certain, as if it had never been.
    virtual QFuture<Result<void>> undo(qint64 id) = 0;
    //! Gives one up that was not applied.
    virtual QFuture<Result<void>> discard(qint64 id) = 0;
    //! Puts back what was taken back or given up: as it was, with its id and key, so that it is in
    //! its place again; all or nothing. What is there already stays as it is. A Usage error for
    //! what could not have been given up. After an error none of them is ever sent.
    virtual QFuture<Result<void>> restore(QList<domain::Operation> operations) = 0;
    //! Of what a process that died was sending, nobody knows whether it arrived. Only for who holds
    //! sync.lock and sends nothing.
    virtual QFuture<Result<void>> reclaim() = 0;
    //! The catalogue has what these did: they are history, of which the last 500 are kept.
    virtual QFuture<Result<void>> settle(QList<qint64> ids) = 0;
};

} // namespace portolan::store
