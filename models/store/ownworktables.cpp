// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxtables.h"

#include <tuple>

namespace portolan::store {

QList<SavedView> SavedViewTable::all() const
{
    static constexpr auto sql = "SELECT name, query, sort FROM saved_view ORDER BY name";
    Query query(m_connection, sql);
    QList<SavedView> views;
    while (query.step())
        views.append({query.text(0), query.text(1), query.text(2)});
    return views;
}

void SavedViewTable::put(const SavedView &view)
{
    static constexpr auto sql =
        "INSERT INTO saved_view (name, query, sort) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (name) DO UPDATE SET query = excluded.query, sort = excluded.sort";
    Query query(m_connection, sql);
    query.bind(view.name).bind(view.query).bind(view.sort);
    query.execute();
}

void SavedViewTable::remove(const QString &name)
{
    static constexpr auto sql = "DELETE FROM saved_view WHERE name = ?1";
    Query query(m_connection, sql);
    query.bind(name);
    query.execute();
}

QList<QUuid> FollowTable::all() const
{
    static constexpr auto sql = "SELECT entity FROM follow ORDER BY rowid";
    Query query(m_connection, sql);
    QList<QUuid> entities;
    while (query.step())
        entities.append(query.uuid(0));
    return entities;
}

void FollowTable::set(const QUuid &entity, bool on)
{
    static constexpr auto addSql = "INSERT OR IGNORE INTO follow (entity) VALUES (?1)";
    static constexpr auto removeSql = "DELETE FROM follow WHERE entity = ?1";
    Query query(m_connection, on ? addSql : removeSql);
    query.bind(entity);
    query.execute();
}

namespace {

//! A pair is stored once: the lesser of the two first.
JoinDecision ordered(JoinDecision decision)
{
    if (std::tie(decision.accountB, decision.nativeB)
        < std::tie(decision.accountA, decision.nativeA)) {
        std::swap(decision.accountA, decision.accountB);
        std::swap(decision.nativeA, decision.nativeB);
    }
    return decision;
}

} // namespace

namespace {

//! Of "SELECT a_account, a_native, b_account, b_native, joined, who, at".
JoinDecision decisionOf(const Query &query)
{
    JoinDecision decision{query.uuid(0),
                          query.text(1),
                          query.uuid(2),
                          query.text(3),
                          query.integer(4) != 0,
                          query.text(5),
                          {}};
    if (const auto at = query.integer(6); at != 0)
        decision.at = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    return decision;
}

} // namespace

QList<JoinDecision> JoinDecisionTable::all() const
{
    static constexpr auto sql =
        "SELECT a_account, a_native, b_account, b_native, joined, who, at FROM join_decision"
        " ORDER BY a_account, a_native, b_account, b_native";
    Query query(m_connection, sql);
    QList<JoinDecision> decisions;
    while (query.step())
        decisions.append(decisionOf(query));
    return decisions;
}

std::optional<JoinDecision> JoinDecisionTable::of(const JoinDecision &pair) const
{
    static constexpr auto sql =
        "SELECT a_account, a_native, b_account, b_native, joined, who, at FROM join_decision"
        " WHERE a_account = ?1 AND a_native = ?2 AND b_account = ?3 AND b_native = ?4";
    const auto stored = ordered(pair);
    Query query(m_connection, sql);
    query.bind(stored.accountA).bind(stored.nativeA).bind(stored.accountB).bind(stored.nativeB);
    return query.step() ? std::optional(decisionOf(query)) : std::nullopt;
}

JoinStep JoinDecisionTable::take(const JoinStep &step)
{
    JoinStep back;
    for (const auto &decision : step.forgotten) {
        const auto before = of(decision);
        if (!before)
            continue;
        back.made.append(*before);
        remove(decision);
    }
    for (const auto &decision : step.made) {
        if (const auto before = of(decision))
            back.made.append(*before);
        else
            back.forgotten.append(decision);
        put(decision);
    }
    return back;
}

void JoinDecisionTable::put(const JoinDecision &decision)
{
    static constexpr auto sql =
        "INSERT INTO join_decision (a_account, a_native, b_account, b_native, joined, who, at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        " ON CONFLICT (a_account, a_native, b_account, b_native)"
        " DO UPDATE SET joined = excluded.joined, who = excluded.who, at = excluded.at";
    const auto stored = ordered(decision);
    Query query(m_connection, sql);
    query.bind(stored.accountA).bind(stored.nativeA).bind(stored.accountB).bind(stored.nativeB);
    query.bind(qint64(stored.joined)).bind(stored.who);
    query.bind(stored.at.isValid() ? stored.at.toMSecsSinceEpoch() : qint64(0));
    query.execute();
}

void JoinDecisionTable::remove(const JoinDecision &decision)
{
    static constexpr auto sql = "DELETE FROM join_decision WHERE a_account = ?1 AND a_native = ?2"
                                " AND b_account = ?3 AND b_native = ?4";
    const auto stored = ordered(decision);
    Query query(m_connection, sql);
    query.bind(stored.accountA).bind(stored.nativeA).bind(stored.accountB).bind(stored.nativeB);
    query.execute();
}

QList<BasketEntry> BasketTable::all() const
{
    static constexpr auto sql = "SELECT thing, fields FROM basket ORDER BY position";
    Query query(m_connection, sql);
    QList<BasketEntry> entries;
    while (query.step())
        entries.append({query.uuid(0), query.text(1).split(u'\n', Qt::SkipEmptyParts)});
    return entries;
}

void BasketTable::put(const BasketEntry &entry)
{
    static constexpr auto sql = "INSERT INTO basket (thing, fields) VALUES (?1, ?2)"
                                " ON CONFLICT (thing) DO UPDATE SET fields = excluded.fields";
    Query query(m_connection, sql);
    query.bind(entry.thing).bind(entry.fields.join(u'\n'));
    query.execute();
}

void BasketTable::remove(const QUuid &thing)
{
    static constexpr auto sql = "DELETE FROM basket WHERE thing = ?1";
    Query query(m_connection, sql);
    query.bind(thing);
    query.execute();
}

QStringList NoticeTable::all() const
{
    static constexpr auto sql = "SELECT key FROM notice ORDER BY key";
    Query query(m_connection, sql);
    QStringList keys;
    while (query.step())
        keys.append(query.text(0));
    return keys;
}

void NoticeTable::put(const QString &key, const QDateTime &at)
{
    static constexpr auto sql = "INSERT OR IGNORE INTO notice (key, at) VALUES (?1, ?2)";
    Query query(m_connection, sql);
    query.bind(key).bind(at.toMSecsSinceEpoch());
    query.execute();
}

} // namespace portolan::store
