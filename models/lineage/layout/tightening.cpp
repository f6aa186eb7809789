// SPDX-License-Identifier: GPL-3.0-or-later
// Brandes and Koepf push whole blocks, and leave the gaps that blocks tear open where they end.
// Here every item looks at its neighbours alone. In each column those that want up go first, from
// the top, so that each makes room for the next, then those that want down, from the bottom.
#include "models/lineage/layout/tightening.h"

#include "models/lineage/layout/relaxing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace portolan::lineage {
namespace {

constexpr double unbounded = std::numeric_limits<double>::max();
constexpr int finishing =
    4; //!< sweeps at the end, after which most nodes stand level with a neighbour
constexpr double level = 1e-6; //!< lines within this are level

class Tightening
{
public:
    Tightening(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
               std::vector<double> &middle)
        : m_graph(graph)
        , m_order(order)
        , m_input(input)
        , m_middle(middle)
        , m_first(graph.itemCount())
        , m_end(graph.itemCount())
    {
        for (NodeIndex node = 0; node < graph.nodeCount; ++node) {
            m_first[node] = node;
            m_end[node] = node + 1;
        }
        for (Item first = graph.nodeCount; first < graph.itemCount();) {
            auto end = first + 1;
            while (end < graph.itemCount() && graph.itemBefore(end) == end - 1
                   && std::abs(middle[end] - middle[first]) < level)
                ++end;
            for (auto item = first; item < end; ++item) {
                m_first[item] = first;
                m_end[item] = end;
            }
            first = end;
        }
    }

    //! Moves each unit as near to the mean of its members' \a targets as others let it: pushed down
    //! from the top, pushed up from the bottom, and half way between the two.
    void approach(const std::vector<double> &targets)
    {
        std::vector<Item> units;
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            if (m_first[item] == item)
                units.push_back(item);
        }
        // What stands above in some column stands higher: by height is an order of pushing.
        std::sort(units.begin(), units.end(), [this](Item a, Item b) {
            return std::pair(m_middle[a], m_order.place[a])
                < std::pair(m_middle[b], m_order.place[b]);
        });
        std::vector<double> lowered(m_graph.itemCount());
        std::vector<double> raised(m_graph.itemCount());
        for (const auto unit : units) {
            auto to = mean(targets, unit);
            eachBeside(unit, true, [&](Item member, Item other) {
                to = std::max(to, lowered[other] + distance(member, other));
            });
            std::fill(lowered.begin() + unit, lowered.begin() + m_end[unit], to);
        }
        for (auto it = units.rbegin(); it != units.rend(); ++it) {
            auto to = mean(targets, *it);
            eachBeside(*it, false, [&](Item member, Item other) {
                to = std::min(to, raised[other] - distance(member, other));
            });
            std::fill(raised.begin() + *it, raised.begin() + m_end[*it], to);
        }
        for (Item item = 0; item < m_graph.itemCount(); ++item)
            m_middle[item] = (lowered[item] + raised[item]) / 2;
    }

    void finish()
    {
        for (int i = 0; i < finishing; ++i)
            sweep(i % 2 == 0);
    }

private:
    void sweep(bool rightwards)
    {
        for (std::uint32_t i = 0; i < m_graph.rankCount(); ++i) {
            const auto column =
                m_order.column(m_graph, rightwards ? i : m_graph.rankCount() - 1 - i);
            for (const auto item : column)
                move(item, true);
            for (auto it = column.rbegin(); it != column.rend(); ++it)
                move(*it, false);
        }
    }

    double mean(const std::vector<double> &values, Item unit) const
    {
        return std::accumulate(values.begin() + unit, values.begin() + m_end[unit], 0.0)
            / (m_end[unit] - unit);
    }

    //! Calls \a visit with each member of \a unit and what stands beside it.
    template <typename Visit>
    void eachBeside(Item unit, bool above, Visit visit) const
    {
        for (auto member = unit; member < m_end[unit]; ++member) {
            const auto other = beside(member, above);
            if (other != noNode)
                visit(member, other);
        }
    }

    double heightOf(Item item) const
    {
        return m_graph.isNode(item) ? m_input.nodes[item].height : 0;
    }

    double distance(Item a, Item b) const
    {
        const bool nodes = m_graph.isNode(a) && m_graph.isNode(b);
        return (heightOf(a) + heightOf(b)) / 2
            + (nodes ? m_input.spacing.node : m_input.spacing.edge);
    }

    void gather(std::span<const Link> links, Lane lane)
    {
        for (const auto &link : links) {
            if (m_graph.lane[link.item] == lane)
                m_around.push_back(m_middle[link.item]);
        }
    }

    //! Where \a item wants to be: as near to its place as the middle of its neighbours allows.
    double wanted(Item item)
    {
        m_around.clear();
        gather(m_graph.up(m_first[item]), m_graph.lane[item]);
        gather(m_graph.down(m_end[item] - 1), m_graph.lane[item]);
        if (m_around.empty())
            return m_middle[item];
        const auto upper =
            m_around.begin() + static_cast<std::ptrdiff_t>((m_around.size() - 1) / 2);
        std::nth_element(m_around.begin(), upper, m_around.end());
        const auto low = *upper;
        const auto high =
            m_around.size() % 2 == 1 ? low : *std::min_element(upper + 1, m_around.end());
        return std::clamp(m_middle[item], low, high);
    }

    //! The other item beside \a item in its column and lane.
    Item beside(Item item, bool above) const
    {
        const auto rank = m_graph.rank[item];
        const auto place = m_order.place[item];
        const auto size = m_graph.rankStart[rank + 1] - m_graph.rankStart[rank];
        if (above ? place == 0 : place + 1 == size)
            return noNode;
        const auto other = m_order.items[above ? m_graph.rankStart[rank] + place - 1
                                               : m_graph.rankStart[rank] + place + 1];
        return m_graph.lane[other] == m_graph.lane[item] ? other : noNode;
    }

    //! Moves the unit of \a item when it wants up, or when it wants down; once for all its columns.
    void move(Item item, bool up)
    {
        if (m_first[item] != item)
            return;
        const auto want = wanted(item);
        const auto now = m_middle[item];
        if (up ? want >= now : want <= now)
            return;
        auto bound = up ? -unbounded : unbounded;
        eachBeside(item, up, [&](Item member, Item other) {
            bound = up ? std::max(bound, m_middle[other] + distance(member, other))
                       : std::min(bound, m_middle[other] - distance(member, other));
        });
        const auto reached =
            up ? std::min(now, std::max(want, bound)) : std::max(now, std::min(want, bound));
        std::fill(m_middle.begin() + item, m_middle.begin() + m_end[item], reached);
    }

    const LayeredGraph &m_graph;
    const Ordering &m_order;
    const LayoutInput &m_input;
    std::vector<double> &m_middle;
    std::vector<Item> m_first; //!< per item: the first of the unit that moves with it
    std::vector<Item> m_end; //!< per item: the end of that unit
    std::vector<double> m_around;
};

} // namespace

void tighten(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input, int times,
             LaneCoordinates &coordinates)
{
    auto &middle = coordinates.middle;
    Tightening tightening(graph, order, input, middle);
    tightening.approach(relaxed(graph, order, input, middle, times));
    tightening.finish();
    coordinates.normalise(graph, input);
}

void straighten(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
                LaneCoordinates &coordinates)
{
    Tightening(graph, order, input, coordinates.middle).finish();
    coordinates.normalise(graph, input);
}

} // namespace portolan::lineage
