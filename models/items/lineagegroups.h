// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagechoice.h"
#include "models/items/lineagescene.h"

namespace portolan::items {

//! The groups of all nodes of a graph, and which of them each node stands in.
struct LineageGroups
{
    std::vector<LineageGroup> groups; //!< outer ones before inner ones, each kind by its label
    std::vector<int> of; //!< per node its innermost group, or -1
};

//! Groups the nodes of \a graph; those without a product or schema stand in none.
LineageGroups groupLineage(const domain::LineageGraph &graph, LineageGrouping grouping);

} // namespace portolan::items
