// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing that outlives the program. The order of its boxes alone does not say where lines pass,
// nor which way led to it (columns that were opened, groups that were folded), so each visit would
// move everything a little.
#pragma once

#include "models/items/lineagescene.h"

#include <QByteArray>

#include <optional>

namespace portolan::items {

//! The drawing of \a scene, with what it is a drawing of.
QByteArray keepsakeOf(const LineageScene &scene);

//! The drawing in \a keepsake, where it is one of the same boxes, lines and groups as those of
//! \a scene; nothing where anything differs, or where the bytes are damaged.
std::optional<lineage::Layout> layoutKept(const QByteArray &keepsake, const LineageScene &scene);

} // namespace portolan::items
