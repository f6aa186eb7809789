// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace portolan::store {

//! What one record says about lineage, as the cache keeps it whole.
struct LineageDocument
{
    QString sameAs;
    QString code;
    QList<domain::LineageEdge> edges;

    bool isEmpty() const { return sameAs.isEmpty() && code.isEmpty() && edges.isEmpty(); }

    bool operator==(const LineageDocument &) const = default;
};

//! Takes the lineage out of \a record.
LineageDocument takeLineage(domain::Record &record);

//! Empty for an empty document.
QByteArray encodeLineage(const LineageDocument &document);
//! Throws when \a bytes are not what encodeLineage() gave.
LineageDocument decodeLineage(const QByteArray &bytes);

//! The form in which tables hold a transformation: equal bytes for equal ones, none for none.
QByteArray encodeTransformation(const domain::Transformation &transformation);
domain::Transformation decodeTransformation(const QByteArray &bytes);

} // namespace portolan::store
