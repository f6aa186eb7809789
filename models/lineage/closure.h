// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/graph.h"

#include <optional>

namespace portolan::lineage {

//! What is reached from somewhere, nearest first.
struct Closure
{
    std::vector<NodeIndex> nodes; //!< the starts, then by depth, each once
    std::vector<std::uint32_t> depths; //!< of each node: the fewest edges from any start
};

//! Everything that \a starts are made of or flow into, the starts included; without a cap unless
//! \a maxDepth edges are given. Starts that are no node are left out. O(nodes + edges reached).
[[nodiscard]] Closure closure(const Graph &graph, std::span<const NodeIndex> starts,
                              Direction direction,
                              std::optional<std::uint32_t> maxDepth = std::nullopt);

//! A path with the fewest edges from \a from downstream to \a to, both included; always the same
//! one where several are as short. Empty when there is none.
[[nodiscard]] std::vector<NodeIndex> shortestPath(const Graph &graph, NodeIndex from, NodeIndex to);

//! All nodes that lie on any walk from \a from downstream to \a to, ascending, both included;
//! empty when there is none. An edge lies on one when both its ends do.
[[nodiscard]] std::vector<NodeIndex> nodesOnPaths(const Graph &graph, NodeIndex from, NodeIndex to);

} // namespace portolan::lineage
