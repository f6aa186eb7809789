// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signinoptions.h"

#include "app/cli/output.h"
#include "app/cli/secretinput.h"
#include "models/sync/pullrun.h"
#include "models/sync/signingrules.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using platforms::SignInWay;

tl::unexpected<Error> usage(const QString &detail)
{
    return failure(Error::Kind::Usage, detail);
}

void tell(const QString &line)
{
    std::fprintf(stderr, "%s\n", plain(line).toUtf8().constData());
}

//! The way that \a arguments name; absent when they name none.
Result<std::optional<SignInWay>> wayNamed(const Arguments &arguments)
{
    static const std::array<std::pair<QString, SignInWay>, 4> switches{
        {{u"token-stdin"_s, SignInWay::Token},
         {u"password-stdin"_s, SignInWay::Password},
         {u"oidc"_s, SignInWay::OpenId},
         {u"anonymous"_s, SignInWay::None}}};
    std::optional<SignInWay> named;
    for (const auto &[option, way] : switches) {
        if (!arguments.has(option))
            continue;
        if (named) {
            return usage(u"an account signs in one way: --token-stdin, --user NAME "
                         "--password-stdin, --oidc ISSUER --client-id ID, or --anonymous"_s);
        }
        named = way;
    }
    return named;
}

QString optionOf(SignInWay way)
{
    switch (way) {
    case SignInWay::None:
        return u"--anonymous"_s;
    case SignInWay::Token:
        return u"--token-stdin"_s;
    case SignInWay::Password:
        return u"--user NAME --password-stdin"_s;
    case SignInWay::OpenId:
        return u"--oidc ISSUER --client-id ID"_s;
    }
    return {};
}

Result<void> takes(const QString &platform, const platforms::SignInWays &ways,
                   std::optional<SignInWay> way)
{
    // Without a sign-in a server may still let one read: it says so itself.
    if (way && (*way == SignInWay::None || ways.ways.contains(*way)))
        return {};
    QStringList options;
    for (const auto one : ways.ways)
        options.append(optionOf(one));
    if (!ways.ways.contains(SignInWay::None))
        options.append(optionOf(SignInWay::None));
    return usage(u"%1 takes one of: %2"_s.arg(platform, options.join(u"; "_s)));
}

//! The files that belong to the account, by absolute path; an empty one is none any more.
Result<void> takeFiles(QJsonObject &options, const Arguments &arguments)
{
    static const std::array<std::pair<QString, QString>, 3> files{
        {{u"ca-file"_s, u"caFile"_s},
         {u"client-cert"_s, u"clientCert"_s},
         {u"client-key"_s, u"clientKey"_s}}};
    for (const auto &[option, member] : files) {
        if (!arguments.has(option))
            continue;
        if (arguments.value(option).isEmpty()) {
            options.remove(member);
            continue;
        }
        const auto path =
            QDir::cleanPath(QDir::current().absoluteFilePath(arguments.value(option)));
        if (!QFileInfo(path).isFile())
            return usage(u"--%1: there is no file %2"_s.arg(option, path));
        options.insert(member, path);
    }
    if (options.contains(u"clientKey"_s) && !options.contains(u"clientCert"_s))
        return usage(u"--client-key needs --client-cert"_s);
    return {};
}

//! What only accounts of \a platform can be told; empty for its default.
Result<void> takeOwnSettings(QJsonObject &options, const Arguments &arguments,
                             const platforms::Platform &platform)
{
    static const std::array<std::pair<QString, QString>, 2> known{
        {{u"request-path"_s, u"requestPath"_s}, {u"product-path"_s, u"productPath"_s}}};
    const auto own = platform.ownSettings();
    for (const auto &[option, member] : known) {
        if (!arguments.has(option))
            continue;
        const bool isKnown = std::any_of(own.begin(), own.end(),
                                         [&](const auto &one) { return one.name == member; });
        if (!isKnown)
            return usage(u"%1 has no --%2"_s.arg(platform.name(), option));
        options.remove(member);
        if (const auto text = arguments.value(option).trimmed(); !text.isEmpty())
            options.insert(member, text);
    }
    return {};
}

