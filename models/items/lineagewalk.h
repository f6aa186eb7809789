// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagescene.h"

namespace portolan::items {

//! The ways from a box to another by keyboard.
enum class LineageStep {
    Upstream, //!< along a line that arrives, to the box nearest in height
    Downstream, //!< along a line that leaves
    Up, //!< to the box above in the same column
    Down
};

//! The box that \a step leads to from \a box, or -1 where there is none.
int stepFrom(const LineageScene &scene, int box, LineageStep step);

//! The boxes whose names hold \a text, in any case, from top left to bottom right by columns.
std::vector<int> boxesNamed(const LineageScene &scene, const QString &text);

} // namespace portolan::items
