// SPDX-License-Identifier: GPL-3.0-or-later
// The network simplex on ranks. A spanning forest of tight edges (those that lead exactly one rank
// on) fixes all ranks up to a shift per part. Taking an edge out of a tree leaves two sides; when
// more edges lead against it than along it, moving the sides apart until another edge becomes tight
// shortens the sum. When no edge is worth taking out, the sum is as small as it can be.
//
// Edges all weigh the same here, which makes the value of a tree edge plain: inside a side the
// edges cancel out, so it is the sum of (edges out - edges in) over the nodes of its lower side.
// Nodes stand in postorder; the side below a node is then a range, and "is inside" two comparisons.
#include "models/lineage/layout/networksimplex.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace portolan::lineage {
namespace {

//! Visits of nodes after which the ranks are good enough: some ten milliseconds.
constexpr std::int64_t workAllowed = 1'500'000;

class NetworkSimplex
{
public:
    NetworkSimplex(const Graph &graph, const Components &parts, std::vector<std::uint32_t> &ranks)
        : m_graph(graph)
        , m_parts(parts)
        , m_ranks(ranks.begin(), ranks.end())
        , m_result(ranks)
        , m_tree(graph.nodeCount())
        , m_parent(graph.nodeCount(), noNode)
        , m_low(graph.nodeCount())
        , m_place(graph.nodeCount())
        , m_sum(graph.nodeCount())
        , m_postorder(graph.nodeCount())
        , m_partStart(parts.count() + 1, 0)
        , m_work(workAllowed)
    {
    }

    void run()
    {
        growForest();
        for (auto leaving = findLeaving(); leaving != noNode && m_work > 0; leaving = findLeaving())
            exchange(leaving);
        std::vector<std::int64_t> lowest(m_parts.count(), std::numeric_limits<std::int64_t>::max());
        for (NodeIndex node = 0; node < m_graph.nodeCount(); ++node)
            lowest[m_parts.of[node]] = std::min(lowest[m_parts.of[node]], m_ranks[node]);
        for (NodeIndex node = 0; node < m_graph.nodeCount(); ++node)
            m_result[node] = static_cast<std::uint32_t>(m_ranks[node] - lowest[m_parts.of[node]]);
    }

private:
    std::int64_t slack(NodeIndex source, NodeIndex target) const
    {
        return m_ranks[target] - m_ranks[source] - 1;
    }

    bool isInside(NodeIndex node, NodeIndex top) const
    {
        return m_low[top] <= m_place[node] && m_place[node] <= m_place[top];
    }

    //! Makes a tree of tight edges in each part; where tight ones do not suffice, what is already a
    //! tree moves until the nearest node outside touches it.
    void growForest()
    {
        std::vector<std::uint8_t> taken(m_graph.nodeCount(), 0);
        std::vector<NodeIndex> tree;
        std::uint32_t place = 0;
        for (NodeIndex start = 0; start < m_graph.nodeCount(); ++start) {
            if (taken[start] != 0)
                continue;
            tree.assign(1, start);
            taken[start] = 1;
            spread(tree, 0, taken);
            while (tree.size() < m_parts.sizes[m_parts.of[start]]) {
                const auto known = tree.size();
                touchNearest(tree, taken);
                spread(tree, known - 1, taken);
            }
            m_partStart[m_parts.of[start]] = place;
            place = number(start, place);
        }
        m_partStart.back() = place;
    }

    //! Adds what tight edges reach from tree[\a from] on.
    void spread(std::vector<NodeIndex> &tree, std::size_t from, std::vector<std::uint8_t> &taken)
    {
        for (auto i = from; i < tree.size(); ++i) {
            const auto node = tree[i];
            const auto add = [&](NodeIndex other) {
                taken[other] = 1;
                tree.push_back(other);
                link(node, other);
            };
            for (const auto target : m_graph.targets(node)) {
                if (taken[target] == 0 && slack(node, target) == 0)
                    add(target);
            }
            for (const auto source : m_graph.sources(node)) {
                if (taken[source] == 0 && slack(source, node) == 0)
                    add(source);
            }
        }
    }

    void touchNearest(std::vector<NodeIndex> &tree, std::vector<std::uint8_t> &taken)
    {
        auto least = std::numeric_limits<std::int64_t>::max();
        std::int64_t shift = 0;
        Arc nearest; // from inside to outside
        for (const auto node : tree) {
            for (const auto target : m_graph.targets(node)) {
                if (taken[target] == 0 && slack(node, target) < least) {
                    least = shift = slack(node, target);
                    nearest = {node, target};
                }
            }
            for (const auto source : m_graph.sources(node)) {
                if (taken[source] == 0 && slack(source, node) < least) {
                    least = slack(source, node);
                    shift = -least;
                    nearest = {node, source};
                }
            }
        }
        for (const auto node : tree)
            m_ranks[node] += shift;
        m_work -= static_cast<std::int64_t>(tree.size());
        taken[nearest.target] = 1;
        tree.push_back(nearest.target);
        link(nearest.source, nearest.target);
    }

    void link(NodeIndex a, NodeIndex b)
    {
        m_tree[a].push_back(b);
        m_tree[b].push_back(a);
    }

