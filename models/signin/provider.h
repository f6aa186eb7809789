// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"
#include "models/signin/openid.h"

#include <QByteArray>
#include <QStringList>

namespace portolan::signin {

//! What a provider says about itself (OpenID Connect Discovery 1.0, section 3). Its addresses are
//! encrypted, or on this machine.
struct Provider
{
    QString issuer;
    net::HttpUrl authorization; //!< opened in the browser
    net::HttpUrl token;
    net::HttpUrl deviceAuthorization; //!< empty where it has no device grant
    net::HttpUrl userinfo; //!< empty where it has none, as the two below
    net::HttpUrl keys;
    net::HttpUrl revocation;
    QStringList scopes; //!< empty when it does not say
    bool namesItselfInAnswers = false; //!< promises the parameter "iss" (RFC 9207)
};

//! Where the document about \a issuer is; a Usage error where it is no encrypted address.
[[nodiscard]] Result<net::HttpUrl> discoveryAddress(const QString &issuer);

//! Reads the document; it must be about \a issuer, to the letter.
[[nodiscard]] Result<Provider> readProvider(const QString &issuer, const QByteArray &document);

//! Asks for the document and reads it.
[[nodiscard]] QFuture<Result<Provider>> discover(net::HttpClient &http,
                                                 const OpenIdSettings &settings);

//! The scopes to ask \a provider for: those of \a settings, else the default ones that it knows.
QStringList scopesFor(const Provider &provider, const OpenIdSettings &settings);

} // namespace portolan::signin
