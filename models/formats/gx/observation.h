// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/formats/json/value.h"

namespace portolan::formats::gx {

//! Fills in how \a result, an entry of "results", ended and what was found. Nothing is kept of the
//! values of the data: no unexpected values, no texts that were observed, no tracebacks, no
//! queries.
void readOutcome(const json::Json &result, const QString &type, domain::CheckRun &run);

} // namespace portolan::formats::gx
