// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagetable.h"

namespace portolan::store {

using domain::LineageEdge;
using domain::LineageLevel;

namespace {

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
    static constexpr auto sql =
        "INSERT OR REPLACE INTO lineage_document (record, document) VALUES (?1, ?2)";
    removeRows(record);
    {
        Query query(m_connection, sql);
        query.bind(record).bind(document);
        query.execute();
    }
    qint64 rows = 1;
    for (const auto &edge : edges) {
        if (edge.validTo.isValid())
            continue;
        if (edge.level == LineageLevel::Field)
            addField(account, record, edge);
        else
            addEdge(account, record, edge);
        ++rows;
    }
    return rows;
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
    static constexpr auto edgeSql = "DELETE FROM lineage_edge WHERE target = ?1";
    static constexpr auto fieldSql = "DELETE FROM lineage_field WHERE target = ?1";
    for (const auto *sql : {edgeSql, fieldSql}) {
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

void LineageTable::addEdge(qint64 account, qint64 record, const LineageEdge &edge)
{
    static constexpr auto sql =
        "INSERT OR IGNORE INTO lineage_edge (target, source, job, level, valid_from, last_seen)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const auto source = nodeOf(account, edge.source);
    const auto job = nodeOf(account, edge.job);
    Query query(m_connection, sql);
    query.bind(record).bind(source).bind(job).bind(qint64(edge.level));
    query.bind(stored(edge.validFrom)).bind(stored(edge.lastSeen));
    query.execute();
}

void LineageTable::addField(qint64 account, qint64 record, const LineageEdge &edge)
{
    static constexpr auto sql =
        "INSERT OR IGNORE INTO lineage_field (target, target_field, source, source_field, job,"
        " detail, valid_from, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    const auto source = nodeOf(account, edge.source);
    const auto job = nodeOf(account, edge.job);
    const auto detail = encodeTransformation(edge.transformation);
    Query query(m_connection, sql);
    query.bind(record).bind(edge.targetField).bind(source).bind(edge.sourceField).bind(job);
    query.bind(detail).bind(stored(edge.validFrom)).bind(stored(edge.lastSeen));
    query.execute();
}

LineageTable::EdgeCounts LineageTable::counts(qint64 account) const
{
    static constexpr auto edgeSql =
        "SELECT count(*) FROM lineage_edge WHERE level = 1 AND (?1 = 0 OR"
        " target IN (SELECT id FROM record WHERE account = ?1))";
    static constexpr auto fieldSql = "SELECT count(*) FROM lineage_field WHERE ?1 = 0 OR"
                                     " target IN (SELECT id FROM record WHERE account = ?1)";
    EdgeCounts counts;
    Query edges(m_connection, edgeSql);
    edges.bind(account);
    if (edges.step())
        counts.dataset = edges.integer(0);
    Query fields(m_connection, fieldSql);
    fields.bind(account);
    if (fields.step())
        counts.field = fields.integer(0);
    return counts;
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
