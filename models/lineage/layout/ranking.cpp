// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/ranking.h"

#include "models/lineage/components.h"
#include "models/lineage/layout/feedback.h"
#include "models/lineage/layout/networksimplex.h"

#include <algorithm>

namespace portolan::lineage {
namespace {

//! Beyond this the network simplex has hardly begun when its time is over.
constexpr std::uint32_t simplexNodes = 4000;
constexpr std::uint32_t simplexEdges = 16'000;
constexpr int shorteningPasses = 6;

std::vector<std::uint32_t> longestPaths(const Graph &graph, std::span<const NodeIndex> order)
{
    std::vector<std::uint32_t> ranks(graph.nodeCount(), 0);
    for (const auto node : order) {
        for (const auto target : graph.targets(node))
            ranks[target] = std::max(ranks[target], ranks[node] + 1);
    }
    return ranks;
}

//! Moves \a node to the end of its free span where its edges become shorter. Returns whether it
//! did.
bool shorten(const Graph &graph, NodeIndex node, std::vector<std::uint32_t> &ranks)
{
    const auto sources = graph.sources(node);
    const auto targets = graph.targets(node);
    if (sources.size() == targets.size())
        return false;
    std::uint32_t rank = 0;
    if (sources.size() > targets.size()) {
        for (const auto source : sources)
            rank = std::max(rank, ranks[source] + 1);
    } else {
        rank = std::numeric_limits<std::uint32_t>::max();
        for (const auto target : targets)
            rank = std::min(rank, ranks[target] - 1);
    }
    const bool moved = rank != ranks[node];
    ranks[node] = rank;
    return moved;
}

//! Shortens node by node, against and along the flow, until nothing moves or it is enough.
void shortenAll(const Graph &graph, std::span<const NodeIndex> order,
                std::vector<std::uint32_t> &ranks)
{
    for (int pass = 0; pass < shorteningPasses; ++pass) {
        bool moved = false;
        if (pass % 2 == 0) {
            for (auto it = order.rbegin(); it != order.rend(); ++it)
                moved |= shorten(graph, *it, ranks);
        } else {
            for (const auto node : order)
                moved |= shorten(graph, node, ranks);
        }
        if (!moved && pass > 0)
            return;
    }
}

//! Lets each part begin at 0.
void normalise(const Components &parts, std::vector<std::uint32_t> &ranks)
{
    std::vector<std::uint32_t> lowest(parts.count(), std::numeric_limits<std::uint32_t>::max());
    for (NodeIndex node = 0; node < ranks.size(); ++node)
        lowest[parts.of[node]] = std::min(lowest[parts.of[node]], ranks[node]);
    for (NodeIndex node = 0; node < ranks.size(); ++node)
        ranks[node] -= lowest[parts.of[node]];
}

} // namespace

std::vector<NodeIndex> topologicalOrder(const Graph &acyclic)
{
    std::vector<std::uint32_t> waiting(acyclic.nodeCount());
    std::vector<NodeIndex> order;
    order.reserve(acyclic.nodeCount());
    for (NodeIndex node = 0; node < acyclic.nodeCount(); ++node) {
        waiting[node] = static_cast<std::uint32_t>(acyclic.sources(node).size());
        if (waiting[node] == 0)
            order.push_back(node);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const auto target : acyclic.targets(order[i])) {
            if (--waiting[target] == 0)
                order.push_back(target);
        }
    }
    return order;
}

Graph withoutCycles(const Graph &graph)
{
    if (topologicalOrder(graph).size() == graph.nodeCount())
        return graph;
    const auto strong = stronglyConnected(graph);
    const auto place = feedbackOrder(graph, strong);
    GraphBuilder builder(graph.nodeCount());
    builder.reserve(graph.edgeCount());
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        for (const auto target : graph.targets(node)) {
            const bool backwards =
                strong.of[node] == strong.of[target] && place[node] > place[target];
            if (backwards)
                builder.addEdge(target, node);
            else if (node != target)
                builder.addEdge(node, target);
        }
    }
    return builder.build().graph;
}

std::vector<std::uint32_t> ranksOf(const Graph &acyclic)
{
    const auto order = topologicalOrder(acyclic);
    auto ranks = longestPaths(acyclic, order);
    shortenAll(acyclic, order, ranks);
    const auto parts = weaklyConnected(acyclic);
    if (acyclic.nodeCount() <= simplexNodes && acyclic.edgeCount() <= simplexEdges)
        shortestRanks(acyclic, parts, ranks);
    normalise(parts, ranks);
    return ranks;
}

} // namespace portolan::lineage
