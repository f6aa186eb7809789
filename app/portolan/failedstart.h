// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace portolan::app {

//! Says in a window of its own why the program did not start, and returns when it was read: who
//! starts it from a menu sees no error output. Needs a QApplication and no running event loop.
void showFailedStart(const Error &error);

} // namespace portolan::app
