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

//! A box of a picture, or one of its columns.
struct LineageSpot
{
    int box = -1;
    int column = -1; //!< -1: the box itself

    bool operator==(const LineageSpot &) const = default;
};

//! Where \a step leads from \a spot: from a column to the columns above and below it in its box,
//! above the first to the box itself, and along the lines of the column; where it has none, and
//! from a box, as above. No box where there is none.
LineageSpot stepFrom(const LineageScene &scene, LineageSpot spot, LineageStep step);

//! The lines of \a spot: first those that arrive, then those that leave, each from top to bottom by
//! what is at their other end. Of a box those of its columns, too.
std::vector<int> linesOf(const LineageScene &scene, LineageSpot spot);

//! The boxes whose names hold \a text, in any case, from top left to bottom right by columns.
std::vector<int> boxesNamed(const LineageScene &scene, const QString &text);

} // namespace portolan::items
