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

//! Takes the air out of lanes that are many times as high as their highest column, as blocks of
//! Brandes and Köpf leave it in large drawings: everything moves together in proportion, as far as
//! distances and order allow. One pass, where relaxing takes too long.
void squeeze(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
             LaneCoordinates &coordinates);

} // namespace portolan::lineage
