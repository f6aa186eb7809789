// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::files {

//! The adapter over a folder that the user names: a workspace or git checkout with ODPS and ODCS
//! documents and dbt artifacts, read as they are.
std::unique_ptr<Platform> create();

} // namespace portolan::platforms::files
