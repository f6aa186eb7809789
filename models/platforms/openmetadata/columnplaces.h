// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace portolan::platforms::openmetadata {

//! A column in the document of its asset.
struct ColumnPlace
{
    QString pointer; //!< of the column, as JSON Patch takes it: "/columns/3/children/0"
    QString name; //!< in that list
    QString description;
};

//! The column \a path, as a pull calls it, of \a asset: of a table, data model, container, topic or
//! search index. Nothing where it has none.
std::optional<ColumnPlace> columnAt(const QJsonObject &asset, const QString &path);

//! Whether things of \a type have columns that can be described.
bool hasColumns(const QString &type);

} // namespace portolan::platforms::openmetadata
