// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/quality/qualitypage.h"

namespace portolan::views::quality {

//! The pages for incidents, for coverage, and for one check.
QList<PageEntry> triagePages();

} // namespace portolan::views::quality
