// SPDX-License-Identifier: GPL-3.0-or-later
// This is a walk back and forth along the links. Left alone, all heights would become equal; the
// slowest of the differences to vanish is the one that tells best apart what hangs loosely
// together. So the mean of each lane is taken away and the rest stretched, now and then, before too
// little is left.
#include "models/lineage/layout/smoothing.h"

#include <algorithm>
#include <cmath>

namespace portolan::lineage {
namespace {

constexpr int stretchEvery = 10;

} // namespace

Smoother::Smoother(const LayeredGraph &graph)
    : m_graph(graph)
    , m_weight(graph.itemCount(), 0)
    , m_height(graph.itemCount())
    , m_next(graph.itemCount())
{
    const auto lanes =
        graph.lane.empty() ? 0 : *std::max_element(graph.lane.begin(), graph.lane.end()) + 1;
    m_sum.resize(lanes);
    m_square.resize(lanes);
    m_total.assign(lanes, 0);
    m_pulls.reserve(graph.upLinks.size() + graph.downLinks.size());
    m_firstPull.reserve(graph.itemCount() + 1);
    m_firstPull.push_back(0);
    for (Item item = 0; item < graph.itemCount(); ++item) {
        for (const auto &links : {graph.up(item), graph.down(item)}) {
            for (const auto &link : links) {
                m_pulls.push_back({link.item, static_cast<float>(link.weight)});
                m_weight[item] += static_cast<float>(link.weight);
            }
        }
        for (auto i = m_firstPull.back(); i < m_pulls.size(); ++i)
            m_pulls[i].share /= 2 * m_weight[item];
        m_firstPull.push_back(static_cast<std::uint32_t>(m_pulls.size()));
        m_total[graph.lane[item]] += m_weight[item];
    }
}

void Smoother::begin(const Ordering &order)
{
    for (Item item = 0; item < m_graph.itemCount(); ++item) {
        const auto rank = m_graph.rank[item];
        const auto size = m_graph.rankStart[rank + 1] - m_graph.rankStart[rank];
        m_height[item] = (static_cast<float>(order.place[item]) + 0.5F) / static_cast<float>(size);
    }
    spread();
}

void Smoother::smooth(int times)
{
    for (int i = 1; i <= times; ++i) {
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            const auto end = m_firstPull[item + 1];
            auto height = m_weight[item] > 0 ? m_height[item] / 2 : m_height[item];
            for (auto pull = m_firstPull[item]; pull < end; ++pull)
                height += m_pulls[pull].share * m_height[m_pulls[pull].item];
            m_next[item] = height;
        }
        m_height.swap(m_next);
        if (i % stretchEvery == 0)
            spread();
    }
}

void Smoother::spread()
{
    std::fill(m_sum.begin(), m_sum.end(), 0);
    std::fill(m_square.begin(), m_square.end(), 0);
    for (Item item = 0; item < m_graph.itemCount(); ++item) {
        const double height = m_height[item];
        m_sum[m_graph.lane[item]] += m_weight[item] * height;
        m_square[m_graph.lane[item]] += m_weight[item] * height * height;
    }
    for (Item item = 0; item < m_graph.itemCount(); ++item) {
        const auto lane = m_graph.lane[item];
        if (m_total[lane] <= 0)
            continue;
        const auto mean = m_sum[lane] / m_total[lane];
        const auto variance = m_square[lane] / m_total[lane] - mean * mean;
        if (variance > 1e-12)
            m_height[item] = static_cast<float>((m_height[item] - mean) / std::sqrt(variance));
    }
}

void Smoother::apply(Ordering &order)
{
    // The items of a line are numbered one after the other.
    m_next = m_height;
    for (Item first = m_graph.nodeCount; first < m_graph.itemCount();) {
        auto end = first + 1;
        double sum = m_height[first];
        for (; end < m_graph.itemCount() && m_graph.itemBefore(end) == end - 1; ++end)
            sum += m_height[end];
        std::fill(m_next.begin() + first, m_next.begin() + end,
                  static_cast<float>(sum / (end - first)));
        first = end;
    }
    for (std::uint32_t rank = 0; rank < m_graph.rankCount(); ++rank) {
        m_keys.clear();
        for (const auto item : order.column(m_graph, rank))
            m_keys.push_back({m_graph.lane[item], m_next[item], item});
        std::sort(m_keys.begin(), m_keys.end());
        auto at = order.items.begin() + m_graph.rankStart[rank];
        for (const auto &key : m_keys)
            *at++ = key.item;
        order.settle(m_graph, rank);
    }
}

} // namespace portolan::lineage
