// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <functional>

class QIODevice;

namespace portolan::cli {

//! Calls \a write for the file at \a path. A regular file is replaced once the new one is whole; a
//! device or pipe is written into, and stays what it is.
Result<void> writeFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write);

} // namespace portolan::cli
