// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxtables.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

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

bool areOfOnePair(const JoinDecision &left, const JoinDecision &right)
{
    const auto a = ordered(left);
    const auto b = ordered(right);
    return a.accountA == b.accountA && a.nativeA == b.nativeA && a.accountB == b.accountB
        && a.nativeB == b.nativeB;
}

//! That somebody else decided about \a pair since; \a now is what stands there.
Error decidedMeanwhile(const JoinDecision &pair, const std::optional<JoinDecision> &now)
{
    const auto about = u"“%1” and “%2”"_s.arg(pair.nativeA.left(80), pair.nativeB.left(80));
    if (!now)
        return {Error::Kind::Usage,
                u"what was decided about %1 was forgotten meanwhile, and stays so"_s.arg(about)};
    const auto who = now->who.isEmpty() ? u"somebody else"_s : now->who.left(80);
    return {Error::Kind::Usage,
            u"%1 decided about %2 meanwhile; that stands, and can be forgotten in its turn"_s.arg(
                who, about)};
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
    JoinStep back{.made = {}, .forgotten = {}, .isBack = true};
    for (const auto &decision : step.forgotten) {
        const auto before = of(decision);
        const bool isReplaced =
            std::any_of(step.made.cbegin(), step.made.cend(),
                        [&](const JoinDecision &made) { return areOfOnePair(made, decision); });
        if (before ? *before != ordered(decision) : isReplaced)
            throw decidedMeanwhile(decision, before);
        if (!before)
            continue;
        back.made.append(*before);
        remove(decision);
    }
    for (const auto &decision : step.made) {
        const auto before = of(decision);
        // What took the place of what is put back was forgotten above. Times would not tell: a
        // clock may have been set back, and a person decides anew whatever stands there.
        if (before && step.isBack)
            throw decidedMeanwhile(decision, before);
        if (before)
            back.made.append(*before);
        // So that taking it back finds whether this is still what stands there.
        back.forgotten.append(ordered(decision));
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

qint64 LastActTable::of(const QUuid &process) const
{
    static constexpr auto sql = "SELECT number FROM last_act WHERE process = ?1";
    Query query(m_connection, sql);
    query.bind(process);
    return query.step() ? query.integer(0) : 0;
}

void LastActTable::put(const QUuid &process, qint64 number)
{
    static constexpr auto sql = "INSERT OR REPLACE INTO last_act (process, number) VALUES (?1, ?2)";
    // Of processes that are gone nobody asks; there are never so many at once. They are counted,
    // not their acts: one that goes through its whole outbox must not push out the others.
    static constexpr auto forgetSql = "DELETE FROM last_act WHERE rowid NOT IN"
                                      " (SELECT rowid FROM last_act ORDER BY rowid DESC LIMIT 64)";
    Query query(m_connection, sql);
    query.bind(process).bind(number);
    query.execute();
    Query(m_connection, forgetSql).execute();
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
