// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/operations.h"
#include "app/cli/output.h"
#include "app/cli/secretinput.h"
#include "app/composition/demofolder.h"
#include "models/items/standingkeeper.h"
#include "models/sync/signingrules.h"
#include "models/sync/syncsocket.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

// How long a sync waits for another command that pulls and answers no questions.
constexpr qint64 lockPatienceMs = 30'000; // for one that only holds the lock, and answers nobody
constexpr int lockPollMs = 200;
// As where sending failed: what is in doubt may not have been done either.
constexpr int leftStatus = 4;

void showProgress(const sync::Engine &engine)
{
    if (isatty(STDERR_FILENO) == 0)
        return;
    QObject::connect(&engine, &sync::Engine::progressed, &engine,
                     [](const QString &account, qint64 done, qint64 total, const QString &what) {
                         const auto line = total > 0
                             ? u"%1: %2 of %3 %4"_s.arg(account).arg(done).arg(total).arg(what)
                             : done > 0 ? u"%1: %2 %3"_s.arg(account).arg(done).arg(what)
                                        : u"%1: %2"_s.arg(account, what);
                         std::fprintf(stderr, "\r\033[K%s", plain(line).toUtf8().constData());
                     });
    QObject::connect(&engine, &sync::Engine::runningChanged, &engine, [](bool running) {
        if (!running)
            std::fputs("\r\033[K", stderr);
    });
}

//! Only the results of the demo are at stake when it fails: the accounts are read all the same.
Result<void> freshenDemo(Context &context)
{
    const auto store = context.store();
    if (!store)
        return tl::unexpected(store.error());
    const auto accounts = await((*store)->accounts().accounts());
    if (!accounts)
        return tl::unexpected(accounts.error());
    const auto mesh = app::demoMesh((*store)->profile());
    const auto moved = app::freshenDemo(*accounts, mesh, context.clock().now());
    if (!moved)
        return tl::unexpected(moved.error());
    return *moved ? await((*store)->accounts().put(**moved)) : Result<void>();
}

//! Syncs here, or lets the process do it that holds the lock; waits for one that only holds it.
Result<sync::SyncReport> syncSomewhere(Context &context, sync::Engine &engine,
                                       const QStringList &accounts, bool full, bool hasToken)
{
    const auto profile = context.profile();
    if (!profile)
        return tl::unexpected(profile.error());
    if (const auto fresh = freshenDemo(context); !fresh)
        std::fprintf(stderr, "portolan-cli: %s\n",
                     plain(fresh.error().detail).toUtf8().constData());
    QElapsedTimer patience;
    patience.start();
    for (;;) {
        const auto locked = engine.takeLock();
        if (locked)
            return await(engine.sync(accounts, full));
        if (locked.error().kind != Error::Kind::Busy) // nobody has it whom one could ask
            return tl::unexpected(locked.error());
        // The token is ours alone: who holds the lock would sync without it.
        auto answered = hasToken
            ? Result<sync::SyncReport>(tl::unexpected(locked.error()))
            : sync::askForSync(sync::syncSocketName(profile->socketName()), accounts, full);
        if (answered || answered.error().kind != Error::Kind::Busy)
            return answered;
        if (patience.elapsed() > lockPatienceMs)
            return tl::unexpected(locked.error());
        usleep(lockPollMs * 1000);
    }
}

//! The account whose secret comes on standard input: the one named, else the only one with one.
Result<store::Account> accountOfToken(Context &context, const sync::Engine &engine,
                                      const QStringList &names)
{
    const auto store = context.store();
    if (!store)
        return tl::unexpected(store.error());
    const auto accounts = await((*store)->accounts().accounts());
    if (!accounts)
        return tl::unexpected(accounts.error());
    QList<store::Account> fitting;
    for (const auto &account : *accounts) {
        const auto *adapter = engine.platform(account.platform);
        const auto way = adapter
            ? sync::signInWayOf(sync::settingsOf(account), adapter->signInWays())
            : platforms::SignInWay::None;
        if ((names.isEmpty() || names.contains(account.name)) && !account.url.isEmpty()
            && way != platforms::SignInWay::None)
            fitting.append(account);
    }
    if (fitting.size() != 1) {
        return failure(Error::Kind::Usage,
                       fitting.isEmpty()
                           ? u"--token-stdin: no account that is asked for signs in"_s
                           : u"--token-stdin is for one account; name it with --account"_s);
    }
    return fitting.first();
}

//! Reads the secret of one account, which is forgotten at the end.
Result<void> takeToken(Context &context, const sync::Engine &engine, const Arguments &arguments)
{
    const auto account = accountOfToken(context, engine, arguments.options.value(u"account"_s));
    if (!account)
        return tl::unexpected(account.error());
    secrets::AccountSecrets secrets;
    auto token = readSecret(u"Token"_s);
    if (!token)
        return tl::unexpected(token.error());
    secrets.token = *std::move(token);
    if (arguments.has(u"key-password-stdin"_s)) {
        auto password = readSecret(u"Password of the key"_s);
        if (!password)
            return tl::unexpected(password.error());
        secrets.clientKeyPassword = *std::move(password);
    }
    context.connections().clients().hand(account->id, std::move(secrets));
    return {};
}

