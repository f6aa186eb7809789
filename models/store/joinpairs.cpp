// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/joinpairs.h"

#include <algorithm>
#include <numeric>

namespace portolan::store {

Union::Union(qsizetype size)
    : m_parent(size)
{
    std::iota(m_parent.begin(), m_parent.end(), qsizetype(0));
}

qsizetype Union::root(qsizetype i) const
{
    auto root = i;
    while (m_parent.at(root) != root)
        root = m_parent.at(root);
    while (i != root)
        i = std::exchange(m_parent[i], root);
    return root;
}

void Union::unite(qsizetype a, qsizetype b)
{
    const auto [low, high] = std::minmax({root(a), root(b)});
    m_parent[high] = low;
}

MemberPairs::MemberPairs(const QList<JoinMember> &members)
{
    m_memberOf.reserve(members.size());
    for (qsizetype i = 0; i < members.size(); ++i)
        m_memberOf.insert(members.at(i).record, i);
}

std::vector<MemberPair> MemberPairs::of(const QSet<std::pair<qint64, qint64>> &records) const
{
    std::vector<MemberPair> pairs;
    for (const auto &[a, b] : records) {
        const auto [low, high] = std::minmax({m_memberOf.value(a, -1), m_memberOf.value(b, -1)});
        if (low >= 0)
            pairs.emplace_back(low, high);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

CarefulUnion::CarefulUnion(qsizetype size, const std::vector<MemberPair> &separated)
    : m_union(size)
{
    for (const auto &[a, b] : separated) {
        m_apart[a].insert(b);
        m_apart[b].insert(a);
    }
}

void CarefulUnion::unite(const MemberPair &pair)
{
    const auto [low, high] = std::minmax({m_union.root(pair.first), m_union.root(pair.second)});
    if (low == high || m_apart.value(low).contains(high))
        return;
    m_union.unite(low, high);
    // What the one was kept apart from, both are.
    const auto others = m_apart.take(high);
    for (const auto other : others) {
        m_apart[other].remove(high);
        m_apart[other].insert(low);
        m_apart[low].insert(other);
    }
}

void CarefulUnion::uniteAll(const Union &alike, qsizetype size)
{
    QHash<qsizetype, QList<qsizetype>> membersOf;
    for (qsizetype i = 0; i < size; ++i)
        membersOf[alike.root(i)].append(i);
    QHash<qsizetype, QList<qsizetype>> leadersOf;
    for (qsizetype i = 0; i < size; ++i) {
        auto &leaders = leadersOf[alike.root(i)];
        // What keeps a leader apart from the rest keeps all apart that are one with it.
        const bool isTaken =
            std::any_of(leaders.cbegin(), leaders.cend(), [this, i](qsizetype leader) {
                return m_union.root(leader) == m_union.root(i);
            });
        if (isTaken)
            continue;
        leaders.append(i);
        const auto &members = membersOf[alike.root(i)];
        for (auto j = std::upper_bound(members.cbegin(), members.cend(), i); j != members.cend();
             ++j)
            unite({i, *j});
    }
}

} // namespace portolan::store
