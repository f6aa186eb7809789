// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/components.h"

namespace portolan::lineage {

//! Improves valid \a ranks of an \a acyclic graph until the edges are as short in sum as they can
//! be: the network simplex of Gansner, Koutsofios, North and Vo. \a parts are the weakly connected
//! ones. Gives up improving after an amount of work that grows with the graph, and leaves valid
//! ranks in any case.
void shortestRanks(const Graph &acyclic, const Components &parts,
                   std::vector<std::uint32_t> &ranks);

} // namespace portolan::lineage
