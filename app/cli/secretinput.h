// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/secret.h"

#include <QString>

namespace portolan::cli {

//! One line of standard input as a secret, without its end; on a terminal \a prompt asks for it,
//! and what is typed is not shown. A Usage error where nothing comes. Reads no further than the
//! line: the next secret stands in the next one.
[[nodiscard]] Result<Secret> readSecret(const QString &prompt);

} // namespace portolan::cli
