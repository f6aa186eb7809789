// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/formats/json/value.h"

namespace portolan::formats::datacontract {

//! Fills in how \a check, an entry of "checks", ended and what was found. A warning without
//! diagnostics was not evaluated, hence skipped, never good; a failure of the evaluation itself is
//! an error.
void readOutcome(const json::Json &check, domain::CheckRun &run);

} // namespace portolan::formats::datacontract
