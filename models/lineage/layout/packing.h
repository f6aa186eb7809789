// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout.h"

namespace portolan::lineage {

//! Places for rectangles of \a sizes, \a gap apart, that together look like a page: tallest first,
//! in rows, low ones above each other within a row. O(n log n); the same sizes, the same places.
[[nodiscard]] std::vector<Point> packed(const std::vector<Size> &sizes, double gap);

//! The same where most rectangles stood somewhere \a before: these stay there, but for those that
//! something above them has grown into, which go down as far as they must. New ones are packed
//! below all others.
[[nodiscard]] std::vector<Point> repacked(const std::vector<Size> &sizes,
                                          const std::vector<std::optional<Point>> &before,
                                          double gap);

} // namespace portolan::lineage
