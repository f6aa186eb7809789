// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::demo {

//! The adapter over the demo mesh: the profile's own copy, or the one that is installed with the
//! program. The program says where it lies, as the account's folder or its option "folder".
std::unique_ptr<Platform> create();

} // namespace portolan::platforms::demo
