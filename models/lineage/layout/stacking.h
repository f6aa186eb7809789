// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/coordinates.h"
#include "models/lineage/layout/lanes.h"

namespace portolan::lineage {

//! Where the lanes of a grouped drawing stand.
struct Stack
{
    //! The part of a group's rectangle that columns give: it reaches from the first to the last.
    struct Box
    {
        double top = 0;
        double bottom = 0;
        std::uint32_t firstRank = 0;
        std::uint32_t lastRank = 0;
        bool isEmpty = true;
    };

    std::vector<double> laneTop; //!< per lane
    std::vector<Box> boxes; //!< per group
};

//! Puts lanes and groups below each other, as high as those above allow in the columns that both
//! use. Outermost groups take the whole width.
[[nodiscard]] Stack stackLanes(const LayeredGraph &graph, const LayoutInput &input,
                               const Lanes &lanes, const LaneCoordinates &coordinates);

} // namespace portolan::lineage
