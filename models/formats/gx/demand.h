// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"

#include <QString>

namespace portolan::formats::gx {

//! What the expectation \a type with the arguments \a kwargs asks for, in words: "between 1 and 5",
//! "not null, at least 95 %". Empty when its arguments do not say so.
QString demandOf(const QString &type, const json::Json &kwargs);

//! Whether a bound among \a kwargs is an instant.
bool boundsAreTimes(const json::Json &kwargs);

} // namespace portolan::formats::gx
