// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accountlookup.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/signinoptions.h"
#include "app/composition/demofolder.h"
#include "models/sync/accountorder.h"
#include "models/sync/pullrun.h"
#include "models/sync/serverrecord.h"
#include "models/sync/waiting.h"

#include <QDir>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! What keeps an account from being read, in a word; empty where nothing is known to.
QString obstacle(Context &context, const store::Account &account)
{
    if (account.url.isEmpty())
        return {};
    switch (await(context.connections().clients().state(sync::settingsOf(account)))) {
    case signin::SignInState::TokenNeeded:
        return u"token needed"_s;
    case signin::SignInState::SignedOut:
        return u"signed out"_s;
    case signin::SignInState::KeyringLocked:
        return u"keyring locked"_s;
    case signin::SignInState::Unknown:
    case signin::SignInState::NotNeeded:
    case signin::SignInState::SignedIn:
        break;
    }
    return {};
}

int listAccounts(Context &context, const Arguments &arguments)
{
    const auto accounts = accountsOf(context);
    if (!accounts)
        return fail(accounts.error());
    const auto engine = context.engine();
    const auto states = await((*context.store())->pullStates());
    if (!engine || !states)
        return fail(engine ? states.error() : engine.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const auto &account : *accounts) {
        const auto state = std::find_if(states->begin(), states->end(), [&](const auto &candidate) {
            return candidate.account == account.id;
        });
        auto word = obstacle(context, account);
        if (word.isEmpty() && state != states->end())
            word = state->state;
        const auto object = accountJson(account, word, capabilitiesOf(**engine, account));
        list.append(object);
        rows.append({account.name, account.platform, object.value(u"state"_s).toString(),
                     account.folder.isEmpty() ? account.url : account.folder,
                     sync::domainsOf(account).join(u", "_s)});
    }
    QStringList head{u"ACCOUNT"_s, u"PLATFORM"_s, u"STATE"_s, u"PLACE"_s, u"DOMAINS"_s};
    // Most accounts keep all of them.
    if (std::all_of(rows.begin(), rows.end(),
                    [](const auto &row) { return row.last().isEmpty(); })) {
        head.removeLast();
        for (auto &row : rows)
            row.removeLast();
    }
    if (arguments.json)
        printDocument({{u"format"_s, u"portolan.accounts/1"_s}, {u"accounts"_s, list}});
    else
        printTable(head, rows);
    return 0;
}

int listPlatforms(Context &context, const Arguments &arguments)
{
    const auto engine = context.engine();
    if (!engine)
        return fail(engine.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const auto &platform : (*engine)->platforms()) {
        const auto words = platforms::capabilityWords(platform->capabilities());
        QStringList ways;
        for (const auto way : platform->signInWays().ways)
            ways.append(platforms::signInWord(way));
        list.append(QJsonObject{{u"platform"_s, platform->name()},
                                {u"capabilities"_s, QJsonArray::fromStringList(words)},
                                {u"signIn"_s, QJsonArray::fromStringList(ways)}});
        rows.append({platform->name(), ways.join(u", "_s), words.join(u", "_s)});
    }
    if (arguments.json)
        printDocument({{u"format"_s, u"portolan.accounts/1"_s}, {u"platforms"_s, list}});
    else
        printTable({u"PLATFORM"_s, u"SIGN-IN"_s, u"CAN"_s}, rows);
    return 0;
}

//! The account of the demo mesh, which is made where there is none in this profile.
Result<store::Account> demoAccount(Context &context, const Arguments &arguments)
{
    if (app::demoFolder().isEmpty())
        return failure(Error::Kind::NotFound, u"the demo mesh is not installed"_s);
    const auto profile = context.profile();
    if (!profile)
        return tl::unexpected(profile.error());
    const auto mesh = app::demoMesh(*profile);
    if (const auto brought = mesh.bring(context.clock().now()); !brought)
        return tl::unexpected(brought.error());
    auto account = app::demoAccount(mesh);
    account.name = arguments.value(u"name"_s, account.name);
    return account;
}

//! The account that the arguments describe, not yet checked.
Result<store::Account> described(Context &context, const Arguments &arguments)
{
    const auto platform = arguments.positional.value(1);
    if (platform == u"demo"_s)
        return demoAccount(context, arguments);
    if (platform.isEmpty())
        return failure(Error::Kind::Usage,
                       u"accounts add needs a platform; `accounts platforms` lists them"_s);
    if (!arguments.has(u"folder"_s) && !arguments.has(u"url"_s))
        return failure(Error::Kind::Usage, u"accounts add needs --folder or --url"_s);
    const auto folder = arguments.has(u"folder"_s)
        ? QDir::cleanPath(QDir::current().absoluteFilePath(arguments.value(u"folder"_s)))
        : QString();
    store::Account account{
        .id = QUuid::createUuid(),
        .name = arguments.value(u"name"_s, folder.isEmpty() ? platform : QDir(folder).dirName()),
        .platform = platform,
        .folder = folder,
        .url = arguments.value(u"url"_s)};
    const auto done = describeAccess(account, arguments);
    return done ? Result<store::Account>(account) : tl::unexpected(done.error());
}

