// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/entitykind.h"
#include "models/domain/operation.h"
#include "models/domain/owner.h"
#include "models/store/accountstore.h"
#include "models/store/operationstore.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace portolan::sync {

//! Something that a person does to a thing of an account.
struct Action
{
    QUuid account;
    QString objectId; //!< native id, or one of ours for what is being made
    QString kind; //!< as the adapter knows it: "request.create", "describe", …
    QByteArray payload; //!< JSON: what is to become so
    QString baseRevision; //!< what a person saw; empty where the platform has no revisions
    QByteArray base; //!< JSON: how it was when the person saw it; may be empty
    bool held = false; //!< not before release(): a draft
};

//! A change of what a thing says about itself.
struct Edit
{
    QUuid account;
    QString nativeId;
    domain::EntityKind kind = domain::EntityKind::Asset;
    QString baseRevision;
    QString field =
        {}; //!< path of the field that the description is of; empty: of the thing itself
    std::optional<QString> description;
    QString descriptionBefore;
    QStringList addedTags;
    QStringList removedTags;
    std::optional<domain::Owners> owners;
    domain::Owners ownersBefore;
};

//! What a person has to see to settle a conflict; all JSON.
struct Sides
{
    QByteArray base;
    QByteArray mine;
    QByteArray theirs;
};

//! The one door for everything that a person does to a platform: what comes through it is in
//! outbox.db, durable, before a future is done and before anything says so on the screen. Sending
//! is the engine's. Safe to call from any thread.
class PortalCommands
{
public:
    PortalCommands(store::OperationStore &operations, const Clock &clock)
        : m_operations(operations)
        , m_clock(clock)
    {
    }

    //! The same, also for what concerns no platform: \a work outlives this object.
    PortalCommands(store::OperationStore &operations, store::AccountStore &work, const Clock &clock)
        : m_operations(operations)
        , m_work(&work)
        , m_clock(clock)
    {
    }

    //! Puts \a actions into the outbox, all or none, in this order, each with a key of its own.
    //! After an error none of them is ever sent. \a replaced are operations whose place they take,
    //! removed in the same step; where one of them may be with its platform, nothing is done.
    QFuture<Result<QList<domain::Operation>>> perform(const QList<Action> &actions,
                                                      const QList<qint64> &replaced = {});
    //! An operation for the description, one for the tags and one for the owners (domain/edit.h),
    //! as far as they change: none is merged away, and each can conflict, or be given up, by
    //! itself. All or none.
    QFuture<Result<QList<domain::Operation>>> edit(const QList<Edit> &edits);

    //! Lets go what was held back. What was saved from a damaged file may have been sent before,
    //! so that is looked up first.
    QFuture<Result<domain::Operation>> release(qint64 id);
    //! Takes back what was not sent yet, as if it had never been done.
    QFuture<Result<void>> undo(qint64 id);
    //! Tries again now, as the same operation. In a conflict that means: mine, over theirs, which
    //! the person has seen.
    QFuture<Result<domain::Operation>> retry(const domain::Operation &operation);
    //! Gives up what is not applied.
    QFuture<Result<void>> discard(qint64 id);
    //! Puts back what was taken back or given up, as it was and in its place; all or none.
    QFuture<Result<void>> putBack(const QList<domain::Operation> &operations);

    //! Decides what is one thing and what is not, all or none, in the name of \a who: each decision
    //! gets it and the time. Answers the step that restore() takes it back with.
    QFuture<Result<store::JoinStep>> decide(store::JoinStep step, const QString &who);
    //! Takes \a back as it is, with who decided it then; answers what takes that back.
    QFuture<Result<store::JoinStep>> restore(store::JoinStep back);
    //! Puts the accounts into the order in which their values count (ruling 8).
    QFuture<Result<void>> arrange(QList<QUuid> accounts);

    //! Everything in the outbox, in the order of sending: what waits, what needs a person, what was
    //! applied of late.
    QFuture<Result<QList<domain::Operation>>> operations();

private:
    store::OperationStore &m_operations;
    store::AccountStore *m_work = nullptr;
    const Clock &m_clock;
};

//! The three sides of \a operation, which is in conflict.
Sides sidesOf(const domain::Operation &operation);

} // namespace portolan::sync
