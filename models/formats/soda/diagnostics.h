// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/formats/json/value.h"
#include "models/formats/soda/metrics.h"

#include <QString>

namespace portolan::formats::soda {

//! What \a check asks for, in words: "at most 5 %, warns unless at most 0.5 %". \a metric is what
//! it measures.
QString demandOf(const json::Json &check, const QString &metric);

//! Fills in how \a check ended and what was found. Freshness is measured in milliseconds and told
//! in seconds. An outcome of null is an error: it was not evaluated.
void readOutcome(const json::Json &check, const QString &metric, const Metrics &metrics,
                 domain::CheckRun &run);

} // namespace portolan::formats::soda
