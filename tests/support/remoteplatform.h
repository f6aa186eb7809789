// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>

namespace portolan::tests {

//! The adapter of a LossyServer: its accounts name the socket as their folder. Waits for an answer
//! for a moment only, so that answers that come late are lost as well.
std::unique_ptr<platforms::Platform> remotePlatform(bool honoursKeys);

} // namespace portolan::tests
