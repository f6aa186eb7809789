// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachetables.h"

namespace portolan::store {

qint64 CacheAccountTable::rowOf(const QUuid &account)
{
    static constexpr auto sql = "INSERT INTO account (uuid) VALUES (?1)";
    if (const auto known = find(account))
        return *known;
    Query query(m_connection, sql);
    query.bind(account);
    query.execute();
    return m_connection.lastRow();
}

std::optional<qint64> CacheAccountTable::find(const QUuid &account) const
{
    static constexpr auto sql = "SELECT id FROM account WHERE uuid = ?1";
    Query query(m_connection, sql);
    query.bind(account);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

QHash<qint64, QUuid> CacheAccountTable::all() const
{
    static constexpr auto sql = "SELECT id, uuid FROM account";
    Query query(m_connection, sql);
    QHash<qint64, QUuid> accounts;
    while (query.step())
        accounts.insert(query.integer(0), query.uuid(1));
    return accounts;
}

void CacheAccountTable::remove(qint64 account)
{
    static constexpr auto sql = "DELETE FROM account WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(account);
    query.execute();
}

} // namespace portolan::store
