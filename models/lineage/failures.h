// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/components.h"
#include "models/lineage/graph.h"

namespace portolan::lineage {

//! Answers where a failure began. A failing node is an origin when nothing failing lies upstream
//! of it; in a cycle each failing node is as early as the others. Made once for a set of failing
//! nodes in O(nodes + edges), then asked for any number of nodes. \a graph must outlive it.
class FailureOrigins
{
public:
    //! \a failing is not 0 for each node that fails.
    FailureOrigins(const Graph &graph, std::span<const std::uint8_t> failing);

    bool isOrigin(NodeIndex node) const { return m_origin[node] != 0; }

    //! The origins upstream of \a node, itself included, nearest first; empty when nothing there
    //! fails. O(what lies upstream).
    [[nodiscard]] std::vector<NodeIndex> of(NodeIndex node) const;

private:
    const Graph &m_graph;
    std::vector<std::uint8_t> m_origin;
};

} // namespace portolan::lineage