//! Gives \a account its place among the others, whose names it may not have.
Result<void> takePlace(Context &context, store::Account &account)
{
    const auto existing = accountsOf(context);
    if (!existing)
        return tl::unexpected(existing.error());
    for (const auto &other : *existing) {
        if (other.name == account.name && other.id != account.id) {
            return failure(
                Error::Kind::Usage,
                u"an account is called \"%1\" already; choose another --name"_s.arg(account.name));
        }
        account.position = std::max(account.position, other.position + 1);
    }
    if (account.name.trimmed().isEmpty())
        return failure(Error::Kind::Usage, u"an account needs a --name"_s);
    return {};
}

//! The adapter of \a account.
Result<const platforms::Platform *> adapterOf(const sync::Engine &engine,
                                              const store::Account &account)
{
    const auto *adapter = engine.platform(account.platform);
    if (!adapter) {
        return failure(Error::Kind::Usage,
                       u"there is no platform \"%1\"; `accounts platforms` lists them"_s.arg(
                           account.platform));
    }
    return adapter;
}

//! Signs in to \a account and tries it: what was found. What is handed over is in memory alone; a
//! keyring that has something of the account keeps it until the new secret is known to work.
Result<QString> signedInAndTried(Context &context, sync::Engine &engine,
                                 const store::Account &account, const Arguments &arguments,
                                 secrets::AccountSecrets before = {})
{
    if (!account.url.isEmpty()) {
        if (const auto done = signIn(context, account, arguments, std::move(before)); !done)
            return tl::unexpected(done.error());
    }
    if (arguments.has(u"no-check"_s))
        return QString();
    return await(engine.check(account));
}

int addAccount(Context &context, const Arguments &arguments)
{
    auto account = described(context, arguments);
    if (!account)
        return fail(account.error());
    const auto engine = context.engine();
    const auto placed = engine ? takePlace(context, *account) : tl::unexpected(engine.error());
    if (!placed)
        return fail(placed.error());
    if (!account->url.isEmpty()) {
        const auto adapter = adapterOf(**engine, *account);
        const auto described = adapter ? describeSignIn(*account, arguments, **adapter)
                                       : Result<void>(tl::unexpected(adapter.error()));
        if (!described)
            return fail(described.error());
    }
    const auto tried = signedInAndTried(context, **engine, *account, arguments);
    if (!tried) {
        // Nobody would ever end the session that was begun for an account that does not come about.
        if (account->options.contains(u"issuer"_s))
            static_cast<void>(await(context.entry(**engine).drop(*account)));
        return fail(tried.error());
    }
    const auto &found = *tried;
    const auto others = accountsOf(context);
    auto &accounts = (*context.store())->accounts();
    if (const auto stored = await(accounts.put(*account)); !stored)
        return fail(stored.error());
    if (others) // where they cannot be read it stays behind them
        static_cast<void>(await(accounts.arrange(sync::orderWith(*others, *account))));
    if (!account->url.isEmpty()) {
        if (const auto kept = keepSecrets(context, *account); !kept)
            return fail(kept.error());
    }
    if (arguments.json) {
        const auto words = capabilitiesOf(**engine, *account);
        printDocument({{u"format"_s, u"portolan.accounts/1"_s},
                       {u"accounts"_s, QJsonArray{accountJson(*account, {}, words)}}});
    } else {
        printLine(u"added %1%2"_s.arg(account->name, found.isEmpty() ? found : u": "_s + found));
    }
    return 0;
}

//! An error where something waits for \a account and nobody said that it may be lost.
Result<void> nothingIsLost(Context &context, const store::Account &account,
                           const Arguments &arguments)
{
    const auto all = await((*context.store())->operations().operations());
    if (!all)
        return tl::unexpected(all.error());
    const auto undone = sync::undoneOf(*all, account.id);
    if (undone.isEmpty() || arguments.has(u"discard"_s))
        return {};
    QStringList ids;
    for (const auto &operation : undone)
        ids.append(QString::number(operation.id));
    return failure(
        Error::Kind::Usage,
        u"“%2” has %1 in the outbox that would never be done (%3): send what waits with `sync "
        "--account \"%2\"`, or give it up with `accounts remove \"%2\" --discard`"_s.arg(ids.size())
            .arg(account.name, ids.join(u", "_s)));
}