    void unlink(NodeIndex a, NodeIndex b)
    {
        std::erase(m_tree[a], b);
        std::erase(m_tree[b], a);
    }

    //! Numbers the tree below \a top in postorder from \a place on; its parent stays.
    std::uint32_t number(NodeIndex top, std::uint32_t place)
    {
        m_calls.assign(1, {top, 0});
        m_low[top] = place;
        m_sum[top] = balance(top);
        while (!m_calls.empty()) {
            auto &[node, next] = m_calls.back();
            if (next < m_tree[node].size()) {
                const auto child = m_tree[node][next++];
                if (child == m_parent[node])
                    continue;
                m_parent[child] = node;
                m_low[child] = place;
                m_sum[child] = balance(child);
                m_calls.push_back({child, 0});
            } else {
                m_postorder[place] = node;
                m_place[node] = place++;
                const auto done = node;
                m_calls.pop_back();
                if (done != top)
                    m_sum[m_parent[done]] += m_sum[done];
                --m_work;
            }
        }
        return place;
    }

    std::int64_t balance(NodeIndex node) const
    {
        return static_cast<std::int64_t>(m_graph.targets(node).size())
            - static_cast<std::int64_t>(m_graph.sources(node).size());
    }

    bool leadsUp(NodeIndex node) const { return m_ranks[node] < m_ranks[m_parent[node]]; }

    //! The next node whose edge to its parent is worth taking out of the tree.
    NodeIndex findLeaving()
    {
        for (std::uint32_t tried = 0; tried < m_graph.nodeCount(); ++tried) {
            --m_work;
            m_next = m_next + 1 < m_graph.nodeCount() ? m_next + 1 : 0;
            if (m_parent[m_next] != noNode
                && (leadsUp(m_next) ? m_sum[m_next] : -m_sum[m_next]) < 0)
                return m_next;
        }
        return noNode;
    }

    //! The edge with the least slack that leads across the cut of \a leaving in the other
    //! direction.
    Arc findEntering(NodeIndex leaving, bool intoSubtree)
    {
        Arc best;
        auto least = std::numeric_limits<std::int64_t>::max();
        const auto visit = [&](NodeIndex source, NodeIndex target) {
            if (isInside(source, leaving) != isInside(target, leaving)
                && slack(source, target) < least) {
                least = slack(source, target);
                best = {source, target};
            }
        };
        eachOfSmallerSide(leaving, [&](NodeIndex node, bool inside) {
            if (inside == intoSubtree) {
                for (const auto source : m_graph.sources(node))
                    visit(source, node);
            } else {
                for (const auto target : m_graph.targets(node))
                    visit(node, target);
            }
            m_work -= static_cast<std::int64_t>(m_graph.sources(node).size()
                                                + m_graph.targets(node).size());
        });
        return best;
    }

    template <typename Visit>
    void eachOfSmallerSide(NodeIndex top, Visit visit)
    {
        const auto part = m_parts.of[top];
        const auto begin = m_partStart[part];
        const auto end = begin + m_parts.sizes[part];
        const auto inside = m_place[top] + 1 - m_low[top];
        if (2 * inside <= end - begin) {
            for (auto i = m_low[top]; i <= m_place[top]; ++i)
                visit(m_postorder[i], true);
            return;
        }
        for (auto i = begin; i < m_low[top]; ++i)
            visit(m_postorder[i], false);
        for (auto i = m_place[top] + 1; i < end; ++i)
            visit(m_postorder[i], false);
    }

    void exchange(NodeIndex leaving)
    {
        const bool up = leadsUp(leaving);
        const auto entering = findEntering(leaving, up);
        const auto shift = slack(entering.source, entering.target);
        eachOfSmallerSide(leaving, [&](NodeIndex node, bool inside) {
            m_ranks[node] += inside == up ? -shift : shift;
            --m_work;
        });

        const auto outside = up ? entering.source : entering.target;
        auto top = m_parent[leaving]; // the lowest node above both ends: below it all is renumbered
        while (!isInside(outside, top))
            top = m_parent[top];
        unlink(leaving, m_parent[leaving]);
        link(entering.source, entering.target);
        number(top, m_low[top]);
    }

    const Graph &m_graph;
    const Components &m_parts;
    std::vector<std::int64_t> m_ranks;
    std::vector<std::uint32_t> &m_result;
    std::vector<std::vector<NodeIndex>> m_tree;
    std::vector<NodeIndex> m_parent;
    std::vector<std::uint32_t> m_low; //!< the first place of what is below a node
    std::vector<std::uint32_t> m_place;
    std::vector<std::int64_t> m_sum; //!< of (edges out - edges in) below a node
    std::vector<NodeIndex> m_postorder;
    std::vector<std::uint32_t> m_partStart;
    std::vector<std::pair<NodeIndex, std::size_t>> m_calls;
    NodeIndex m_next = 0;
    std::int64_t m_work;
};

} // namespace

void shortestRanks(const Graph &acyclic, const Components &parts, std::vector<std::uint32_t> &ranks)
{
    if (acyclic.edgeCount() > 0)
        NetworkSimplex(acyclic, parts, ranks).run();
}

} // namespace portolan::lineage
