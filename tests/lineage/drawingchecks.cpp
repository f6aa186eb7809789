// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lineage/drawingchecks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using lineage::Layout;
using lineage::LayoutInput;
using lineage::NodeIndex;
using lineage::Point;
using lineage::Rect;

constexpr double tolerance = 1e-6;

double side(const Point &a, const Point &b, const Point &c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool piecesCross(const Point &a, const Point &b, const Point &c, const Point &d)
{
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

Rect rectOf(const LayoutInput &input, const Layout &layout, NodeIndex node)
{
    return {layout.positions[node].x, layout.positions[node].y, input.nodes[node].width,
            input.nodes[node].height};
}

bool overlap(const Rect &a, const Rect &b)
{
    return a.x + tolerance < b.x + b.width && b.x + tolerance < a.x + a.width
        && a.y + tolerance < b.y + b.height && b.y + tolerance < a.y + a.height;
}

//! Whether the piece from \a a to \a b has a point inside \a rect: it is clipped against its sides.
bool passesThrough(const Point &a, const Point &b, const Rect &rect)
{
    double from = 0;
    double to = 1;
    const auto clip = [&](double start, double step, double low, double high) {
        if (std::abs(step) < 1e-12)
            return start > low + tolerance && start < high - tolerance;
        const auto t1 = (low + tolerance - start) / step;
        const auto t2 = (high - tolerance - start) / step;
        from = std::max(from, std::min(t1, t2));
        to = std::min(to, std::max(t1, t2));
        return from < to;
    };
    return clip(a.x, b.x - a.x, rect.x, rect.x + rect.width)
        && clip(a.y, b.y - a.y, rect.y, rect.y + rect.height);
}

bool onBorder(const Point &point, const Rect &rect)
{
    const bool level = point.y > rect.y - tolerance && point.y < rect.y + rect.height + tolerance;
    return level
        && (std::abs(point.x - rect.x) < tolerance
            || std::abs(point.x - rect.x - rect.width) < tolerance);
}

//! The nodes by the squares of a grid that they touch, so that each is compared with its
//! neighbours only.
class Grid
{
public:
    Grid(const LayoutInput &input, const Layout &layout)
        : m_columns(std::max<std::size_t>(1, static_cast<std::size_t>(layout.size.width / cell)))
        , m_rows(std::max<std::size_t>(1, static_cast<std::size_t>(layout.size.height / cell)))
    {
        while (m_columns * m_rows > 4'000'000) {
            m_columns = std::max<std::size_t>(1, m_columns / 2);
            m_rows = std::max<std::size_t>(1, m_rows / 2);
        }
        m_scaleX = static_cast<double>(m_columns) / std::max(layout.size.width, 1.0);
        m_scaleY = static_cast<double>(m_rows) / std::max(layout.size.height, 1.0);
        m_cells.resize(m_columns * m_rows);
        for (NodeIndex node = 0; node < input.nodes.size(); ++node)
            eachCell(rectOf(input, layout, node), [&](auto &nodes) { nodes.push_back(node); });
    }

    template <typename Visit>
    void eachCell(const Rect &rect, Visit visit)
    {
        for (auto i = index(rect.x * m_scaleX, m_columns);
             i <= index((rect.x + rect.width) * m_scaleX, m_columns); ++i) {
            for (auto j = index(rect.y * m_scaleY, m_rows);
                 j <= index((rect.y + rect.height) * m_scaleY, m_rows); ++j)
                visit(m_cells[i * m_rows + j]);
        }
    }

private:
    static constexpr double cell = 200;

    static std::size_t index(double at, std::size_t count)
    {
        return std::min(static_cast<std::size_t>(std::max(at, 0.0)), count - 1);
    }

    std::size_t m_columns;
    std::size_t m_rows;
    double m_scaleX = 1;
    double m_scaleY = 1;
    std::vector<std::vector<NodeIndex>> m_cells;
};

void checkNodes(const LayoutInput &input, const Layout &layout, Grid &grid, QStringList &faults)
{
    for (NodeIndex node = 0; node < input.nodes.size(); ++node) {
        const auto rect = rectOf(input, layout, node);
        if (rect.x < -tolerance || rect.y < -tolerance
            || rect.x + rect.width > layout.size.width + tolerance
            || rect.y + rect.height > layout.size.height + tolerance)
            faults.append(u"node %1 lies outside the drawing"_s.arg(node));
        grid.eachCell(rect, [&](const auto &others) {
            for (const auto other : others) {
                if (other > node && overlap(rect, rectOf(input, layout, other)))
                    faults.append(u"nodes %1 and %2 overlap"_s.arg(node).arg(other));
            }
        });
    }
}

void checkEdge(const LayoutInput &input, const Layout &layout, Grid &grid, std::size_t number,
               QStringList &faults)
{
    const auto &edge = input.edges[number];
    const auto points = layout.route(number);
    const auto name = u"edge %1 (%2 to %3)"_s.arg(number).arg(edge.source).arg(edge.target);
    if (points.size() < 2) {
        faults.append(name + u" is not drawn"_s);
        return;
    }
    if (!onBorder(points.front(), rectOf(input, layout, edge.source))
        || !onBorder(points.back(), rectOf(input, layout, edge.target)))
        faults.append(name + u" does not meet its nodes"_s);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto &a = points[i - 1];
        const auto &b = points[i];
        const Rect box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x),
                       std::abs(a.y - b.y)};
        grid.eachCell(box, [&](const auto &nodes) {
            for (const auto node : nodes) {
                const bool own = node == edge.source || node == edge.target;
                if (!own && passesThrough(a, b, rectOf(input, layout, node)))
                    faults.append(name + u" passes through node %1"_s.arg(node));
            }
        });
        if (box.x < -tolerance || box.x + box.width > layout.size.width + tolerance
            || box.y < -tolerance || box.y + box.height > layout.size.height + tolerance)
            faults.append(name + u" leaves the drawing"_s);
    }
}

