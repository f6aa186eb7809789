// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagedocument.h"

#include "models/store/archive.h"

#include <utility>

namespace portolan::store {

using domain::LineageEdge;
using domain::Transformation;

void visit(auto &archive, Is<Transformation> auto &object)
{
    auto &[type, subtype, description, masking] = object;
    archive(type, subtype, description, masking);
}

void visit(auto &archive, Is<LineageEdge> auto &object)
{
    auto &[level, source, target, sourceField, targetField, job, transformation, validFrom, validTo,
           lastSeen, evidence, place] = object;
    archive(level, source, target, sourceField, targetField, job, transformation, validFrom,
            validTo, lastSeen, evidence, place);
}

void visit(auto &archive, Is<LineageDocument> auto &object)
{
    auto &[sameAs, code, edges] = object;
    archive(sameAs, code, edges);
}

LineageDocument takeLineage(domain::Record &record)
{
    return {.sameAs = std::exchange(record.sameAs, {}),
            .code = std::exchange(record.code, {}),
            .edges = std::exchange(record.lineage, {})};
}

QByteArray encodeLineage(const LineageDocument &document)
{
    return document.isEmpty() ? QByteArray() : encoded(document);
}

LineageDocument decodeLineage(const QByteArray &bytes)
{
    LineageDocument document;
    if (!bytes.isEmpty())
        decode(bytes, document);
    return document;
}

QByteArray encodeTransformation(const Transformation &transformation)
{
    if (transformation.isEmpty())
        return {};
    // Not compressed: short, and equal bytes have to mean equal values in any version of zlib.
    ArchiveWriter writer;
    writer.value(transformation);
    return writer.bytes;
}

Transformation decodeTransformation(const QByteArray &bytes)
{
    Transformation transformation;
    if (bytes.isEmpty())
        return transformation;
    ArchiveReader reader(bytes);
    reader.value(transformation);
    if (!reader.atEnd())
        damaged();
    return transformation;
}

} // namespace portolan::store
