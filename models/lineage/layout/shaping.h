// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/lanes.h"
#include "models/lineage/layout/leafpage.h"

namespace portolan::lineage {

//! A page of leaves and the node that stands for it.
struct ShapedPage
{
    NodeIndex node = noNode;
    const LeafPage *page = nullptr;
};

//! In how many columns of leaves the \a pages of a grouped drawing let all of it fill a screen
//! best: all pages of one column widen it together, those of different lanes stand above each
//! other. At least 2. The heights of lanes are estimated.
[[nodiscard]] std::size_t bestPageColumns(const std::vector<std::uint32_t> &ranks,
                                          const Lanes &lanes, const LayoutInput &input,
                                          const std::vector<ShapedPage> &pages);

} // namespace portolan::lineage
