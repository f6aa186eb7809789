// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/field.h"

namespace portolan::domain {

int depthOf(QStringView path)
{
    return static_cast<int>(path.count(u'.'));
}

QString parentPath(const QString &path)
{
    const auto dot = path.lastIndexOf(u'.');
    if (dot < 0)
        return {};
    auto parent = path.left(dot);
    while (parent.endsWith(QLatin1String("[]")))
        parent.chop(2);
    return parent;
}

} // namespace portolan::domain
