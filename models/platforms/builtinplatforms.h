// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>
#include <vector>

namespace portolan::platforms {

//! Every adapter that was built in, each once.
std::vector<std::unique_ptr<Platform>> builtinPlatforms();

} // namespace portolan::platforms
