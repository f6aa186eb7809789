// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accountlookup.h"

#include "models/domain/approval.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {

Result<QList<store::Account>> accountsOf(Context &context)
{
    const auto opened = context.store();
    if (!opened)
        return tl::unexpected(opened.error());
    return await((*opened)->accounts().accounts());
}

QJsonObject accountJson(const store::Account &account, const QString &state,
                        const QStringList &capabilities)
{
    QJsonObject object{{u"account"_s, account.name},
                       {u"id"_s, account.id.toString(QUuid::WithoutBraces)},
                       {u"platform"_s, account.platform},
                       {u"state"_s, state.isEmpty() ? u"never synced"_s : state},
                       {u"capabilities"_s, QJsonArray::fromStringList(capabilities)}};
    if (!account.folder.isEmpty())
        object.insert(u"folder"_s, account.folder);
    if (!account.url.isEmpty())
        object.insert(u"url"_s, account.url);
    if (account.options.contains(u"as"_s))
        object.insert(u"as"_s, account.options.value(u"as"_s));
    if (!account.user.isEmpty())
        object.insert(u"user"_s, account.user);
    if (const auto domains = account.options.value(u"domains"_s).toArray(); !domains.isEmpty())
        object.insert(u"domains"_s, domains);
    if (store::takesOtherRequests(account))
        object.insert(u"otherRequests"_s, true);
    return object;
}

Result<void> describeAccess(store::Account &account, const Arguments &arguments)
{
    if (arguments.has(u"as"_s)) {
        const auto actor = domain::actorFrom(arguments.value(u"as"_s));
        if (actor.email.isEmpty())
            return failure(
                Error::Kind::Usage,
                u"--as needs an e-mail address: \"Maya Lindqvist <maya@example.com>\""_s);
        account.options.insert(u"as"_s, domain::textOf(actor));
    }
    if (!arguments.has(u"other-requests"_s))
        return {};
    const auto word = arguments.value(u"other-requests"_s);
    if (account.folder.isEmpty())
        return failure(Error::Kind::Usage, u"--other-requests is for accounts of a folder"_s);
    if (word != u"yes" && word != u"no")
        return failure(Error::Kind::Usage,
                       u"--other-requests is yes or no, not \"%1\""_s.arg(word));
    store::setTakesOtherRequests(account, word == u"yes");
    return {};
}

Result<store::Account> accountNamed(Context &context, const Arguments &arguments)
{
    const auto name = arguments.positional.value(1);
    if (name.isEmpty()) {
        return failure(
            Error::Kind::Usage,
            u"accounts %1 needs the name of an account"_s.arg(arguments.positional.first()));
    }
    const auto accounts = accountsOf(context);
    if (!accounts)
        return tl::unexpected(accounts.error());
    for (const auto &account : *accounts) {
        if (account.name == name || account.id == QUuid(name))
            return account;
    }
    return failure(Error::Kind::NotFound, u"no account is called \"%1\""_s.arg(name));
}

QStringList capabilitiesOf(const sync::Engine &engine, const store::Account &account)
{
    const auto *adapter = engine.platform(account.platform);
    return adapter ? platforms::capabilityWords(adapter->capabilities()) : QStringList();
}

} // namespace portolan::cli
