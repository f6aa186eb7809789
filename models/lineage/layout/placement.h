// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/coordinates.h"
#include "models/lineage/layout/lanes.h"

namespace portolan::lineage {

//! Where everything is in the drawing.
struct Placement
{
    std::vector<double> middle; //!< per item the height of its middle
    std::vector<std::uint32_t> columnStart; //!< per part the first of its columns
    std::vector<double> columnLeft; //!< per column of each part
    std::vector<double> columnRight;
    //! Per column that begins a row of a part that was broken: the height between the rows at which
    //! the line goes back that goes on there; not a number for any other.
    std::vector<double> gutter;
    std::vector<double> rowDown; //!< per column how far the row that it is in was moved down
    std::vector<double> rowHeight; //!< per edge that runs outside: the height at which it does
    std::vector<Rect> groups;
    std::vector<GroupRow> groupRows;
    Size size;
};

//! A line above a part for each edge that runs outside; edges that do not meet share one.
struct OutsideRows
{
    std::vector<std::uint32_t> rowOf; //!< per edge; 0 is nearest to the nodes
    std::vector<std::uint32_t> rowsOfPart; //!< per part
};

[[nodiscard]] OutsideRows outsideRows(const LayeredGraph &graph, const LayoutInput &input,
                                      const Lanes &lanes);

//! Stacks the lanes, gives each column its width and each gap the room that its lines need, and
//! lays the parts side by side.
[[nodiscard]] Placement place(const LayeredGraph &graph, const LayoutInput &input,
                              const Lanes &lanes, const LaneCoordinates &coordinates,
                              const OutsideRows &rows);

} // namespace portolan::lineage
