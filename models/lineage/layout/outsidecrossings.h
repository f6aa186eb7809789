// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/placement.h"

namespace portolan::lineage {

//! Crossings of the edges that run outside, with all others and among each other; pairs that share
//! a node do not count. Nothing where no edge does.
[[nodiscard]] std::uint64_t outsideCrossings(const LayeredGraph &graph, const Ordering &order,
                                             const LayoutInput &input, const Lanes &lanes,
                                             const OutsideRows &rows);

} // namespace portolan::lineage
