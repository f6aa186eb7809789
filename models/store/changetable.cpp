// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachetables.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

// An index that saw none of so many changes is built anew. While much is imported it falls behind
// by tens of thousands, and a killed program has saved all but some 100,000 of what it had indexed.
constexpr qint64 logLimit = 500'000;

//! Forgets the oldest \a count changes, and what came with the last of them. Answers how many went,
//! and in \a last the generation of the last.
qint64 forgetOldest(Connection &connection, qint64 count, qint64 &last)
{
    static constexpr auto findSql = "SELECT generation FROM change ORDER BY generation, entity"
                                    " LIMIT 1 OFFSET ?1";
    static constexpr auto sql = "DELETE FROM change WHERE generation <= ?1";
    {
        Query query(connection, findSql);
        query.bind(count - 1);
        if (!query.step())
            return 0;
        last = query.integer(0);
    }
    Query query(connection, sql);
    query.bind(last);
    return query.execute();
}

} // namespace

qint64 ChangeTable::value(const QString &key) const
{
    static constexpr auto sql = "SELECT value FROM meta WHERE key = ?1";
    Query query(m_connection, sql);
    query.bind(key);
    return query.step() ? query.integer(0) : 0;
}

void ChangeTable::setValue(const QString &key, qint64 value)
{
    static constexpr auto sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)"
                                " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    Query query(m_connection, sql);
    query.bind(key).bind(value);
    query.execute();
}

void ChangeTable::removeValue(const QString &key)
{
    static constexpr auto sql = "DELETE FROM meta WHERE key = ?1";
    Query query(m_connection, sql);
    query.bind(key);
    query.execute();
}

qint64 ChangeTable::log(const QSet<qint64> &entities)
{
    static constexpr auto sql = "INSERT INTO change (generation, entity) VALUES (?1, ?2)";
    static constexpr auto emptySql = "DELETE FROM change";
    const auto next = generation() + 1;
    setValue(u"generation"_s, next);
    if (entities.size() > logLimit) {
        Query(m_connection, emptySql).execute();
        setValue(u"changes_from"_s, next);
        setValue(u"changes"_s, 0);
        return next;
    }
    for (const auto entity : entities) {
        Query query(m_connection, sql);
        query.bind(next).bind(entity);
        query.execute();
    }
    auto logged = value(u"changes"_s) + entities.size();
    if (logged > logLimit) {
        auto last = value(u"changes_from"_s);
        logged -= forgetOldest(m_connection, logged - logLimit, last);
        setValue(u"changes_from"_s, last);
    }
    setValue(u"changes"_s, logged);
    return next;
}

std::optional<QList<qint64>> ChangeTable::since(qint64 generation) const
{
    static constexpr auto sql = "SELECT entity, max(generation) AS last FROM change"
                                " WHERE generation > ?1 GROUP BY entity ORDER BY last DESC, entity";
    if (generation < value(u"changes_from"_s) || generation > this->generation())
        return std::nullopt;
    Query query(m_connection, sql);
    query.bind(generation);
    QList<qint64> entities;
    while (query.step())
        entities.append(query.integer(0));
    return entities;
}

QList<JoinDecision> MergedDecisionTable::all() const
{
    static constexpr auto sql =
        "SELECT a_account, a_native, b_account, b_native, joined FROM merged_decision";
    Query query(m_connection, sql);
    QList<JoinDecision> decisions;
    while (query.step()) {
        decisions.append({query.uuid(0),
                          query.text(1),
                          query.uuid(2),
                          query.text(3),
                          query.integer(4) != 0,
                          {},
                          {}});
    }
    return decisions;
}

void MergedDecisionTable::replace(const QList<JoinDecision> &decisions)
{
    static constexpr auto emptySql = "DELETE FROM merged_decision";
    static constexpr auto sql =
        "INSERT INTO merged_decision (a_account, a_native, b_account, b_native, joined)"
        " VALUES (?1, ?2, ?3, ?4, ?5)";
    Query(m_connection, emptySql).execute();
    for (const auto &one : decisions) {
        Query query(m_connection, sql);
        query.bind(one.accountA).bind(one.nativeA).bind(one.accountB).bind(one.nativeB);
        query.bind(qint64(one.joined));
        query.execute();
    }
}

void VersionDueTable::add(qint64 record)
{
    static constexpr auto sql = "INSERT OR IGNORE INTO version_due (record) VALUES (?1)";
    Query query(m_connection, sql);
    query.bind(record);
    query.execute();
}

void VersionDueTable::remove(qint64 record)
{
    static constexpr auto sql = "DELETE FROM version_due WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    query.execute();
}

QList<qint64> VersionDueTable::behind(qint64 record, int most) const
{
    static constexpr auto sql =
        "SELECT record FROM version_due WHERE record > ?1 ORDER BY record LIMIT ?2";
    Query query(m_connection, sql);
    query.bind(record).bind(qint64(most));
    QList<qint64> records;
    while (query.step())
        records.append(query.integer(0));
    return records;
}

} // namespace portolan::store
