// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/shaping.h"

#include "models/lineage/layout/screenfit.h"

#include <algorithm>
#include <numeric>

namespace portolan::lineage {

std::size_t bestPageColumns(const std::vector<std::uint32_t> &ranks, const Lanes &lanes,
                            const LayoutInput &input, const std::vector<ShapedPage> &pages)
{
    std::vector<bool> isPage(input.nodes.size(), false);
    std::size_t mostLeaves = 2;
    for (const auto &page : pages) {
        isPage[page.node] = true;
        mostLeaves = std::max(mostLeaves, page.page->leaves().size());
    }
    std::vector<double> widths(1 + *std::max_element(ranks.begin(), ranks.end()), 0);
    std::vector<ColumnLoad> others;
    for (NodeIndex node = 0; node < input.nodes.size(); ++node) {
        if (isPage[node])
            continue;
        widths[ranks[node]] = std::max(widths[ranks[node]], input.nodes[node].width);
        others.push_back(
            {lanes.of[node], ranks[node], input.nodes[node].height + input.spacing.node});
    }
    mergeLoads(others);
    std::vector<std::size_t> candidates;
    for (std::size_t columns = 2; columns <= mostLeaves; columns += 1 + columns / 12)
        candidates.push_back(columns);
    const auto rate = [&](std::size_t candidate) {
        auto wide = widths;
        auto loads = others;
        for (const auto &[node, page] : pages) {
            const auto columns = std::min(candidates[candidate], page->leaves().size());
            auto &width = wide[ranks[node]];
            width = std::max(width, page->pitch() * static_cast<double>(columns));
            loads.push_back({lanes.of[node], ranks[node], page->heightWith(columns)});
        }
        mergeLoads(loads);
        const auto width = std::accumulate(wide.begin(), wide.end(), 0.0)
            + input.spacing.layer * static_cast<double>(wide.size());
        double height = 0;
        for (std::size_t i = 0; i < loads.size();) {
            double highest = 0;
            const auto lane = loads[i].lane;
            for (; i < loads.size() && loads[i].lane == lane; ++i)
                highest = std::max(highest, loads[i].height);
            height += highest;
        }
        return screenScale(width, height);
    };
    return candidates[nearlyBestOf(candidates.size(), rate)];
}

} // namespace portolan::lineage
