// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/coordinates.h"

namespace portolan::lineage {

//! Where items of each column would stand if their links were springs: column by column, back and
//! forth \a times over, each column takes the places that are best in sum for its items, distances
//! and order kept. Lines over several columns bend everywhere a little; the caller makes them
//! level.
[[nodiscard]] std::vector<double> relaxed(const LayeredGraph &graph, const Ordering &order,
                                          const LayoutInput &input,
                                          const std::vector<double> &middle, int times);

//! Takes the air out of lanes that are higher than their highest column, as level stretches of long
//! lines leave it: everything moves together in proportion, as far as distances and order allow,
//! and the lane is then as high as that column. What fits on a screen is left alone, as long lines
//! bend for it; lanes that \a areStacked, as in a grouped drawing, must fit there together. One
//! pass. Returns whether something moved.
bool squeeze(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
             bool areStacked, LaneCoordinates &coordinates);

} // namespace portolan::lineage
