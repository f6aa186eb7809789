// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "models/store/doctor.h"
#include "models/sync/signingrules.h"

#include <QFile>
#include <QJsonArray>

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

int run(Context &context, const Arguments &arguments)
{
    if (!arguments.positional.isEmpty())
        return fail({Error::Kind::Usage, u"doctor takes no words"_s});
    const auto profile = context.profile();
    if (!profile)
        return fail(profile.error());
    auto checks = store::examine(*profile);
    // A damaged store is looked at, never opened; an empty profile stays empty.
    const bool isSound =
        std::all_of(checks.begin(), checks.end(), [](const auto &check) { return check.ok; })
        && QFile::exists(profile->outboxFile());
    checks.append(examineKeyring(context, isSound && keepsSecrets(context)));
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
    return {.name = u"doctor"_s,
            .usage = {},
            .summary =
                u"examine the profile: files, permissions, databases, index, lock, keyring"_s,
            .options = {},
            .run = run};
}

} // namespace portolan::cli
