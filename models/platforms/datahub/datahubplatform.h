// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::datahub {

//! The adapter over DataHub 1.0 and later: OpenAPI v3 for what there is, its change log for what
//! changed, GraphQL for what only that tells (ruling 29).
std::unique_ptr<Platform> create();

} // namespace portolan::platforms::datahub
