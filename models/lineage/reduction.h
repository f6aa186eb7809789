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

} // namespace portolan::lineage
