// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
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
    std::optional<double> columnWidth; // of what stands in it
    for (const auto i : order) {
        const auto &size = sizes[i];
        const bool fitsBelow = columnWidth && size.width <= *columnWidth
            && column.y + size.height <= row.y + rowHeight;
        if (!fitsBelow) {
            column = {columnWidth ? column.x + *columnWidth + gap : row.x, row.y};
            columnWidth.reset();
            if (column.x > 0 && column.x + size.width > width) {
                row.y += rowHeight + gap;
                column = row;
                rowHeight = 0;
            }
        }
        places[i] = column;
        column.y += size.height + gap;
        columnWidth = std::max(columnWidth.value_or(0), size.width);
        rowHeight = std::max(rowHeight, size.height);
    }
    return places;
}

namespace {

//! How far down a page is full, as steps from left to right.
class Skyline
{
public:
    //! The lowest of what ends above \a from to \a to.
    double depth(double from, double to) const
    {
        double deepest = std::numeric_limits<double>::lowest();
        for (auto it = std::prev(m_steps.upper_bound(from)); it != m_steps.end() && it->first < to;
             ++it)
            deepest = std::max(deepest, it->second);
        return deepest;
    }

    void fill(double from, double to, double depth)
    {
        const auto after = std::prev(m_steps.upper_bound(to))->second;
        m_steps.erase(m_steps.lower_bound(from), m_steps.upper_bound(to));
        m_steps[from] = depth;
        m_steps[to] = after;
    }

private:
    static constexpr double nothing = std::numeric_limits<double>::lowest();
    std::map<double, double> m_steps{{nothing, nothing}}; //!< by where each begins
};

} // namespace

std::vector<Point> repacked(const std::vector<Size> &sizes,
                            const std::vector<std::optional<Point>> &before, double gap)
{
    std::vector<std::uint32_t> known;
    std::vector<std::uint32_t> added;
    for (std::uint32_t i = 0; i < sizes.size(); ++i)
        (before[i] ? known : added).push_back(i);
    std::stable_sort(known.begin(), known.end(), [&](std::uint32_t a, std::uint32_t b) {
        return before[a]->y != before[b]->y ? before[a]->y < before[b]->y
                                            : before[a]->x < before[b]->x;
    });
    std::vector<Point> places(sizes.size());
    Skyline skyline;
    Point least{std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    double bottom = 0;
    for (const auto i : known) {
        const auto x = before[i]->x;
        const auto end = x + sizes[i].width + gap;
        places[i] = {x, std::max(before[i]->y, skyline.depth(x, end))};
        skyline.fill(x, end, places[i].y + sizes[i].height + gap);
        least = {std::min(least.x, x), std::min(least.y, places[i].y)};
    }
    for (const auto i : known) {
        places[i].x -= least.x;
        places[i].y -= least.y;
        bottom = std::max(bottom, places[i].y + sizes[i].height + gap);
    }
    std::vector<Size> newSizes;
    for (const auto i : added)
        newSizes.push_back(sizes[i]);
    const auto newPlaces = packed(newSizes, gap);
    for (std::size_t i = 0; i < added.size(); ++i)
        places[added[i]] = {newPlaces[i].x, bottom + newPlaces[i].y};
    return places;
}

} // namespace portolan::lineage
