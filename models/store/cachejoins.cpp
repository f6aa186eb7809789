// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheWriter that decides which records are one entity. A job collects seeds: records
// around which the answer may have changed. At its end everything that could be the same as a seed
// is taken together and grouped anew, so the outcome never depends on what came first.
#include "models/store/cachewriter.h"
#include "models/store/joining.h"

#include <QHash>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace portolan::store {

void CacheWriter::sortByOrder(QList<RecordRow> &rows)
{
    const auto accounts = m_accountRows.all();
    const auto key = [&](const RecordRow &row) {
        const auto uuid = accounts.value(row.account);
        // A product that only says which one it is has less to say than that one itself, what
        // events saw less than what describes it, and another name least of all.
        const bool declares = joinsByDeclaration(row.kind) && !row.datasetKey.isEmpty();
        const bool isSeen = row.nativeId.startsWith(u"dataset:");
        const bool isOtherName = hasOtherNames() && !m_otherNames.of(row.id).isEmpty();
        const int rank = isOtherName ? 2 : declares || isSeen ? 1 : 0;
        return std::tuple(m_accounts->positionOf(uuid), uuid, rank, row.nativeId);
    };
    // Asked for once each: a key is looked up in the tables.
    std::vector<std::pair<decltype(key(RecordRow())), RecordRow>> keyed;
    keyed.reserve(std::size_t(rows.size()));
    for (auto &row : rows)
        keyed.emplace_back(key(row), row);
    std::sort(keyed.begin(), keyed.end(),
              [](const auto &left, const auto &right) { return left.first < right.first; });
    std::transform(keyed.begin(), keyed.end(), rows.begin(),
                   [](auto &pair) { return std::move(pair.second); });
}

std::optional<qint64> CacheWriter::recordOf(const QUuid &account, const QString &nativeId)
{
    const auto row = m_accountRows.find(account);
    const auto record = row ? m_records.find(*row, nativeId) : std::nullopt;
    return record ? std::optional(record->id) : std::nullopt;
}

QList<qint64> CacheWriter::partnersOf(const RecordRow &row)
{
    auto partners = otherNamesAround(row);
    if (m_decided.isEmpty())
        return partners;
    const auto account = m_accountRows.all().value(row.account);
    for (const auto &[otherAccount, native] : m_decided.value(account).value(row.nativeId)) {
        if (const auto record = recordOf(otherAccount, native))
            partners.append(*record);
    }
    return partners;
}

JoinDecisions CacheWriter::decisionsAmong(const QList<RecordRow> &rows)
{
    JoinDecisions among;
    addDeclared(rows, among);
    if (m_decided.isEmpty())
        return among;
    QSet<qint64> members;
    for (const auto &row : rows)
        members.insert(row.id);
    for (const auto &decision : m_accounts->decisions) {
        const auto a = recordOf(decision.accountA, decision.nativeA);
        const auto b = recordOf(decision.accountB, decision.nativeB);
        if (a && b && members.contains(*a) && members.contains(*b))
            (decision.joined ? among.joined : among.separated).insert(JoinDecisions::pair(*a, *b));
    }
    return among;
}

QList<RecordRow> CacheWriter::closure(const QSet<qint64> &seeds)
{
    QHash<qint64, RecordRow> found;
    QSet<qint64> keysSeen;
    QSet<qint64> entitiesSeen; // an entity's records would each ask for all of the others
    auto waiting = seeds.values();
    while (!waiting.isEmpty()) {
        const auto id = waiting.takeLast();
        if (found.contains(id))
            continue;
        const auto row = m_records.byId(id);
        if (!row)
            continue;
        found.insert(id, *row);
        waiting.append(partnersOf(*row));
        if (!entitiesSeen.contains(row->entity)) {
            entitiesSeen.insert(row->entity);
            for (const auto &fellow : m_records.ofEntity(row->entity))
                waiting.append(fellow.id);
        }
        if (row->joinKey == 0 || keysSeen.contains(row->joinKey))
            continue;
        keysSeen.insert(row->joinKey);
        for (const auto &mate : m_records.byJoinKey(row->joinKey))
            waiting.append(mate.id);
    }
    return found.values();
}

void CacheWriter::regroup(const QSet<qint64> &seeds)
{
    auto rows = closure(seeds);
    sortByOrder(rows);
    QList<JoinMember> members;
    members.reserve(rows.size());
    for (const auto &row : std::as_const(rows))
        members.append({row.id, row.account, row.kind, row.nativeId, row.datasetKey});
    for (const auto &group : joinGroups(members, decisionsAmong(rows))) {
        const auto entity = rows.at(group.first().member).id;
        bool stale = false;
        for (const auto &[member, why] : group) {
            const auto &row = rows.at(member);
            stale = stale || seeds.contains(row.id);
            if (row.entity != entity || row.joinedBy != why) {
                m_records.setEntity(row.id, entity, why);
                stale = true;
            }
            if (row.id != entity && dropEntity(row.id))
                m_changed.insert(row.id);
            if (row.id != entity)
                m_stale.remove(row.id);
            // What leaves an entity leaves values behind in it.
            if (row.entity != entity)
                m_stale.insert(row.entity);
        }
        if (stale)
            m_stale.insert(entity);
    }
}

void CacheWriter::settle()
{
    while (!m_seeds.isEmpty())
        regroup(std::exchange(m_seeds, {}));
    for (const auto entity : std::exchange(m_stale, {}))
        refresh(entity);
}

void CacheWriter::mergeAgain()
{
    for (const auto entity : m_records.joinedEntities()) {
        for (const auto &row : m_records.ofEntity(entity))
            m_seeds.insert(row.id);
    }
    settle();
}

void CacheWriter::decide(const JoinDecision &decision)
{
    if (const auto a = recordOf(decision.accountA, decision.nativeA))
        m_seeds.insert(*a);
    if (const auto b = recordOf(decision.accountB, decision.nativeB))
        m_seeds.insert(*b);
    settle();
}

} // namespace portolan::store
