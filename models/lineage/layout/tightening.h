// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/coordinates.h"

namespace portolan::lineage {

//! Draws together what \a coordinates leave apart: items move to the median of their neighbours as
//! far as the items above and below let them, columns back and forth, \a times over. Distances and
//! order stay; level stretches of long lines move as one and stay level. Shortens lines and lowers
//! lanes.
void tighten(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input, int times,
             LaneCoordinates &coordinates);

//! The end of that alone: what stands nearly level with the middle of its neighbours is made level,
//! where there is room.
void straighten(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
                LaneCoordinates &coordinates);

} // namespace portolan::lineage
