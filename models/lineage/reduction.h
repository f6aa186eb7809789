// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/graph.h"

namespace portolan::lineage {

//! The number of a product, domain or schema; which one, the caller knows.
using GroupIndex = std::uint32_t;
inline constexpr GroupIndex noGroup = std::numeric_limits<GroupIndex>::max();

//! A graph whose nodes are groups of another one's.
struct Reduction
{
    Graph graph; //!< a node per group, no self loops
    std::vector<std::uint32_t> multiplicity; //!< per edge: how many edges it stands for
    std::vector<std::uint32_t> sizes; //!< per group: how many nodes it stands for
    std::vector<std::uint32_t> inner; //!< per group: how many edges stay inside
};

//! \a graph seen from the groups of its nodes: \a groupOf has one number below \a groupCount per
//! node, or noGroup; nodes without a group, and their edges, are left out. O(nodes + edges).
[[nodiscard]] Reduction reduceToGroups(const Graph &graph, std::span<const GroupIndex> groupOf,
                                       GroupIndex groupCount);

//! What becomes of a path through nodes that are filtered out.
enum class Bridging : std::uint8_t {
    None, //!< it is broken
    Over //!< an edge stands for it
};

//! A part of a graph.
struct Subgraph
{
    Graph graph;
    std::vector<NodeIndex> original; //!< per node: its number in the whole graph, ascending
    std::vector<NodeIndex> local; //!< per node of the whole graph: its number here, or noNode
    std::vector<std::uint8_t> bridged; //!< per edge: 1 where it only stands for a longer path
};

//! The nodes whose \a keep is not 0 and the edges between them. Bridging makes an edge from a kept
//! node to each kept one that it reaches through filtered ones alone; a bridge back to its own
//! source is left out. O(nodes + edges), with bridges times the filtered nodes in the worst case.
[[nodiscard]] Subgraph induced(const Graph &graph, std::span<const std::uint8_t> keep,
                               Bridging bridging = Bridging::None);

} // namespace portolan::lineage
