// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/packing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace portolan::lineage {

std::vector<Point> packed(const std::vector<Size> &sizes, double gap)
{
    constexpr double aspect = 1.6; // about a screen's

    std::vector<std::uint32_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return sizes[a].height > sizes[b].height;
    });
    double area = 0;
    double width = 0;
    for (const auto &size : sizes) {
        area += (size.width + gap) * (size.height + gap);
        width = std::max(width, size.width);
    }
    width = std::max(width, std::sqrt(area * aspect));

    std::vector<Point> places(sizes.size());
    Point row; // its top left corner
    double rowHeight = 0;
    Point column; // in the row: where its next rectangle would stand
    double columnWidth = 0;
    for (const auto i : order) {
        const auto &size = sizes[i];
        const bool fitsBelow = columnWidth > 0 && size.width <= columnWidth
            && column.y + size.height <= row.y + rowHeight;
        if (!fitsBelow) {
            column = {columnWidth > 0 ? column.x + columnWidth + gap : row.x, row.y};
            columnWidth = 0;
            if (column.x > 0 && column.x + size.width > width) {
                row.y += rowHeight + gap;
                column = row;
                rowHeight = 0;
            }
        }
        places[i] = column;
        column.y += size.height + gap;
        columnWidth = std::max(columnWidth, size.width);
        rowHeight = std::max(rowHeight, size.height);
    }
    return places;
}

} // namespace portolan::lineage
