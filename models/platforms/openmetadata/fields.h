// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/platforms/openmetadata/reading.h"

#include <QList>
#include <QStringList>

namespace portolan::platforms::openmetadata {

//! Columns as OpenMetadata nests them, as a flat list in their order.
struct Columns
{
    QList<domain::Field> fields;
    QStringList terms; //!< native ids of the terms that columns mean, each once
    QString classification; //!< of the first column that has one
};

//! Reads columns, fields of a schema, or of an index. What lies deeper than 64 is left out, and
//! said.
Columns columnsOf(Reading &reading, const std::vector<Json> &columns);

//! Marks the columns that constraints of a table speak of: keys, and what is unique.
void applyConstraints(Reading &reading, Columns &columns);

} // namespace portolan::platforms::openmetadata
