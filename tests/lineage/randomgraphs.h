// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout.h"

#include <QString>

namespace portolan::tests {

//! Edges between the numbers 0 to nodes - 1, made by a rule and a seed; the same on every machine.
struct MadeGraph
{
    QString name;
    std::uint32_t nodes = 0;
    std::vector<lineage::Arc> edges;
};

//! Nodes in \a layers, each with edges to the next layers: mostly one further, some two or three,
//! mostly to nodes of about the same height, a tenth anywhere.
MadeGraph layeredGraph(std::uint32_t nodes, std::uint32_t layers, double edgesPerNode,
                       std::uint32_t seed);
//! Each node reads \a sources earlier ones, those that many read already more often.
MadeGraph scaleFree(std::uint32_t nodes, std::uint32_t sources, std::uint32_t seed);
//! Edges between any two nodes, in any direction: cycles, self loops, repetitions.
MadeGraph anyDirection(std::uint32_t nodes, std::uint32_t edges, std::uint32_t seed);
//! Sources, staging, intermediate models, marts and dashboards in the proportions of a dbt project.
MadeGraph projectLike(std::uint32_t nodes, std::uint32_t seed);
MadeGraph chain(std::uint32_t nodes);
MadeGraph star(std::uint32_t children, bool outwards);
MadeGraph bipartite(std::uint32_t left, std::uint32_t right);
//! A chain with \a extra edges between any two of its nodes.
MadeGraph chainWithLeaps(std::uint32_t nodes, std::uint32_t extra, std::uint32_t seed);
//! So many small graphs of up to \a largest nodes, and as many nodes without an edge.
MadeGraph manyParts(std::uint32_t parts, std::uint32_t largest, std::uint32_t seed);

//! Nodes of \a size for all of \a graph.
lineage::LayoutInput inputOf(const MadeGraph &graph, lineage::Size size = {168, 28});

//! The same in \a domains, each with \a products; neighbours in number mostly share a product, a
//! tenth of the nodes belong to their domain only, and a few to none.
lineage::LayoutInput inputInProducts(const MadeGraph &graph, std::uint32_t domains,
                                     std::uint32_t products);

//! The same with each node in one of \a domains, one after the other: an edge mostly leads from one
//! to another.
lineage::LayoutInput inputInDomains(const MadeGraph &graph, std::uint32_t domains);

lineage::Graph graphOf(const MadeGraph &graph);

} // namespace portolan::tests
