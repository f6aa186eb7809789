// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/signin/openid.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace portolan::signin {

//! What an ID token has to be about.
struct IdTokenDemands
{
    QString issuer;
    QString clientId;
    QByteArray nonce; //!< empty: none was sent
    QDateTime now; //!< UTC
};

//! An ID token taken apart, unproved.
struct IdTokenParts
{
    QByteArray algorithm; //!< "RS256"
    QByteArray keyId; //!< may be empty
    QByteArray signedBytes;
    QByteArray signature;
    QJsonObject claims;
};

//! Takes a compact JWS apart; a Protocol error where it is none, or names no signature.
[[nodiscard]] Result<IdTokenParts> idTokenParts(QByteArrayView token);

//! Holds iss, aud, azp, exp, iat and nonce against \a demands (OpenID Connect Core, 3.1.3.7): who
//! signed in, or which of them is wrong.
[[nodiscard]] Result<Identity> checkedClaims(const IdTokenParts &token,
                                             const IdTokenDemands &demands);

//! Whether a key of \a keySet (a JWK set, RFC 7517) signed \a token: by RS256 or ES256 (RFC 7518);
//! all else is refused.
[[nodiscard]] Result<void> checkedSignature(const IdTokenParts &token, const QByteArray &keySet);

} // namespace portolan::signin
