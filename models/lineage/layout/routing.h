// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/placement.h"

namespace portolan::lineage {

//! How far a line that leads back to its node reaches out of it.
[[nodiscard]] inline double loopReach(const LayoutSpacing &spacing)
{
    return spacing.lead * 0.6;
}

//! Enters positions, routes and reversed edges into \a layout. A line is level through each column
//! and for a short way before and after; it climbs in the gaps between columns, where no node is.
void route(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
           const Placement &place, Layout &layout);

} // namespace portolan::lineage
