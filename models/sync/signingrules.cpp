// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/signingrules.h"

#include <QDir>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

namespace {

using platforms::SignInWay;

tl::unexpected<Error> usage(const QString &detail)
{
    return failure(Error::Kind::Usage, detail);
}

//! The file that option \a name names, empty without it.
Result<QString> fileIn(const QJsonObject &options, const QString &name)
{
    const auto path = options.value(name).toString();
    if (!path.isEmpty() && !QDir::isAbsolutePath(path)) {
        return usage(u"the account's option \"%1\" has to be an absolute path, not \"%2\""_s.arg(
            name, path));
    }
    return path;
}

Result<net::ConnectionSettings> connectionOf(const QJsonObject &options)
{
    net::ConnectionSettings connection;
    const std::array<std::pair<QString, QString *>, 3> files{
        {{u"caFile"_s, &connection.organisationCa},
         {u"clientCert"_s, &connection.clientCertificate},
         {u"clientKey"_s, &connection.clientKey}}};
    for (const auto &[name, target] : files) {
        const auto path = fileIn(options, name);
        if (!path)
            return tl::unexpected(path.error());
        *target = *path;
    }
    if (options.value(u"proxy"_s).isString()) {
        connection.proxy = options.value(u"proxy"_s).toString();
        // What is an option is stored for all to read; the text does not repeat it.
        if (connection.proxy->contains(u'@')) {
            return usage(
                u"the proxy's address holds a user name or password, which would be stored "
                "in the open; give it without: the user and the password have their own place "
                "(--proxy-user NAME --proxy-password-stdin), and the password goes to the "
                "keyring"_s);
        }
        static const QStringList schemes{u"http"_s,    u"https"_s,  u"socks4"_s,
                                         u"socks4a"_s, u"socks5"_s, u"socks5h"_s};
        const auto end = connection.proxy->indexOf(u"://"_s);
        if (end >= 0 && !schemes.contains(connection.proxy->left(end).toLower()))
            return usage(u"a proxy is spoken to by http, https, socks4 or socks5, and not as "
                         "\"%1\" says; correct its address"_s.arg(*connection.proxy));
    }
    connection.proxyUser = options.value(u"proxyUser"_s).toString().toUtf8();
    return connection;
}

//! The way to the provider: through the same proxy and with the same authority. The certificate is
//! for the platform, which alone is to see it.
std::shared_ptr<const net::ConnectionSettings>
providerConnection(const net::ConnectionSettings &connection)
{
    auto settings = std::make_shared<net::ConnectionSettings>();
    settings->organisationCa = connection.organisationCa;
    settings->proxy = connection.proxy;
    settings->proxyUser = connection.proxyUser;
    return settings;
}

Result<signin::OpenIdSettings> openIdOf(const QJsonObject &options,
                                        const net::ConnectionSettings &connection)
{
    signin::OpenIdSettings settings;
    settings.issuer = options.value(u"issuer"_s).toString();
    settings.clientId = options.value(u"clientId"_s).toString();
    settings.scopes = options.value(u"scopes"_s).toString().split(u' ', Qt::SkipEmptyParts);
    settings.connection = providerConnection(connection);
    if (settings.issuer.isEmpty() || settings.clientId.isEmpty()) {
        return usage(
            u"an account that signs in by OpenID Connect needs an issuer and a client id"_s);
    }
    return settings;
}

} // namespace

SignInWay signInWayOf(const platforms::AccountSettings &settings, const platforms::SignInWays &ways)
{
    const auto word = settings.options.value(u"signIn"_s).toString();
    for (const auto way :
         {SignInWay::None, SignInWay::Token, SignInWay::Password, SignInWay::OpenId}) {
        if (word == platforms::signInWord(way))
            return way;
    }
    if (ways.ways.isEmpty() || ways.ways.contains(SignInWay::None))
        return SignInWay::None;
    return ways.ways.first();
}

Result<signin::SigningRules> signingRules(const platforms::AccountSettings &settings,
                                          const platforms::SignInWays &ways)
{
    const auto base = net::HttpUrl::parse(settings.url.toString(QUrl::FullyEncoded));
    if (!base)
        return tl::unexpected(base.error());
    auto connection = connectionOf(settings.options);
    if (!connection)
        return tl::unexpected(connection.error());
    signin::SigningRules rules{.account = settings.id,
                               .base = *base,
                               .isIdTokenBearer = ways.isIdTokenBearer,
                               .connection = *std::move(connection)};
    switch (signInWayOf(settings, ways)) {
    case SignInWay::None:
        break;
    case SignInWay::Token:
        rules.scheme = ways.tokenScheme;
        rules.name = ways.tokenScheme == net::Credential::Scheme::KeyHeader
            ? ways.keyHeader
            : settings.user.toUtf8();
        break;
    case SignInWay::Password:
        rules.scheme = net::Credential::Scheme::Basic;
        rules.name = settings.user.toUtf8();
        if (rules.name.isEmpty())
            return usage(u"an account that signs in with a password needs a user"_s);
        break;
    case SignInWay::OpenId: {
        rules.scheme = net::Credential::Scheme::Bearer;
        auto openId = openIdOf(settings.options, rules.connection);
        if (!openId)
            return tl::unexpected(openId.error());
        rules.openId = *std::move(openId);
        break;
    }
    }
    // The net layer refuses it as well, at the first request; here it is said before.
    if (rules.scheme != net::Credential::Scheme::None && !base->isEncrypted()
        && !base->isLoopback()) {
        return usage(u"%1 is not encrypted, and what the account signs in with would be readable "
                     "on the way; use https"_s.arg(base->shown()));
    }
    return rules;
}

} // namespace portolan::sync
