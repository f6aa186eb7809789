// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/secret.h"
#include "models/net/httprequest.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>

namespace portolan::signin {

//! Which OpenID provider an account signs in at, and as which client of it. A desktop program can
//! keep no secret of its own, so there is none (RFC 8252, 8.5).
struct OpenIdSettings
{
    QString issuer; //!< exactly as the provider writes it
    QString clientId;
    QStringList scopes; //!< empty: defaultScopes()
    std::shared_ptr<const net::ConnectionSettings> connection; //!< the way to the provider

    bool operator==(const OpenIdSettings &) const = default;
};

//! "openid", "profile", "email", "offline_access".
QStringList defaultScopes();

//! What a provider's token endpoint handed out.
struct Tokens
{
    Secret access;
    QDateTime accessEnds; //!< UTC; null when it did not say
    Secret refresh;
    Secret id; //!< the ID token as it came
};

//! Who signed in, in the provider's words: plain text that others wrote.
struct Identity
{
    QString subject;
    QString name;
    QString email;

    bool operator==(const Identity &) const = default;
};

//! How a sign-in ended that went well.
struct SignedIn
{
    Tokens tokens;
    Identity identity;

    bool operator==(const SignedIn &other) const { return identity == other.identity; }
};

} // namespace portolan::signin
