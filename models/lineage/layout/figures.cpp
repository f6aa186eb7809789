// SPDX-License-Identifier: GPL-3.0-or-later
// Two lines cross in a gap when their order differs on its two sides; nowhere else. All such pairs
// of links are counted fast, those of edges that share a node are then taken away. Edges share
// their left node when they left it at different ports, and their right node while they come
// together; only such edges are looked at one by one.
#include "models/lineage/layout/figures.h"

#include "models/lineage/layout/crossings.h"
#include "models/lineage/layout/outsidecrossings.h"

#include <algorithm>
#include <cmath>

namespace portolan::lineage {
namespace {

class SharedCrossings
{
public:
    SharedCrossings(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input)
        : m_graph(graph)
        , m_order(order)
        , m_input(input)
    {
    }

    std::uint64_t count()
    {
        std::uint64_t shared = 0;
        collectArrivals();
        for (std::size_t i = 0; i < m_arrivals.size();) {
            auto end = i + 1;
            while (end < m_arrivals.size() && m_arrivals[end].node == m_arrivals[i].node)
                ++end;
            if (end - i > 1)
                shared += comingTogether(i, end);
            i = end;
        }
        return shared + leavingApart();
    }

private:
    //! An edge at its right end, seen from a column further left.
    struct Arrival
    {
        NodeIndex node; //!< where it ends
        NodeIndex from; //!< where it starts
        Item at; //!< where it passes
    };

    void collectArrivals()
    {
        for (std::size_t edge = 0; edge < m_input.edges.size(); ++edge) {
            if (m_graph.routing[edge] != Routing::Chain || m_graph.isNode(m_graph.lastItem[edge]))
                continue;
            const bool reversed = m_graph.reversed[edge] != 0;
            const auto &ends = m_input.edges[edge];
            m_arrivals.push_back({reversed ? ends.source : ends.target,
                                  reversed ? ends.target : ends.source, m_graph.lastItem[edge]});
        }
        std::sort(m_arrivals.begin(), m_arrivals.end(), [](const Arrival &a, const Arrival &b) {
            return a.node != b.node ? a.node < b.node : a.from < b.from;
        });
    }

    //! Crossings of edges with the same right node, less those that also start at one node, which
    //! leavingApart() counts.
    std::uint64_t comingTogether(std::size_t begin, std::size_t end)
    {
        std::uint64_t shared = 0;
        std::vector<Arrival> on(m_arrivals.begin() + static_cast<std::ptrdiff_t>(begin),
                                m_arrivals.begin() + static_cast<std::ptrdiff_t>(end));
        while (on.size() > 1) {
            shared += step(on, false) - step(on, true);
            for (auto &arrival : on)
                arrival.at = m_graph.itemBefore(arrival.at);
            std::erase_if(on,
                          [this](const Arrival &arrival) { return m_graph.isNode(arrival.at); });
        }
        return shared;
    }

    //! Crossings of \a on in the gap before where they are: all, or of those from one node only.
    std::uint64_t step(const std::vector<Arrival> &on, bool sameStart)
    {
        std::uint64_t crossings = 0;
        m_passes.clear();
        for (std::size_t i = 0; i < on.size(); ++i) {
            if (sameStart && i > 0 && on[i].from != on[i - 1].from) {
                crossings += crossingsAmong(m_passes);
                m_passes.clear();
            }
            m_passes.push_back(
                {m_order.place[m_graph.itemBefore(on[i].at)], m_order.place[on[i].at], 1});
        }
        return crossings + crossingsAmong(m_passes);
    }

    //! Crossings of lines with the same left node: its chains, one per port, column by column.
    std::uint64_t leavingApart()
    {
        std::uint64_t shared = 0;
        std::vector<Item> on;
        for (NodeIndex node = 0; node < m_graph.nodeCount; ++node) {
            on.clear();
            for (const auto &link : m_graph.down(node)) {
                if (!m_graph.isNode(link.item))
                    on.push_back(link.item);
            }
            while (on.size() > 1) {
                m_passes.clear();
                m_ahead.clear();
                for (const auto item : on) {
                    for (const auto &link : m_graph.down(item)) {
                        m_passes.push_back(
                            {m_order.place[item], m_order.place[link.item], link.weight});
                        if (!m_graph.isNode(link.item))
                            m_ahead.push_back(link.item);
                    }
                }
                shared += crossingsAmong(m_passes);
                on.swap(m_ahead);
            }
        }
        return shared;
    }

    const LayeredGraph &m_graph;
    const Ordering &m_order;
    const LayoutInput &m_input;
    std::vector<Arrival> m_arrivals;
    std::vector<Pass> m_passes;
    std::vector<Item> m_ahead;
};

} // namespace

std::uint64_t drawnCrossings(const LayeredGraph &graph, const Ordering &order,
                             const LayoutInput &input, const Lanes &lanes, const OutsideRows &rows)
{
    const auto all = CrossingCounter(graph).total(order);
    return all - SharedCrossings(graph, order, input).count()
        + outsideCrossings(graph, order, input, lanes, rows);
}

void measureRoutes(Layout &layout)
{
    auto &figures = layout.figures;
    figures.edgeLength = 0;
    figures.bends = 0;
    figures.reversed = 0;
    for (std::size_t edge = 0; edge + 1 < layout.routeStart.size(); ++edge) {
        const auto points = layout.route(edge);
        for (std::size_t i = 1; i < points.size(); ++i)
            figures.edgeLength +=
                std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
        figures.bends += points.size() > 2 ? points.size() - 2 : 0;
        figures.reversed += layout.reversed[edge];
    }
    figures.area = layout.size.width * layout.size.height;
}

} // namespace portolan::lineage
