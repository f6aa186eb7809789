// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout.h"

#include <QStringList>

namespace portolan::tests {

//! A drawn line with the nodes that it joins.
struct Line
{
    lineage::NodeIndex source;
    lineage::NodeIndex target;
    std::vector<lineage::Point> points;
};

std::vector<Line> linesOf(const lineage::LayoutInput &input, const lineage::Layout &layout);

//! How often lines meet that share no node: every pair of pieces is looked at. The same counter for
//! everybody's drawings.
std::uint64_t countedCrossings(const std::vector<Line> &lines);

//! What is wrong with a drawing; empty when it keeps its promises: each edge is drawn from border
//! to border, nodes keep apart, no line passes through a node that is not its own, groups hold
//! their nodes and no others, everything lies within its size, and the figures are true.
QStringList faultsOf(const lineage::LayoutInput &input, const lineage::Layout &layout);

} // namespace portolan::tests
