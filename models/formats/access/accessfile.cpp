// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/access/accessfile.h"

#include "models/formats/access/paths.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::access {

QString sha256Of(const domain::AccessRequest &request)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(write(request), QCryptographicHash::Sha256).toHex());
}

QList<AgreementFile> agreementFiles(const domain::RequestOutcome &outcome)
{
    QList<AgreementFile> files;
    for (const auto &item : outcome.items)
        files.append({.path = agreementPath(domain::agreementIdOf(item.item)),
                      .bytes = item.agreement ? write(*item.agreement) : QByteArray()});
    return files;
}

bool looksLike(const document::Node &root)
{
    const auto format = root["format"].text();
    return format.startsWith(u"portolan.access-request/"_s)
        || format.startsWith(u"portolan.access-decision/"_s)
        || format.startsWith(u"portolan.agreement/"_s) || format.startsWith(u"portolan.grant/"_s);
}

} // namespace portolan::formats::access
