// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout.h"

#include <vector>

namespace portolan::lineage {

//! A drawing in which many leaves of one node are drawn as a page of rows instead of a column that
//! is hundreds of times as high as a screen. A family is laid out as one node; the lines to its
//! members share their way. They all end in one node, so none crosses another for it, and whoever
//! crosses one crosses all of them as before. Only where there are no groups: a wide block would
//! widen every lane.
class Families
{
public:
    explicit Families(const LayoutInput &input);

    bool isEmpty() const { return m_blocks.empty(); }

    //! \a input with one node for each family; edges keep their numbers.
    LayoutInput reduced() const;

    //! The drawing of what was given, from \a layout, which is one of reduced().
    Layout expanded(Layout layout) const;

private:
    //! The leaves of one node on one side of it.
    struct Block
    {
        NodeIndex node = noNode; //!< that stands for them
        bool isDownstream = true;
        std::vector<NodeIndex> leaves;
        Size size;
        std::vector<Point> places; //!< of the leaves, from the block's top left
        std::vector<double> rails; //!< per leaf where its line runs, from the block's top
    };

    void collect();
    void number();
    void arrange(Block &block) const;
    void addEnd(const Block &block, std::size_t member, const LayoutEdge &edge, Point corner,
                std::vector<Point> &points) const;
    std::optional<Point> placeBefore(const Block &block) const;

    const LayoutInput &m_input;
    std::vector<Block> m_blocks;
    std::vector<NodeIndex> m_nodeOf; //!< per node the one that stands for it
    std::vector<std::uint32_t> m_memberOf; //!< per node its place in its block
    std::vector<std::uint32_t> m_blockOf; //!< per node its block, or none
    NodeIndex m_count = 0; //!< nodes that are drawn
};

} // namespace portolan::lineage
