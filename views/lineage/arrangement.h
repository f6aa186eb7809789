// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/lineage/bar.h"

#include <optional>

namespace portolan::views::lineage {

//! How a person arranged the pane around the picture.
struct Arrangement
{
    Bar::Page page = Bar::Graph;
    bool hasInspector = true; //!< wanted while there is room
    bool hasInspectorNarrow = false;
    bool hasMinimap = true;
    bool hasFilterRow = false; //!< also while nothing is filtered
    int sideWidth = 0;
    std::optional<bool> isNarrow;
};

} // namespace portolan::views::lineage
