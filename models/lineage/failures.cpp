// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/failures.h"

#include "models/lineage/closure.h"

#include <numeric>

namespace portolan::lineage {
namespace {

//! The nodes ordered by their component, hence along the flow.
std::vector<NodeIndex> alongTheFlow(const Components &strong)
{
    std::vector<std::uint32_t> next(strong.count() + 1, 0);
    std::inclusive_scan(strong.sizes.begin(), strong.sizes.end(), next.begin() + 1);
    std::vector<NodeIndex> order(strong.of.size());
    for (NodeIndex node = 0; node < strong.of.size(); ++node)
        order[next[strong.of[node]]++] = node;
    return order;
}

} // namespace

FailureOrigins::FailureOrigins(const Graph &graph, std::span<const std::uint8_t> failing)
    : m_graph(graph)
    , m_origin(graph.nodeCount(), 0)
{
    const auto strong = stronglyConnected(graph);
    std::vector<std::uint8_t> fails(strong.count(), 0);
    std::vector<std::uint8_t> inherits(strong.count(), 0); // something upstream of it fails
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        if (failing[node] != 0)
            fails[strong.of[node]] = 1;
    }
    for (const auto node : alongTheFlow(strong)) {
        const auto own = strong.of[node];
        const bool passesOn = fails[own] != 0 || inherits[own] != 0;
        for (const auto target : graph.targets(node)) {
            if (passesOn && strong.of[target] != own)
                inherits[strong.of[target]] = 1;
        }
    }
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node)
        m_origin[node] = failing[node] != 0 && inherits[strong.of[node]] == 0 ? 1 : 0;
}

std::vector<NodeIndex> FailureOrigins::of(NodeIndex node) const
{
    const NodeIndex starts[] = {node};
    auto upstream = closure(m_graph, starts, Direction::Upstream).nodes;
    std::erase_if(upstream, [this](NodeIndex other) { return !isOrigin(other); });
    return upstream;
}

} // namespace portolan::lineage
