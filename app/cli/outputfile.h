// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <functional>

class QIODevice;

namespace portolan::cli {

struct Arguments;

//! The file that --output names, empty where nothing does. A Usage error for an empty name, which
//! a script has for a variable that is not set: its file would be on stdout.
[[nodiscard]] Result<QString> outputOf(const Arguments &arguments);

//! The --format asked for, in lower case, or \a otherwise. A Usage error for one that is no JSON
//! beside --json, which promises one document of it.
[[nodiscard]] Result<QString> formatOf(const Arguments &arguments, const QString &otherwise);

//! Calls \a write for the file at \a path, or for stdout where that is empty. A regular file is
//! replaced once the new one is whole; a device or pipe is written into, and stays what it is. An
//! error when not everything arrived.
Result<void> writeFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write);

} // namespace portolan::cli
