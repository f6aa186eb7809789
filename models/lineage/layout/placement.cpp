// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/placement.h"

#include "models/lineage/layout/packing.h"
#include "models/lineage/layout/routing.h"
#include "models/lineage/layout/stacking.h"
#include "models/lineage/layout/wrapping.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

namespace portolan::lineage {
namespace {

//! A gap is as wide as this share of the mean height that its lines overcome, within bounds.
constexpr double slope = 0.2;
constexpr double widestGap = 12; //!< times the least one
constexpr double tall = 8'000; //!< height of a part whose gaps may be wider
constexpr double narrowest = 0.75; //!< width to height of such a part
constexpr double steepest = 0.5; //!< the most of its climb that a gap is wide
constexpr double widening = 1.15;
constexpr double opening = 1.26; //!< the same for the widest gap: 60 times the least one in the end
constexpr double unlike = 3; //!< times what is wanted: such a gap from before is not kept

double middleOf(std::vector<double> &values)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

class Placing
{
public:
    Placing(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
            const OutsideRows &rows)
        : m_graph(graph)
        , m_input(input)
        , m_lanes(lanes)
        , m_rows(rows)
    {
    }

    Placement run(const LaneCoordinates &coordinates)
    {
        m_place.middle = coordinates.middle;
        std::vector<double> heights = coordinates.laneHeight;
        Stack stack;
        if (m_lanes.grouped) {
            stack = stackLanes(m_graph, m_input, m_lanes, coordinates);
            heights.assign(1, settleStack(stack));
        }
        openColumns();
        widenColumns();
        spreadColumns(heights);
        m_place.gutter.assign(m_place.columnLeft.size(), std::numeric_limits<double>::quiet_NaN());
        m_place.rowDown.assign(m_place.columnLeft.size(), 0);
        wrapParts(m_graph, m_input, m_lanes, m_rows, heights, m_place);
        arrangeParts(heights);
        if (m_lanes.grouped)
            drawGroups(stack);
        return std::move(m_place);
    }

private:
    std::uint32_t columnOf(Item item) const
    {
        return m_place.columnStart[m_lanes.partOf(m_graph.lane[item])] + m_graph.rank[item];
    }

    //! Moves the items to the heights of their lanes, the topmost thing at 0. Returns the height.
    double settleStack(Stack &stack)
    {
        double top = std::numeric_limits<double>::max();
        double bottom = std::numeric_limits<double>::lowest();
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            m_place.middle[item] += stack.laneTop[m_graph.lane[item]];
            const auto half = m_graph.isNode(item) ? m_input.nodes[item].height / 2 : 0;
            top = std::min(top, m_place.middle[item] - half);
            bottom = std::max(bottom, m_place.middle[item] + half);
        }
        for (const auto &box : stack.boxes) {
            if (!box.isEmpty) {
                top = std::min(top, box.top);
                bottom = std::max(bottom, box.bottom);
            }
        }
        for (auto &middle : m_place.middle)
            middle -= top;
        for (auto &box : stack.boxes) {
            box.top -= top;
            box.bottom -= top;
        }
        return std::max(0.0, bottom - top);
    }

    void openColumns()
    {
        std::vector<std::uint32_t> columns(m_lanes.partCount(), 0);
        for (NodeIndex node = 0; node < m_graph.nodeCount; ++node) {
            auto &count = columns[m_lanes.partOf(m_graph.lane[node])];
            count = std::max(count, m_graph.rank[node] + 1);
        }
        m_place.columnStart.assign(1, 0);
        for (const auto count : columns)
            m_place.columnStart.push_back(m_place.columnStart.back() + count);
    }

    //! The width of each column, from 0, and how far loops reach out of it.
    void widenColumns()
    {
        m_place.columnLeft.assign(m_place.columnStart.back(), 0);
        m_place.columnRight.assign(m_place.columnStart.back(), 0);
        m_loops.assign(m_place.columnStart.back(), 0);
        for (std::size_t edge = 0; edge < m_input.edges.size(); ++edge) {
            if (m_graph.routing[edge] == Routing::Loop)
                m_loops[columnOf(m_input.edges[edge].source)] = loopReach(m_input.spacing);
        }
        for (NodeIndex node = 0; node < m_graph.nodeCount; ++node) {
            auto &width = m_place.columnRight[columnOf(node)];
            width = std::max(width, m_input.nodes[node].width);
        }
    }

