// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/items/lineagechoice.h"
#include "models/lineage/closure.h"

#include <QUuid>

#include <memory>
#include <vector>

namespace portolan::items {

//! A lineage, and which of its nodes leads to which; a value that any thread may read.
struct LineageMesh
{
    std::shared_ptr<const domain::LineageGraph> graph;
    lineage::Graph arcs; //!< pairs of columns are no way of their own
};

using LineageMeshPtr = std::shared_ptr<const LineageMesh>;

LineageMeshPtr lineageMesh(domain::LineageGraph graph);
LineageMeshPtr lineageMesh(std::shared_ptr<const domain::LineageGraph> graph);

//! Which node of \a graph leads to which. A pair of columns is a way between two datasets only
//! where their source says so.
lineage::Graph lineageArcs(const domain::LineageGraph &graph);

//! The node with our id \a id, or all that belong to the product \a id.
std::vector<lineage::NodeIndex> nodesOfThing(const domain::LineageGraph &graph, const QUuid &id);

//! Per node of \a graph 1 where \a choice has it: what hangs on its root, as far as it is followed.
std::vector<quint8> chosenNodes(const domain::LineageGraph &graph, const LineageChoice &choice);

//! One thing that is reached, and over what.
struct ReachedNode
{
    lineage::NodeIndex node = lineage::noNode;
    quint32 distance = 0; //!< edges from the nearest start
    lineage::NodeIndex via = lineage::noNode; //!< the one before it on a shortest way
};

//! Everything that \a starts are made of or flow into, nearest first, without the starts.
std::vector<ReachedNode> lineageReach(const LineageMesh &mesh,
                                      std::span<const lineage::NodeIndex> starts,
                                      lineage::Direction direction);

//! How much is reached.
struct ReachCounts
{
    qsizetype things = 0;
    qsizetype domains = 0; //!< outermost ones
    qsizetype products = 0;
    qsizetype owners = 0;
};

ReachCounts countReach(const domain::LineageGraph &graph, const std::vector<ReachedNode> &reached);

} // namespace portolan::items
