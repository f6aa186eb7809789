// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "models/base/identity.h"
#include "models/sync/portalcommands.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Operation;
using domain::OperationState;

//! The outbox with the names of the accounts.
struct Outbox
{
    QList<Operation> operations;
    QList<store::Account> accounts;

    QString accountName(const QUuid &id) const
    {
        for (const auto &account : accounts) {
            if (account.id == id)
                return account.name;
        }
        return idText(id); // removed since
    }

    //! The one that \a reference is the id or the key of.
    Result<Operation> find(const QString &reference) const
    {
        for (const auto &operation : operations) {
            if (QString::number(operation.id) == reference || idText(operation.key) == reference)
                return operation;
        }
        return failure(Error::Kind::NotFound,
                       u"there is no operation \"%1\"; `outbox list` names them"_s.arg(reference));
    }
};

Result<Outbox> readOutbox(store::Store &store, sync::PortalCommands &commands)
{
    auto operations = await(commands.operations());
    auto accounts = await(store.accounts().accounts());
    if (!operations || !accounts)
        return tl::unexpected(operations ? accounts.error() : operations.error());
    return Outbox{std::move(*operations), std::move(*accounts)};
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
    if (operation.recovered)
        object.insert(u"recovered"_s, true);
    if (operation.state == OperationState::Conflict) {
        const auto sides = sync::sidesOf(operation);
        object.insert(u"base"_s, jsonValue(sides.base));
        object.insert(u"mine"_s, jsonValue(sides.mine));
        object.insert(u"theirs"_s, jsonValue(sides.theirs));
    }
    return object;
}

void printText(const Outbox &outbox)
{
    if (outbox.operations.isEmpty())
        return printLine(u"nothing in the outbox"_s);
    QList<QStringList> rows;
    for (const auto &operation : outbox.operations) {
        rows.append({QString::number(operation.id), domain::operationStateWord(operation.state),
                     operation.kind, operation.objectId, outbox.accountName(operation.account),
                     timeText(operation.created), operation.errorText});
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

int print(const Outbox &outbox, const Arguments &arguments)
{
    if (!arguments.json) {
        printText(outbox);
        return 0;
    }
    QJsonArray list;
    for (const auto &operation : outbox.operations)
        list.append(operationJson(operation, outbox));
    printDocument({{u"format"_s, u"portolan.outbox/1"_s}, {u"operations"_s, list}});
    return 0;
}

//! Without an id, what a person has to decide about one by one is left alone: conflicts, drafts,
//! and what was saved from a damaged file.
Result<QList<Operation>> toRetry(const Outbox &outbox, const QString &reference)
{
    if (!reference.isEmpty()) {
        const auto one = outbox.find(reference);
        return one ? Result<QList<Operation>>(QList{*one}) : tl::unexpected(one.error());
    }
    QList<Operation> all;
    for (const auto &operation : outbox.operations) {
        if (operation.state == OperationState::Ready || operation.state == OperationState::Ambiguous
            || operation.state == OperationState::Rejected)
            all.append(operation);
    }
    return all;
}

int retry(sync::PortalCommands &commands, Outbox outbox, const Arguments &arguments)
{
    const auto chosen = toRetry(outbox, arguments.positional.value(1));
    if (!chosen)
        return fail(chosen.error());
    outbox.operations.clear();
    for (const auto &operation : *chosen) {
        const auto retried = await(commands.retry(operation));
        if (!retried)
            return fail(retried.error());
        outbox.operations.append(*retried);
    }
    return print(outbox, arguments);
}

int discard(sync::PortalCommands &commands, Outbox outbox, const Arguments &arguments)
{
    const auto reference = arguments.positional.value(1);
    if (reference.isEmpty())
        return fail({Error::Kind::Usage, u"outbox discard needs the id of an operation"_s});
    const auto one = outbox.find(reference);
    if (!one)
        return fail(one.error());
    if (const auto gone = await(commands.discard(one->id)); !gone)
        return fail(gone.error());
    outbox.operations = {*one};
    return print(outbox, arguments);
}

int run(Context &context, const Arguments &arguments)
{
    const auto word = arguments.positional.value(0, u"list"_s);
    if (arguments.positional.size() > (word == u"list"_s ? 1 : 2))
        return fail({Error::Kind::Usage, u"outbox %1 takes fewer words"_s.arg(word)});
    const auto store = context.store();
    if (!store)
        return fail(store.error());
    sync::PortalCommands commands((*store)->operations(), context.clock());
    auto outbox = readOutbox(**store, commands);
    if (!outbox)
        return fail(outbox.error());
    if (word == u"list"_s)
        return print(*outbox, arguments);
    if (word == u"retry"_s)
        return retry(commands, std::move(*outbox), arguments);
    if (word == u"discard"_s)
        return discard(commands, std::move(*outbox), arguments);
    return fail(
        {Error::Kind::Usage, u"outbox knows list, retry and discard, not \"%1\""_s.arg(word)});
}

} // namespace

Command outboxCommand()
{
    return {.name = u"outbox"_s,
            .usage = u"[list|retry [ID]|discard ID]"_s,
            .summary = u"what was done and waits to be sent, or needs a decision"_s,
            .options = {},
            .run = run};
}

} // namespace portolan::cli
