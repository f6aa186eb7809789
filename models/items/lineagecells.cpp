// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagecells.h"

#include <algorithm>
#include <cmath>

namespace portolan::items {
namespace {

constexpr double cellSize = 1024;
// A picture of any extent has no more squares than this each way.
constexpr int mostCells = 4096;

} // namespace

LineageCells::LineageCells(const QRectF &bounds)
    : m_bounds(bounds)
    , m_across(std::clamp(int(std::ceil(bounds.width() / cellSize)), 1, mostCells))
    , m_down(std::clamp(int(std::ceil(bounds.height() / cellSize)), 1, mostCells))
{
}

LineageCells::Range LineageCells::rangeOf(const QRectF &area) const
{
    const auto place = [](double value, double origin, double extent, int count) {
        const double share = extent > 0 ? (value - origin) / extent * count : 0;
        return std::clamp(int(std::floor(share)), 0, count - 1);
    };
    return {place(area.left(), m_bounds.left(), m_bounds.width(), m_across),
            place(area.top(), m_bounds.top(), m_bounds.height(), m_down),
            place(area.right(), m_bounds.left(), m_bounds.width(), m_across),
            place(area.bottom(), m_bounds.top(), m_bounds.height(), m_down)};
}

void LineageCells::fill(const std::vector<std::pair<quint32, quint32>> &entries)
{
    m_start.assign(std::size_t(m_across) * std::size_t(m_down) + 1, 0);
    for (const auto &entry : entries)
        ++m_start[entry.first + 1];
    for (std::size_t i = 1; i < m_start.size(); ++i)
        m_start[i] += m_start[i - 1];
    m_items.resize(entries.size());
    auto next = m_start;
    for (const auto &entry : entries)
        m_items[next[entry.first]++] = entry.second;
}

} // namespace portolan::items
