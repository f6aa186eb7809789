// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/lanes.h"

namespace portolan::lineage {

//! Gives the parts of a grouped drawing that no edge connects other columns: \a ranks are of each
//! part from 0, and all parts share their columns, so thousands of them would be a strip. Each is
//! moved to the right to where its lanes are emptiest, over as many columns as let all of them fill
//! a screen best. What stood somewhere before stays in its column.
void spreadParts(const Graph &graph, const Lanes &lanes, const LayoutInput &input,
                 std::vector<std::uint32_t> &ranks);

} // namespace portolan::lineage
