// SPDX-License-Identifier: GPL-3.0-or-later
// What several ways to give a drawing the shape of a screen reckon with.
#pragma once

#include "models/lineage/layout/lanes.h"

#include <algorithm>
#include <vector>

namespace portolan::lineage {

//! What stands in one column of one lane, with the distance to what is next.
struct ColumnLoad
{
    Lane lane = 0;
    std::uint32_t rank = 0;
    double height = 0;
};

//! Makes one of loads in the same lane and column; sorted by both.
void mergeLoads(std::vector<ColumnLoad> &loads);

//! How large a drawing of \a width and \a height is seen on a screen that shows all of it; for
//! comparison only.
[[nodiscard]] double screenScale(double width, double height);

//! The first of \a count candidates, at least one, that \a rate calls nearly as good as the best.
template <typename Rate>
std::size_t nearlyBestOf(std::size_t count, Rate rate)
{
    constexpr double nearly = 0.97;
    std::vector<double> rates(count);
    for (std::size_t i = 0; i < count; ++i)
        rates[i] = rate(i);
    const auto best = *std::max_element(rates.begin(), rates.end());
    const auto first = std::find_if(rates.begin(), rates.end(),
                                    [best](double own) { return own >= nearly * best; });
    return static_cast<std::size_t>(first - rates.begin());
}

} // namespace portolan::lineage
