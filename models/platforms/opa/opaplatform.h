// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::opa {

//! The adapter for Open Policy Agent 1.x over its REST interface. Options of an
//! account: "requestPath" and "productPath", the documents that are asked
//! ("mesh/access/request", "mesh/governance/product").
std::unique_ptr<Platform> create();

} // namespace portolan::platforms::opa
