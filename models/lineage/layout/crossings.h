// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/ordering.h"

namespace portolan::lineage {

//! A line in a gap between two columns: its places on both sides.
struct Pass
{
    std::int64_t left;
    std::int64_t right;
    std::uint64_t weight = 1;
};

//! Pairs of \a passes that cross, by their weights; O(n log n). They are in another order after.
[[nodiscard]] std::uint64_t crossingsAmong(std::vector<Pass> &passes);

//! Counts pairs of links that cross between two columns, each pair as often as edges run in both;
//! O(links log column). Pairs that meet in an item do not cross.
class CrossingCounter
{
public:
    explicit CrossingCounter(const LayeredGraph &graph);

    //! Between column \a rank and the next.
    std::uint64_t between(const Ordering &order, std::uint32_t rank);

    //! Between all columns.
    std::uint64_t total(const Ordering &order);

private:
    const LayeredGraph &m_graph;
    std::vector<std::uint64_t> m_tree; //!< a Fenwick tree over the places of the next column
};

} // namespace portolan::lineage
