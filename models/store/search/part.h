// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/bitset.h"
#include "models/store/search/segment.h"

#include <memory>
#include <vector>

namespace portolan::store {

//! A segment, and which of its documents no longer count.
struct Part
{
    std::shared_ptr<const Segment> segment;
    std::shared_ptr<const Bitset> dead; //!< null: all count

    std::size_t alive() const { return segment->size() - (dead ? dead->count() : 0); }
};

using Parts = std::vector<Part>;

//! A set of documents of each part, in their order.
using PartSets = std::vector<Bitset>;

} // namespace portolan::store
