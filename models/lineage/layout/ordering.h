// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/layeredgraph.h"

namespace portolan::lineage {

//! Who stands above whom: the items of each column from top to bottom. Lanes stand in the order of
//! their numbers in every column.
struct Ordering
{
    std::vector<Item> items; //!< column after column, by LayeredGraph::rankStart
    std::vector<std::uint32_t> place; //!< per item its place in its column

    //! Enters the places of column \a rank anew after its items have moved.
    void settle(const LayeredGraph &graph, std::uint32_t rank);

    std::span<const Item> column(const LayeredGraph &graph, std::uint32_t rank) const
    {
        return {items.data() + graph.rankStart[rank], items.data() + graph.rankStart[rank + 1]};
    }
};

//! From which end the first order is found.
enum class StartFrom : std::uint8_t { Left, Right };

//! An order in which what hangs together stands together: a depth-first walk, each item entering
//! its column when it is met.
[[nodiscard]] Ordering walkedOrder(const LayeredGraph &graph, StartFrom from);

//! An order by the heights where nodes stood before; others stand by their neighbours.
[[nodiscard]] Ordering rememberedOrder(const LayeredGraph &graph, const LayoutInput &input);

//! What a sweep needs beside the order; kept so that sweeps do not allocate.
class Sweeper
{
public:
    explicit Sweeper(const LayeredGraph &graph);

    //! Sorts each column by the mean places of its items' neighbours in the one before it, from the
    //! first to the last, or the other way round. Items without neighbours there keep their place;
    //! equal ones keep their order.
    void sweep(Ordering &order, Direction direction);

    //! The same with each value moved at random by up to \a noise places; the same \a seed moves
    //! them the same way.
    void shake(Ordering &order, Direction direction, float noise, std::uint32_t seed);

private:
    void sortColumn(Ordering &order, std::uint32_t rank, Direction direction);
    void sortLane(Item *begin, Item *end);

    const LayeredGraph &m_graph;
    std::vector<float> m_value; //!< per place of the column; below 0: stays
    std::vector<std::uint64_t> m_keys;
    std::vector<Item> m_sorted;
    float m_noise = 0;
    std::uint32_t m_random = 0;
};

} // namespace portolan::lineage
