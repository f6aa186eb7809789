// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/graph.h"

namespace portolan::lineage {

//! A partition of the nodes.
struct Components
{
    std::vector<std::uint32_t> of; //!< the component of each node
    std::vector<std::uint32_t> sizes; //!< the nodes of each component

    std::uint32_t count() const { return static_cast<std::uint32_t>(sizes.size()); }
};

//! The strongly connected components by Tarjan's algorithm, without recursion. They are numbered
//! along the flow: an edge between two of them leads to the higher number. A component of more
//! than one node is a cycle. O(nodes + edges).
[[nodiscard]] Components stronglyConnected(const Graph &graph);

//! The parts that no edge connects, numbered by their lowest node. O(nodes + edges).
[[nodiscard]] Components weaklyConnected(const Graph &graph);

//! The nodes from which \a node can be reached by its own descendants: its cycle, ascending, or
//! nothing. A self loop is a cycle of one.
[[nodiscard]] std::vector<NodeIndex> cycleOf(const Graph &graph, const Components &strong,
                                             NodeIndex node);

} // namespace portolan::lineage
