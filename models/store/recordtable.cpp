// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recordtable.h"

namespace portolan::store {

namespace {

RecordRow rowOf(const Query &query)
{
    RecordRow row;
    row.id = query.integer(0);
    row.account = query.integer(1);
    row.nativeId = query.text(2);
    row.ownId = query.uuid(3);
    row.kind = domain::EntityKind(query.integer(4));
    row.entity = query.integer(5);
    row.joinKey = query.integer(6);
    row.datasetKey = query.text(7);
    row.joinedBy = query.text(8);
    row.hash = query.blob(9);
    row.fetchedAt = query.integer(10);
    row.sweep = query.integer(11);
    return row;
}

std::optional<RecordRow> first(Query &query)
{
    return query.step() ? std::optional(rowOf(query)) : std::nullopt;
}

QList<RecordRow> all(Query &query)
{
    QList<RecordRow> rows;
    while (query.step())
        rows.append(rowOf(query));
    return rows;
}

} // namespace

std::optional<RecordRow> RecordTable::find(qint64 account, const QString &nativeId) const
{
    static constexpr auto sql =
        "SELECT id, account, native_id, own_id, kind, entity, join_key, dataset_key, joined_by,"
        " hash, fetched_at, sweep FROM record WHERE account = ?1 AND native_id = ?2";
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    return first(query);
}

std::optional<RecordRow> RecordTable::byId(qint64 id) const
{
    static constexpr auto sql =
        "SELECT id, account, native_id, own_id, kind, entity, join_key, dataset_key, joined_by,"
        " hash, fetched_at, sweep FROM record WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(id);
    return first(query);
}

std::optional<RecordRow> RecordTable::byOwnId(const QUuid &ownId) const
{
    static constexpr auto sql =
        "SELECT id, account, native_id, own_id, kind, entity, join_key, dataset_key, joined_by,"
        " hash, fetched_at, sweep FROM record WHERE own_id = ?1";
    Query query(m_connection, sql);
    query.bind(ownId);
    return first(query);
}

QList<RecordRow> RecordTable::byJoinKey(qint64 joinKey) const
{
    static constexpr auto sql =
        "SELECT id, account, native_id, own_id, kind, entity, join_key, dataset_key, joined_by,"
        " hash, fetched_at, sweep FROM record WHERE join_key = ?1 AND join_key <> 0";
    Query query(m_connection, sql);
    query.bind(joinKey);
    return all(query);
}

QList<RecordRow> RecordTable::ofEntity(qint64 entity) const
{
    static constexpr auto sql =
        "SELECT id, account, native_id, own_id, kind, entity, join_key, dataset_key, joined_by,"
        " hash, fetched_at, sweep FROM record WHERE id = ?1 AND entity = ?1"
        " UNION ALL"
        " SELECT id, account, native_id, own_id, kind, entity, join_key, dataset_key, joined_by,"
        " hash, fetched_at, sweep FROM record WHERE entity = ?1 AND entity <> id";
    Query query(m_connection, sql);
    query.bind(entity);
    return all(query);
}

qint64 RecordTable::insert(const RecordRow &row)
{
    static constexpr auto sql =
        "INSERT INTO record (account, native_id, own_id, kind, entity, join_key, dataset_key,"
        " hash, fetched_at, sweep, id)"
        " VALUES (?1, ?2, ?3, ?4, ?9, ?5, ?6, ?7, ?8, ?10, ?9)";
    static constexpr auto nextSql = "SELECT coalesce(max(id), 0) + 1 FROM record";
    Query next(m_connection, nextSql);
    next.step();
    const auto id = next.integer(0);
    Query query(m_connection, sql);
    query.bind(row.account).bind(row.nativeId).bind(row.ownId).bind(qint64(row.kind));
    query.bind(row.joinKey).bind(row.datasetKey).bind(row.hash).bind(row.fetchedAt).bind(id);
    query.bind(row.sweep);
    query.execute();
    return id;
}

void RecordTable::update(const RecordRow &row)
{
    static constexpr auto sql =
        "UPDATE record SET kind = ?1, join_key = ?2, dataset_key = ?3, hash = ?4,"
        " fetched_at = ?5, sweep = ?6 WHERE id = ?7";
    Query query(m_connection, sql);
    query.bind(qint64(row.kind)).bind(row.joinKey).bind(row.datasetKey).bind(row.hash);
    query.bind(row.fetchedAt).bind(row.sweep).bind(row.id);
    query.execute();
}

void RecordTable::setSweep(qint64 id, qint64 sweep)
{
    static constexpr auto sql = "UPDATE record SET sweep = ?1 WHERE id = ?2";
    Query query(m_connection, sql);
    query.bind(sweep).bind(id);
    query.execute();
}

QList<qint64> RecordTable::unswept(qint64 account, qint64 sweep) const
{
    static constexpr auto sql = "SELECT id FROM record WHERE account = ?1 AND sweep <> ?2";
    Query query(m_connection, sql);
    query.bind(account).bind(sweep);
    QList<qint64> ids;
    while (query.step())
        ids.append(query.integer(0));
    return ids;
}

void RecordTable::setEntity(qint64 id, qint64 entity, const QString &joinedBy)
{
    static constexpr auto sql = "UPDATE record SET entity = ?1, joined_by = ?2 WHERE id = ?3";
    Query query(m_connection, sql);
    query.bind(entity).bind(joinedBy).bind(id);
    query.execute();
}

void RecordTable::remove(qint64 id)
{
    static constexpr auto sql = "DELETE FROM record WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(id);
    query.execute();
}

QList<RecordTable::Name> RecordTable::names(qint64 account) const
{
    static constexpr auto sql = "SELECT id, native_id FROM record WHERE account = ?1";
    Query query(m_connection, sql);
    query.bind(account);
    QList<Name> names;
    while (query.step())
        names.append({query.integer(0), query.text(1)});
    return names;
}

QList<qint64> RecordTable::joinedEntities() const
{
    static constexpr auto sql = "SELECT DISTINCT entity FROM record WHERE entity <> id";
    Query query(m_connection, sql);
    QList<qint64> entities;
    while (query.step())
        entities.append(query.integer(0));
    return entities;
}

QList<std::pair<domain::EntityKind, qint64>> RecordTable::counts(qint64 account) const
{
    static constexpr auto sql =
        "SELECT kind, records FROM record_count WHERE account = ?1 AND records > 0 ORDER BY kind";
    Query query(m_connection, sql);
    query.bind(account);
    QList<std::pair<domain::EntityKind, qint64>> counts;
    while (query.step())
        counts.append({domain::EntityKind(query.integer(0)), query.integer(1)});
    return counts;
}

} // namespace portolan::store
