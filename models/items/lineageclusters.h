// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagescene.h"

namespace portolan::items {

//! The products of a picture that is not grouped by them, as far as their boxes stand together:
//! those of one product and group, above each other or in columns that follow each other, with no
//! other box between them. \a scene has its places and its index. The same scene gives the same.
std::vector<LineageCluster> clustersOf(const LineageScene &scene);

} // namespace portolan::items
