// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace portolan::platforms {

//! What \a set holds, in one order: two pulls that have the same to do ask and tell the same.
inline QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace portolan::platforms