//! The document, with what waits for a decision or is in doubt: that stands in the outbox and not
//! in the report, since it was there before this sync and is there behind it.
QJsonObject documentOf(const sync::SyncReport &report, const Result<QMap<QString, Stuck>> &stuck)
{
    auto document = sync::reportJson(report);
    if (!stuck) // left out is not known
        return document;
    QJsonArray accounts;
    for (const auto account : document.value(u"accounts"_s).toArray()) {
        auto object = account.toObject();
        const auto waiting = stuck->value(object.value(u"account"_s).toString());
        object.insert(u"waiting"_s, waiting.operations);
        object.insert(u"doubtful"_s, waiting.doubtful);
        object.insert(u"unsent"_s, waiting.unsent);
        if (waiting.operations > 0)
            object.insert(u"waitsFor"_s, QJsonArray::fromStringList(waiting.behind));
        accounts.append(object);
    }
    document.insert(u"accounts"_s, accounts);
    return document;
}

//! \a stuck: what waits for a decision, by the names of accounts.
void printReport(const sync::SyncReport &report, const Result<QMap<QString, Stuck>> &stuck)
{
    for (const auto &account : report.accounts) {
        const auto &counts = account.counts;
        printLine(u"%1: %2, %3 added, %4 changed, %5 removed, %6 unchanged in %7 ms"_s
                      .arg(account.account, account.state)
                      .arg(counts.added)
                      .arg(counts.changed)
                      .arg(counts.removed)
                      .arg(counts.unchanged)
                      .arg(account.durationMs));
        if (account.sent + account.conflicts + account.rejected > 0) {
            printLine(u"  %1 sent, %2 in conflict, %3 rejected; `outbox list` names them"_s
                          .arg(account.sent)
                          .arg(account.conflicts)
                          .arg(account.rejected));
        }
        const auto waiting = stuck ? stuck->value(account.account) : Stuck();
        if (waiting.operations > 0) {
            printLine(u"  %1 not sent: behind what was refused, is in conflict or is held back; "
                      "`outbox list` says behind which"_s.arg(waiting.operations));
        }
        if (waiting.unsent > 0)
            printLine(u"  %1 not sent; the next sync tries again"_s.arg(waiting.unsent));
        if (waiting.doubtful > 0) {
            printLine(u"  %1 in doubt: sent, and no certain answer came; the next sync looks "
                      "whether it was done"_s.arg(waiting.doubtful));
        }
        for (const auto &problem : account.problems)
            printLine(u"  "_s + domain::lineOf(problem));
    }
}

//! What waits for a decision after a sync; a report is worth printing also where this is unknown.
Result<QMap<QString, Stuck>> stuckNow(Context &context)
{
    const auto store = context.store();
    if (!store)
        return tl::unexpected(store.error());
    sync::PortalCommands commands((*store)->operations(), context.clock());
    const auto outbox = readOutbox(**store, commands);
    return outbox ? Result<QMap<QString, Stuck>>(stuckIn(*outbox)) : tl::unexpected(outbox.error());
}

//! Says on standard error what of \a account was not done.
void sayTrouble(const sync::AccountReport &account)
{
    if (account.error)
        fail({account.error->kind, account.account + u": "_s + account.error->detail});
    else if (account.postponed > 0)
        fail({Error::Kind::Offline,
              u"%1: %2 not sent, and tried again by the next sync: %3"_s.arg(account.account)
                  .arg(account.postponed)
                  .arg(account.why)});
    else if (account.held > 0)
        fail({Error::Kind::BadInput,
              u"%1: %2 not sent, and a draft again: %3"_s.arg(account.account)
                  .arg(account.held)
                  .arg(account.why)});
}

int run(Context &context, const Arguments &arguments)
{
    if (!arguments.positional.isEmpty())
        return fail({Error::Kind::Usage, u"sync takes no words; name accounts with --account"_s});
    const auto engine = context.engine();
    if (!engine)
        return fail(engine.error());
    const bool hasToken = arguments.has(u"token-stdin"_s);
    if (hasToken) {
        if (const auto taken = takeToken(context, **engine, arguments); !taken)
            return fail(taken.error());
    }
    showProgress(**engine);
    const auto report = syncSomewhere(context, **engine, arguments.options.value(u"account"_s),
                                      arguments.has(u"full"_s), hasToken);
    if (!report)
        return fail(report.error());
    const auto stuck = stuckNow(context);
    if (arguments.json)
        printDocument(documentOf(*report, stuck));
    else
        printReport(*report, stuck);
    // A window that synced for us keeps the standings itself.
    if ((*engine)->holdsLock()) {
        const auto store = context.store();
        if (const auto renewed = store ? items::renewStandings(**store, context.clock().now())
                                       : Result<void>(tl::unexpected(store.error()));
            !renewed)
            return fail(renewed.error());
    }
    for (const auto &account : report->accounts)
        sayTrouble(account);
    const auto isLeft = [&](const auto &account) {
        const auto of = stuck->value(account.account);
        return of.doubtful + of.unsent > 0;
    };
    const bool isAnyLeft =
        stuck && std::any_of(report->accounts.begin(), report->accounts.end(), isLeft);
    const int status = report->exitStatus();
    return status == 0 && isAnyLeft ? leftStatus : status;
}

} // namespace

Command syncCommand()
{
    return {.name = u"sync"_s,
            .usage = u"[--account NAME…]"_s,
            .summary = u"send what waits, then read what changed, for every account"_s,
            .options = {{u"account"_s, u"NAME"_s, u"only this account; may be repeated"_s},
                        {u"full"_s, {}, u"read everything again, also what seems unchanged"_s},
                        {u"token-stdin"_s,
                         {},
                         u"the token or password of one account is the first line of stdin"_s},
                        {u"key-password-stdin"_s,
                         {},
                         u"the password of its client key is the next line"_s}},
            .run = run};
}

} // namespace portolan::cli
