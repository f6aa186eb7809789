// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachetables.h"

namespace portolan::store {

void LinkTable::add(qint64 account, const domain::RelationTo &to, qint64 record)
{
    static constexpr auto sql =
        "INSERT OR IGNORE INTO link (account, target, relation, record) VALUES (?1, ?2, ?3, ?4)";
    Query query(m_connection, sql);
    query.bind(account).bind(to.nativeId).bind(qint64(to.relation)).bind(record);
    query.execute();
}

void LinkTable::remove(qint64 account, const domain::RelationTo &to, qint64 record)
{
    static constexpr auto sql = "DELETE FROM link WHERE account = ?1 AND target = ?2"
                                " AND relation = ?3 AND record = ?4";
    Query query(m_connection, sql);
    query.bind(account).bind(to.nativeId).bind(qint64(to.relation)).bind(record);
    query.execute();
}

void LinkTable::removeAllOf(qint64 record)
{
    static constexpr auto sql = "DELETE FROM link WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    query.execute();
}

QList<LinkTable::Incoming> LinkTable::incoming(qint64 account, const QString &target,
                                               int limit) const
{
    static constexpr auto sql = "SELECT relation, record FROM link"
                                " WHERE account = ?1 AND target = ?2"
                                " ORDER BY relation, record LIMIT ?3";
    Query query(m_connection, sql);
    query.bind(account).bind(target).bind(qint64(limit));
    QList<Incoming> found;
    while (query.step())
        found.append({domain::Relation(query.integer(0)), query.integer(1)});
    return found;
}

QList<qint64> LinkTable::incoming(qint64 account, const QString &target,
                                  domain::Relation relation) const
{
    static constexpr auto sql =
        "SELECT record FROM link WHERE account = ?1 AND target = ?2 AND relation = ?3";
    Query query(m_connection, sql);
    query.bind(account).bind(target).bind(qint64(relation));
    QList<qint64> found;
    while (query.step())
        found.append(query.integer(0));
    return found;
}

} // namespace portolan::store
