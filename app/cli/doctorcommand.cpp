// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundle.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/outputfile.h"
#include "models/store/doctor.h"
#include "models/sync/leftsecrets.h"
#include "models/sync/signingrules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! Whether an account of the profile keeps a secret.
bool keepsSecrets(Context &context)
{
    const auto engine = context.engine();
    const auto accounts = engine ? await((*context.store())->accounts().accounts())
                                 : Result<QList<store::Account>>(tl::unexpected(engine.error()));
    return accounts
        && std::any_of(accounts->begin(), accounts->end(), [&](const store::Account &account) {
               const auto *adapter = (*engine)->platform(account.platform);
               return adapter && !account.url.isEmpty()
                   && sync::signInWayOf(sync::settingsOf(account), adapter->signInWays())
                   != platforms::SignInWay::None;
           });
}

//! How the keyring stands; wrong only where an account misses it.
store::Examination examineKeyring(Context &context, bool isNeeded)
{
    switch (await(context.connections().clients().keyring())) {
    case secrets::KeyringState::Available:
        return {.name = u"keyring"_s, .detail = u"open"_s};
    case secrets::KeyringState::Locked:
        return {.name = u"keyring"_s,
                .ok = !isNeeded,
                .detail = u"locked: the secrets of accounts cannot be read"_s,
                .remedy = u"open the desktop's keyring; nothing has to be entered again"_s};
    case secrets::KeyringState::Absent:
        break;
    }
    return {.name = u"keyring"_s,
            .ok = !isNeeded,
            .detail = u"none answers: tokens and passwords are asked for after each start"_s,
            .remedy = u"install and start one, GNOME Keyring or KWallet, or use "
                      "`sync --token-stdin`"_s};
}

//! What can be done about an account that could not be reached for \a kind.
QString remedyOf(Error::Kind kind, const QString &account)
{
    switch (kind) {
    case Error::Kind::Offline:
    case Error::Kind::Unavailable:
    case Error::Kind::RateLimited:
        return u"look at the network, the proxy and the address; what is cached works without"_s;
    case Error::Kind::Unauthorised:
    case Error::Kind::Forbidden:
        return u"portolan-cli accounts sign-in \"%1\""_s.arg(account);
    case Error::Kind::Untrusted:
        return u"ask who runs the server for the certificate of the organisation, then: "
               "portolan-cli accounts edit \"%1\" --ca-file FILE"_s.arg(account);
    case Error::Kind::NetworkSignIn:
        return u"sign in to the network or its proxy in a browser"_s;
    case Error::Kind::Keychain:
        return u"open the desktop's keyring"_s;
    default:
        return u"look at the address or folder of the account"_s;
    }
}

//! Whether each account can be reached and used, all asked at once.
QList<store::Examination> examineAccounts(Context &context)
{
    const auto engine = context.engine();
    const auto accounts = engine ? await((*context.store())->accounts().accounts())
                                 : Result<QList<store::Account>>(tl::unexpected(engine.error()));
    if (!accounts)
        return {{.name = u"accounts"_s, .ok = false, .detail = accounts.error().detail}};
    QList<QFuture<Result<QString>>> answers;
    for (const auto &account : *accounts) {
        // Nothing is wrong with an account that another process renews.
        const auto alone = (*engine)->takeRenewals(account);
        answers.append(alone ? (*engine)->check(account)
                             : QtFuture::makeReadyFuture(
                                 Result<QString>(u"not asked: "_s + alone.error().detail)));
    }
    QList<store::Examination> checks;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const auto &name = accounts->at(i).name;
        const auto answer = await(answers.at(i));
        checks.append({.name = u"account %1"_s.arg(name),
                       .ok = answer.has_value(),
                       .detail = answer ? *answer : answer.error().detail,
                       .remedy = answer ? QString() : remedyOf(answer.error().kind, name)});
    }
    return checks;
}

//! Writes what others may see to \a path, whole or not at all.
Result<void> writeBundle(const QString &path, const QJsonObject &bundle)
{
    const auto bytes = QJsonDocument(bundle).toJson(QJsonDocument::Indented);
    return writeFile(path, [&bytes](QIODevice &file) -> Result<void> {
        if (file.write(bytes) != bytes.size())
            return failure(Error::Kind::Store, file.errorString());
        return {};
    });
}

int run(Context &context, const Arguments &arguments)
{
    if (!arguments.positional.isEmpty())
        return fail({Error::Kind::Usage, u"doctor takes no words"_s});
    const auto bundle = arguments.value(u"bundle"_s);
    if (arguments.has(u"bundle"_s) && bundle.isEmpty())
        return fail({Error::Kind::Usage, u"--bundle needs the name of a file"_s});
    const auto profile = context.profile();
    if (!profile)
        return fail(profile.error());
    auto checks = store::examine(*profile);
    // A damaged store is looked at, never opened; an empty profile stays empty.
    const bool isSound =
        std::all_of(checks.begin(), checks.end(), [](const auto &check) { return check.ok; })
        && QFile::exists(profile->outboxFile());
    checks.append(examineKeyring(context, isSound && keepsSecrets(context)));
    if (const auto left = sync::LeftSecrets(profile->directory()).all(); !left.isEmpty())
        checks.append(
            {.name = u"removed accounts"_s,
             .ok = false,
             .detail = u"the keyring still has the secrets of %1 of them"_s.arg(left.size()),
             .remedy = u"open the desktop's keyring and start the window: they go then"_s});
    if (isSound)
        checks += examineAccounts(context);
    if (!bundle.isEmpty()) {
        const auto written = writeBundle(bundle, bundleOf(context, *profile, checks, isSound));
        if (!written)
            return fail(written.error());
        if (!arguments.json)
            printLine(u"wrote %1: read it before you pass it on"_s.arg(bundle));
    }
    const bool ok =
        std::all_of(checks.begin(), checks.end(), [](const auto &check) { return check.ok; });
    QJsonArray list;
    for (const auto &check : checks) {
        QJsonObject object{
            {u"name"_s, check.name}, {u"ok"_s, check.ok}, {u"detail"_s, check.detail}};
        if (!check.remedy.isEmpty())
            object.insert(u"remedy"_s, check.remedy);
        list.append(object);
        if (!arguments.json) {
            printLine(
                u"%1  %2: %3"_s.arg(check.ok ? u"ok   "_s : u"WRONG"_s, check.name, check.detail));
            if (!check.ok && !check.remedy.isEmpty())
                printLine(u"       "_s + check.remedy);
        }
    }
    if (arguments.json)
        printDocument({{u"format"_s, u"portolan.doctor/1"_s}, {u"ok"_s, ok}, {u"checks"_s, list}});
    return static_cast<int>(ok ? Exit::Done : Exit::NotFound);
}

} // namespace

Command doctorCommand()
{
    return {
        .name = u"doctor"_s,
        .usage = {},
        .summary =
            u"examine the profile: files, permissions, databases, index, lock, keyring, accounts"_s,
        .options = {{u"bundle"_s, u"FILE"_s,
                     u"also write versions, findings, settings and log there, without secrets"_s}},
        .run = run};
}

} // namespace portolan::cli
