// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/store.h"

#include <QString>

namespace portolan::cli {

//! The one thing that \a reference means: an id, a native id, a field, or a name that only one has.
//! A NotFound error that lists them when it is several.
[[nodiscard]] Result<store::Resolved> resolveOne(store::Store &store, const QString &reference);

//! What an account calls the thing that \a reference led to, \a found, where it was named so: that
//! is meant then, and not what others call the same. Empty for our own ids, and for what people
//! call it, even if it is an account's id as well.
QString nativeIdIn(const QString &reference, const store::Resolved &found);

} // namespace portolan::cli
