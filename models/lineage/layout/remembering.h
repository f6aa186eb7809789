// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout.h"

namespace portolan::lineage {

//! Places that differ by less are the same: they went through a file, or through other sums.
inline constexpr double samePlace = 0.5;

//! Per node the height at which its middle was in the drawing before; not a number for a new one.
//! Nodes may have other sizes now: each is taken to have ended where the next one of its column
//! began, so that in a column these heights are in the order in which the nodes stood.
[[nodiscard]] std::vector<double> middlesBefore(const LayoutInput &input);

//! Per node the number of the column in which it stood, or noNode for a new one: where its drawing
//! had one column for all that began at one place.
[[nodiscard]] std::vector<std::uint32_t> columnsBefore(const LayoutInput &input);

} // namespace portolan::lineage
