// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace portolan::resources {

//! The bytes of the icon called \a name ("kind-product"), or nothing when there is none.
QByteArray iconBytes(const QString &name);

//! The names of all icons.
QStringList iconNames();

} // namespace portolan::resources
