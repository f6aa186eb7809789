// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace portolan::formats::soda {

//! Which word of the tool is about which canonical dimension.
const QHash<QString, QString> &dimensionTable();

//! The canonical dimension of a metric or type of check. Empty for a metric that somebody defined,
//! and for all that nobody mapped.
QString dimensionOf(const QString &metric);

} // namespace portolan::formats::soda
