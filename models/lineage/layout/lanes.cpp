// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace portolan::lineage {
namespace {

constexpr int arrangements = 12;
constexpr int smoothingsEach = 5;

//! The parents of \a groups with those that do not exist, or close a cycle, taken away.
std::vector<GroupIndex> soundParents(const std::vector<LayoutGroup> &groups)
{
    const auto count = static_cast<GroupIndex>(groups.size());
    std::vector<GroupIndex> parent(count);
    for (GroupIndex group = 0; group < count; ++group)
        parent[group] = groups[group].parent < count ? groups[group].parent : noGroup;
    std::vector<GroupIndex> visitedFrom(count, noGroup);
    for (GroupIndex start = 0; start < count; ++start) {
        for (auto group = start; group != noGroup && visitedFrom[group] == noGroup;) {
            visitedFrom[group] = start;
            if (parent[group] != noGroup && visitedFrom[parent[group]] == start)
                parent[group] = noGroup;
            group = parent[group];
        }
    }
    return parent;
}

//! Arranges groups as lanes so that those between which much flows are near each other: heights
//! are smoothed along the flow, groups ordered by them, and the best arrangement met is kept.
//! The outermost level is a group with the last number; it holds what has no group.
class Arrangement
{
public:
    Arrangement(const LayoutInput &input, const Graph &graph)
        : m_parent(soundParents(input.groups))
        , m_root(static_cast<GroupIndex>(input.groups.size()))
        , m_children(input.groups.size() + 1)
        , m_own(input.nodes.size(), m_root)
    {
        for (NodeIndex node = 0; node < m_own.size(); ++node) {
            if (node < input.groupOf.size() && input.groupOf[node] < m_root)
                m_own[node] = input.groupOf[node];
        }
        for (GroupIndex group = 0; group < m_root; ++group)
            m_children[m_parent[group] == noGroup ? m_root : m_parent[group]].push_back(group);
        m_flow = reduceToGroups(graph, m_own, m_root + 1);
        m_position.resize(m_root + 1);
        m_next.resize(m_root + 1);
        m_weight.resize(m_root + 1);
        m_whole.resize(m_root + 1);
    }

    //! Groups as they stood before, by the mean height at which what they hold began, whatever its
    //! size is now; new ones come last.
    Lanes remembered(const LayoutInput &input)
    {
        std::vector<double> sum(m_children.size());
        std::vector<double> count(m_children.size());
        for (NodeIndex node = 0; node < m_own.size(); ++node) {
            if (!input.previous[node])
                continue;
            for (auto group = m_own[node]; group != m_root && group != noGroup;
                 group = m_parent[group]) {
                sum[group] += input.previous[node]->y;
                count[group] += 1;
            }
        }
        const auto height = [&](GroupIndex group) {
            return count[group] > 0 ? sum[group] / count[group]
                                    : std::numeric_limits<double>::infinity();
        };
        for (auto &children : m_children)
            std::stable_sort(
                children.begin(), children.end(),
                [&](GroupIndex left, GroupIndex right) { return height(left) < height(right); });
        number();
        return lanes();
    }

    Lanes run()
    {
        number();
        m_height = m_position;
        auto best = m_children;
        auto least = cost();
        for (int i = 0; i < arrangements; ++i) {
            for (int j = 0; j < smoothingsEach; ++j)
                smooth();
            rearrange();
            number();
            if (const auto now = cost(); now < least) {
                least = now;
                best = m_children;
            }
        }
        m_children = std::move(best);
        number();
        return lanes();
    }

private:
    //! Walks the groups, outer ones first; that is their position.
    void number()
    {
        m_preorder.clear();
        std::vector<GroupIndex> open{m_root};
        while (!open.empty()) {
            const auto group = open.back();
            open.pop_back();
            m_position[group] = static_cast<double>(m_preorder.size());
            m_preorder.push_back(group);
            for (auto it = m_children[group].rbegin(); it != m_children[group].rend(); ++it)
                open.push_back(*it);
        }
    }

