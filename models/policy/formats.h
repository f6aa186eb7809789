// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

#include <QString>

#include <optional>

namespace portolan::policy {

//! Whether all of \a text is written as \a parameters have it (standard, else pattern). Unknown for
//! a text of more than 1,000 characters, and where the pattern is none or gives up.
std::optional<bool> isWrittenAs(const domain::PolicyParameters &parameters, const QString &text);

} // namespace portolan::policy
