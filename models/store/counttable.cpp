// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/counttable.h"

namespace portolan::store {

using domain::EntityKind;

void CountTable::noteRecord(qint64 account, std::optional<EntityKind> before,
                            std::optional<EntityKind> now)
{
    if (before == now)
        return;
    if (before)
        --m_records[{account, int(*before)}];
    if (now)
        ++m_records[{account, int(*now)}];
}

void CountTable::noteEntity(std::optional<EntityKind> before, std::optional<EntityKind> now)
{
    if (before == now)
        return;
    if (before)
        --m_entities[int(*before)];
    if (now)
        ++m_entities[int(*now)];
}

void CountTable::flush()
{
    static constexpr auto recordSql =
        "INSERT INTO record_count (account, kind, records) VALUES (?1, ?2, ?3)"
        " ON CONFLICT DO UPDATE SET records = records + excluded.records";
    static constexpr auto entitySql =
        "INSERT INTO entity_count (kind, entities) VALUES (?1, ?2)"
        " ON CONFLICT DO UPDATE SET entities = entities + excluded.entities";
    for (auto at = m_records.cbegin(); at != m_records.cend(); ++at) {
        Query query(m_connection, recordSql);
        query.bind(at.key().first).bind(qint64(at.key().second)).bind(at.value());
        query.execute();
    }
    for (auto at = m_entities.cbegin(); at != m_entities.cend(); ++at) {
        Query query(m_connection, entitySql);
        query.bind(qint64(at.key())).bind(at.value());
        query.execute();
    }
    forget();
}

void CountTable::forget()
{
    m_records.clear();
    m_entities.clear();
}

} // namespace portolan::store
