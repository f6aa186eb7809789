// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/crossings.h"

#include <algorithm>
#include <tuple>

namespace portolan::lineage {

std::uint64_t crossingsAmong(std::vector<Pass> &passes)
{
    std::sort(passes.begin(), passes.end(), [](const Pass &a, const Pass &b) {
        return std::tie(a.left, a.right) < std::tie(b.left, b.right);
    });
    // Merging by the right side: whoever comes from the second half crosses what is left of the
    // first, which starts further up and ends further down.
    std::uint64_t crossings = 0;
    std::vector<Pass> merged(passes.size());
    for (std::size_t half = 1; half < passes.size(); half *= 2) {
        for (std::size_t begin = 0; begin < passes.size(); begin += 2 * half) {
            const auto middle = std::min(begin + half, passes.size());
            const auto end = std::min(begin + 2 * half, passes.size());
            std::uint64_t waiting = 0;
            for (auto i = begin; i < middle; ++i)
                waiting += passes[i].weight;
            auto a = begin;
            auto b = middle;
            for (auto i = begin; i < end; ++i) {
                if (a < middle && (b == end || passes[a].right <= passes[b].right)) {
                    waiting -= passes[a].weight;
                    merged[i] = passes[a++];
                } else {
                    crossings += waiting * passes[b].weight;
                    merged[i] = passes[b++];
                }
            }
        }
        passes.swap(merged);
    }
    return crossings;
}

CrossingCounter::CrossingCounter(const LayeredGraph &graph)
    : m_graph(graph)
{
}

std::uint64_t CrossingCounter::between(const Ordering &order, std::uint32_t rank)
{
    // From top to bottom on the left side: a link crosses those seen before that end lower.
    const std::uint32_t height = m_graph.rankStart[rank + 2] - m_graph.rankStart[rank + 1];
    m_tree.assign(height + 1, 0);
    std::uint64_t crossings = 0;
    std::uint64_t seen = 0;
    for (const auto item : order.column(m_graph, rank)) {
        const auto links = m_graph.down(item);
        for (const auto &link : links) {
            auto notLower = std::uint64_t{0};
            for (auto i = order.place[link.item] + 1; i > 0; i &= i - 1)
                notLower += m_tree[i];
            crossings += link.weight * (seen - notLower);
        }
        for (const auto &link : links) {
            for (auto i = order.place[link.item] + 1; i <= height; i += i & (0U - i))
                m_tree[i] += link.weight;
            seen += link.weight;
        }
    }
    return crossings;
}

std::uint64_t CrossingCounter::total(const Ordering &order)
{
    std::uint64_t crossings = 0;
    for (std::uint32_t rank = 0; rank + 1 < m_graph.rankCount(); ++rank)
        crossings += between(order, rank);
    return crossings;
}

} // namespace portolan::lineage
