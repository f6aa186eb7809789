// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/placement.h"

namespace portolan::lineage {

//! Breaks parts that are many times as long as a page is wide into rows below each other, as text
//! is: a chain of thousands would be a line of dust. A row ends only where a single line goes on,
//! so no line crosses another for it. In a grouped drawing each
//! row has all lanes, as systems of a score have all staves. \a heights are those of the parts,
//! before and after; columns and items of \a place are from the part's top left.
void wrapParts(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
               const OutsideRows &rows, std::vector<double> &heights, Placement &place);

} // namespace portolan::lineage
