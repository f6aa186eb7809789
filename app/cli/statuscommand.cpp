// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

struct AccountStatus
{
    store::Account account;
    store::PullState state;
    store::Counts counts;
};

Result<QList<AccountStatus>> statusOf(store::Store &store)
{
    const auto accounts = await(store.accounts().accounts());
    const auto states = await(store.pullStates());
    if (!accounts || !states)
        return tl::unexpected(accounts ? states.error() : accounts.error());
    QList<AccountStatus> list;
    for (const auto &account : *accounts) {
        AccountStatus status{.account = account};
        const auto state = std::find_if(states->begin(), states->end(), [&](const auto &candidate) {
            return candidate.account == account.id;
        });
        if (state != states->end())
            status.state = *state;
        const auto counts = await(store.counts(account.id));
        if (!counts)
            return tl::unexpected(counts.error());
        status.counts = *counts;
        list.append(status);
    }
    return list;
}

QJsonObject statusJson(const AccountStatus &status)
{
    QJsonObject object{
        {u"account"_s, status.account.name},
        {u"platform"_s, status.account.platform},
        {u"state"_s, status.state.state.isEmpty() ? u"never synced"_s : status.state.state},
        {u"counts"_s, countsJson(status.counts)}};
    if (status.state.lastSync.isValid())
        object.insert(u"lastSync"_s, timeText(status.state.lastSync));
    insertText(object, u"error"_s, status.state.error);
    return object;
}

void printStatus(const QList<AccountStatus> &list, const store::Counts &all, qint64 waiting)
{
    for (const auto &status : list) {
        const auto &state = status.state;
        const auto synced = state.lastSync.isValid() ? timeText(state.lastSync) : QString();
        // Of one that fails, the time is that of the last sync that did not.
        QStringList words{state.state};
        words += synced.isEmpty()   ? u"never synced"_s
            : state.error.isEmpty() ? synced
                                    : QString(u"last synced "_s + synced);
        words.removeAll(QString());
        printLine(u"%1 (%2): %3"_s.arg(status.account.name, status.account.platform,
                                       words.join(u", "_s)));
        if (!status.state.error.isEmpty())
            printLine(u"  "_s + status.state.error);
    }
    for (const auto &[kind, count] : all.perKind)
        printLine(u"%1 %2"_s.arg(count, 9).arg(domain::kindWord(kind)));
    if (waiting > 0)
        printLine(u"%1 waiting in the outbox"_s.arg(waiting, 9));
}

int run(Context &context, const Arguments &arguments)
{
    if (!arguments.positional.isEmpty())
        return fail({Error::Kind::Usage, u"status takes no words"_s});
    const auto store = context.store();
    if (!store)
        return fail(store.error());
    const auto list = statusOf(**store);
    if (!list)
        return fail(list.error());
    const auto all = await((*store)->counts());
    const auto waiting = await((*store)->accounts().waitingCount());
    if (!all || !waiting)
        return fail(all ? waiting.error() : all.error());
    if (!arguments.json) {
        printStatus(*list, *all, *waiting);
        return 0;
    }
    QJsonArray accounts;
    for (const auto &status : *list)
        accounts.append(statusJson(status));
    printDocument({{u"format"_s, u"portolan.status/1"_s},
                   {u"accounts"_s, accounts},
                   {u"counts"_s, countsJson(*all)},
                   {u"edges"_s,
                    QJsonObject{{u"dataset"_s, all->datasetEdges}, {u"field"_s, all->fieldEdges}}},
                   {u"checks"_s, all->checks},
                   {u"checkRuns"_s, all->checkRuns},
                   {u"outbox"_s, *waiting}});
    return 0;
}

} // namespace

Command statusCommand()
{
    return {.name = u"status"_s,
            .usage = {},
            .summary = u"what is cached, and how old it is"_s,
            .options = {},
            .run = run};
}

} // namespace portolan::cli
