// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"
#include "models/quality/evidence.h"

namespace portolan::items {

//! What the store keeps about an SLO, as the arithmetic takes it. Any thread.
quality::Evidence evidenceOf(const store::SloEvidence &kept);

} // namespace portolan::items
