// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/lineage/closure.h"

#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace portolan::items {

//! A column of a node, by its text; -1 stands for its rows, or for the whole of it.
using ColumnSpot = std::pair<int, int>;

//! The columns of a lineage as numbers of a graph, and what they reach. Pure; any thread.
//!
//! What shapes every row of a thing (a filter, a join) leads to each of its columns, and what is
//! made from a whole thing comes from each of its columns. So that not every pair of the two is an
//! edge, a link leads from an exit to an entrance: a column leads to its exit and that of its
//! thing, an entrance to its column, or to all columns when it is that of the rows. That is three
//! edges of the graph for each step.
class ColumnReach
{
public:
    //! \a starts are known even when no link names them.
    ColumnReach(const domain::LineageGraph &graph, const std::vector<ColumnSpot> &starts);

    //! What \a starts, which the constructor was told, reach in at most \a steps; they are among
    //! it.
    std::vector<ColumnSpot> reached(const std::vector<ColumnSpot> &starts,
                                    lineage::Direction direction,
                                    std::optional<int> steps = {}) const;

private:
    using Numbers = QHash<ColumnSpot, lineage::NodeIndex>;

    lineage::NodeIndex numberIn(Numbers &numbers, lineage::GraphBuilder &builder,
                                const ColumnSpot &spot);
    lineage::NodeIndex gateOf(Numbers &gates, lineage::GraphBuilder &builder,
                              const ColumnSpot &end);
    void addGates(lineage::GraphBuilder &builder);

    lineage::Graph m_graph;
    Numbers m_numbers;
    Numbers m_entrances; //!< of columns; -1: of every row
    Numbers m_exits; //!< of columns; -1: of the whole
    std::vector<ColumnSpot> m_spots; //!< by number
    std::vector<bool> m_isColumn; //!< by number; else it is a gate
};

} // namespace portolan::items
