// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/evaluation.h"
#include "models/store/search/searchindex.h"

#include <vector>

namespace portolan::store {

//! Rows \a offset to \a offset + \a limit of \a tiers in the order \a sort; documents of several
//! parts merge into one order.
std::vector<RankedRow> windowOf(const Parts &parts, const std::vector<Tier> &tiers,
                                const SearchRequest &request);

} // namespace portolan::store
