// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/store/connection.h"
#include "models/store/entityreader.h"

namespace portolan::store {

//! Tells each node of \a graph when its data were last seen to be new, by the evidence in \a
//! history; of several names of one thing the newest counts. Throws.
void addFreshness(domain::LineageGraph &graph, EntityReader &reader, Connection &history);

} // namespace portolan::store
