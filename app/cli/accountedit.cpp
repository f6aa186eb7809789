// SPDX-License-Identifier: GPL-3.0-or-later
// `accounts edit`: tries what is to change, and stores it when that works or is wanted all the
// same.
#include "app/cli/accountlookup.h"
#include "app/cli/output.h"
#include "app/cli/signinoptions.h"
#include "models/sync/serverrecord.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

tl::unexpected<Error> usage(const QString &detail)
{
    return failure(Error::Kind::Usage, detail);
}

//! What an account is stays; who signs in to it is the matter of another command.
Result<void> staysItself(const Arguments &arguments)
{
    for (const auto &option : {u"url"_s, u"folder"_s}) {
        if (arguments.has(option))
            return usage(u"an account stays where it is; --%1 is for `accounts add`"_s.arg(option));
    }
    for (const auto &option : {u"token-stdin"_s, u"user"_s, u"password-stdin"_s, u"oidc"_s,
                               u"client-id"_s, u"scopes"_s, u"device"_s, u"anonymous"_s}) {
        if (arguments.has(option))
            return usage(u"--%1 is for `accounts sign-in`"_s.arg(option));
    }
    return {};
}

Result<void> describeFolder(store::Account &account, const Arguments &arguments)
{
    for (const auto &option : connectionOptions()) {
        if (arguments.has(option.name))
            return usage(u"--%1 is for accounts with an address"_s.arg(option.name));
    }
    return describeAccess(account, arguments);
}

//! \a account as \a arguments change it.
Result<store::Account> changedBy(const Arguments &arguments, const store::Account &account,
                                 const platforms::Platform *adapter)
{
    if (const auto same = staysItself(arguments); !same)
        return tl::unexpected(same.error());
    auto changed = account;
    changed.name = arguments.value(u"name"_s, account.name).trimmed();
    if (changed.name.isEmpty())
        return usage(u"an account needs a --name"_s);
    if (account.url.isEmpty()) {
        const auto described = describeFolder(changed, arguments);
        return described ? Result<store::Account>(changed) : tl::unexpected(described.error());
    }
    if (adapter == nullptr)
        return usage(u"this program has no platform \"%1\""_s.arg(account.platform));
    if (const auto done = describeAccess(changed, arguments); !done)
        return tl::unexpected(done.error());
    const auto described = describeConnection(changed, arguments, *adapter);
    return described ? Result<store::Account>(changed) : tl::unexpected(described.error());
}

//! Where a new password could not be kept, the account is changed all the same; that is said.
Result<void> keptWhere(Context &context, const store::Account &account,
                       const Result<secrets::Keeping> &kept)
{
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept == secrets::Keeping::ForGood)
        return {};
    const auto state = await(context.connections().clients().keyring());
    return failure(Error::Kind::Keychain,
                   u"the account %1 is changed, its password is not kept: %2"_s.arg(
                       account.name, secrets::keyringError(state).detail));
}

Result<void> refused(sync::AccountEntry &entry, const store::Account &account, const Error &error)
{
    static_cast<void>(await(entry.leave(account.id)));
    return failure(error.kind,
                   error.detail + u"; nothing was changed, --no-check changes it all the same"_s);
}

//! Tries \a changed, stores it and keeps \a typed: what was found.
Result<QString> carriedOut(Context &context, sync::Engine &engine, const Arguments &arguments,
                           const store::Account &before, const store::Account &changed,
                           const secrets::AccountSecrets &typed)
{
    auto &entry = context.entry(engine);
    auto renamed = before;
    renamed.name = changed.name;
    const bool isTried = !changed.url.isEmpty() && !arguments.has(u"no-check"_s)
        && (renamed != changed || !typed.isEmpty());
    QString found;
    if (isTried) {
        const auto tried = await(entry.tryChange(changed, typed));
        if (!tried)
            return tl::unexpected(refused(entry, changed, tried.error()).error());
        found = *tried;
    }
    const auto kept = await(entry.change(changed, typed));
    if (!kept)
        static_cast<void>(await(entry.leave(changed.id)));
    if (const auto done = keptWhere(context, changed, kept); !done)
        return tl::unexpected(done.error());
    return found;
}

} // namespace

int editAccount(Context &context, const Arguments &arguments)
{
    const auto before = accountNamed(context, arguments);
    if (!before)
        return fail(before.error());
    const auto engine = context.engine();
    if (!engine)
        return fail(engine.error());
    const auto *adapter = (*engine)->platform(before->platform);
    const auto changed = changedBy(arguments, *before, adapter);
    if (!changed)
        return fail(changed.error());
    const auto typed = typedPasswords(arguments);
    if (!typed)
        return fail(typed.error());
    if (*changed == *before && typed->isEmpty())
        return fail({Error::Kind::Usage,
                     u"nothing to change was given; `accounts --help` lists the options"_s});
    const auto found = carriedOut(context, **engine, arguments, *before, *changed, *typed);
    if (!found)
        return fail(found.error());
    const bool isElse = sync::readsElse(*before, *changed, adapter);
    if (arguments.json) {
        printDocument(
            {{u"format"_s, u"portolan.accounts/1"_s},
             {u"accounts"_s,
              QJsonArray{accountJson(*changed, {}, capabilitiesOf(**engine, *changed))}}});
        return 0;
    }
    printLine(u"changed %1%2"_s.arg(changed->name, found->isEmpty() ? *found : u": "_s + *found));
    if (sync::domainsOf(*before) != sync::domainsOf(*changed))
        printLine(
            u"it keeps other domains now: the next sync brings them and takes out the rest"_s);
    else if (isElse)
        printLine(u"it reads something else now: `sync --full --account %1` brings it"_s.arg(
            changed->name));
    return 0;
}

} // namespace portolan::cli
