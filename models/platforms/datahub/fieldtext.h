// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QJsonObject>
#include <QString>

namespace portolan::platforms::datahub {

//! A column in the aspects that describe it.
struct ColumnText
{
    QString written; //!< the path as the schema writes it
    QString text; //!< as it is shown: what people wrote, else what the schema says
    bool isOwn = false; //!< people wrote it
};

//! The column \a path, as it is shown, of the aspects schemaMetadata and editableSchemaMetadata.
//! NotFound where the schema has none, or several that are called so.
[[nodiscard]] Result<ColumnText> columnTextOf(const QJsonObject &schema, const QJsonObject &edited,
                                              const QString &path);

//! \a edited, an aspect editableSchemaMetadata, with \a text for \a column. What people wrote of
//! other columns, and the tags and terms of this one, stay.
QJsonObject withColumnText(QJsonObject edited, const ColumnText &column, const QString &text);

} // namespace portolan::platforms::datahub
