// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quality/figures.h"
#include "models/quality/ledger.h"

#include <optional>

namespace portolan::quality {

//! Share of good among what is known; empty when nothing is.
std::optional<double> sliOf(const StateCounts &counts);

//! The budget of \a window when \a counts are complete.
Budget budgetOf(const Plan &plan, const Window &window, const StateCounts &counts);

//! Whether \a sli reaches the target; empty when it is not known.
std::optional<bool> metOf(const Plan &plan, const std::optional<double> &sli);

} // namespace portolan::quality
