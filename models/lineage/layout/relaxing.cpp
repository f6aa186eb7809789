// SPDX-License-Identifier: GPL-3.0-or-later
// For one column, with the columns beside it held still, the best places are a problem with an
// exact and quick answer: less the distances that must be kept above it, each item has a wish, and
// the results must not decrease. Whoever would overtake is pooled with those before it, and a pool
// stands at the mean wish of its members (isotonic regression by pooling adjacent violators).
#include "models/lineage/layout/relaxing.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace portolan::lineage {
namespace {

//! Springs of long lines are stiffer, the more so inside, that they stay nearly level.
constexpr double nodeToNode = 1;
constexpr double nodeToLine = 2;
constexpr double insideLine = 8;
constexpr double loosest = 1.15; //!< height of a lane to its highest column that is left alone
constexpr double screen = 1000; //!< what is no higher is seen whole, and keeps its level lines
constexpr double atRest = 0.01; //!< what holds an item without links in its lane

class Relaxation
{
public:
    Relaxation(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
               std::vector<double> middle)
        : m_graph(graph)
        , m_order(order)
        , m_input(input)
        , m_middle(std::move(middle))
    {
    }

    void sweep(bool rightwards)
    {
        for (std::uint32_t i = 0; i < m_graph.rankCount(); ++i) {
            const auto column =
                m_order.column(m_graph, rightwards ? i : m_graph.rankCount() - 1 - i);
            for (std::size_t from = 0, to = 0; from < column.size(); from = to) {
                const auto lane = m_graph.lane[column[from]];
                for (to = from + 1; to < column.size() && m_graph.lane[column[to]] == lane; ++to) {
                }
                settle(column.subspan(from, to - from));
            }
        }
    }

    //! Moves everything to \a scales of where it is, per lane.
    void scale(std::vector<double> scales, std::vector<double> bounds)
    {
        m_scales = std::move(scales);
        m_bounds = std::move(bounds);
        sweep(true);
        m_scales.clear();
    }

    //! Per lane the height of its highest column.
    std::vector<double> highest(std::size_t laneCount) const
    {
        std::vector<double> heights(laneCount, 0);
        for (std::uint32_t rank = 0; rank < m_graph.rankCount(); ++rank) {
            const auto column = m_order.column(m_graph, rank);
            double height = 0;
            for (std::size_t i = 0; i < column.size(); ++i) {
                const auto lane = m_graph.lane[column[i]];
                const bool goesOn = i > 0 && m_graph.lane[column[i - 1]] == lane;
                height = goesOn ? height + distance(column[i - 1], column[i]) : heightOf(column[i]);
                heights[lane] = std::max(heights[lane], height);
            }
        }
        return heights;
    }

    std::vector<double> take() { return std::move(m_middle); }

private:
    struct Pool
    {
        double sum; //!< of wishes, weighted
        double weight;
        std::size_t end; //!< the first item after it

        double mean() const { return sum / weight; }
    };

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

    //! Places the items of one column and lane.
    void settle(std::span<const Item> items)
    {
        m_pools.clear();
        double offset = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                offset += distance(items[i - 1], items[i]);
            auto pool = m_scales.empty()
                ? wishOf(items[i], offset)
                : Pool{m_scales[m_graph.lane[items[i]]] * m_middle[items[i]] - offset, 1, 0};
            pool.end = i + 1;
            while (!m_pools.empty() && m_pools.back().mean() >= pool.mean()) {
                pool.sum += m_pools.back().sum;
                pool.weight += m_pools.back().weight;
                m_pools.pop_back();
            }
            m_pools.push_back(pool);
        }
        // Less the distances above it, where the first and the last item touch the lane's bounds.
        auto highest = std::numeric_limits<double>::lowest();
        auto lowest = std::numeric_limits<double>::max();
        if (!m_scales.empty() && m_bounds[m_graph.lane[items.front()]] > 0) {
            highest = heightOf(items.front()) / 2;
            lowest = std::max(highest,
                              m_bounds[m_graph.lane[items.front()]] - heightOf(items.back()) / 2
                                  - offset);
        }
        offset = 0;
        std::size_t i = 0;
        for (const auto &pool : m_pools) {
            for (; i < pool.end; ++i) {
                if (i > 0)
                    offset += distance(items[i - 1], items[i]);
                m_middle[items[i]] = std::clamp(pool.mean(), highest, lowest) + offset;
            }
        }
    }

    //! A pool of one: the mean of its neighbours, less what must stand above it.
    Pool wishOf(Item item, double offset) const
    {
        Pool pool{0, 0, 0};
        const auto pull = [&](const Link &link) {
            if (m_graph.lane[link.item] != m_graph.lane[item])
                return;
            const bool node = m_graph.isNode(item);
            const bool other = m_graph.isNode(link.item);
            const auto weight = node && other ? nodeToNode
                : node || other               ? nodeToLine
                                              : insideLine;
            pool.sum += weight * m_middle[link.item];
            pool.weight += weight;
        };
        for (const auto &link : m_graph.up(item))
            pull(link);
        for (const auto &link : m_graph.down(item))
            pull(link);
        if (pool.weight == 0)
            pool = {atRest * m_middle[item], atRest, 0};
        pool.sum -= pool.weight * offset;
        return pool;
    }

    const LayeredGraph &m_graph;
    const Ordering &m_order;
    const LayoutInput &m_input;
    std::vector<double> m_middle;
    std::vector<double> m_scales; //!< per lane; empty while neighbours pull
    std::vector<double> m_bounds; //!< per lane the height that it may have, or 0
    std::vector<Pool> m_pools;
};

} // namespace

std::vector<double> relaxed(const LayeredGraph &graph, const Ordering &order,
                            const LayoutInput &input, const std::vector<double> &middle, int times)
{
    Relaxation relaxation(graph, order, input, middle);
    for (int i = 0; i < times; ++i)
        relaxation.sweep(i % 2 == 0);
    return relaxation.take();
}

bool squeeze(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
             bool areStacked, LaneCoordinates &coordinates)
{
    Relaxation relaxation(graph, order, input, coordinates.middle);
    const auto &heights = coordinates.laneHeight;
    const auto all = std::accumulate(heights.begin(), heights.end(), 0.0);
    auto scales = relaxation.highest(heights.size());
    std::vector<double> bounds(heights.size(), 0);
    bool isLoose = false;
    for (std::size_t lane = 0; lane < scales.size(); ++lane) {
        const bool own =
            heights[lane] > loosest * scales[lane] && (areStacked ? all : heights[lane]) > screen;
        bounds[lane] = own ? scales[lane] : 0;
        scales[lane] = own ? scales[lane] / heights[lane] : 1;
        isLoose = isLoose || own;
    }
    if (!isLoose)
        return false;
    relaxation.scale(std::move(scales), std::move(bounds));
    coordinates.middle = relaxation.take();
    coordinates.normalise(graph, input);
    return true;
}

} // namespace portolan::lineage
