// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"

#include <cstddef>
#include <vector>

namespace portolan::store {

//! Compares the first \a before of \a links, which held at one time, with the rest, which held at a
//! later one, and leaves each pair of ends once for each way that leads from one to the other, with
//! its change. Indexes of links mean the same in both parts.
void markChanges(std::vector<domain::LineageLink> &links, std::size_t before);

} // namespace portolan::store
