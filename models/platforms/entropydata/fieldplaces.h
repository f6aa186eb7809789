// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace portolan::platforms::entropydata {

//! Where \a document, a contract in either dialect or an asset, describes something: the names of
//! members and the numbers of items, as formats::json::withValue() takes them. \a object is the
//! object of a contract, and empty for an asset; \a field the path of a field, and empty for the
//! object itself. Empty where there is no such thing, or several are called so.
QStringList describedAt(const QJsonObject &document, const QString &object, const QString &field);

} // namespace portolan::platforms::entropydata
