// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/screenfit.h"

#include <utility>

namespace portolan::lineage {

void mergeLoads(std::vector<ColumnLoad> &loads)
{
    std::sort(loads.begin(), loads.end(), [](const ColumnLoad &a, const ColumnLoad &b) {
        return std::pair(a.lane, a.rank) < std::pair(b.lane, b.rank);
    });
    std::size_t kept = 0;
    for (const auto &load : loads) {
        if (kept > 0 && loads[kept - 1].lane == load.lane && loads[kept - 1].rank == load.rank)
            loads[kept - 1].height += load.height;
        else
            loads[kept++] = load;
    }
    loads.resize(kept);
}

double screenScale(double width, double height)
{
    constexpr double aspect = 1.6;
    return std::min(aspect / std::max(width, 1.0), 1 / std::max(height, 1.0));
}

} // namespace portolan::lineage
