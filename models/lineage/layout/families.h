// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/lanes.h"
#include "models/lineage/layout/leafpage.h"

#include <vector>

namespace portolan::lineage {

//! A drawing in which many leaves of one node are drawn as a page of rows instead of a column that
//! is hundreds of times as high as a screen. A family is laid out as one node; the lines to its
//! members share their way. They all end in one node, so none crosses another for it, and whoever
//! crosses one crosses all of them as before. All of a family are in one group, be it that of the
//! node they hang on or another one: so no group is torn.
class Families
{
public:
    explicit Families(const LayoutInput &input);

    bool isEmpty() const { return m_blocks.empty(); }

    //! \a input with one node for each family; edges keep their numbers.
    LayoutInput reduced() const;

    //! Chooses how many leaves stand in a row where lanes share their columns: as many as let all
    //! of the drawing fill a screen best. \a input is reduced(), and gets the new sizes; families
    //! that keep the form which they had are left alone.
    void shape(const std::vector<std::uint32_t> &ranks, const Lanes &lanes, LayoutInput &input);

    //! The drawing of what was given, from \a layout, which is one of reduced().
    Layout expanded(Layout layout) const;

private:
    //! The leaves of one node on one side of it, in one group.
    struct Block
    {
        NodeIndex node = noNode; //!< that stands for them
        GroupIndex group = noGroup;
        LeafPage page;
    };

    void collect();
    void add(std::vector<NodeIndex> leaves, bool isDownstream);
    void number();
    GroupIndex groupOf(NodeIndex node) const;

    const LayoutInput &m_input;
    std::vector<Block> m_blocks;
    std::vector<NodeIndex> m_nodeOf; //!< per node the one that stands for it
    std::vector<std::uint32_t> m_memberOf; //!< per node its place in its block
    std::vector<std::uint32_t> m_blockOf; //!< per node its block, or none
    NodeIndex m_count = 0; //!< nodes that are drawn
};

} // namespace portolan::lineage
