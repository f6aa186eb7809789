// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::marquez {

//! The adapter for Marquez 0.5x: its REST API, and the OpenLineage events that it collected.
std::unique_ptr<Platform> create();

} // namespace portolan::platforms::marquez
