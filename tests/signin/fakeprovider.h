// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenID provider and a platform without a network, for the table of attacks and of answers.
#pragma once

#include "tests/net/fakeclient.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

namespace portolan::tests {

//! A JSON answer.
inline net::HttpResponse answer(int status, const QJsonObject &body)
{
    net::HttpResponse response;
    response.status = status;
    response.asked = QStringLiteral("POST https://id.example/token");
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

//! The fields of a form that was sent.
inline QHash<QString, QString> formOf(const net::HttpRequest &request)
{
    QHash<QString, QString> fields;
    const QUrlQuery query(QString::fromUtf8(request.body));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        fields.insert(name, value);
    return fields;
}

//! What https://id.example says about itself.
inline QJsonObject discoveryDocument()
{
    const auto at = [](const char *path) {
        return QString(QStringLiteral("https://id.example/") + QLatin1String(path));
    };
    return {{QStringLiteral("issuer"), QStringLiteral("https://id.example")},
            {QStringLiteral("authorization_endpoint"), at("auth")},
            {QStringLiteral("token_endpoint"), at("token")},
            {QStringLiteral("device_authorization_endpoint"), at("device")},
            {QStringLiteral("userinfo_endpoint"), at("me")},
            {QStringLiteral("jwks_uri"), at("jwks")},
            {QStringLiteral("revocation_endpoint"), at("revoke")},
            {QStringLiteral("authorization_response_iss_parameter_supported"), true}};
}

inline net::HttpUrl urlOf(const char *text)
{
    return *net::HttpUrl::parse(QLatin1String(text));
}

} // namespace portolan::tests
