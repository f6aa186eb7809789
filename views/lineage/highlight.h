// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

namespace portolan::views::lineage {

//! What a person picked out in the picture, by ids, so that it outlives the picture.
struct Highlight
{
    enum class Kind { None, Reach, Path };

    Kind kind = Kind::None;
    QUuid from;
    QUuid to; //!< of a path
    bool upstream = false; //!< of a reach
    bool downstream = false;
};

} // namespace portolan::views::lineage
