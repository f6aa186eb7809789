// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/provider.h"

#include "models/base/mapped.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

constexpr qint64 mostDocumentBytes = 1024 * 1024;

Error wrong(const QString &issuer, const QString &what)
{
    return {Error::Kind::Protocol,
            u"%1 is no OpenID provider that can be used: %2; check the issuer's address"_s.arg(
                issuer, what)};
}

//! A token must not be readable on the way; on this machine there is no way.
bool isSafe(const net::HttpUrl &url, const net::HttpUrl &document)
{
    return url.isEncrypted() || (url.isLoopback() && document.isLoopback());
}

//! The address of \a member, empty where there is none.
Result<net::HttpUrl> endpoint(const QJsonObject &object, const QString &member,
                              const net::HttpUrl &document)
{
    const auto text = object.value(member).toString();
    if (text.isEmpty())
        return net::HttpUrl();
    const auto url = net::HttpUrl::parse(text);
    if (!url || !isSafe(*url, document))
        return failure(Error::Kind::Protocol, u"\"%1\" is no encrypted address"_s.arg(member));
    return *url;
}

} // namespace

Result<net::HttpUrl> discoveryAddress(const QString &issuer)
{
    const auto base = net::HttpUrl::parse(issuer);
    if (!base)
        return tl::unexpected(base.error());
    if (!isSafe(*base, *base)) {
        return failure(Error::Kind::Usage,
                       u"%1 is not encrypted, and what is sent there would be readable on the "
                       "way; use https"_s.arg(base->shown()));
    }
    // A query would be no part of an issuer (OpenID Connect Discovery, 2).
    if (issuer.contains(u'?') || issuer.contains(u'#'))
        return failure(Error::Kind::Usage, u"an issuer has no \"?\" and no \"#\" in it"_s);
    return base->below({u".well-known"_s, u"openid-configuration"_s});
}

Result<Provider> readProvider(const QString &issuer, const QByteArray &document)
{
    const auto address = discoveryAddress(issuer);
    if (!address)
        return tl::unexpected(address.error());
    const auto json = QJsonDocument::fromJson(document);
    if (!json.isObject())
        return tl::unexpected(wrong(issuer, u"its description is no JSON object"_s));
    const auto object = json.object();
    Provider provider;
    provider.issuer = object.value(u"issuer"_s).toString();
    if (provider.issuer != issuer) {
        return tl::unexpected(
            wrong(issuer,
                  u"it calls itself \"%1\", which has to be the same to the letter"_s.arg(
                      provider.issuer.left(200))));
    }
    const std::initializer_list<std::pair<QString, net::HttpUrl *>> endpoints{
        {u"authorization_endpoint"_s, &provider.authorization},
        {u"token_endpoint"_s, &provider.token},
        {u"device_authorization_endpoint"_s, &provider.deviceAuthorization},
        {u"userinfo_endpoint"_s, &provider.userinfo},
        {u"jwks_uri"_s, &provider.keys},
        {u"revocation_endpoint"_s, &provider.revocation}};
    for (const auto &[member, target] : endpoints) {
        const auto url = endpoint(object, member, *address);
        if (!url)
            return tl::unexpected(wrong(issuer, url.error().detail));
        *target = *url;
    }
    if (provider.token.isEmpty())
        return tl::unexpected(wrong(issuer, u"it names no token endpoint"_s));
    for (const auto &scope : object.value(u"scopes_supported"_s).toArray())
        provider.scopes.append(scope.toString());
    provider.namesItselfInAnswers =
        object.value(u"authorization_response_iss_parameter_supported"_s).toBool();
    return provider;
}

QFuture<Result<Provider>> discover(net::HttpClient &http, const OpenIdSettings &settings)
{
    const auto address = discoveryAddress(settings.issuer);
    if (!address)
        return QtFuture::makeReadyFuture(Result<Provider>(tl::unexpected(address.error())));
    net::HttpRequest request;
    request.url = *address;
    request.connection = settings.connection;
    request.mostBytes = mostDocumentBytes;
    return mapped(http.send(std::move(request)),
                  [issuer = settings.issuer](Result<net::HttpResponse> answer) -> Result<Provider> {
                      const auto response = std::move(answer).and_then(net::accepted);
                      if (!response)
                          return tl::unexpected(response.error());
                      return readProvider(issuer, response->body);
                  });
}

QStringList scopesFor(const Provider &provider, const OpenIdSettings &settings)
{
    if (!settings.scopes.isEmpty())
        return settings.scopes;
    auto scopes = defaultScopes();
    if (!provider.scopes.isEmpty())
        scopes.removeIf([&](const QString &scope) { return !provider.scopes.contains(scope); });
    return scopes;
}

} // namespace portolan::signin
