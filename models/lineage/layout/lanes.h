// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/components.h"
#include "models/lineage/layout/layeredgraph.h"

namespace portolan::lineage {

//! Which lane each node is in, and how lanes nest. Without groups a lane is a part that hangs
//! together. With groups it is what one group holds itself, beside its inner groups; lanes are then
//! numbered in the order of the drawing, groups that have much to do with each other nearby.
struct Lanes
{
    bool grouped = false;
    Lane count = 0;
    std::vector<Lane> of; //!< per node
    //! The rest is empty without groups. The outermost level is a group too, numbered after all
    //! others.
    std::vector<Lane> laneOf; //!< per group: the lane of what it holds itself
    std::vector<std::vector<GroupIndex>> inner; //!< per group: the groups in it, from top to bottom
    std::vector<GroupIndex> preorder; //!< the outermost level, then each group before those in it

    //! The part of the drawing that \a lane belongs to: parts have columns of their own.
    std::uint32_t partOf(Lane lane) const { return grouped ? 0 : lane; }

    std::uint32_t partCount() const { return grouped ? 1 : count; }
};

[[nodiscard]] Lanes lanesOf(const LayoutInput &input, const Graph &graph);

} // namespace portolan::lineage
