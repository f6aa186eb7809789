// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"

namespace portolan {

QUuid entityId(const QUuid &account, const QString &nativeId)
{
    return QUuid::createUuidV5(account, nativeId.toUtf8());
}

QUuid demoAccountId()
{
    static const QUuid id(0x6d1f0d6e, 0x5b1a, 0x4c8e, 0x9a, 0x57, 0x0e, 0x2b, 0x64, 0x31, 0xd0,
                          0xa1);
    return id;
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace portolan
