// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/placement.h"

namespace portolan::lineage {

//! Enters positions, routes and reversed edges into \a layout. A line is level through each column
//! and for a short way before and after; it climbs in the gaps between columns, where no node is.
void route(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
           const Placement &place, Layout &layout);

} // namespace portolan::lineage
