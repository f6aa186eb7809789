// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/operations.h"
#include "app/cli/output.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Operation;
using domain::OperationState;

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
    const auto left = outbox.operations.size() - chosen->size();
    outbox.operations.clear();
    for (const auto &operation : *chosen) {
        const auto retried = await(commands.retry(operation));
        const bool wentOn = !retried && arguments.positional.size() < 2
            && (retried.error().kind == Error::Kind::Usage
                || retried.error().kind == Error::Kind::NotFound);
        if (wentOn) // another process sends it, or has sent it: nobody asked for it by name
            continue;
        if (!retried)
            return fail(retried.error());
        outbox.operations.append(*retried);
    }
    if (outbox.operations.isEmpty() && left > 0 && !arguments.json) {
        printLine(u"nothing to try again without being named; `outbox list` shows what there is"_s);
        return 0;
    }
    return printOperations(outbox, u"outbox"_s, arguments);
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
    if (arguments.json) // what it was
        return printOperations(outbox, u"outbox"_s, arguments);
    const bool mayBeDone =
        one->state == OperationState::Ambiguous || one->doubtful || one->recovered;
    printLine(
        mayBeDone
            ? u"operation %1 is gone: it is not sent again; the platform may have it"_s.arg(one->id)
            : u"operation %1 is gone: it is never sent"_s.arg(one->id));
    return 0;
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
        return printOperations(*outbox, u"outbox"_s, arguments);
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
