// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/formats/openslo/object.h"

#include <optional>

namespace portolan::formats::openslo {

//! Fills \a slo with what \a indicator, whose sources are all ours, and \a objective of \a object
//! say is measured. Answers what keeps it from being evaluated, if anything does.
std::optional<domain::Finding> makeEvaluable(domain::Slo &slo, const Object &object,
                                             const Indicator &indicator,
                                             const Objective &objective);

} // namespace portolan::formats::openslo
