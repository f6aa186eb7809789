// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/tokenendpoint.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

constexpr qint64 mostAnswerBytes = 1024 * 1024;
constexpr qsizetype mostDescription = 300;

Secret secretIn(const QJsonObject &object, const QString &member)
{
    return Secret(object.value(member).toString().toUtf8());
}

//! Seconds are a number, and with some providers text.
qint64 secondsIn(const QJsonObject &object, const QString &member)
{
    return object.value(member).toVariant().toLongLong();
}

} // namespace

QByteArray formBody(const Form &form)
{
    QByteArray body;
    for (const auto &[name, value] : form) {
        if (!body.isEmpty())
            body += '&';
        body += name.toPercentEncoding() + '=' + value.toPercentEncoding();
    }
    return body;
}

net::HttpRequest formRequest(const net::HttpUrl &endpoint, const Form &form,
                             const OpenIdSettings &settings)
{
    net::HttpRequest request;
    request.method = net::HttpMethod::Post;
    request.url = endpoint;
    request.body = formBody(form);
    request.contentType = "application/x-www-form-urlencoded";
    request.connection = settings.connection;
    request.mostBytes = mostAnswerBytes;
    return request;
}

Refusal refusalIn(const net::HttpResponse &response)
{
    if (response.isSuccess())
        return {};
    const auto object = QJsonDocument::fromJson(response.body).object();
    return {object.value(u"error"_s).toString().left(mostDescription),
            object.value(u"error_description"_s).toString().left(mostDescription)};
}

Error refusalError(const Refusal &refusal, const QString &asked)
{
    const auto said = refusal.description.isEmpty()
        ? refusal.error
        : QString(refusal.error % u": " % refusal.description);
    if (refusal.error == u"invalid_grant"_s) {
        return {Error::Kind::Unauthorised,
                u"signed out: the provider no longer takes this sign-in (%1); sign in again"_s.arg(
                    said)};
    }
    if (refusal.error == u"access_denied"_s) {
        return {Error::Kind::Unauthorised,
                u"the provider or the person refused the sign-in (%1)"_s.arg(said)};
    }
    return {Error::Kind::Protocol,
            u"%1: the provider does not take the request (%2); check the client id and the "
            "scopes"_s.arg(asked, said)};
}

Result<Tokens> readTokens(const net::HttpResponse &response, const QDateTime &now)
{
    if (!response.isSuccess()) {
        if (const auto refusal = refusalIn(response); !refusal.error.isEmpty())
            return tl::unexpected(refusalError(refusal, response.asked));
        return net::accepted(response).and_then([&](const net::HttpResponse &) -> Result<Tokens> {
            return failure(Error::Kind::Protocol, u"%1: no tokens"_s.arg(response.asked));
        });
    }
    const auto object = QJsonDocument::fromJson(response.body).object();
    Tokens tokens;
    tokens.access = secretIn(object, u"access_token"_s);
    tokens.refresh = secretIn(object, u"refresh_token"_s);
    tokens.id = secretIn(object, u"id_token"_s);
    if (const auto seconds = secondsIn(object, u"expires_in"_s); seconds > 0)
        tokens.accessEnds = now.addSecs(seconds);
    const auto type = object.value(u"token_type"_s).toString();
    if (tokens.access.isEmpty() || type.compare(u"bearer"_s, Qt::CaseInsensitive) != 0) {
        return failure(Error::Kind::Protocol,
                       u"%1: the provider's answer holds no bearer token"_s.arg(response.asked));
    }
    return tokens;
}

} // namespace portolan::signin
