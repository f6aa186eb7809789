// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/placement.h"

namespace portolan::lineage {

//! Crossings of the drawing that \a order leads to, as LayoutFigures counts them.
[[nodiscard]] std::uint64_t drawnCrossings(const LayeredGraph &graph, const Ordering &order,
                                           const LayoutInput &input, const Lanes &lanes,
                                           const OutsideRows &rows);

//! Length and bends of the lines of \a layout, its area, and its reversed edges; crossings stay.
void measureRoutes(Layout &layout);

} // namespace portolan::lineage
