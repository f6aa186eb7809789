// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan::views::lineage {

//! Lets screen readers see what a canvas shows: a list with an entry for each box in sight, which
//! can be pressed. To be called once before the first canvas is made; more often does no harm.
void installAccessibleCanvas();

} // namespace portolan::views::lineage
