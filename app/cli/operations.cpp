// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/operations.h"

#include "app/cli/context.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "models/base/identity.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Operation;
using domain::OperationState;

//! Whether a person has to say first what becomes of it.
bool isUndecided(OperationState state)
{
    return state == OperationState::Conflict || state == OperationState::Rejected
        || state == OperationState::Staged;
}

//! JSON as it was given; a text where it is none.
QJsonValue jsonValue(const QByteArray &bytes)
{
    const auto document = QJsonDocument::fromJson(bytes);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object())
                               : QJsonValue(QString::fromUtf8(bytes));
}

//! What has to be done, or decided, before \a operation is sent; null where it is its turn.
const Operation *before(const Operation &operation, const Outbox &outbox)
{
    if (operation.state != OperationState::Ready)
        return nullptr;
    for (const auto &other : outbox.operations) {
        if (other.id == operation.id)
            break;
        if (other.account == operation.account && other.objectId == operation.objectId
            && other.state != OperationState::Applied)
            return &other;
    }
    return nullptr;
}

QString waitingText(const Operation &first)
{
    switch (first.state) {
    case OperationState::Conflict:
        return u"waits until %1, a conflict about the same, is decided"_s.arg(first.id);
    case OperationState::Rejected:
        return u"waits until %1 about the same, which was refused, is tried again or discarded"_s
            .arg(first.id);
    case OperationState::Staged:
        return u"waits until %1 about the same, which is held back, is sent or discarded"_s.arg(
            first.id);
    default:
        return u"waits for %1 about the same, which goes first"_s.arg(first.id);
    }
}

QString whyText(const Operation &operation, const Outbox &outbox)
{
    const auto *first = before(operation, outbox);
    QStringList reasons{operation.errorText, first != nullptr ? waitingText(*first) : QString()};
    reasons.removeAll(QString());
    return reasons.join(u"; "_s);
}

void printText(const Outbox &outbox)
{
    if (outbox.operations.isEmpty())
        return printLine(u"nothing in the outbox"_s);
    QList<QStringList> rows;
    for (const auto &operation : outbox.operations) {
        rows.append({QString::number(operation.id), domain::operationStateWord(operation.state),
                     operation.kind, operation.objectId, outbox.accountName(operation.account),
                     timeText(operation.created), whyText(operation, outbox)});
    }
    printTable({u"ID"_s, u"STATE"_s, u"KIND"_s, u"OBJECT"_s, u"ACCOUNT"_s, u"CREATED"_s, u"WHY"_s},
               rows);
    for (const auto &operation : outbox.operations) {
        if (operation.state != OperationState::Conflict)
            continue;
        const auto sides = sync::sidesOf(operation);
        printLine(u"%1 was changed by somebody else meanwhile:"_s.arg(operation.id));
        printLine(u"  base    "_s + QString::fromUtf8(sides.base));
        printLine(u"  mine    "_s + QString::fromUtf8(sides.mine));
        printLine(u"  theirs  "_s + QString::fromUtf8(sides.theirs));
        printLine(u"  `outbox retry %1` sends mine, `outbox discard %1` keeps theirs"_s.arg(
            operation.id));
    }
}

} // namespace

QString Outbox::accountName(const QUuid &id) const
{
    for (const auto &account : accounts) {
        if (account.id == id)
            return account.name;
    }
    return idText(id);
}

Result<Operation> Outbox::find(const QString &reference) const
{
    for (const auto &operation : operations) {
        if (QString::number(operation.id) == reference || idText(operation.key) == reference)
            return operation;
    }
    return failure(Error::Kind::NotFound,
                   u"there is no operation \"%1\"; `outbox list` names them"_s.arg(reference));
}

QMap<QString, Stuck> stuckIn(const Outbox &outbox)
{
    QMap<QString, Stuck> stuck;
    for (const auto &operation : outbox.operations) {
        if (operation.state == OperationState::Ambiguous)
            ++stuck[outbox.accountName(operation.account)].doubtful;
        const auto *first = before(operation, outbox);
        if (first == nullptr || !isUndecided(first->state)) {
            if (operation.state == OperationState::Ready)
                ++stuck[outbox.accountName(operation.account)].unsent;
            continue;
        }
        auto &ofAccount = stuck[outbox.accountName(operation.account)];
        ++ofAccount.operations;
        if (const auto id = QString::number(first->id); !ofAccount.behind.contains(id))
            ofAccount.behind.append(id);
    }
    return stuck;
}

Result<Outbox> readOutbox(store::Store &store, sync::PortalCommands &commands)
{
    auto operations = await(commands.operations());
    auto accounts = await(store.accounts().accounts());
    if (!operations || !accounts)
        return tl::unexpected(operations ? accounts.error() : operations.error());
    return Outbox{std::move(*operations), std::move(*accounts)};
}

QJsonObject operationJson(const Operation &operation, const Outbox &outbox)
{
    QJsonObject object{{u"id"_s, QString::number(operation.id)},
                       {u"key"_s, idText(operation.key)},
                       {u"kind"_s, operation.kind},
                       {u"object"_s, operation.objectId},
                       {u"account"_s, outbox.accountName(operation.account)},
                       {u"state"_s, domain::operationStateWord(operation.state)},
                       {u"attempts"_s, operation.attempts},
                       {u"created"_s, timeText(operation.created)}};
    insertText(object, u"nativeId"_s, operation.nativeId);
    insertText(object, u"lastError"_s, operation.errorText);
    insertText(object, u"lastErrorCode"_s, operation.errorCode);
    insertText(object, u"requestId"_s, operation.requestId);
    insertText(object, u"baseRevision"_s, operation.baseRevision);
    if (const auto *first = before(operation, outbox))
        object.insert(u"waitsFor"_s, QString::number(first->id));
    if (operation.recovered)
        object.insert(u"recovered"_s, true);
    if (operation.state == OperationState::Conflict) {
        const auto sides = sync::sidesOf(operation);
        object.insert(u"base"_s, jsonValue(sides.base));
        object.insert(u"mine"_s, jsonValue(sides.mine));
        object.insert(u"theirs"_s, jsonValue(sides.theirs));
        insertText(object, u"theirRevision"_s, operation.theirRevision);
    }
    return object;
}

int printOperations(const Outbox &outbox, const QString &command, const Arguments &arguments)
{
    if (!arguments.json) {
        printText(outbox);
        return 0;
    }
    QJsonArray list;
    for (const auto &operation : outbox.operations)
        list.append(operationJson(operation, outbox));
    printDocument({{u"format"_s, u"portolan.%1/1"_s.arg(command)}, {u"operations"_s, list}});
    return 0;
}

} // namespace portolan::cli
