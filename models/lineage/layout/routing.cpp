// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/routing.h"

#include <algorithm>
#include <cmath>

namespace portolan::lineage {
namespace {

//! Where lines that lead leftwards meet their nodes, as a share of the height: not where the
//! others do, so that two nodes that feed each other are joined by two lines.
constexpr double selfLoop = 4; // half the height of a line from a port to itself
constexpr double reversedShare = 0.75;

class Router
{
public:
    Router(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
           const Placement &place, Layout &layout)
        : m_graph(graph)
        , m_input(input)
        , m_lanes(lanes)
        , m_place(place)
        , m_layout(layout)
    {
    }

    void run()
    {
        m_layout.positions.resize(m_graph.nodeCount);
        for (NodeIndex node = 0; node < m_graph.nodeCount; ++node)
            m_layout.positions[node] = {m_place.columnLeft[columnOf(node)],
                                        m_place.middle[node] - m_input.nodes[node].height / 2};
        m_layout.routeStart.reserve(m_input.edges.size() + 1);
        m_layout.routeStart.push_back(0);
        m_layout.routePoints.reserve(4 * m_input.edges.size());
        for (std::uint32_t edge = 0; edge < m_input.edges.size(); ++edge) {
            draw(edge);
            m_layout.routeStart.push_back(static_cast<std::uint32_t>(m_layout.routePoints.size()));
        }
    }

private:
    std::uint32_t columnOf(Item item) const
    {
        return m_place.columnStart[m_lanes.partOf(m_graph.lane[item])] + m_graph.rank[item];
    }

    //! Where the end of a line at \a node is.
    double heightAt(NodeIndex node, double port, bool reversed) const
    {
        const auto height = m_input.nodes[node].height;
        const auto top = m_layout.positions[node].y;
        if (port >= 0)
            return top + std::min(port, height);
        return top + height * (reversed ? reversedShare : 0.5);
    }

    void draw(std::uint32_t edge)
    {
        switch (m_graph.routing[edge]) {
        case Routing::None:
            return;
        case Routing::Loop:
            drawLoop(m_input.edges[edge]);
            return;
        case Routing::Chain:
        case Routing::Outside:
            drawAcross(edge);
        }
    }

    void drawLoop(const LayoutEdge &edge)
    {
        const auto &[x, y] = m_layout.positions[edge.source];
        const auto &[width, height] = m_input.nodes[edge.source];
        const auto right = x + width;
        const auto out = right + loopReach(m_input.spacing);
        auto from =
            edge.sourcePort >= 0 ? y + std::min(edge.sourcePort, height) : y + height * 0.25;
        auto to = edge.targetPort >= 0 ? y + std::min(edge.targetPort, height)
                                       : y + height * reversedShare;
        // A column made from itself: the line leaves above its middle and comes back below it.
        if (from == to) {
            from = std::max(y, from - selfLoop);
            to = std::min(y + height, to + selfLoop);
        }
        for (const auto &point :
             {Point{right, from}, Point{out, from}, Point{out, to}, Point{right, to}})
            m_layout.routePoints.push_back(point);
    }

    void drawAcross(std::uint32_t number)
    {
        const auto &edge = m_input.edges[number];
        const bool reversed = m_graph.reversed[number] != 0;
        const auto left = reversed ? edge.target : edge.source;
        const auto right = reversed ? edge.source : edge.target;
        const auto first = m_layout.routePoints.size();
        const auto start = heightAt(left, reversed ? edge.targetPort : edge.sourcePort, reversed);
        m_layout.routePoints.push_back(
            {m_layout.positions[left].x + m_input.nodes[left].width, start});
        m_height = start;
        if (m_graph.routing[number] == Routing::Outside)
            climbTo(columnOf(left) + 1, m_place.rowHeight[number]);
        else
            passItems(m_graph.lastItem[number]);
        const auto end = heightAt(right, reversed ? edge.sourcePort : edge.targetPort, reversed);
        climbTo(columnOf(right), end);
        m_layout.routePoints.push_back({m_layout.positions[right].x, end});
        if (reversed)
            std::reverse(m_layout.routePoints.begin() + static_cast<std::ptrdiff_t>(first),
                         m_layout.routePoints.end());
        m_layout.reversed[number] = m_graph.reversed[number];
    }

    void passItems(Item last)
    {
        m_passed.clear();
        for (auto item = last; !m_graph.isNode(item); item = m_graph.itemBefore(item))
            m_passed.push_back(item);
        for (auto it = m_passed.rbegin(); it != m_passed.rend(); ++it)
            climbTo(columnOf(*it), m_place.middle[*it]);
    }

    //! Goes on level to the gap before \a column and changes there to \a height; a line that stays
    //! level needs no point.
    void climbTo(std::uint32_t column, double height)
    {
        const auto lead = m_input.spacing.lead;
        const auto gutter = m_place.gutter[column];
        if (!std::isnan(gutter)) {
            // Its part was broken here: round the end of the row, and back to where the next
            // begins.
            const auto right = m_place.columnRight[column - 1] + lead;
            const auto left = m_place.columnLeft[column] - lead;
            for (const auto &point : {Point{right, m_height}, Point{right, gutter},
                                      Point{left, gutter}, Point{left, height}})
                m_layout.routePoints.push_back(point);
        } else if (height != m_height) {
            m_layout.routePoints.push_back({m_place.columnRight[column - 1] + lead, m_height});
            m_layout.routePoints.push_back({m_place.columnLeft[column] - lead, height});
        }
        m_height = height;
    }

    const LayeredGraph &m_graph;
    const LayoutInput &m_input;
    const Lanes &m_lanes;
    const Placement &m_place;
    Layout &m_layout;
    std::vector<Item> m_passed;
    double m_height = 0;
};

} // namespace

void route(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
           const Placement &place, Layout &layout)
{
    layout.reversed.assign(input.edges.size(), 0);
    Router(graph, input, lanes, place, layout).run();
}

} // namespace portolan::lineage
