// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields a schema shows, and which stands in which.
#pragma once

#include "models/domain/field.h"

#include <QList>
#include <QString>

#include <vector>

namespace portolan::items {

//! Parts of a schema that a person can narrow it to.
enum class FieldSubset { All, Keys, Required, Sensitive, Critical };

//! What of a schema is wanted.
struct FieldFilter
{
    QString text; //!< words that all have to occur in the field; any case
    FieldSubset subset = FieldSubset::All;

    bool isEmpty() const { return text.trimmed().isEmpty() && subset == FieldSubset::All; }

    bool operator==(const FieldFilter &) const = default;
};

//! The fields that a filter keeps, as a tree over their numbers in the list. The node behind the
//! last field is the root.
struct SchemaTree
{
    std::vector<int> parent; //!< per field: its parent or the root
    std::vector<int> row; //!< per field: its place among its siblings
    std::vector<std::vector<int>> children; //!< per field, and of the root at the end
    std::vector<bool> hit; //!< per field: matches itself, is no mere parent of one
    int hits = 0;

    int root() const { return static_cast<int>(parent.size()); }
};

//! Arranges \a fields: those that match \a filter, and whatever they stand in. A field whose parent
//! is not in the list stands at the top. Linear; may run in any thread.
SchemaTree schemaTree(const QList<domain::Field> &fields, const FieldFilter &filter);

//! Whether \a field is in \a subset.
bool isIn(const domain::Field &field, FieldSubset subset);

//! Whether data of this class needs care: confidential, restricted, secret, personal, … What we
//! do not know is not marked.
bool isSensitive(const QString &classification);

} // namespace portolan::items
