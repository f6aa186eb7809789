// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/components.h"

namespace portolan::lineage {

//! A place per node so that few edges inside a component of \a strong lead to a lower place: the
//! greedy rule of Eades, Lin and Smyth. At most half of a component's edges do, mostly far fewer.
//! Places are to be compared within a component only. O(nodes + edges).
[[nodiscard]] std::vector<std::uint32_t> feedbackOrder(const Graph &graph,
                                                       const Components &strong);

} // namespace portolan::lineage