    void spreadColumns(const std::vector<double> &heights)
    {
        std::vector<double> climbed(m_place.columnStart.back(), 0);
        std::vector<double> lines(m_place.columnStart.back(), 0);
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            for (const auto &link : m_graph.down(item)) {
                climbed[columnOf(item)] +=
                    std::abs(m_place.middle[item] - m_place.middle[link.item]);
                lines[columnOf(item)] += 1;
            }
        }
        // The rectangles of inner groups in neighbouring columns reach into their gap.
        const auto margins = m_lanes.grouped ? 2 * m_input.spacing.group + 1 : 0;
        const auto least = std::max({m_input.spacing.layer, 3 * m_input.spacing.lead, margins});
        const auto before = gapsBefore();
        for (std::uint32_t part = 0; part < m_lanes.partCount(); ++part) {
            const auto first = m_place.columnStart[part];
            const auto end = m_place.columnStart[part + 1];
            const auto gapAfter = [&](std::uint32_t column, double share, double widest) {
                const auto wanted = lines[column] > 0 ? share * climbed[column] / lines[column] : 0;
                const auto gap = std::clamp(wanted, least, widest * least);
                const bool isKept = before[column] >= std::max(least, gap / unlike)
                    && before[column] <= gap * unlike;
                return isKept ? before[column] : gap;
            };
            const auto widthWith = [&](double share, double widest) {
                double width = 0;
                for (auto i = first; i < end; ++i)
                    width += m_place.columnRight[i] + gapAfter(i, share, widest);
                return width;
            };
            double share = slope;
            double widest = widestGap;
            // A high part in columns of the usual width is a strip that shows nothing from afar,
            // and from near its lines are as steep as walls: where they climb for screens gaps
            // widen until it has the shape of a page, or its lines are as flat as those of small
            // ones.
            const auto height = heights[part];
            for (;
                 height > tall && share < steepest && widthWith(share, widest) < narrowest * height;
                 share *= widening)
                widest *= opening;
            double x = 0;
            for (auto i = first; i < end; ++i) {
                m_place.columnLeft[i] = x;
                m_place.columnRight[i] += x;
                x = m_place.columnRight[i] + gapAfter(i, share, widest);
            }
        }
    }

    //! Per column the width of the gap after it where its nodes stood before, or 0: a line more or
    //! less is no reason to move everything to its right.
    std::vector<double> gapsBefore() const
    {
        std::vector<double> gaps(m_place.columnStart.back(), 0);
        if (!isRemembered(m_input))
            return gaps;
        std::vector<std::vector<double>> lefts(gaps.size());
        for (NodeIndex node = 0; node < m_graph.nodeCount; ++node) {
            if (m_input.previous[node])
                lefts[columnOf(node)].push_back(m_input.previous[node]->x);
        }
        for (std::uint32_t column = 0; column + 1 < gaps.size(); ++column) {
            if (!lefts[column].empty() && !lefts[column + 1].empty())
                gaps[column] = middleOf(lefts[column + 1]) - middleOf(lefts[column])
                    - m_place.columnRight[column];
        }
        return gaps;
    }

    double roomForRows(std::uint32_t part) const
    {
        const auto rows = m_rows.rowsOfPart[part];
        return rows > 0 ? rows * m_input.spacing.edge + m_input.spacing.node : 0;
    }

