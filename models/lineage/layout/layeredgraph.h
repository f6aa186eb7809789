// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout.h"

namespace portolan::lineage {

//! What stands in a column: a node, or the place where a line passes it. Nodes keep their number,
//! passing lines follow.
using Item = std::uint32_t;
//! A stretch of each column that one innermost group, or one part, has for itself. Lanes are
//! numbered from top to bottom.
using Lane = std::uint32_t;

//! A neighbour in the next or the last column.
struct Link
{
    Item item = 0;
    std::uint32_t weight = 1; //!< so many edges run there together
    float port = 0.5F; //!< where the neighbour is met, as a share of its height
};

//! How an edge is drawn.
enum class Routing : std::uint8_t {
    None, //!< not at all: its ends are no nodes
    Loop, //!< at its node
    Chain, //!< column by column
    Outside //!< above everything: it is so long that its passages would outnumber the nodes
};

//! The graph to be ordered: links lead from one column to the next and nowhere else. An edge over
//! several columns passes through items; repetitions of an edge share them.
struct LayeredGraph
{
    std::uint32_t nodeCount = 0;
    std::vector<std::uint32_t> rank; //!< per item its column
    std::vector<Lane> lane; //!< per item
    std::vector<Item> before; //!< per passing item: the one it continues, in the column before
    std::vector<std::uint32_t> rankStart{0}; //!< per column the items in all columns before it
    std::vector<std::uint32_t> downStart; //!< per item the first of its links to the next column
    std::vector<std::uint32_t> upStart; //!< per item the first of its links to the last column
    std::vector<Link> downLinks;
    std::vector<Link> upLinks;
    std::vector<Item> lastItem; //!< per edge of the input: the item before its right end
    std::vector<Routing> routing; //!< per edge of the input
    std::vector<std::uint8_t>
        reversed; //!< per edge of the input: its target stands left of its source

    std::uint32_t itemCount() const { return static_cast<std::uint32_t>(rank.size()); }

    std::uint32_t rankCount() const { return static_cast<std::uint32_t>(rankStart.size() - 1); }

    bool isNode(Item item) const { return item < nodeCount; }

    Item itemBefore(Item passing) const { return before[passing - nodeCount]; }

    std::span<const Link> down(Item item) const
    {
        return {downLinks.data() + downStart[item], downLinks.data() + downStart[item + 1]};
    }

    std::span<const Link> up(Item item) const
    {
        return {upLinks.data() + upStart[item], upLinks.data() + upStart[item + 1]};
    }
};

//! Cuts the edges of \a input into links. \a ranks and \a lanes are per node.
[[nodiscard]] LayeredGraph layeredGraph(const LayoutInput &input,
                                        const std::vector<std::uint32_t> &ranks,
                                        const std::vector<Lane> &lanes);

} // namespace portolan::lineage
