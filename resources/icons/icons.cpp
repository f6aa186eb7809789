// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/icons/icons.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::resources {

QByteArray iconBytes(const QString &name)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList iconNames()
{
    auto names = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (auto &name : names)
        name.chop(4);
    return names;
}

} // namespace portolan::resources
