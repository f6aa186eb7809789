// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagemarks.h"

#include <memory>

namespace portolan::views::lineage {

//! What is laid over the boxes, and what could be.
struct OverlayChoice
{
    items::LineageOverlay kind = items::LineageOverlay::None;
    bool isChosen = false; //!< by a person, or in the visit before
    QList<items::LineageOverlay> offered; //!< that the shown lineage has evidence for
    std::weak_ptr<const items::LineageScene> laidOver; //!< whose ranks the marks have
};

} // namespace portolan::views::lineage
