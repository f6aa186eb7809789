// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/accountsecrets.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::secrets {

namespace {

constexpr int keptVersion = 1;

const auto versionMember = u"portolan"_s;
const auto tokenMember = u"token"_s;
const auto tokenEndsMember = u"tokenEnds"_s;
const auto refreshMember = u"refresh"_s;
const auto keyPasswordMember = u"clientKeyPassword"_s;
const auto proxyPasswordMember = u"proxyPassword"_s;

//! Secrets are bytes: Base64 brings all of them through JSON.
QString written(const Secret &secret)
{
    return QString::fromLatin1(secret.reveal().toByteArray().toBase64());
}

Secret read(const QJsonValue &value)
{
    return Secret(QByteArray::fromBase64(value.toString().toLatin1()));
}

} // namespace

bool AccountSecrets::isEmpty() const
{
    return token.isEmpty() && refreshToken.isEmpty() && clientKeyPassword.isEmpty()
        && proxyPassword.isEmpty();
}

QByteArray keptForm(const AccountSecrets &secrets)
{
    QJsonObject object{{versionMember, keptVersion}};
    const auto put = [&](const QString &member, const Secret &secret) {
        if (!secret.isEmpty())
            object.insert(member, written(secret));
    };
    if (secrets.refreshToken.isEmpty()) {
        put(tokenMember, secrets.token);
        if (secrets.tokenEnds.isValid())
            object.insert(tokenEndsMember, secrets.tokenEnds.toUTC().toString(Qt::ISODateWithMs));
    }
    put(refreshMember, secrets.refreshToken);
    put(keyPasswordMember, secrets.clientKeyPassword);
    put(proxyPasswordMember, secrets.proxyPassword);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<AccountSecrets> fromKeptForm(const QByteArray &bytes)
{
    const auto object = QJsonDocument::fromJson(bytes).object();
    if (object.value(versionMember).toInt() != keptVersion)
        return std::nullopt;
    AccountSecrets secrets;
    secrets.token = read(object.value(tokenMember));
    secrets.tokenEnds =
        QDateTime::fromString(object.value(tokenEndsMember).toString(), Qt::ISODateWithMs);
    secrets.refreshToken = read(object.value(refreshMember));
    secrets.clientKeyPassword = read(object.value(keyPasswordMember));
    secrets.proxyPassword = read(object.value(proxyPasswordMember));
    return secrets;
}

} // namespace portolan::secrets
