// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/slotable.h"

#include "models/base/identity.h"
#include "models/store/codec.h"

#include <QSet>

namespace portolan::store {

using domain::SloState;

namespace {

std::optional<SloState> stateIn(const Query &query, int column)
{
    const auto number = query.number(column);
    return number ? std::optional(SloState(*number)) : std::nullopt;
}

SloTable::Row rowIn(const Query &query)
{
    SloTable::Row row;
    row.id = query.integer(0);
    row.uuid = query.uuid(1);
    row.account = query.integer(2);
    row.slo = decodeSlo(query.blob(3));
    row.state = stateIn(query, 4);
    return row;
}

} // namespace

bool SloTable::replace(const QUuid &account, qint64 row, const QList<domain::Slo> &slos)
{
    static constexpr auto storedSql = "SELECT id, native_id, document FROM slo WHERE account = ?1";
    static constexpr auto sql = "INSERT INTO slo (uuid, account, native_id, document)"
                                " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (account, native_id)"
                                " DO UPDATE SET document = excluded.document";
    QHash<QString, std::pair<qint64, QByteArray>> stored;
    {
        Query query(m_connection, storedSql);
        query.bind(row);
        while (query.step())
            stored.insert(query.text(1), {query.integer(0), query.blob(2)});
    }
    bool changed = false;
    QSet<QString> declared;
    for (const auto &slo : slos) {
        const auto document = encodeSlo(slo);
        declared.insert(slo.nativeId);
        if (stored.value(slo.nativeId).second == document)
            continue;
        Query query(m_connection, sql);
        query.bind(entityId(account, slo.nativeId)).bind(row).bind(slo.nativeId).bind(document);
        query.execute();
        changed = true;
    }
    for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
        if (declared.contains(it.key()))
            continue;
        remove(it.value().first);
        changed = true;
    }
    return changed;
}

void SloTable::remove(qint64 id)
{
    static constexpr auto standingSql = "DELETE FROM slo_standing WHERE slo = ?1";
    static constexpr auto sql = "DELETE FROM slo WHERE id = ?1";
    Query standing(m_connection, standingSql);
    standing.bind(id);
    standing.execute();
    Query query(m_connection, sql);
    query.bind(id);
    query.execute();
}

QList<SloTable::Row> SloTable::all() const
{
    static constexpr auto sql =
        "SELECT s.id, s.uuid, s.account, s.document, t.state FROM slo s"
        " LEFT JOIN slo_standing t ON t.slo = s.id ORDER BY s.native_id, s.account";
    Query query(m_connection, sql);
    QList<Row> rows;
    while (query.step())
        rows.append(rowIn(query));
    return rows;
}

std::optional<SloTable::Row> SloTable::byUuid(const QUuid &uuid) const
{
    static constexpr auto sql = "SELECT s.id, s.uuid, s.account, s.document, t.state FROM slo s"
                                " LEFT JOIN slo_standing t ON t.slo = s.id WHERE s.uuid = ?1";
    Query query(m_connection, sql);
    query.bind(uuid);
    return query.step() ? std::optional(rowIn(query)) : std::nullopt;
}

std::optional<SloTable::Row> SloTable::byId(qint64 id) const
{
    static constexpr auto sql = "SELECT s.id, s.uuid, s.account, s.document, t.state FROM slo s"
                                " LEFT JOIN slo_standing t ON t.slo = s.id WHERE s.id = ?1";
    Query query(m_connection, sql);
    query.bind(id);
    return query.step() ? std::optional(rowIn(query)) : std::nullopt;
}

bool SloTable::put(const SloStanding &standing)
{
    static constexpr auto beforeSql = "SELECT s.id, t.state, t.sli, t.remaining, t.at FROM slo s"
                                      " LEFT JOIN slo_standing t ON t.slo = s.id WHERE s.uuid = ?1";
    static constexpr auto sql = "INSERT OR REPLACE INTO slo_standing (slo, state, sli, remaining,"
                                " at) VALUES (?1, ?2, ?3, ?4, ?5)";
    qint64 id = 0;
    std::optional<SloState> before;
    {
        Query query(m_connection, beforeSql);
        query.bind(standing.slo);
        if (!query.step())
            return false;
        id = query.integer(0);
        before = stateIn(query, 1);
        const SloStanding stored{standing.slo, before.value_or(SloState::Unknown), query.real(2),
                                 query.real(3).value_or(1),
                                 QDateTime::fromMSecsSinceEpoch(query.integer(4), Qt::UTC)};
        auto same = stored;
        same.at = standing.at; // that nothing changed since is not worth a write
        if (before && same == standing)
            return false;
    }
    Query query(m_connection, sql);
    query.bind(id).bind(qint64(standing.state)).bindReal(standing.sli);
    query.bindReal(standing.remaining).bind(standing.at.toMSecsSinceEpoch());
    query.execute();
    return before != standing.state;
}

QList<SloStanding> SloTable::standings() const
{
    static constexpr auto sql =
        "SELECT s.uuid, t.state, t.sli, t.remaining, t.at FROM slo_standing t"
        " JOIN slo s ON s.id = t.slo ORDER BY s.native_id, s.account";
    Query query(m_connection, sql);
    QList<SloStanding> standings;
    while (query.step()) {
        standings.append({query.uuid(0), SloState(query.integer(1)), query.real(2),
                          query.real(3).value_or(1),
                          QDateTime::fromMSecsSinceEpoch(query.integer(4), Qt::UTC)});
    }
    return standings;
}

QList<SloTable::Found> SloTable::found() const
{
    static constexpr auto sql = "SELECT slo, state, remaining FROM slo_standing ORDER BY slo";
    Query query(m_connection, sql);
    QList<Found> all;
    while (query.step())
        all.append({query.integer(0), SloState(query.integer(1)), query.real(2).value_or(1)});
    return all;
}

QHash<qint64, EntitySloTable::Worst> EntitySloTable::all() const
{
    static constexpr auto sql = "SELECT entity, state, slo FROM entity_slo";
    Query query(m_connection, sql);
    QHash<qint64, Worst> all;
    while (query.step())
        all.insert(query.integer(0), {SloState(query.integer(1)), query.integer(2)});
    return all;
}

void EntitySloTable::set(qint64 entity, const std::optional<Worst> &worst)
{
    static constexpr auto sql =
        "INSERT OR REPLACE INTO entity_slo (entity, state, slo) VALUES (?1, ?2, ?3)";
    static constexpr auto removeSql = "DELETE FROM entity_slo WHERE entity = ?1";
    Query query(m_connection, worst ? sql : removeSql);
    query.bind(entity);
    if (worst)
        query.bind(qint64(worst->state)).bind(worst->slo);
    query.execute();
}

} // namespace portolan::store