    //! The parts side by side; everything moves to its place there.
    void arrangeParts(const std::vector<double> &heights)
    {
        const auto margin = m_lanes.grouped ? m_input.spacing.group * 2 : 0;
        std::vector<Size> sizes(m_lanes.partCount());
        for (std::uint32_t part = 0; part < m_lanes.partCount(); ++part) {
            double width = 0;
            for (auto i = m_place.columnStart[part]; i < m_place.columnStart[part + 1]; ++i)
                width =
                    std::max(width, m_place.columnRight[i] + std::max(roomAside(part), m_loops[i]));
            sizes[part] = {width + 2 * margin, heights[part] + roomForRows(part)};
        }
        const auto places = !m_lanes.grouped && isRemembered(m_input)
            ? repacked(sizes, placesBefore(), m_input.spacing.part)
            : packed(sizes, m_input.spacing.part);
        for (std::uint32_t part = 0; part < m_lanes.partCount(); ++part) {
            for (auto i = m_place.columnStart[part]; i < m_place.columnStart[part + 1]; ++i) {
                m_place.columnLeft[i] += places[part].x + margin;
                m_place.columnRight[i] += places[part].x + margin;
                m_place.gutter[i] += places[part].y + roomForRows(part);
            }
            m_place.size.width = std::max(m_place.size.width, places[part].x + sizes[part].width);
            m_place.size.height =
                std::max(m_place.size.height, places[part].y + sizes[part].height);
        }
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            const auto part = m_lanes.partOf(m_graph.lane[item]);
            m_place.middle[item] += places[part].y + roomForRows(part);
        }
        m_top.resize(m_lanes.partCount());
        for (std::uint32_t part = 0; part < m_lanes.partCount(); ++part)
            m_top[part] = places[part].y + roomForRows(part);
        setRows();
    }

    //! Of a part that was broken, for the lines that go on in the next row.
    double roomAside(std::uint32_t part) const
    {
        const auto first = m_place.columnStart[part];
        return m_place.columnLeft[first] > 0 ? m_place.columnLeft[first] : 0;
    }

    //! Where the top left corners of the parts were, by the nodes that stood somewhere: where most
    //! of them stay. Of two opinions the one that moves less downwards, since parts grow down.
    std::vector<std::optional<Point>> placesBefore() const
    {
        std::vector<std::vector<double>> left(m_lanes.partCount());
        std::vector<std::vector<double>> top(m_lanes.partCount());
        for (NodeIndex node = 0; node < m_graph.nodeCount; ++node) {
            const auto &before = m_input.previous[node];
            if (!before)
                continue;
            const auto part = m_lanes.partOf(m_graph.lane[node]);
            const auto y = m_place.middle[node] - m_input.nodes[node].height / 2;
            left[part].push_back(before->x - m_place.columnLeft[columnOf(node)]);
            top[part].push_back(before->y - y - roomForRows(part));
        }
        std::vector<std::optional<Point>> places(m_lanes.partCount());
        for (std::uint32_t part = 0; part < m_lanes.partCount(); ++part) {
            if (!left[part].empty())
                places[part] = Point{middleOf(left[part]), middleOf(top[part])};
        }
        return places;
    }

    void setRows()
    {
        m_place.rowHeight.assign(m_input.edges.size(), 0);
        for (std::size_t edge = 0; edge < m_input.edges.size(); ++edge) {
            if (m_graph.routing[edge] != Routing::Outside)
                continue;
            const auto part = m_lanes.partOf(m_graph.lane[m_input.edges[edge].source]);
            m_place.rowHeight[edge] = m_top[part] - m_input.spacing.node
                - (m_rows.rowOf[edge] + 0.5) * m_input.spacing.edge;
        }
    }

    //! The rectangle of each group in each row; lanes are of one width in all of them.
    void drawGroups(const Stack &stack)
    {
        const auto margin = m_input.spacing.group;
        const auto columns = static_cast<std::uint32_t>(m_place.columnLeft.size());
        const auto widest = std::accumulate(m_place.columnRight.begin(), m_place.columnRight.end(),
                                            0.0, [](double a, double b) { return std::max(a, b); });
        for (GroupIndex group = 0; group < stack.boxes.size(); ++group) {
            const auto &box = stack.boxes[group];
            m_place.groups.emplace_back();
            for (std::uint32_t first = 0; first < columns && !box.isEmpty;) {
                auto end = first + 1;
                while (end < columns && std::isnan(m_place.gutter[end]))
                    ++end;
                const auto from = std::max(first, box.firstRank);
                const auto to = std::min(end, box.lastRank + 1);
                const bool isLane = box.firstRank == 0 && box.lastRank + 1 == columns;
                const auto top = box.top + m_top[0] + m_place.rowDown[first];
                first = end;
                if (from >= to)
                    continue;
                const auto left = m_place.columnLeft[from] - margin;
                const auto right = (isLane ? widest : m_place.columnRight[to - 1]) + margin;
                const Rect rect{left, top, right - left, box.bottom - box.top};
                if (m_place.groups.back() == Rect())
                    m_place.groups.back() = rect;
                else
                    m_place.groupRows.push_back({group, rect});
            }
        }
    }

    const LayeredGraph &m_graph;
    const LayoutInput &m_input;
    const Lanes &m_lanes;
    const OutsideRows &m_rows;
    std::vector<double> m_top; //!< per part where its items begin
    std::vector<double> m_loops; //!< per column
    Placement m_place;
};

} // namespace

OutsideRows outsideRows(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes)
{
    struct Run
    {
        std::uint32_t part;
        std::uint32_t from;
        std::uint32_t to;
        std::uint32_t edge;
    };

    OutsideRows rows;
    rows.rowsOfPart.assign(lanes.partCount(), 0);
    rows.rowOf.assign(input.edges.size(), 0);
    std::vector<Run> runs;
    for (std::uint32_t edge = 0; edge < input.edges.size(); ++edge) {
        if (graph.routing[edge] != Routing::Outside)
            continue;
        const auto a = graph.rank[input.edges[edge].source];
        const auto b = graph.rank[input.edges[edge].target];
        runs.push_back({lanes.partOf(graph.lane[input.edges[edge].source]), std::min(a, b),
                        std::max(a, b), edge});
    }
    std::sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) {
        return std::tie(a.part, a.from, a.to, a.edge) < std::tie(b.part, b.from, b.to, b.edge);
    });
    // Row by row as they become free: an edge ends in the column where another may begin.
    using Busy = std::pair<std::uint32_t, std::uint32_t>; // until which column, which row
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy;
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
    auto part = noNode;
    for (const auto &run : runs) {
        if (run.part != part) {
            part = run.part;
            busy = {};
            free = {};
        }
        for (; !busy.empty() && busy.top().first <= run.from; busy.pop())
            free.push(busy.top().second);
        auto row = rows.rowsOfPart[part];
        if (free.empty()) {
            ++rows.rowsOfPart[part];
        } else {
            row = free.top();
            free.pop();
        }
        rows.rowOf[run.edge] = row;
        busy.emplace(run.to, row);
    }
    return rows;
}

Placement place(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
                const LaneCoordinates &coordinates, const OutsideRows &rows)
{
    return Placing(graph, input, lanes, rows).run(coordinates);
}

} // namespace portolan::lineage
