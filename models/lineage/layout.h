// SPDX-License-Identifier: GPL-3.0-or-later
// The layered layout: what goes in, what comes out, and how it is asked. layout.cpp says how it
// works.
#pragma once

#include "models/lineage/graph.h"
#include "models/lineage/reduction.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace portolan::lineage {

//! A place in scene units; x grows to the right, along the flow, and y downwards.
struct Point
{
    double x = 0;
    double y = 0;

    bool operator==(const Point &) const = default;
};

//! An extent in scene units.
struct Size
{
    double width = 0;
    double height = 0;

    bool operator==(const Size &) const = default;
};

//! An upright rectangle by its top left corner.
struct Rect
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    bool operator==(const Rect &) const = default;
};

//! Says of a port that the edge meets its node in the middle of the side.
inline constexpr double middlePort = -1;

//! A line to draw. Lines may be given twice, lead back to their node, and close cycles.
struct LayoutEdge
{
    NodeIndex source = noNode;
    NodeIndex target = noNode;
    double sourcePort = middlePort; //!< where it leaves, from the top of the node
    double targetPort = middlePort; //!< where it arrives, from the top of the node
};

//! A domain, product or schema whose nodes stay together. Its number is its place in the input.
struct LayoutGroup
{
    GroupIndex parent = noGroup; //!< the group around it
    double header = 0; //!< room for its title above what it holds
};

//! Distances that are kept, in scene units; each at least 1.
struct LayoutSpacing
{
    double node = 10; //!< between nodes above each other
    double edge = 6; //!< between lines above each other, and between a line and a node
    double layer = 56; //!< between columns at least; more where many lines turn
    double part = 40; //!< between parts that no edge connects
    double group = 8; //!< between a group's edge and what it holds, and between groups
    double lead = 10; //!< a line leaves and reaches a column level, so that its head points right
};

//! A drawing to be made. An edge whose ends are no nodes gets an empty route.
struct LayoutInput
{
    std::vector<Size> nodes;
    std::vector<LayoutEdge> edges;
    std::vector<GroupIndex> groupOf; //!< per node its innermost group or noGroup; empty: no groups
    std::vector<LayoutGroup> groups;
    //! Per node where it stood before, or nothing for a new one. Where at least half of them stood
    //! somewhere, nodes that share a column before and after keep their order in it; else it is a
    //! new drawing.
    std::vector<std::optional<Point>> previous;
    LayoutSpacing spacing;
};

//! Whether at least half of the nodes of \a input stood somewhere before: only then it is the same
//! drawing that goes on.
[[nodiscard]] bool isRemembered(const LayoutInput &input);

//! What a drawing costs its reader.
struct LayoutFigures
{
    std::uint64_t crossings = 0; //!< meetings of lines of edges that share no node
    double edgeLength = 0; //!< of all lines
    std::uint64_t bends = 0; //!< places where a line turns
    double area = 0; //!< of the rectangle around everything
    std::uint32_t reversed = 0; //!< edges that lead leftwards because they close a cycle
};

//! A further rectangle of a group, where its drawing was broken into rows.
struct GroupRow
{
    GroupIndex group = noGroup;
    Rect rect;

    bool operator==(const GroupRow &) const = default;
};

//! A finished drawing: a value, cheap to move, safe to read from any thread. No two nodes overlap,
//! no line passes through a node that is not its own, no group holds a node of another.
struct Layout
{
    std::vector<Point> positions; //!< per node: its top left corner
    std::vector<std::uint32_t> columns; //!< per node: its column within its part
    std::vector<Point> routePoints;
    std::vector<std::uint32_t> routeStart; //!< per edge the first of its points, and one more
    std::vector<std::uint8_t> reversed; //!< per edge: 1 where it leads leftwards in a cycle
    std::vector<Rect> groups; //!< per group; of no size where it holds nothing
    std::vector<GroupRow> groupRows; //!< of groups that go on in further rows, from top to bottom
    Size size; //!< everything lies between 0, 0 and here
    LayoutFigures figures;

    //! The line of \a edge, from the border of its source to the border of its target. Pieces are
    //! level or slanted; a slanted piece lies between two columns, so that a curve between its ends
    //! that is level at both and stays between their heights passes through no node either.
    std::span<const Point> route(std::size_t edge) const
    {
        return {routePoints.data() + routeStart[edge], routePoints.data() + routeStart[edge + 1]};
    }
};

//! When refining ends: at the first of these, or when nothing is left to try.
struct RefineLimits
{
    std::optional<std::uint32_t> steps; //!< the same number of steps gives the same drawing
    std::optional<std::uint64_t> work; //!< the same, in items and links looked at
    std::optional<std::chrono::milliseconds> time;
    const std::atomic<bool> *cancelled = nullptr; //!< looked at every few milliseconds
};

//! Draws one graph from left to right. Belongs to one thread at a time; a worker owns it and hands
//! out the drawings, which are values. The same input gives the same drawing, always.
class LayeredLayout
{
public:
    explicit LayeredLayout(LayoutInput input);
    ~LayeredLayout();
    LayeredLayout(LayeredLayout &&) noexcept;
    LayeredLayout &operator=(LayeredLayout &&) noexcept;

    //! The first drawing: 10,000 nodes in about 50 ms. Ask once, before refine().
    [[nodiscard]] Layout first();

    //! Looks for an order with fewer crossings, and draws with more care than a large first picture
    //! has time for. True when drawing() has become better; it never has more crossings than
    //! before.
    bool refine(const RefineLimits &limits);

    //! From now on refine() may give up the order that was kept from before, for a better one.
    void letGo();

    //! Whether refine() has tried all it knows.
    [[nodiscard]] bool isFinished() const;

    //! The best drawing so far.
    [[nodiscard]] Layout drawing() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace portolan::lineage
