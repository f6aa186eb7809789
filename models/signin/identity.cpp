// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/identity.h"

#include "models/base/mapped.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

constexpr qint64 mostAnswerBytes = 1024 * 1024;

using Answer = Result<net::HttpResponse>;

QFuture<Result<SignedIn>> ready(Result<SignedIn> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

net::HttpRequest request(const net::HttpUrl &url, const OpenIdSettings &settings)
{
    net::HttpRequest asked;
    asked.url = url;
    asked.connection = settings.connection;
    asked.mostBytes = mostAnswerBytes;
    return asked;
}

//! The provider's own word about who holds the access token.
QFuture<Result<SignedIn>> askedFor(net::HttpClient &http, const Provider &provider,
                                   const OpenIdSettings &settings, Tokens tokens)
{
    // Who asked for no identity gets none (plain OAuth 2.0).
    if (provider.userinfo.isEmpty())
        return ready(SignedIn{std::move(tokens), {}});
    auto question = request(provider.userinfo, settings);
    question.credential = {net::Credential::Scheme::Bearer, {}, tokens.access};
    return mapped(http.send(std::move(question)), [tokens](Answer answer) -> Result<SignedIn> {
        const auto response = std::move(answer).and_then(net::accepted);
        // The scopes may not cover it; the platform is asked next, and says whether the token
        // is good.
        if (!response && response.error().kind == Error::Kind::Forbidden)
            return SignedIn{tokens, {}};
        if (!response)
            return tl::unexpected(response.error());
        const auto claims = QJsonDocument::fromJson(response->body).object();
        return SignedIn{tokens,
                        {claims.value(u"sub"_s).toString(), claims.value(u"name"_s).toString(),
                         claims.value(u"email"_s).toString()}};
    });
}

} // namespace

QFuture<Result<SignedIn>> identified(net::HttpClient &http, const Provider &provider,
                                     const OpenIdSettings &settings, Tokens tokens,
                                     const IdTokenDemands &demands)
{
    if (tokens.id.isEmpty())
        return askedFor(http, provider, settings, std::move(tokens));
    const auto parts = idTokenParts(tokens.id.reveal());
    if (!parts)
        return ready(tl::unexpected(parts.error()));
    const auto identity = checkedClaims(*parts, demands);
    if (!identity)
        return ready(tl::unexpected(identity.error()));
    if (provider.keys.isEmpty()) {
        return ready(failure(Error::Kind::Protocol,
                             u"%1 names no keys (jwks_uri), so its ID token cannot be proved"_s.arg(
                                 provider.issuer)));
    }
    return mapped(
        http.send(request(provider.keys, settings)),
        [tokens, parts = *parts, identity = *identity](Answer answer) -> Result<SignedIn> {
            const auto response = std::move(answer).and_then(net::accepted);
            if (!response)
                return tl::unexpected(response.error());
            const auto proved = checkedSignature(parts, response->body);
            if (!proved)
                return tl::unexpected(proved.error());
            return SignedIn{tokens, identity};
        });
}

} // namespace portolan::signin