//! The rectangles of \a group: one for each row of a drawing that is broken into some.
std::vector<Rect> rectsOf(const Layout &layout, std::uint32_t group)
{
    std::vector<Rect> rects{layout.groups[group]};
    for (const auto &row : layout.groupRows) {
        if (row.group == group)
            rects.push_back(row.rect);
    }
    return rects;
}

bool holds(const Rect &outer, const Rect &inner)
{
    return inner.x >= outer.x && inner.y >= outer.y
        && inner.x + inner.width <= outer.x + outer.width
        && inner.y + inner.height <= outer.y + outer.height;
}

//! Whether one of \a a and \a b is in the other one.
bool areNested(const LayoutInput &input, std::uint32_t a, std::uint32_t b)
{
    for (const auto &[inner, outer] : {std::pair(a, b), std::pair(b, a)}) {
        for (auto at = inner; at != lineage::noGroup; at = input.groups[at].parent) {
            if (at == outer)
                return true;
        }
    }
    return false;
}

void checkGroups(const LayoutInput &input, const Layout &layout, Grid &grid, QStringList &faults)
{
    std::vector<std::pair<Rect, std::uint32_t>> all;
    for (std::uint32_t group = 0; group < input.groups.size(); ++group) {
        std::vector<std::uint8_t> inside(input.nodes.size(), 0);
        for (NodeIndex node = 0; node < input.nodes.size(); ++node) {
            for (auto at = input.groupOf[node]; at != lineage::noGroup;
                 at = input.groups[at].parent)
                inside[node] |= at == group ? 1 : 0;
        }
        const auto rects = rectsOf(layout, group);
        for (NodeIndex node = 0; node < input.nodes.size(); ++node) {
            const auto own = rectOf(input, layout, node);
            if (inside[node] != 0
                && std::none_of(rects.begin(), rects.end(),
                                [&own](const Rect &rect) { return holds(rect, own); }))
                faults.append(u"group %1 does not hold node %2"_s.arg(group).arg(node));
        }
        for (const auto &rect : rects) {
            grid.eachCell(rect, [&](const auto &nodes) {
                for (const auto node : nodes) {
                    if (inside[node] == 0 && overlap(rect, rectOf(input, layout, node)))
                        faults.append(
                            u"group %1 overlaps the foreign node %2"_s.arg(group).arg(node));
                }
            });
            for (const auto &[other, number] : all) {
                if (overlap(rect, other) && (number == group || !areNested(input, group, number)))
                    faults.append(u"groups %1 and %2 overlap"_s.arg(number).arg(group));
            }
            all.emplace_back(rect, group);
        }
    }
}

