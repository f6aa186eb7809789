// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/contract.h"

#include <QCryptographicHash>

namespace portolan::domain {

QString sha256Of(const Terms &terms)
{
    if (terms == Terms{})
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // With their lengths, so that no text can pass for the end of one and the beginning of another.
    for (const auto &text : {terms.purpose, terms.limitations, terms.usage}) {
        const auto bytes = text.toUtf8();
        hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':'));
        hash.addData(bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString Server::setting(QStringView key) const
{
    for (const auto &[setting, value] : settings) {
        if (setting == key)
            return value;
    }
    return {};
}

} // namespace portolan::domain
