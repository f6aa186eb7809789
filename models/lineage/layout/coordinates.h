// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/ordering.h"

namespace portolan::lineage {

//! Heights within lanes.
struct LaneCoordinates
{
    std::vector<double> middle; //!< per item: its middle, from the top of its lane
    std::vector<double> laneHeight; //!< per lane

    //! Moves each lane so that its topmost item begins at 0, and measures it; laneHeight has its
    //! size.
    void normalise(const LayeredGraph &graph, const LayoutInput &input);
};

//! Gives the items of an order heights so that long lines are level, items stand near the middle of
//! their neighbours, and distances are kept: the method of Brandes and Köpf, for each lane by
//! itself.
[[nodiscard]] LaneCoordinates laneCoordinates(const LayeredGraph &graph, const Ordering &order,
                                              const LayoutInput &input, Lane laneCount);

} // namespace portolan::lineage
