// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::openmetadata {

//! OpenMetadata over its REST interface, releases 1.9 to 2.0.
std::unique_ptr<Platform> create();

} // namespace portolan::platforms::openmetadata
