// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/store.h"

#include <QString>

namespace portolan::cli {

//! The one thing that \a reference means: an id, a native id, a field, or a name that only one has.
//! A NotFound error that lists them when it is several.
[[nodiscard]] Result<store::Resolved> resolveOne(store::Store &store, const QString &reference);

} // namespace portolan::cli
