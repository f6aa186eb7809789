// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/lanes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace portolan::lineage {
namespace {

constexpr int arrangements = 24;

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

//! Arranges groups as lanes so that those between which much flows are near each other: each takes
//! the mean height of its neighbours, again and again, and the best arrangement met is kept.
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
        m_value.resize(m_root + 1);
        m_weight.resize(m_root + 1);
    }

    Lanes run()
    {
        number();
        auto best = m_children;
        auto least = cost();
        for (int i = 0; i < arrangements; ++i) {
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
                sum += m_flow.multiplicity[edge++]
                    * std::abs(m_position[group] - m_position[other]);
        }
        return sum;
    }

    void rearrange()
    {
        for (GroupIndex group = 0; group <= m_root; ++group) {
            double pull = m_position[group];
            double weight = 1;
            const auto add = [&](GroupIndex other, EdgeIndex edge) {
                pull += m_flow.multiplicity[edge] * m_position[other];
                weight += m_flow.multiplicity[edge];
            };
            auto edge = m_flow.graph.firstOutgoing(group);
            for (const auto other : m_flow.graph.targets(group))
                add(other, edge++);
            const auto incoming = m_flow.graph.incoming(group);
            for (std::size_t i = 0; i < incoming.size(); ++i)
                add(m_flow.graph.sources(group)[i], incoming[i]);
            m_value[group] = pull;
            m_weight[group] = weight;
        }
        for (auto it = m_preorder.rbegin(); it != m_preorder.rend(); ++it) {
            if (*it == m_root)
                continue;
            const auto around = m_parent[*it] == noGroup ? m_root : m_parent[*it];
            m_value[around] += m_value[*it];
            m_weight[around] += m_weight[*it];
        }
        for (auto &children : m_children)
            std::stable_sort(children.begin(), children.end(), [this](GroupIndex a, GroupIndex b) {
                return m_value[a] / m_weight[a] < m_value[b] / m_weight[b];
            });
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
    std::vector<double> m_value;
    std::vector<double> m_weight;
};

} // namespace

Lanes lanesOf(const LayoutInput &input, const Graph &graph)
{
    if (!input.groups.empty())
        return Arrangement(input, graph).run();
    auto parts = weaklyConnected(graph);
    Lanes lanes;
    lanes.count = parts.count();
    lanes.of = std::move(parts.of);
    return lanes;
}

} // namespace portolan::lineage
