// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/portalcommands.h"

#include "models/domain/edit.h"

#include <QPromise>

#include <utility>

namespace portolan::sync {

using domain::Operation;
using domain::OperationEvent;
using domain::OperationState;

namespace {

//! This door was opened for platforms alone.
template <typename T>
QFuture<Result<T>> withoutWork()
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(tl::unexpected<Error>(
        Error{Error::Kind::Usage, QStringLiteral("nothing but platforms is reached from here")})));
    promise.finish();
    return promise.future();
}

} // namespace

QFuture<Result<QList<Operation>>> PortalCommands::perform(const QList<Action> &actions,
                                                          const QList<qint64> &replaced)
{
    QList<Operation> operations;
    for (const auto &action : actions) {
        Operation operation;
        operation.key = QUuid::createUuid();
        operation.account = action.account;
        operation.objectId = action.objectId;
        operation.kind = action.kind;
        operation.payload = action.payload;
        operation.baseRevision = action.baseRevision;
        operation.base = action.base;
        operation.created = m_clock.now();
        operation.state = action.held ? OperationState::Staged : OperationState::Ready;
        operations.append(std::move(operation));
    }
    return m_operations.enqueue(std::move(operations), replaced);
}

QFuture<Result<QList<Operation>>> PortalCommands::edit(const QList<Edit> &edits)
{
    QList<Action> actions;
    for (const auto &edit : edits) {
        const Action one{
            .account = edit.account, .objectId = edit.nativeId, .baseRevision = edit.baseRevision};
        if (edit.description) {
            auto action = one;
            action.kind = domain::describeKind();
            action.payload =
                domain::toJson(domain::DescriptionEdit{.nativeId = edit.nativeId,
                                                       .kind = edit.kind,
                                                       .description = *edit.description,
                                                       .field = edit.field});
            action.base = domain::descriptionSide(edit.descriptionBefore);
            actions.append(std::move(action));
        }
        if (!edit.addedTags.isEmpty() || !edit.removedTags.isEmpty()) {
            auto action = one;
            action.kind = domain::tagKind();
            action.payload = domain::toJson(domain::TagEdit{.nativeId = edit.nativeId,
                                                            .kind = edit.kind,
                                                            .added = edit.addedTags,
                                                            .removed = edit.removedTags});
            actions.append(std::move(action));
        }
        if (edit.owners) {
            auto action = one;
            action.kind = domain::ownKind();
            action.payload = domain::toJson(domain::OwnerEdit{
                .nativeId = edit.nativeId, .kind = edit.kind, .owners = *edit.owners});
            action.base = domain::ownersSide(edit.ownersBefore);
            actions.append(std::move(action));
        }
    }
    return perform(actions);
}

QFuture<Result<Operation>> PortalCommands::release(qint64 id)
{
    return m_operations.advance(id, OperationEvent::Release, [](Operation &one) {
        one.recovered = false;
        // Why it was held back says nothing about what comes of it now.
        one.errorCode.clear();
        one.errorText.clear();
    });
}

QFuture<Result<void>> PortalCommands::undo(qint64 id)
{
    return m_operations.undo(id);
}

QFuture<Result<Operation>> PortalCommands::retry(const Operation &operation)
{
    if (operation.state == OperationState::Staged)
        return release(operation.id);
    return m_operations.advance(
        operation.id, OperationEvent::Retry, [seen = operation](Operation &one) {
            one.nextAttempt = {};
            if (seen.state != OperationState::Conflict)
                return;
            one.baseRevision = seen.theirRevision; // that the person saw, and goes over
            one.base = seen.theirs;
        });
}

QFuture<Result<void>> PortalCommands::discard(qint64 id)
{
    return m_operations.discard(id);
}

QFuture<Result<store::JoinStep>> PortalCommands::decide(store::JoinStep step, const QString &who)
{
    const auto now = m_clock.now();
    for (auto &decision : step.made) {
        decision.who = who;
        decision.at = now;
    }
    return restore(std::move(step));
}

QFuture<Result<store::JoinStep>> PortalCommands::restore(store::JoinStep back)
{
    return m_work != nullptr ? m_work->decide(std::move(back)) : withoutWork<store::JoinStep>();
}

QFuture<Result<void>> PortalCommands::arrange(QList<QUuid> accounts)
{
    return m_work != nullptr ? m_work->arrange(std::move(accounts)) : withoutWork<void>();
}

QFuture<Result<void>> PortalCommands::putBack(const QList<Operation> &operations)
{
    return m_operations.restore(operations);
}

QFuture<Result<QList<Operation>>> PortalCommands::operations()
{
    return m_operations.operations();
}

Sides sidesOf(const Operation &operation)
{
    return {operation.base, operation.payload, operation.theirs};
}

} // namespace portolan::sync
