// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/entitytable.h"

#include <QSet>

namespace portolan::store {

namespace {

//! A key for the index of names: FNV-1a of the text without case; 0 stands for no text.
qint64 nameKey(const QString &text)
{
    if (text.isEmpty())
        return 0;
    quint64 hash = 0xcbf29ce484222325ULL;
    const auto folded = text.toCaseFolded();
    for (const auto unit : folded)
        hash = (hash ^ unit.unicode()) * 0x100000001b3ULL;
    return hash == 0 ? 1 : qint64(hash);
}

EntityRow rowOf(const Query &query)
{
    EntityRow row;
    auto &entity = row.entity;
    row.id = query.integer(0);
    entity.id = query.uuid(1);
    entity.kind = domain::EntityKind(query.integer(2));
    entity.nativeId = query.text(3);
    row.account = query.integer(4);
    row.aliases = int(query.integer(5));
    entity.type = query.text(6);
    entity.name = query.text(7);
    entity.title = query.text(8);
    row.ownerNative = query.text(9);
    row.ownerAccount = query.integer(10);
    entity.ownerName = query.text(11);
    entity.status = query.text(12);
    entity.version = query.text(13);
    entity.classification = query.text(14);
    auto lists = decodeLists(query.blob(15));
    entity.domain = std::move(lists.domain);
    entity.tags = std::move(lists.tags);
    entity.portTypes = std::move(lists.portTypes);
    row.synonyms = std::move(lists.synonyms);
    entity.fieldCount = int(query.integer(16));
    entity.popularity = int(query.integer(17));
    row.changedAt = query.integer(18);
    entity.description = query.text(19);
    if (const auto state = query.number(20))
        entity.sloState = domain::SloState(*state);
    entity.sli = query.real(21);
    entity.budgetLeft = query.real(22).value_or(1);
    return row;
}

} // namespace

std::optional<domain::EntityKind> EntityTable::put(const EntityRow &row)
{
    const auto before = kindOf(row.id);
    static constexpr auto sql =
        "INSERT INTO entity (id, uuid, kind, native_id, account, aliases, type, name, title,"
        " owner_id, owner_account, owner_name, status, version, classification, lists,"
        " field_count, popularity, changed_at, name_key, title_key, description)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
        " ?18, ?19, ?20, ?21, ?22)"
        " ON CONFLICT (id) DO UPDATE SET uuid = excluded.uuid, kind = excluded.kind,"
        " native_id = excluded.native_id, account = excluded.account,"
        " aliases = excluded.aliases, type = excluded.type, name = excluded.name,"
        " title = excluded.title, owner_id = excluded.owner_id,"
        " owner_account = excluded.owner_account, owner_name = excluded.owner_name,"
        " status = excluded.status, version = excluded.version,"
        " classification = excluded.classification, lists = excluded.lists,"
        " field_count = excluded.field_count, popularity = excluded.popularity,"
        " changed_at = excluded.changed_at, name_key = excluded.name_key,"
        " title_key = excluded.title_key, description = excluded.description";
    const auto &entity = row.entity;
    const auto lists = encodeLists({entity.domain, entity.tags, row.synonyms, entity.portTypes});
    Query query(m_connection, sql);
    query.bind(row.id).bind(entity.id).bind(qint64(entity.kind)).bind(entity.nativeId);
    query.bind(row.account).bind(qint64(row.aliases)).bind(entity.type).bind(entity.name);
    query.bind(entity.title).bind(row.ownerNative).bind(row.ownerAccount).bind(entity.ownerName);
    query.bind(entity.status).bind(entity.version).bind(entity.classification).bind(lists);
    query.bind(qint64(entity.fieldCount)).bind(qint64(entity.popularity)).bind(row.changedAt);
    query.bind(nameKey(entity.name)).bind(nameKey(entity.title)).bind(entity.description);
    query.execute();
    return before;
}

std::optional<domain::EntityKind> EntityTable::kindOf(qint64 id) const
{
    static constexpr auto sql = "SELECT kind FROM entity WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(id);
    return query.step() ? std::optional(domain::EntityKind(query.integer(0))) : std::nullopt;
}

std::optional<domain::EntityKind> EntityTable::remove(qint64 id)
{
    static constexpr auto sql = "DELETE FROM entity WHERE id = ?1 RETURNING kind";
    Query query(m_connection, sql);
    query.bind(id);
    return query.step() ? std::optional(domain::EntityKind(query.integer(0))) : std::nullopt;
}

std::optional<QUuid> EntityTable::idOf(qint64 account, const QString &nativeId) const
{
    static constexpr auto sql =
        "SELECT entity.uuid FROM record CROSS JOIN entity ON entity.id = record.entity"
        " WHERE record.account = ?1 AND record.native_id = ?2";
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    return query.step() ? std::optional(query.uuid(0)) : std::nullopt;
}

std::optional<EntityRow> EntityTable::byId(qint64 id) const
{
    static constexpr auto sql =
        "SELECT id, uuid, kind, native_id, account, aliases, type, name, title, owner_id,"
        " owner_account, owner_name, status, version, classification, lists, field_count,"
        " popularity, changed_at, description, s.state, t.sli, t.remaining FROM entity"
        " LEFT JOIN entity_slo s ON s.entity = entity.id"
        " LEFT JOIN slo_standing t ON t.slo = s.slo WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(id);
    return query.step() ? std::optional(rowOf(query)) : std::nullopt;
}

QList<EntityRow> EntityTable::named(const QString &text, int limit) const
{
    static constexpr auto sql = "SELECT id FROM entity WHERE name_key = ?1 UNION"
                                " SELECT id FROM entity WHERE title_key = ?1 AND title_key <> 0";
    QList<qint64> ids;
    {
        Query query(m_connection, sql);
        query.bind(nameKey(text));
        while (query.step())
            ids.append(query.integer(0));
    }
    QList<EntityRow> rows;
    for (const auto id : ids) {
        auto row = byId(id);
        if (row
            && (row->entity.name.compare(text, Qt::CaseInsensitive) == 0
                || row->entity.title.compare(text, Qt::CaseInsensitive) == 0))
            rows.append(std::move(*row));
        if (rows.size() >= limit)
            break;
    }
    return rows;
}

QList<EntityRow> EntityTable::list(domain::EntityKind kind, const QString &after, int limit) const
{
    static constexpr auto sql =
        "SELECT id, uuid, kind, native_id, account, aliases, type, name, title, owner_id,"
        " owner_account, owner_name, status, version, classification, lists, field_count,"
        " popularity, changed_at, description, s.state, t.sli, t.remaining FROM entity"
        " LEFT JOIN entity_slo s ON s.entity = entity.id"
        " LEFT JOIN slo_standing t ON t.slo = s.slo"
        " WHERE kind = ?1 AND native_id > ?2 ORDER BY native_id, id";
    Query query(m_connection, sql);
    query.bind(qint64(kind)).bind(after);
    QList<EntityRow> rows;
    while (query.step()) {
        auto row = rowOf(query);
        // The next call goes on behind the last native id, so all that share it belong here.
        if (rows.size() >= limit && row.entity.nativeId != rows.last().entity.nativeId)
            break;
        rows.append(std::move(row));
    }
    return rows;
}

QList<std::pair<domain::EntityKind, qint64>> EntityTable::counts() const
{
    static constexpr auto sql =
        "SELECT kind, entities FROM entity_count WHERE entities > 0 ORDER BY kind";
    Query query(m_connection, sql);
    QList<std::pair<domain::EntityKind, qint64>> counts;
    while (query.step())
        counts.append({domain::EntityKind(query.integer(0)), query.integer(1)});
    return counts;
}

qint64 EntityTable::count() const
{
    static constexpr auto sql = "SELECT coalesce(sum(entities), 0) FROM entity_count";
    Query query(m_connection, sql);
    query.step();
    return query.integer(0);
}

QList<qint64> EntityTable::behind(qint64 row, int most) const
{
    static constexpr auto sql = "SELECT id FROM entity WHERE id > ?1 ORDER BY id LIMIT ?2";
    Query query(m_connection, sql);
    query.bind(row).bind(qint64(most));
    QList<qint64> ids;
    while (query.step())
        ids.append(query.integer(0));
    return ids;
}

} // namespace portolan::store
