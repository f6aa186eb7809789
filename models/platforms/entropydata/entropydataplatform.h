// SPDX-License-Identifier: GPL-3.0-or-later
// Entropy Data (formerly Data Mesh Manager) over its REST interface.
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::entropydata {

//! The adapter called "entropy-data". Accounts name the address of the interface,
//! "https://api.entropy-data.com" for instance. Options: "domains", names of those that are wanted;
//! "organisation", the word for it in the addresses of the portal's pages; "web", the address of
//! the portal where it is another one.
std::unique_ptr<Platform> create();

} // namespace portolan::platforms::entropydata
