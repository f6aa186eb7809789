// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "models/base/result.h"

#include <QDateTime>
#include <QString>

namespace portolan::cli {

//! The instant that \a text names, in UTC: a date is the end of its day. A Usage error shows how to
//! write it.
[[nodiscard]] Result<QDateTime> timeOf(const QString &text);

//! What --at says; null when it was not given.
[[nodiscard]] Result<QDateTime> instantOf(const Arguments &arguments);

} // namespace portolan::cli
