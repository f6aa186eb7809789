// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/platforms/actionport.h"

namespace portolan::platforms {

//! What a look-up says that failed with \a error: what may pass by itself leaves it unknown.
LookUpOutcome notLookedUp(const Error &error);

} // namespace portolan::platforms