//! The sign-in of \a settings at its provider, with what a person needs for it on stderr.
Result<signin::SignedIn> signInAtProvider(Context &context,
                                          const platforms::AccountSettings &settings, bool device,
                                          const Secret &proxyPassword)
{
    using By = sync::AccountClients::By;
    auto &clients = context.connections().clients();
    auto made = clients.newSignIn(settings, device ? By::Device : By::Browser, proxyPassword);
    if (!made)
        return tl::unexpected(made.error());
    auto &flow = **made;
    QObject::connect(&flow, &signin::SignIn::browserNeeded, &flow,
                     [](const QUrl &address, bool opened) {
                         tell((opened ? u"Sign in in the browser. If it does not open: %1"_s
                                      : u"Open this page to sign in: %1"_s)
                                  .arg(address.toString(QUrl::FullyEncoded)));
                     });
    QObject::connect(&flow, &signin::SignIn::codeNeeded, &flow, [](const signin::DeviceCode &code) {
        tell(u"Open %1 on any device and type the code: %2"_s.arg(
            code.page.toString(QUrl::FullyEncoded), code.code));
        tell(u"Type it nowhere else, and only because you asked for it here."_s);
    });
    Result<signin::SignedIn> result = failure(Error::Kind::Cancelled, u"it was stopped"_s);
    QEventLoop loop;
    QObject::connect(&flow, &signin::SignIn::finished, &loop,
                     [&](const Result<signin::SignedIn> &ended) {
                         result = ended;
                         loop.quit();
                     });
    QMetaObject::invokeMethod(
        &flow, [&flow] { flow.start(); }, Qt::QueuedConnection);
    loop.exec();
    return result;
}

} // namespace

QList<Option> signInOptions()
{
    return {{u"token-stdin"_s, {}, u"sign in with the token in the first line of standard input"_s},
            {u"user"_s, u"NAME"_s, u"who signs in with a password"_s},
            {u"password-stdin"_s, {}, u"the password is the first line of standard input"_s},
            {u"oidc"_s, u"ISSUER"_s, u"sign in at this OpenID provider, in the browser"_s},
            {u"client-id"_s, u"ID"_s, u"what the provider knows Portolan as"_s},
            {u"scopes"_s, u"WORDS"_s, u"what to ask the provider for; a list in quotes"_s},
            {u"device"_s, {}, u"sign in with a code that is typed on any device"_s},
            {u"anonymous"_s, {}, u"do not sign in"_s}};
}

QList<Option> connectionOptions()
{
    return {{u"ca-file"_s, u"FILE"_s, u"an authority to trust besides the system's, as PEM"_s},
            {u"client-cert"_s, u"FILE"_s, u"the certificate to show, as PEM"_s},
            {u"client-key"_s, u"FILE"_s, u"its key, where it is in a file of its own"_s},
            {u"key-password-stdin"_s, {}, u"the key's password is the next line of stdin"_s},
            {u"proxy"_s, u"URL"_s,
             u"the proxy to use; an empty one is none, “environment” the usual"_s},
            {u"proxy-user"_s, u"NAME"_s, u"who signs in to the proxy"_s},
            {u"proxy-password-stdin"_s, {}, u"the proxy's password is the next line of stdin"_s},
            {u"domains"_s, u"NAMES"_s, u"the domains to keep, with commas; empty for all"_s},
            {u"request-path"_s, u"PATH"_s,
             u"opa: the document about requests; empty for mesh/access/request"_s},
            {u"product-path"_s, u"PATH"_s,
             u"opa: the document about products; empty for mesh/governance/product"_s}};
}

Result<void> describeConnection(store::Account &account, const Arguments &arguments,
                                const platforms::Platform &platform)
{
    auto &options = account.options;
    if (arguments.value(u"proxy"_s) == u"environment"_s) {
        options.remove(u"proxy"_s);
        options.remove(u"proxyUser"_s); // of the one that was set here
    } else if (arguments.has(u"proxy"_s)) {
        options.insert(u"proxy"_s, arguments.value(u"proxy"_s));
    }
    if (arguments.has(u"proxy-user"_s)) {
        options.remove(u"proxyUser"_s);
        if (const auto user = arguments.value(u"proxy-user"_s); !user.isEmpty())
            options.insert(u"proxyUser"_s, user);
    }
    if (arguments.has(u"domains"_s)) {
        QJsonArray domains;
        const auto names = arguments.value(u"domains"_s).split(u',', Qt::SkipEmptyParts);
        for (const auto &name : names) {
            if (!name.trimmed().isEmpty())
                domains.append(name.trimmed());
        }
        options.remove(u"domains"_s);
        if (!domains.isEmpty())
            options.insert(u"domains"_s, domains);
    }
    if (const auto own = takeOwnSettings(options, arguments, platform); !own)
        return own;
    if (const auto files = takeFiles(options, arguments); !files)
        return files;
    // Whatever is still missing is said before anybody is asked for a secret.
    const auto rules = sync::signingRules(sync::settingsOf(account), platform.signInWays());
    return rules ? Result<void>() : Result<void>(tl::unexpected(rules.error()));
}

