// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/graph.h"

namespace portolan::lineage {

//! The edges of \a graph without self loops, turned round where that opens its cycles: an acyclic
//! graph of the same nodes. Few edges are turned (the greedy rule of Eades, Lin and Smyth, inside
//! strongly connected components only); none when there is no cycle.
[[nodiscard]] Graph withoutCycles(const Graph &graph);

//! A rank per node of an \a acyclic graph so that every edge leads to a higher one, each part that
//! hangs together begins at 0, and the edges are short in sum: the shortest possible up to a few
//! thousand nodes (network simplex), near it beyond.
[[nodiscard]] std::vector<std::uint32_t> ranksOf(const Graph &acyclic);

//! The nodes of an \a acyclic graph, each after all that flow into it; fewer when it has a cycle.
[[nodiscard]] std::vector<NodeIndex> topologicalOrder(const Graph &acyclic);

} // namespace portolan::lineage
