// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/ordering.h"

#include "models/lineage/layout/remembering.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

namespace portolan::lineage {
namespace {

//! Puts all items into their columns as they come in \a sequence, lane after lane.
Ordering inOrderOf(const LayeredGraph &graph, const std::vector<Item> &sequence)
{
    Ordering order;
    order.items.resize(graph.itemCount());
    order.place.resize(graph.itemCount());
    auto next = graph.rankStart;
    for (const auto item : sequence)
        order.items[next[graph.rank[item]]++] = item;
    const auto byLane = [&](Item a, Item b) { return graph.lane[a] < graph.lane[b]; };
    for (std::uint32_t rank = 0; rank < graph.rankCount(); ++rank) {
        const auto begin = order.items.begin() + graph.rankStart[rank];
        const auto end = order.items.begin() + graph.rankStart[rank + 1];
        if (!std::is_sorted(begin, end, byLane))
            std::stable_sort(begin, end, byLane);
        order.settle(graph, rank);
    }
    return order;
}

//! The mean place that \a links lead to, or -1 without links.
float meanPlace(std::span<const Link> links, const Ordering &order)
{
    if (links.empty())
        return -1;
    float sum = 0;
    float weights = 0;
    for (const auto &link : links) {
        const auto weight = static_cast<float>(link.weight);
        sum += weight * (static_cast<float>(order.place[link.item]) + link.port);
        weights += weight;
    }
    return sum / weights;
}

std::uint32_t nextRandom(std::uint32_t &state)
{
    state = state * 1664525U + 1013904223U;
    return state >> 8;
}

} // namespace

void Ordering::settle(const LayeredGraph &graph, std::uint32_t rank)
{
    std::uint32_t at = 0;
    for (const auto item : column(graph, rank))
        place[item] = at++;
}

Ordering walkedOrder(const LayeredGraph &graph, StartFrom from)
{
    const bool fromLeft = from == StartFrom::Left;
    const auto behind = [&](Item item) { return fromLeft ? graph.up(item) : graph.down(item); };
    const auto ahead = [&](Item item) { return fromLeft ? graph.down(item) : graph.up(item); };
    std::vector<std::uint8_t> met(graph.itemCount(), 0);
    std::vector<Item> walk;
    walk.reserve(graph.itemCount());
    std::vector<Item> open;
    const auto pushAll = [&](std::span<const Link> links) {
        for (auto it = links.rbegin(); it != links.rend(); ++it) {
            if (met[it->item] == 0)
                open.push_back(it->item);
        }
    };
    const auto walkFrom = [&](Item start) {
        for (open.assign(1, start); !open.empty();) {
            const auto item = open.back();
            open.pop_back();
            if (std::exchange(met[item], 1) != 0)
                continue;
            walk.push_back(item);
            pushAll(behind(item));
            pushAll(ahead(item));
        }
    };
    for (Item item = 0; item < graph.itemCount(); ++item) {
        if (behind(item).empty())
            walkFrom(item);
    }
    return inOrderOf(graph, walk);
}

Ordering rememberedOrder(const LayeredGraph &graph, const LayoutInput &input)
{
    constexpr double unknown = std::numeric_limits<double>::lowest();
    std::vector<double> height(graph.itemCount(), unknown);
    const auto before = middlesBefore(input);
    for (NodeIndex node = 0; node < graph.nodeCount; ++node) {
        if (!std::isnan(before[node]))
            height[node] = before[node];
    }
    // What is new takes the mean of its neighbours, from the left and then from the right, so that
    // chains and new branches find their height from whichever side is known.
    const auto guess = [&](Item item, std::span<const Link> links) {
        double sum = 0;
        double count = 0;
        for (const auto &link : links) {
            if (height[link.item] != unknown) {
                sum += height[link.item];
                count += 1;
            }
        }
        if (count > 0)
            height[item] = sum / count;
    };
    std::vector<Item> items(graph.itemCount());
    std::iota(items.begin(), items.end(), 0U);
    std::stable_sort(items.begin(), items.end(),
                     [&](Item a, Item b) { return graph.rank[a] < graph.rank[b]; });
    for (const auto item : items) {
        if (height[item] == unknown)
            guess(item, graph.up(item));
    }
    for (auto it = items.rbegin(); it != items.rend(); ++it) {
        if (height[*it] == unknown)
            guess(*it, graph.down(*it));
    }
    std::stable_sort(items.begin(), items.end(),
                     [&](Item a, Item b) { return height[a] < height[b]; });
    return inOrderOf(graph, items);
}

Sweeper::Sweeper(const LayeredGraph &graph)
    : m_graph(graph)
{
}

void Sweeper::sweep(Ordering &order, Direction direction)
{
    const auto ranks = m_graph.rankCount();
    for (std::uint32_t i = 1; i < ranks; ++i)
        sortColumn(order, direction == Direction::Downstream ? i : ranks - 1 - i, direction);
}

void Sweeper::shake(Ordering &order, Direction direction, float noise, std::uint32_t seed)
{
    m_noise = noise;
    m_random = seed;
    sweep(order, direction);
    m_noise = 0;
}

void Sweeper::sortColumn(Ordering &order, std::uint32_t rank, Direction direction)
{
    auto *const begin = order.items.data() + m_graph.rankStart[rank];
    auto *const end = order.items.data() + m_graph.rankStart[rank + 1];
    if (end - begin < 2)
        return;
    m_value.resize(static_cast<std::size_t>(end - begin));
    for (auto *at = begin; at != end; ++at) {
        const auto links = direction == Direction::Downstream ? m_graph.up(*at) : m_graph.down(*at);
        auto value = meanPlace(links, order);
        if (m_noise > 0 && value >= 0)
            value += m_noise * static_cast<float>(nextRandom(m_random) & 0xFFFF) / 65536;
        m_value[static_cast<std::size_t>(at - begin)] = value;
    }
    for (auto *from = begin; from != end;) {
        auto *to = from + 1;
        while (to != end && m_graph.lane[*to] == m_graph.lane[*from])
            ++to;
        if (to - from > 1) {
            m_keys.clear();
            for (auto *at = from; at != to; ++at) {
                // The bits of floats that are not negative stand in their order.
                const auto value = m_value[static_cast<std::size_t>(at - begin)];
                if (value >= 0)
                    m_keys.push_back(std::uint64_t{std::bit_cast<std::uint32_t>(value)} << 32
                                     | static_cast<std::uint32_t>(at - from));
            }
            sortLane(from, to);
        }
        from = to;
    }
    order.settle(m_graph, rank);
}

void Sweeper::sortLane(Item *begin, Item *end)
{
    if (std::is_sorted(m_keys.begin(), m_keys.end()))
        return;
    // Those with a key share the places that they had among themselves.
    m_sorted.assign(begin, end);
    const auto slots = m_keys; // still in the order of places
    std::sort(m_keys.begin(), m_keys.end());
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        begin[static_cast<std::uint32_t>(slots[i])] =
            m_sorted[static_cast<std::uint32_t>(m_keys[i])];
}

} // namespace portolan::lineage
