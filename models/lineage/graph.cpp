// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/graph.h"

#include <algorithm>
#include <numeric>

namespace portolan::lineage {
namespace {

//! Turns counts per row, standing at row + 1, into the start of each row.
void accumulate(std::vector<std::uint32_t> &counts)
{
    std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

//! The numbers of \a arcs ordered by (source, target): a counting sort by source, then each row.
std::vector<EdgeIndex> ordered(const std::vector<Arc> &arcs, std::uint32_t nodeCount)
{
    std::vector<std::uint32_t> start(nodeCount + 1, 0);
    for (const auto &arc : arcs)
        ++start[arc.source + 1];
    accumulate(start);
    std::vector<EdgeIndex> order(arcs.size());
    auto next = start;
    for (EdgeIndex i = 0; i < arcs.size(); ++i)
        order[next[arcs[i].source]++] = i;
    for (NodeIndex node = 0; node < nodeCount; ++node) {
        std::sort(order.begin() + start[node], order.begin() + start[node + 1],
                  [&](EdgeIndex a, EdgeIndex b) { return arcs[a].target < arcs[b].target; });
    }
    return order;
}

} // namespace

Arc Graph::arc(EdgeIndex edge) const
{
    const auto row = std::upper_bound(m_outStart.begin(), m_outStart.end(), edge);
    return {static_cast<NodeIndex>(row - m_outStart.begin() - 1), m_targets[edge]};
}

EdgeIndex Graph::find(NodeIndex source, NodeIndex target) const
{
    if (source >= nodeCount())
        return noEdge;
    const auto row = targets(source);
    const auto it = std::lower_bound(row.begin(), row.end(), target);
    if (it == row.end() || *it != target)
        return noEdge;
    return firstOutgoing(source) + static_cast<EdgeIndex>(it - row.begin());
}

std::vector<Arc> Graph::arcs() const
{
    std::vector<Arc> all;
    all.reserve(edgeCount());
    for (NodeIndex node = 0; node < nodeCount(); ++node) {
        for (const auto target : targets(node))
            all.push_back({node, target});
    }
    return all;
}

GraphBuilder::GraphBuilder(std::uint32_t nodeCount)
    : m_nodeCount(nodeCount)
{
}

void GraphBuilder::addEdge(NodeIndex source, NodeIndex target)
{
    m_nodeCount = std::max({m_nodeCount, source + 1, target + 1});
    m_arcs.push_back({source, target});
}

GraphBuilder::Built GraphBuilder::build()
{
    Built built;
    auto &graph = built.graph;
    built.edgeOf.resize(m_arcs.size());
    graph.m_outStart.assign(m_nodeCount + 1, 0);
    graph.m_inStart.assign(m_nodeCount + 1, 0);
    graph.m_targets.reserve(m_arcs.size());

    std::vector<NodeIndex> sourceOf;
    sourceOf.reserve(m_arcs.size());
    Arc last;
    for (const auto i : ordered(m_arcs, m_nodeCount)) {
        if (graph.m_targets.empty() || m_arcs[i] != last) {
            last = m_arcs[i];
            graph.m_targets.push_back(last.target);
            sourceOf.push_back(last.source);
            built.multiplicity.push_back(0);
            ++graph.m_outStart[last.source + 1];
            ++graph.m_inStart[last.target + 1];
        }
        ++built.multiplicity.back();
        built.edgeOf[i] = graph.edgeCount() - 1;
    }
    accumulate(graph.m_outStart);
    accumulate(graph.m_inStart);

    graph.m_sources.resize(graph.edgeCount());
    graph.m_incoming.resize(graph.edgeCount());
    auto next = graph.m_inStart;
    for (EdgeIndex edge = 0; edge < graph.edgeCount(); ++edge) {
        const auto slot = next[graph.m_targets[edge]]++;
        graph.m_sources[slot] = sourceOf[edge];
        graph.m_incoming[slot] = edge;
    }
    m_arcs.clear();
    m_nodeCount = 0;
    return built;
}

} // namespace portolan::lineage
