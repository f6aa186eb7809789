// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <functional>

class QIODevice;

namespace portolan::cli {

//! Calls \a write for the file at \a path, or for stdout where that is empty. A regular file is
//! replaced once the new one is whole; a device or pipe is written into, and stays what it is. An
//! error when not everything arrived.
Result<void> writeFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write);

} // namespace portolan::cli
