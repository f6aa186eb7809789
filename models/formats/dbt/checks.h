// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/dbt/manifest.h"

#include <optional>

namespace portolan::formats::dbt {

//! The check that the test \a node makes. It has no verdict: that is in the run results.
domain::Record checkOf(const Manifest &manifest, const Node &node, const Json &json);

//! The check "freshness:<unique_id>" of a source that says how old its data may be.
std::optional<domain::Record> freshnessCheckOf(const Node &node, const Json &json);

} // namespace portolan::formats::dbt
