// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace portolan::formats::gx {

//! Which word of the tool is about which canonical dimension.
const QHash<QString, QString> &dimensionTable();

//! The canonical dimension of an expectation; \a ofTime when it is about an instant. Empty for
//! expectations that nobody mapped.
QString dimensionOf(const QString &expectation, bool ofTime);

} // namespace portolan::formats::gx
