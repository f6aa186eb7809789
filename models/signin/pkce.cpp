// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace portolan::signin {

namespace {

constexpr auto urlBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray unguessable()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words))
        .toBase64(urlBase64);
}

QByteArray challengeOf(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(urlBase64);
}

} // namespace portolan::signin
