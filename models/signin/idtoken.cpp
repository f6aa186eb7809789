// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/idtoken.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

// Clocks of machines differ; a token is used within seconds of when it was made.
constexpr qint64 leewaySeconds = 300;
constexpr qsizetype mostBytes = 64 * 1024;

tl::unexpected<Error> refused(const QString &why)
{
    return failure(Error::Kind::Protocol,
                   u"the provider's ID token is not accepted: %1"_s.arg(why));
}

std::optional<QByteArray> decoded(QByteArrayView part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part.toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
            | QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return std::nullopt;
    return *result;
}

QStringList audienceOf(const QJsonObject &claims)
{
    const auto value = claims.value(u"aud"_s);
    if (value.isString())
        return {value.toString()};
    QStringList list;
    for (const auto &one : value.toArray())
        list.append(one.toString());
    return list;
}

} // namespace

Result<IdTokenParts> idTokenParts(QByteArrayView token)
{
    const auto first = token.indexOf('.');
    const auto second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (token.size() > mostBytes || second < 0 || token.indexOf('.', second + 1) >= 0)
        return refused(u"it is no signed token"_s);
    const auto head = decoded(token.first(first));
    const auto body = decoded(token.sliced(first + 1, second - first - 1));
    const auto signature = decoded(token.sliced(second + 1));
    if (!head || !body || !signature)
        return refused(u"it is garbled"_s);
    const auto header = QJsonDocument::fromJson(*head).object();
    const auto claims = QJsonDocument::fromJson(*body);
    if (!claims.isObject())
        return refused(u"it makes no claims"_s);
    // An extension that has to be understood is none that we know (RFC 7515, 4.1.11).
    if (header.contains(u"crit"_s))
        return refused(u"it demands an extension"_s);
    IdTokenParts parts{.algorithm = header.value(u"alg"_s).toString().toUtf8(),
                       .keyId = header.value(u"kid"_s).toString().toUtf8(),
                       .signedBytes = token.first(second).toByteArray(),
                       .signature = *signature,
                       .claims = claims.object()};
    if (parts.signature.isEmpty() || parts.algorithm.isEmpty() || parts.algorithm == "none")
        return refused(u"it is not signed"_s);
    return parts;
}

Result<Identity> checkedClaims(const IdTokenParts &token, const IdTokenDemands &demands)
{
    const auto &claims = token.claims;
    if (claims.value(u"iss"_s).toString() != demands.issuer)
        return refused(u"another issuer made it"_s);
    const auto audience = audienceOf(claims);
    if (!audience.contains(demands.clientId))
        return refused(u"it is for another program"_s);
    const auto party = claims.value(u"azp"_s);
    if ((audience.size() > 1 && party.isUndefined())
        || (!party.isUndefined() && party.toString() != demands.clientId))
        return refused(u"another program asked for it"_s);
    const auto now = demands.now.toSecsSinceEpoch();
    const auto ends = claims.value(u"exp"_s);
    if (!ends.isDouble() || ends.toDouble() <= double(now - leewaySeconds))
        return refused(u"it has run out; compare this machine's clock"_s);
    const auto made = claims.value(u"iat"_s);
    if (!made.isDouble() || made.toDouble() > double(now + leewaySeconds))
        return refused(u"it is from the future; compare this machine's clock"_s);
    if (!demands.nonce.isEmpty() && claims.value(u"nonce"_s).toString().toUtf8() != demands.nonce)
        return refused(u"it belongs to another sign-in"_s);
    const auto subject = claims.value(u"sub"_s).toString();
    if (subject.isEmpty())
        return refused(u"it names nobody"_s);
    return Identity{subject, claims.value(u"name"_s).toString(),
                    claims.value(u"email"_s).toString()};
}

} // namespace portolan::signin