int removeAccount(Context &context, const Arguments &arguments)
{
    const auto account = accountNamed(context, arguments);
    if (!account)
        return fail(account.error());
    // Whoever pulls it meanwhile would bring it back.
    const auto engine = context.engine();
    const auto alone = engine ? (*engine)->takeLock() : tl::unexpected(engine.error());
    if (!alone)
        return fail(alone.error());
    if (const auto safe = nothingIsLost(context, *account, arguments); !safe)
        return fail(safe.error());
    if (const auto removed = await((*context.store())->accounts().remove(account->id)); !removed)
        return fail(removed.error());
    if (const auto removed = await((*context.store())->removeAccount(account->id)); !removed)
        return fail(removed.error());
    // Where no keyring answers, it has nothing of the account that could stay behind.
    if (!account->url.isEmpty()) {
        auto &clients = context.connections().clients();
        const auto forgotten = await(context.entry(**engine).drop(*account));
        if (!forgotten && await(clients.keyring()) != secrets::KeyringState::Absent) {
            return fail({forgotten.error().kind,
                         u"the account is removed, its secret stays in the keyring: "_s
                             + forgotten.error().detail});
        }
    }
    if (arguments.json)
        printDocument({{u"format"_s, u"portolan.accounts/1"_s}, {u"removed"_s, account->name}});
    else
        printLine(u"removed "_s + account->name);
    return 0;
}

//! Signs in again to an account that is there: what it reads and has read stays.
int signInAgain(Context &context, const Arguments &arguments)
{
    auto account = accountNamed(context, arguments);
    const auto engine = context.engine();
    const auto adapter = account && engine ? adapterOf(**engine, *account)
                                           : Result<const platforms::Platform *>(tl::unexpected(
                                               account ? engine.error() : account.error()));
    if (!adapter)
        return fail(adapter.error());
    if (account->url.isEmpty())
        return fail({Error::Kind::Usage, u"one does not sign in to a folder"_s});
    if (const auto described = describeSignIn(*account, arguments, **adapter); !described)
        return fail(described.error());
    auto before = await(context.connections().clients().passwords(sync::settingsOf(*account)));
    if (!before)
        return fail(before.error());
    const auto tried = signedInAndTried(context, **engine, *account, arguments, *std::move(before));
    if (!tried)
        return fail(tried.error());
    if (const auto stored = await((*context.store())->accounts().put(*account)); !stored)
        return fail(stored.error());
    if (const auto kept = keepSecrets(context, *account); !kept)
        return fail(kept.error());
    if (arguments.json)
        printDocument({{u"format"_s, u"portolan.accounts/1"_s}, {u"signedIn"_s, account->name}});
    else
        printLine(u"signed in to %1%2"_s.arg(account->name,
                                             tried->isEmpty() ? *tried : u": "_s + *tried));
    return 0;
}

int run(Context &context, const Arguments &arguments)
{
    const auto word = arguments.positional.value(0, u"list"_s);
    if (word == u"list"_s)
        return listAccounts(context, arguments);
    if (word == u"platforms"_s)
        return listPlatforms(context, arguments);
    if (word == u"add"_s)
        return addAccount(context, arguments);
    if (word == u"remove"_s)
        return removeAccount(context, arguments);
    if (word == u"edit"_s)
        return editAccount(context, arguments);
    if (word == u"sign-in"_s)
        return signInAgain(context, arguments);
    return fail(
        {Error::Kind::Usage,
         u"accounts knows list, platforms, add, edit, sign-in and remove, not \"%1\""_s.arg(word)});
}

} // namespace

Command accountsCommand()
{
    return {.name = u"accounts"_s,
            .usage = u"[list|platforms|add PLATFORM|edit NAME|sign-in NAME|remove NAME]"_s,
            .summary = u"the folders and platforms that are read"_s,
            .options =
                QList<Option>{
                    {u"name"_s, u"NAME"_s, u"what to call the account; with edit, its new name"_s},
                    {u"folder"_s, u"DIR"_s, u"the workspace of a files account"_s},
                    {u"url"_s, u"URL"_s, u"the address of a live platform"_s},
                    {u"as"_s, u"WHO"_s,
                     u"who acts there, \"Name <address>\"; else git's user of the folder"_s},
                    {u"other-requests"_s, u"yes|no"_s,
                     u"whether this folder takes requests for what no platform takes any for"_s},
                    {u"no-check"_s, {}, u"store what is given without trying it"_s},
                    {u"discard"_s,
                     {},
                     u"with remove: give up what waits for the account in the outbox"_s}}
                + signInOptions() + connectionOptions(),
            .run = run};
}

} // namespace portolan::cli
