// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/wrapping.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace portolan::lineage {
namespace {

constexpr double longest = 40'000; // some 200 columns; shorter ones can be read as they are
constexpr double flattest = 12; // width to height of what is not broken
constexpr double aspect = 1.6; // about a screen's
constexpr double nothing = std::numeric_limits<double>::max();

//! What a column holds, from top to bottom.
struct Extent
{
    double top = nothing;
    double bottom = -nothing;
};

class Wrapping
{
public:
    Wrapping(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
             Placement &place)
        : m_graph(graph)
        , m_input(input)
        , m_lanes(lanes)
        , m_place(place)
        , m_extents(place.columnLeft.size())
        , m_lines(place.columnLeft.size(), 0)
    {
    }

    //! \a height is that of a grouped drawing, whose lanes go on in each row.
    void measure(double height)
    {
        if (m_lanes.grouped)
            m_extents.assign(m_extents.size(), {0, height});
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            const auto column = columnOf(item);
            const auto half = m_graph.isNode(item) ? m_input.nodes[item].height / 2 : 0;
            auto &extent = m_extents[column];
            extent.top = std::min(extent.top, m_place.middle[item] - half);
            extent.bottom = std::max(extent.bottom, m_place.middle[item] + half);
            m_lines[column] += static_cast<std::uint32_t>(m_graph.down(item).size());
        }
    }

    //! Breaks the columns from \a first to before \a end; answers how high they are together.
    double wrap(std::uint32_t first, std::uint32_t end, double height)
    {
        const auto room = 3 * m_input.spacing.lead; // beside each row, for the line that goes on
        const auto width = m_place.columnRight[end - 1];
        const auto gutter = m_input.spacing.part / 2;
        const auto page = std::max(std::sqrt(width * (height + 2 * gutter) * aspect), longest / 10);
        double top = 0;
        for (auto column = first; column < end;) {
            auto last = column + 1;
            while (last < end
                   && (m_place.columnRight[last] - m_place.columnLeft[column] <= page
                       || m_lines[last - 1] != 1))
                ++last;
            Extent row;
            const auto left = m_place.columnLeft[column] - room;
            for (auto i = column; i < last; ++i) {
                row.top = std::min(row.top, m_extents[i].top);
                row.bottom = std::max(row.bottom, m_extents[i].bottom);
                m_place.columnLeft[i] -= left;
                m_place.columnRight[i] -= left;
            }
            for (auto i = column; i < last; ++i)
                m_place.rowDown[i] = top - row.top;
            if (column > first)
                m_place.gutter[column] = top - gutter;
            top += row.bottom - row.top + 2 * gutter;
            column = last;
        }
        return top - 2 * gutter;
    }

    void moveItems()
    {
        for (Item item = 0; item < m_graph.itemCount(); ++item)
            m_place.middle[item] += m_place.rowDown[columnOf(item)];
    }

private:
    std::uint32_t columnOf(Item item) const
    {
        return m_place.columnStart[m_lanes.partOf(m_graph.lane[item])] + m_graph.rank[item];
    }

    const LayeredGraph &m_graph;
    const LayoutInput &m_input;
    const Lanes &m_lanes;
    Placement &m_place;
    std::vector<Extent> m_extents;
    std::vector<std::uint32_t> m_lines; //!< per column those that lead on
};

} // namespace

void wrapParts(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
               const OutsideRows &rows, std::vector<double> &heights, Placement &place)
{
    std::vector<std::uint32_t> parts;
    for (std::uint32_t part = 0; part < lanes.partCount(); ++part) {
        const auto end = place.columnStart[part + 1];
        if (end == place.columnStart[part] || rows.rowsOfPart[part] > 0)
            continue;
        const auto width = place.columnRight[end - 1];
        if (width > longest && width > flattest * heights[part])
            parts.push_back(part);
    }
    if (parts.empty())
        return;
    Wrapping wrapping(graph, input, lanes, place);
    wrapping.measure(heights.front());
    for (const auto part : parts)
        heights[part] =
            wrapping.wrap(place.columnStart[part], place.columnStart[part + 1], heights[part]);
    wrapping.moveItems();
}

} // namespace portolan::lineage
