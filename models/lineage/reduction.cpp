// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/reduction.h"

#include <utility>

namespace portolan::lineage {
namespace {

//! The kept nodes that \a from reaches through filtered ones alone, by a search that remembers in
//! \a stamp what it has seen for this start.
class BridgeSearch
{
public:
    BridgeSearch(const Graph &graph, std::span<const std::uint8_t> keep)
        : m_graph(graph)
        , m_keep(keep)
        , m_stamp(graph.nodeCount(), noNode)
    {
    }

    template <typename Visit>
    void from(NodeIndex start, Visit visit)
    {
        m_open.assign(1, start);
        while (!m_open.empty()) {
            const auto node = m_open.back();
            m_open.pop_back();
            for (const auto target : m_graph.targets(node)) {
                if (m_stamp[target] == start)
                    continue;
                if (m_keep[target] == 0) {
                    m_stamp[target] = start;
                    m_open.push_back(target);
                } else if (node != start && target != start) {
                    m_stamp[target] = start;
                    visit(target);
                }
            }
        }
    }

private:
    const Graph &m_graph;
    std::span<const std::uint8_t> m_keep;
    std::vector<NodeIndex> m_stamp;
    std::vector<NodeIndex> m_open;
};

} // namespace

Reduction reduceToGroups(const Graph &graph, std::span<const GroupIndex> groupOf,
                         GroupIndex groupCount)
{
    Reduction reduction;
    reduction.sizes.assign(groupCount, 0);
    reduction.inner.assign(groupCount, 0);
    GraphBuilder builder(groupCount);
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        const auto group = groupOf[node];
        if (group == noGroup)
            continue;
        ++reduction.sizes[group];
        for (const auto target : graph.targets(node)) {
            if (groupOf[target] == group)
                ++reduction.inner[group];
            else if (groupOf[target] != noGroup)
                builder.addEdge(group, groupOf[target]);
        }
    }
    auto built = builder.build();
    reduction.graph = std::move(built.graph);
    reduction.multiplicity = std::move(built.multiplicity);
    return reduction;
}

Subgraph induced(const Graph &graph, std::span<const std::uint8_t> keep, Bridging bridging)
{
    Subgraph part;
    part.local.assign(graph.nodeCount(), noNode);
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        if (keep[node] == 0)
            continue;
        part.local[node] = static_cast<NodeIndex>(part.original.size());
        part.original.push_back(node);
    }
    GraphBuilder builder(static_cast<std::uint32_t>(part.original.size()));
    BridgeSearch search(graph, keep);
    for (const auto node : part.original) {
        for (const auto target : graph.targets(node)) {
            if (keep[target] != 0)
                builder.addEdge(part.local[node], part.local[target]);
        }
        if (bridging == Bridging::Over) {
            search.from(node, [&](NodeIndex target) {
                builder.addEdge(part.local[node], part.local[target]);
            });
        }
    }
    part.graph = builder.build().graph;
    part.bridged.reserve(part.graph.edgeCount());
    for (const auto &arc : part.graph.arcs()) {
        const auto direct = graph.find(part.original[arc.source], part.original[arc.target]);
        part.bridged.push_back(direct == noEdge ? 1 : 0);
    }
    return part;
}

} // namespace portolan::lineage