Result<void> describeSignIn(store::Account &account, const Arguments &arguments,
                            const platforms::Platform &platform)
{
    const auto ways = platform.signInWays();
    auto named = wayNamed(arguments);
    if (!named)
        return tl::unexpected(named.error());
    auto way = *named;
    const bool asksNothing = ways.ways.isEmpty() || ways.ways.first() == SignInWay::None;
    const bool isSettled = account.options.contains(u"signIn"_s);
    if (!way && !isSettled && asksNothing)
        way = SignInWay::None;
    if (way || !isSettled) {
        if (const auto taken = takes(account.platform, ways, way); !taken)
            return taken;
        account.options.insert(u"signIn"_s, platforms::signInWord(*way));
    }
    if (arguments.has(u"user"_s))
        account.user = arguments.value(u"user"_s);
    for (const auto &[option, member] :
         {std::pair{u"oidc"_s, u"issuer"_s}, std::pair{u"client-id"_s, u"clientId"_s},
          std::pair{u"scopes"_s, u"scopes"_s}}) {
        if (arguments.has(option))
            account.options.insert(member, arguments.value(option));
    }
    return describeConnection(account, arguments, platform);
}

Result<secrets::AccountSecrets> typedPasswords(const Arguments &arguments)
{
    secrets::AccountSecrets typed;
    for (const auto &[option, prompt, member] :
         {std::tuple{u"key-password-stdin"_s, u"Password of the key"_s,
                     &secrets::AccountSecrets::clientKeyPassword},
          std::tuple{u"proxy-password-stdin"_s, u"Password of the proxy"_s,
                     &secrets::AccountSecrets::proxyPassword}}) {
        if (!arguments.has(option))
            continue;
        auto secret = readSecret(prompt);
        if (!secret)
            return tl::unexpected(secret.error());
        typed.*member = *std::move(secret);
    }
    return typed;
}

Result<void> signIn(Context &context, const store::Account &account, const Arguments &arguments,
                    secrets::AccountSecrets before)
{
    const auto settings = sync::settingsOf(account);
    const auto engine = context.engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto *adapter = (*engine)->platform(account.platform);
    const auto ways = adapter ? adapter->signInWays() : platforms::SignInWays();
    const auto way = sync::signInWayOf(settings, ways);
    auto secrets = std::move(before);
    if (way == SignInWay::Token || way == SignInWay::Password) {
        auto secret = readSecret(way == SignInWay::Token ? u"Token"_s : u"Password"_s);
        if (!secret)
            return tl::unexpected(secret.error());
        secrets.token = *std::move(secret);
    }
    const auto typed = typedPasswords(arguments);
    if (!typed)
        return tl::unexpected(typed.error());
    if (!typed->clientKeyPassword.isEmpty())
        secrets.clientKeyPassword = typed->clientKeyPassword;
    if (!typed->proxyPassword.isEmpty())
        secrets.proxyPassword = typed->proxyPassword;
    auto &clients = context.connections().clients();
    if (way != SignInWay::OpenId) {
        if (!secrets.isEmpty())
            clients.hand(account.id, std::move(secrets));
        return {};
    }
    const auto signedIn =
        signInAtProvider(context, settings, arguments.has(u"device"_s), secrets.proxyPassword);
    if (!signedIn)
        return tl::unexpected(signedIn.error());
    clients.hand(settings, *signedIn, std::move(secrets));
    return {};
}

Result<void> keepSecrets(Context &context, const store::Account &account)
{
    auto &clients = context.connections().clients();
    const auto kept = await(clients.keep(account.id));
    if (!kept && kept.error().kind == Error::Kind::NotFound)
        return {}; // there is nothing secret about it
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept == secrets::Keeping::ForGood)
        return {};
    const bool isLocked = await(clients.keyring()) == secrets::KeyringState::Locked;
    return failure(Error::Kind::Keychain,
                   (isLocked ? u"the account %1 is kept, its secret is not: the keyring is locked; "
                               "open it, then `accounts sign-in %1`"_s
                             : u"the account %1 is kept, its secret is not: no keyring answers "
                               "here; hand it over each time with `sync --token-stdin`"_s)
                       .arg(account.name));
}

} // namespace portolan::cli