void checkFigures(const LayoutInput &input, const Layout &layout, QStringList &faults)
{
    double length = 0;
    std::uint64_t bends = 0;
    for (const auto &line : linesOf(input, layout)) {
        for (std::size_t i = 1; i < line.points.size(); ++i)
            length += std::hypot(line.points[i].x - line.points[i - 1].x,
                                 line.points[i].y - line.points[i - 1].y);
        bends += line.points.size() > 2 ? line.points.size() - 2 : 0;
    }
    if (std::abs(length - layout.figures.edgeLength) > 1e-6 * length)
        faults.append(
            u"the lines are %1 long, not %2"_s.arg(length).arg(layout.figures.edgeLength));
    if (bends != layout.figures.bends)
        faults.append(u"there are %1 bends, not %2"_s.arg(bends).arg(layout.figures.bends));
}

} // namespace

std::vector<Line> linesOf(const LayoutInput &input, const Layout &layout)
{
    std::vector<Line> lines;
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        const auto points = layout.route(i);
        lines.push_back(
            {input.edges[i].source, input.edges[i].target, {points.begin(), points.end()}});
    }
    return lines;
}

std::uint64_t countedCrossings(const std::vector<Line> &lines)
{
    struct Piece
    {
        Point from, to; // from left to right
        std::uint32_t line;
        double low, high;
    };

    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = 1; j < lines[i].points.size(); ++j) {
            auto a = lines[i].points[j - 1];
            auto b = lines[i].points[j];
            if (a.x > b.x)
                std::swap(a, b);
            pieces.push_back({a, b, i, std::min(a.y, b.y), std::max(a.y, b.y)});
        }
    }
    std::sort(pieces.begin(), pieces.end(),
              [](const Piece &a, const Piece &b) { return a.from.x < b.from.x; });
    const auto shareNode = [&](const Line &a, const Line &b) {
        return a.source == b.source || a.source == b.target || a.target == b.source
            || a.target == b.target;
    };
    std::uint64_t crossings = 0;
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        const auto &piece = pieces[i];
        std::erase_if(open, [&](std::uint32_t j) { return pieces[j].to.x < piece.from.x; });
        for (const auto j : open) {
            const auto &other = pieces[j];
            if (other.low > piece.high || other.high < piece.low)
                continue;
            if (piecesCross(piece.from, piece.to, other.from, other.to)
                && !shareNode(lines[piece.line], lines[other.line]))
                ++crossings;
        }
        open.push_back(i);
    }
    return crossings;
}

QStringList faultsOf(const LayoutInput &input, const Layout &layout)
{
    QStringList faults;
    if (layout.positions.size() != input.nodes.size()
        || layout.routeStart.size() != input.edges.size() + 1)
        return {u"the drawing is not complete"_s};
    Grid grid(input, layout);
    checkNodes(input, layout, grid, faults);
    for (std::size_t edge = 0; edge < input.edges.size(); ++edge)
        checkEdge(input, layout, grid, edge, faults);
    if (!input.groups.empty())
        checkGroups(input, layout, grid, faults);
    checkFigures(input, layout, faults);
    return faults.mid(0, 20);
}

} // namespace portolan::tests
