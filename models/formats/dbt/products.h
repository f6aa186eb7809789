// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/dbt/manifest.h"

namespace portolan::formats::dbt {

//! The team that owns \a group.
domain::Record teamOf(const Group &group);
//! The person who owns \a owned, whose ownerId is a person's.
domain::Record personOf(const domain::Record &owned);
//! \a product with arrows to its ports and its owner.
domain::Record productOf(const Manifest &manifest, const Product &product);
//! \a port, a public model that \a product offers.
domain::Record portOf(const Manifest &manifest, const Product &product, const Port &port);

} // namespace portolan::formats::dbt
