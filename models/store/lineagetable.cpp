// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagetable.h"

#include "models/store/archive.h"

#include <QSet>

#include <algorithm>

namespace portolan::store {

using domain::LineageEdge;
using domain::LineageLevel;

void visit(auto &archive, Is<LineageTable::EdgeRow> auto &object)
{
    auto &[source, job, level, validFrom, lastSeen] = object;
    archive(source, job, level, validFrom, lastSeen);
}

void visit(auto &archive, Is<LineageTable::FieldRow> auto &object)
{
    auto &[edge, sourceField, targetField, detail] = object;
    archive(edge, sourceField, targetField, detail);
}

namespace {

//! Not compressed: numbers that are read whole with every graph.
template <typename T>
QByteArray packedList(const QList<T> &list)
{
    ArchiveWriter writer;
    writer.value(list);
    return writer.bytes;
}

template <typename T>
QList<T> unpackedList(const QByteArray &bytes)
{
    QList<T> list;
    ArchiveReader reader(bytes);
    reader.value(list);
    if (!reader.atEnd())
        damaged();
    return list;
}

// Enough for the names of one page and its neighbours.
constexpr qsizetype rememberedNodes = 100'000;

qint64 stored(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

LineageDocument LineageTable::document(qint64 record) const
{
    static constexpr auto sql = "SELECT document FROM lineage_document WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    return query.step() ? decodeLineage(query.blob(0)) : LineageDocument();
}

qint64 LineageTable::put(qint64 account, qint64 record, const QByteArray &document,
                         const QList<LineageEdge> &edges)
{
    static constexpr auto documentSql =
        "INSERT OR REPLACE INTO lineage_document (record, document) VALUES (?1, ?2)";
    static constexpr auto sql =
        "INSERT INTO lineage_in (target, edges, fields, edge_count, field_count)"
        " VALUES (?1, ?2, ?3, ?4, ?5)";
    removeRows(record);
    Query documents(m_connection, documentSql);
    documents.bind(record).bind(document);
    documents.execute();
    QList<EdgeRow> rows;
    QList<FieldRow> fields;
    QSet<qint64> sources;
    for (const auto &edge : edges) {
        if (edge.validTo.isValid())
            continue;
        const auto row = rowOf(account, edge);
        sources.insert(row.source);
        if (edge.level == LineageLevel::Field)
            fields.append({row, edge.sourceField, edge.targetField,
                           encodeTransformation(edge.transformation)});
        else
            rows.append(row);
    }
    if (sources.isEmpty())
        return 1;
    const auto things = std::count_if(rows.begin(), rows.end(), [](const EdgeRow &row) {
        return row.level == LineageLevel::Dataset;
    });
    const auto packedRows = packedList(rows);
    const auto packedFields = packedList(fields);
    Query query(m_connection, sql);
    query.bind(record).bind(packedRows).bind(packedFields);
    query.bind(qint64(things)).bind(qint64(fields.size()));
    query.execute();
    for (const auto source : std::as_const(sources))
        addOut(source, record);
    return 2 + sources.size();
}

void LineageTable::remove(qint64 record)
{
    static constexpr auto sql = "DELETE FROM lineage_document WHERE record = ?1";
    removeRows(record);
    Query query(m_connection, sql);
    query.bind(record);
    query.execute();
}

void LineageTable::removeRows(qint64 record)
{
    static constexpr auto inSql = "DELETE FROM lineage_in WHERE target = ?1";
    static constexpr auto outSql = "DELETE FROM lineage_out WHERE target = ?1";
    for (const auto *sql : {inSql, outSql}) {
        Query query(m_connection, sql);
        query.bind(record);
        query.execute();
    }
}

void LineageTable::removeAccount(qint64 account)
{
    static constexpr auto sql = "DELETE FROM lineage_node WHERE account = ?1";
    m_nodes.clear();
    Query query(m_connection, sql);
    query.bind(account);
    query.execute();
}

std::optional<qint64> LineageTable::findNode(qint64 account, const QString &nativeId) const
{
    static constexpr auto sql = "SELECT id FROM lineage_node WHERE account = ?1 AND native_id = ?2";
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

qint64 LineageTable::nodeOf(qint64 account, const QString &nativeId)
{
    static constexpr auto sql = "INSERT INTO lineage_node (account, native_id) VALUES (?1, ?2)";
    if (nativeId.isEmpty())
        return 0;
    const std::pair key(account, nativeId);
    if (const auto known = m_nodes.constFind(key); known != m_nodes.constEnd())
        return *known;
    if (m_nodes.size() >= rememberedNodes)
        m_nodes.clear();
    auto node = findNode(account, nativeId);
    if (!node) {
        Query query(m_connection, sql);
        query.bind(account).bind(nativeId);
        query.execute();
        node = m_connection.lastRow();
    }
    m_nodes.insert(key, *node);
    return *node;
}

LineageTable::EdgeRow LineageTable::rowOf(qint64 account, const LineageEdge &edge)
{
    return {.source = nodeOf(account, edge.source),
            .job = nodeOf(account, edge.job),
            .level = edge.level,
            .validFrom = stored(edge.validFrom),
            .lastSeen = stored(edge.lastSeen)};
}

void LineageTable::addOut(qint64 source, qint64 target)
{
    static constexpr auto sql = "INSERT INTO lineage_out (source, target) VALUES (?1, ?2)";
    Query query(m_connection, sql);
    query.bind(source).bind(target);
    query.execute();
}

QList<LineageTable::EdgeRow> LineageTable::edgesIn(const QByteArray &packed)
{
    return unpackedList<EdgeRow>(packed);
}

QList<LineageTable::FieldRow> LineageTable::fieldsIn(const QByteArray &packed)
{
    return unpackedList<FieldRow>(packed);
}

LineageTable::EdgeCounts LineageTable::counts(qint64 account) const
{
    static constexpr auto sql =
        "SELECT coalesce(sum(edge_count), 0), coalesce(sum(field_count), 0)"
        " FROM lineage_in CROSS JOIN record ON record.id = target WHERE ?1 IN (0, account)";
    Query query(m_connection, sql);
    query.bind(account);
    return query.step() ? EdgeCounts{query.integer(0), query.integer(1)} : EdgeCounts();
}

void OtherNameTable::put(qint64 record, qint64 account, const QString &nativeId)
{
    static constexpr auto removeSql = "DELETE FROM other_name WHERE record = ?1";
    static constexpr auto sql =
        "INSERT OR REPLACE INTO other_name (record, account, native_id) VALUES (?1, ?2, ?3)";
    if (nativeId.isEmpty()) {
        Query query(m_connection, removeSql);
        query.bind(record);
        query.execute();
        return;
    }
    Query query(m_connection, sql);
    query.bind(record).bind(account).bind(nativeId);
    query.execute();
}

QString OtherNameTable::of(qint64 record) const
{
    static constexpr auto sql = "SELECT native_id FROM other_name WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    return query.step() ? query.text(0) : QString();
}

QList<qint64> OtherNameTable::namesOf(qint64 account, const QString &nativeId) const
{
    static constexpr auto sql =
        "SELECT record FROM other_name WHERE account = ?1 AND native_id = ?2";
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    QList<qint64> records;
    while (query.step())
        records.append(query.integer(0));
    return records;
}

} // namespace portolan::store