    double cost() const
    {
        double sum = 0;
        for (GroupIndex group = 0; group <= m_root; ++group) {
            auto edge = m_flow.graph.firstOutgoing(group);
            for (const auto other : m_flow.graph.targets(group))
                sum +=
                    m_flow.multiplicity[edge++] * std::abs(m_position[group] - m_position[other]);
        }
        return sum;
    }

    //! Each group half way to the mean of its neighbours; the mean of all is taken away and the
    //! rest stretched, or all would end at one height.
    void smooth()
    {
        for (GroupIndex group = 0; group <= m_root; ++group) {
            double pull = 0;
            double weight = 0;
            const auto add = [&](GroupIndex other, EdgeIndex edge) {
                pull += m_flow.multiplicity[edge] * m_height[other];
                weight += m_flow.multiplicity[edge];
            };
            auto edge = m_flow.graph.firstOutgoing(group);
            for (const auto other : m_flow.graph.targets(group))
                add(other, edge++);
            const auto incoming = m_flow.graph.incoming(group);
            for (std::size_t i = 0; i < incoming.size(); ++i)
                add(m_flow.graph.sources(group)[i], incoming[i]);
            m_next[group] = weight > 0 ? (m_height[group] + pull / weight) / 2 : m_height[group];
            m_weight[group] = weight;
        }
        const auto total = std::accumulate(m_weight.begin(), m_weight.end(), 0.0);
        double mean = 0;
        double square = 0;
        for (GroupIndex group = 0; group <= m_root && total > 0; ++group) {
            mean += m_weight[group] * m_next[group] / total;
            square += m_weight[group] * m_next[group] * m_next[group] / total;
        }
        const auto deviation = std::sqrt(std::max(square - mean * mean, 1e-12));
        for (GroupIndex group = 0; group <= m_root; ++group)
            m_height[group] = m_weight[group] > 0 ? (m_next[group] - mean) / deviation : 0;
    }

    //! Orders the groups in each group by the mean height of what they hold.
    void rearrange()
    {
        for (GroupIndex group = 0; group <= m_root; ++group) {
            m_next[group] = m_height[group] * m_weight[group];
            m_whole[group] = m_weight[group];
        }
        for (auto it = m_preorder.rbegin(); it != m_preorder.rend(); ++it) {
            if (*it == m_root)
                continue;
            const auto around = m_parent[*it] == noGroup ? m_root : m_parent[*it];
            m_next[around] += m_next[*it];
            m_whole[around] += m_whole[*it];
        }
        const auto middle = [this](GroupIndex group) {
            return m_whole[group] > 0 ? m_next[group] / m_whole[group] : 0;
        };
        for (auto &children : m_children)
            std::stable_sort(children.begin(), children.end(),
                             [&](GroupIndex a, GroupIndex b) { return middle(a) < middle(b); });
    }

    Lanes lanes() const
    {
        Lanes made;
        made.grouped = true;
        made.count = m_root + 1;
        made.laneOf.resize(m_root + 1);
        for (Lane lane = 0; lane < made.count; ++lane)
            made.laneOf[m_preorder[lane]] = lane;
        made.of.resize(m_own.size());
        for (NodeIndex node = 0; node < m_own.size(); ++node)
            made.of[node] = made.laneOf[m_own[node]];
        made.inner = m_children;
        made.preorder = m_preorder;
        return made;
    }

    std::vector<GroupIndex> m_parent;
    GroupIndex m_root;
    std::vector<std::vector<GroupIndex>> m_children;
    std::vector<GroupIndex> m_own; //!< per node
    Reduction m_flow;
    std::vector<GroupIndex> m_preorder;
    std::vector<double> m_position;
    std::vector<double> m_height; //!< of what a group holds itself
    std::vector<double> m_next;
    std::vector<double> m_weight; //!< what flows into and out of it
    std::vector<double> m_whole; //!< the same with all that is in it
};

} // namespace

Lanes lanesOf(const LayoutInput &input, const Graph &graph)
{
    if (!input.groups.empty())
        return isRemembered(input) ? Arrangement(input, graph).remembered(input)
                                   : Arrangement(input, graph).run();
    auto parts = weaklyConnected(graph);
    Lanes lanes;
    lanes.count = parts.count();
    lanes.of = std::move(parts.of);
    return lanes;
}

} // namespace portolan::lineage
