// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/closure.h"

#include <algorithm>
#include <iterator>

namespace portolan::lineage {

Closure closure(const Graph &graph, std::span<const NodeIndex> starts, Direction direction,
                std::optional<std::uint32_t> maxDepth)
{
    Closure reached;
    std::vector<std::uint8_t> seen(graph.nodeCount(), 0);
    const auto reach = [&](NodeIndex node, std::uint32_t depth) {
        if (seen[node] != 0)
            return;
        seen[node] = 1;
        reached.nodes.push_back(node);
        reached.depths.push_back(depth);
    };
    for (const auto start : starts) {
        if (start < graph.nodeCount())
            reach(start, 0);
    }
    for (std::size_t i = 0; i < reached.nodes.size(); ++i) {
        const auto depth = reached.depths[i];
        if (maxDepth && depth >= *maxDepth)
            break;
        for (const auto neighbour : graph.neighbours(reached.nodes[i], direction))
            reach(neighbour, depth + 1);
    }
    return reached;
}

std::vector<NodeIndex> shortestPath(const Graph &graph, NodeIndex from, NodeIndex to)
{
    if (from >= graph.nodeCount() || to >= graph.nodeCount())
        return {};
    // Upstream from the end, so that the walk back reads in the order of the flow.
    std::vector<NodeIndex> nextOf(graph.nodeCount(), noNode);
    std::vector<NodeIndex> queue{to};
    nextOf[to] = to;
    for (std::size_t i = 0; i < queue.size() && nextOf[from] == noNode; ++i) {
        for (const auto source : graph.sources(queue[i])) {
            if (nextOf[source] == noNode) {
                nextOf[source] = queue[i];
                queue.push_back(source);
            }
        }
    }
    if (nextOf[from] == noNode)
        return {};
    std::vector<NodeIndex> path{from};
    while (path.back() != to)
        path.push_back(nextOf[path.back()]);
    return path;
}

std::vector<NodeIndex> nodesOnPaths(const Graph &graph, NodeIndex from, NodeIndex to)
{
    const NodeIndex starts[] = {from};
    const NodeIndex ends[] = {to};
    auto below = closure(graph, starts, Direction::Downstream).nodes;
    auto above = closure(graph, ends, Direction::Upstream).nodes;
    std::sort(below.begin(), below.end());
    std::sort(above.begin(), above.end());
    std::vector<NodeIndex> both;
    std::set_intersection(below.begin(), below.end(), above.begin(), above.end(),
                          std::back_inserter(both));
    return both;
}

} // namespace portolan::lineage
