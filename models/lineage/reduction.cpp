// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/reduction.h"

#include <utility>

namespace portolan::lineage {

Reduction reduceToGroups(const Graph &graph, std::span<const GroupIndex> groupOf,
                         GroupIndex groupCount)
{
    Reduction reduction;
    reduction.sizes.assign(groupCount, 0);
    reduction.inner.assign(groupCount, 0);
    GraphBuilder builder(groupCount);
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        const auto group = groupOf[node];
        if (group == noGroup)
            continue;
        ++reduction.sizes[group];
        for (const auto target : graph.targets(node)) {
            if (groupOf[target] == group)
                ++reduction.inner[group];
            else if (groupOf[target] != noGroup)
                builder.addEdge(group, groupOf[target]);
        }
    }
    auto built = builder.build();
    reduction.graph = std::move(built.graph);
    reduction.multiplicity = std::move(built.multiplicity);
    return reduction;
}

} // namespace portolan::lineage
