// SPDX-License-Identifier: GPL-3.0-or-later
// Moving an item past its neighbour changes only the crossings between their own links. For the
// item that is sifted, a table over the places of the other column says what one link of another
// item would gain or lose; the sum along the column is the whole price of each place, and a place
// costs a few look-ups instead of a comparison of two lists of links.
#include "models/lineage/layout/sifting.h"

#include <algorithm>

namespace portolan::lineage {
namespace {

constexpr std::uint32_t farthest = 1000;

} // namespace

Sifter::Sifter(const LayeredGraph &graph)
    : m_graph(graph)
{
}

void Sifter::gather(Side &side, const Ordering &order, std::uint32_t rank,
                    Direction direction) const
{
    side.meetings.clear();
    side.start.assign(1, 0);
    for (const auto item : m_items) {
        const auto begin = side.meetings.size();
        for (const auto &link :
             direction == Direction::Upstream ? m_graph.up(item) : m_graph.down(item))
            side.meetings.push_back(
                {order.place[link.item], static_cast<std::int32_t>(link.weight)});
        std::sort(side.meetings.begin() + static_cast<std::ptrdiff_t>(begin), side.meetings.end(),
                  [](const Meeting &a, const Meeting &b) { return a.place < b.place; });
        // Links to one item at several ports count as one: pricing takes each place once.
        auto last = begin;
        for (auto i = begin + 1; i < side.meetings.size(); ++i) {
            if (side.meetings[i].place == side.meetings[last].place)
                side.meetings[last].weight += side.meetings[i].weight;
            else
                side.meetings[++last] = side.meetings[i];
        }
        if (begin < side.meetings.size())
            side.meetings.resize(last + 1);
        side.start.push_back(static_cast<std::uint32_t>(side.meetings.size()));
    }
    const bool atEnd =
        direction == Direction::Upstream ? rank == 0 : rank + 1 == m_graph.rankCount();
    const auto other = direction == Direction::Upstream ? rank - 1 : rank + 1;
    side.cost.resize(atEnd ? 0 : m_graph.rankStart[other + 1] - m_graph.rankStart[other]);
}

void Sifter::price(Side &side, std::uint32_t number)
{
    const auto meetings = side.of(number);
    std::int32_t cost = 0;
    for (const auto &meeting : meetings)
        cost -= meeting.weight;
    auto at = side.cost.begin();
    for (const auto &meeting : meetings) {
        const auto place = side.cost.begin() + meeting.place;
        if (at <= place)
            std::fill(at, place, cost);
        cost += meeting.weight;
        *place = cost; // links to one item do not cross
        at = place + 1;
        cost += meeting.weight;
    }
    std::fill(at, side.cost.end(), cost);
}

//! How many crossings more the sifted item has below \a number than above it.
std::int64_t Sifter::differenceTo(std::uint32_t number) const
{
    std::int64_t difference = 0;
    for (const auto &meeting : m_left.of(number))
        difference += std::int64_t{meeting.weight} * m_left.cost[meeting.place];
    for (const auto &meeting : m_right.of(number))
        difference += std::int64_t{meeting.weight} * m_right.cost[meeting.place];
    return difference;
}

//! Moves \a number to its best place in [\a from, \a to), the nearest of equal ones; what it saves.
std::int64_t Sifter::siftItem(std::uint32_t number, std::uint32_t from, std::uint32_t to)
{
    const auto home = m_at[number];
    from = home > farthest ? std::max(from, home - farthest) : from;
    to = std::min(to, home + farthest);
    price(m_left, number);
    price(m_right, number);
    std::int64_t least = 0;
    auto best = home;
    std::int64_t cost = 0;
    for (auto place = home; place > from; --place) {
        cost -= differenceTo(m_column[place - 1]);
        if (cost < least) {
            least = cost;
            best = place - 1;
        }
    }
    cost = 0;
    for (auto place = home + 1; place < to; ++place) {
        cost += differenceTo(m_column[place]);
        if (cost < least) {
            least = cost;
            best = place;
        }
    }
    const auto column = m_column.begin();
    if (best < home)
        std::rotate(column + best, column + home, column + home + 1);
    else if (best > home)
        std::rotate(column + home, column + home + 1, column + best + 1);
    for (auto place = std::min(best, home); place <= std::max(best, home); ++place)
        m_at[m_column[place]] = place;
    return -least;
}

std::uint64_t Sifter::sift(Ordering &order, std::uint32_t rank, Places places)
{
    const auto column = order.column(m_graph, rank);
    if (column.size() < 2)
        return 0;
    m_items.assign(column.begin(), column.end());
    gather(m_left, order, rank, Direction::Upstream);
    gather(m_right, order, rank, Direction::Downstream);
    m_column.resize(m_items.size());
    m_at.resize(m_items.size());
    for (std::uint32_t i = 0; i < m_items.size(); ++i)
        m_column[i] = m_at[i] = i;
    std::int64_t saved = 0;
    const auto end = std::min(places.to, static_cast<std::uint32_t>(m_items.size()));
    for (std::uint32_t from = 0, to = 0; from < end; from = to) {
        for (to = from + 1;
             to < m_items.size() && m_graph.lane[m_items[to]] == m_graph.lane[m_items[from]];)
            ++to;
        for (auto number = std::max(from, places.from); to - from > 1 && number < std::min(to, end);
             ++number)
            saved += siftItem(number, from, to);
    }
    if (saved > 0) {
        for (std::uint32_t i = 0; i < m_items.size(); ++i)
            order.items[m_graph.rankStart[rank] + i] = m_items[m_column[i]];
        order.settle(m_graph, rank);
    }
    return static_cast<std::uint64_t>(saved);
}

} // namespace portolan::lineage
