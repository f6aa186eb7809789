// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagelook.h"
#include "views/shared/tokens.h"

namespace portolan::views::lineage {

//! The colours of \a tokens and the application's fonts, for pictures of lineage.
items::LineageLook lookOf(const Tokens &tokens);

} // namespace portolan::views::lineage
