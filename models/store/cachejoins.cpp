// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheWriter that decides which records are one entity. A job collects seeds: records
// around which the answer may have changed. At its end everything that could be the same as a seed
// is taken together and grouped anew, so the outcome never depends on what came first.
#include "models/store/cachewriter.h"
#include "models/store/joining.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace portolan::store {

void CacheWriter::regroup(const QSet<qint64> &seeds)
{
    const auto rows = m_ground.around(seeds);
    for (const auto &group :
         joinGroups(JoinGround::membersOf(rows), m_ground.decisionsAmong(rows))) {
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

//! Decisions that the entities were not merged by yet: those that this process did not know, and
//! those that the cache did not. Both, since another process may have merged by newer ones.
void CacheWriter::seedDecisions(const QList<JoinDecision> &before)
{
    using Pair = std::tuple<QUuid, QString, QUuid, QString, bool>;
    const auto pairsOf = [](const QList<JoinDecision> &decisions) {
        std::set<Pair> pairs;
        for (const auto &one : decisions)
            pairs.insert({one.accountA, one.nativeA, one.accountB, one.nativeB, one.joined});
        return pairs;
    };
    const auto now = pairsOf(m_accounts->decisions);
    const auto merged = pairsOf(m_mergedDecisions.all());
    for (const auto &former : {pairsOf(before), merged}) {
        std::vector<Pair> differing;
        std::set_symmetric_difference(former.cbegin(), former.cend(), now.cbegin(), now.cend(),
                                      std::back_inserter(differing));
        for (const auto &[accountA, nativeA, accountB, nativeB, joined] : differing) {
            for (const auto &record :
                 {m_ground.recordOf(accountA, nativeA), m_ground.recordOf(accountB, nativeB)}) {
                if (record)
                    m_seeds.insert(*record);
            }
        }
    }
    if (merged != now)
        m_mergedDecisions.replace(m_accounts->decisions);
}

} // namespace portolan::store
