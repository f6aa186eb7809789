// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/portalcommands.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

namespace {

using domain::Operation;
using domain::OperationEvent;
using domain::OperationState;

QByteArray json(const QString &name, const QString &value)
{
    return QJsonDocument(QJsonObject{{name, value}}).toJson(QJsonDocument::Compact);
}

} // namespace

QFuture<Result<QList<Operation>>> PortalCommands::perform(const QList<Action> &actions)
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
    return m_operations.enqueue(std::move(operations));
}

QFuture<Result<QList<Operation>>> PortalCommands::edit(const Edit &edit)
{
    const Action one{
        .account = edit.account, .objectId = edit.nativeId, .baseRevision = edit.baseRevision};
    QList<Action> actions;
    if (edit.description) {
        auto action = one;
        action.kind = u"edit.description"_s;
        action.payload = json(u"description"_s, *edit.description);
        action.base = json(u"description"_s, edit.descriptionBefore);
        actions.append(std::move(action));
    }
    const auto addTags = [&](const QString &kind, const QStringList &tags) {
        for (const auto &tag : tags) {
            auto action = one;
            action.kind = kind;
            action.payload = json(u"tag"_s, tag);
            actions.append(std::move(action));
        }
    };
    addTags(u"tag.add"_s, edit.addedTags);
    addTags(u"tag.remove"_s, edit.removedTags);
    return perform(actions);
}

QFuture<Result<Operation>> PortalCommands::release(qint64 id)
{
    return m_operations.advance(id, OperationEvent::Release,
                                [](Operation &one) { one.recovered = false; });
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

QFuture<Result<QList<Operation>>> PortalCommands::operations()
{
    return m_operations.operations();
}

Sides sidesOf(const Operation &operation)
{
    return {operation.base, operation.payload, operation.theirs};
}

} // namespace portolan::sync
