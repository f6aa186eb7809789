// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/serverrecord.h"

#include "models/sync/pullrun.h"
#include "models/sync/signingrules.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

using platforms::SignInWay;

SignInWay wayOf(SignInBy by)
{
    switch (by) {
    case SignInBy::Nobody:
        return SignInWay::None;
    case SignInBy::Token:
        return SignInWay::Token;
    case SignInBy::Password:
        return SignInWay::Password;
    case SignInBy::Browser:
    case SignInBy::Device:
        return SignInWay::OpenId;
    }
    return SignInWay::None;
}

SignInBy byOf(SignInWay way)
{
    switch (way) {
    case SignInWay::None:
        return SignInBy::Nobody;
    case SignInWay::Token:
        return SignInBy::Token;
    case SignInWay::Password:
        return SignInBy::Password;
    case SignInWay::OpenId:
        return SignInBy::Browser;
    }
    return SignInBy::Nobody;
}

} // namespace

store::Account recordOf(const ServerAccount &account, store::Account known)
{
    auto record = std::move(known);
    record.id = account.id;
    record.name = account.name;
    record.platform = account.platform;
    if (!account.folder.isEmpty())
        return record;
    record.url = account.url;
    if (account.by == SignInBy::Password)
        record.user = account.user;
    auto &options = record.options;
    options.insert(u"signIn"_s, platforms::signInWord(wayOf(account.by)));
    const bool isOpenId = wayOf(account.by) == SignInWay::OpenId;
    QList<std::pair<QString, QString>> texts{
        {u"issuer"_s, isOpenId ? account.issuer : QString()},
        {u"clientId"_s, isOpenId ? account.clientId : QString()},
        {u"caFile"_s, account.caFile},
        {u"clientCert"_s, account.clientCertificate},
        {u"clientKey"_s, account.clientKey},
        {u"proxyUser"_s, account.proxyUser}};
    for (auto own = account.own.cbegin(); own != account.own.cend(); ++own)
        texts.append({own.key(), own.value()});
    for (const auto &[name, text] : std::as_const(texts)) {
        if (text.isEmpty())
            options.remove(name);
        else
            options.insert(name, text);
    }
    if (account.proxy)
        options.insert(u"proxy"_s, *account.proxy);
    else
        options.remove(u"proxy"_s);
    if (account.domains.isEmpty())
        options.remove(u"domains"_s);
    else
        options.insert(u"domains"_s, QJsonArray::fromStringList(account.domains));
    return record;
}

ServerAccount serverOf(const store::Account &account, const platforms::Platform *platform)
{
    const auto &options = account.options;
    const auto ways = platform != nullptr ? platform->signInWays() : platforms::SignInWays();
    ServerAccount server{.id = account.id,
                         .name = account.name,
                         .platform = account.platform,
                         .url = account.url,
                         .folder = account.folder,
                         .by = byOf(signInWayOf(settingsOf(account), ways)),
                         .user = account.user,
                         .secret = {},
                         .issuer = options.value(u"issuer"_s).toString(),
                         .clientId = options.value(u"clientId"_s).toString(),
                         .caFile = options.value(u"caFile"_s).toString(),
                         .clientCertificate = options.value(u"clientCert"_s).toString(),
                         .clientKey = options.value(u"clientKey"_s).toString(),
                         .keyPassword = {},
                         .proxy = {},
                         .proxyUser = options.value(u"proxyUser"_s).toString(),
                         .proxyPassword = {},
                         .domains = domainsOf(account),
                         .own = {}};
    if (options.value(u"proxy"_s).isString())
        server.proxy = options.value(u"proxy"_s).toString();
    if (platform == nullptr)
        return server;
    const auto own = platform->ownSettings();
    for (const auto &setting : own) {
        if (options.contains(setting.name))
            server.own.insert(setting.name, options.value(setting.name).toString());
    }
    return server;
}

secrets::AccountSecrets typedSecrets(const ServerAccount &account)
{
    secrets::AccountSecrets secrets;
    secrets.token = account.secret;
    secrets.clientKeyPassword = account.keyPassword;
    secrets.proxyPassword = account.proxyPassword;
    return secrets;
}

bool sharesProvider(const store::Account &account, const QList<store::Account> &all)
{
    const auto issuer = account.options.value(u"issuer"_s).toString();
    return !issuer.isEmpty()
        && std::any_of(all.begin(), all.end(), [&](const store::Account &other) {
               return other.id != account.id
                   && other.options.value(u"issuer"_s).toString() == issuer
                   && other.options.value(u"clientId"_s) == account.options.value(u"clientId"_s);
           });
}

bool readsElse(const store::Account &before, const store::Account &changed,
               const platforms::Platform *platform)
{
    const auto own = platform != nullptr ? platform->ownSettings() : QList<platforms::OwnSetting>();
    return before.options.value(u"domains"_s) != changed.options.value(u"domains"_s)
        || std::any_of(own.begin(), own.end(), [&](const auto &setting) {
               // Who acts reads nothing else.
               return setting.name != u"as"
                   && before.options.value(setting.name) != changed.options.value(setting.name);
           });
}

QStringList domainsOf(const store::Account &account)
{
    QStringList domains;
    const auto list = account.options.value(u"domains"_s).toArray();
    for (const auto &domain : list)
        domains.append(domain.toString());
    return domains;
}

PlatformChoice choiceOf(const platforms::Platform &platform)
{
    const auto ways = platform.signInWays();
    PlatformChoice choice{
        .name = platform.name(), .ways = {}, .tokenPage = ways.tokenPage, .own = {}};
    choice.hasDomains = platform.capabilities().testFlag(platforms::Capability::Catalogue);
    const auto own = platform.ownSettings();
    for (const auto &setting : own)
        choice.own.append({setting.name, setting.title, setting.byDefault});
    for (const auto way : ways.ways) {
        choice.ways.append(byOf(way));
        if (way == SignInWay::OpenId)
            choice.ways.append(SignInBy::Device);
    }
    return choice;
}

SignInBy signInOf(const store::Account &account, const platforms::Platform &platform)
{
    return byOf(signInWayOf(settingsOf(account), platform.signInWays()));
}

QList<AbilityFacts> abilitiesOf(const platforms::Platform &platform)
{
    using Extent = AbilityFacts::Extent;
    QList<AbilityFacts> list;
    const auto abilities = platform.abilities();
    for (const auto &ability : abilities) {
        const auto extent = ability.extent == platforms::Ability::Extent::Full ? Extent::Full
            : ability.extent == platforms::Ability::Extent::Partial            ? Extent::Partial
                                                                               : Extent::None;
        list.append({ability.what, extent, ability.note});
    }
    return list;
}

SignInState signInState(signin::SignInState state)
{
    switch (state) {
    case signin::SignInState::Unknown:
        return SignInState::Unknown;
    case signin::SignInState::NotNeeded:
        return SignInState::NotNeeded;
    case signin::SignInState::SignedIn:
        return SignInState::SignedIn;
    case signin::SignInState::TokenNeeded:
        return SignInState::TokenNeeded;
    case signin::SignInState::SignedOut:
        return SignInState::SignedOut;
    case signin::SignInState::KeyringLocked:
        return SignInState::KeyringLocked;
    }
    return SignInState::Unknown;
}

} // namespace portolan::sync
