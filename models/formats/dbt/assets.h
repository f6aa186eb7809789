// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/dbt/manifest.h"
#include "models/formats/json/value.h"

namespace portolan::formats::dbt {

//! The asset that \a node of \a manifest describes; \a json is its parsed text, \a catalogEntry its
//! entry in the catalog, or null. Native documents are the caller's.
domain::Record assetOf(const Manifest &manifest, const Node &node, const Json &json,
                       const Json &catalogEntry);

//! An asset of which only the catalog knows, as \a uniqueId.
domain::Record assetOfCatalog(const QString &uniqueId, const Json &catalogEntry);

} // namespace portolan::formats::dbt
