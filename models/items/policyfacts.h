// SPDX-License-Identifier: GPL-3.0-or-later
// What only policies of platforms are told: who somebody is, and how a product does. What cannot be
// read is not known. Every function blocks, and may be called from any thread but the window's.
#pragma once

#include "models/domain/access.h"
#include "models/domain/entity.h"
#include "models/policy/facts.h"
#include "models/store/store.h"

namespace portolan::items {

//! What the catalogue knows of \a actor, whom it finds by the e-mail address. Where several
//! accounts know them, teams unite.
policy::AskerFacts askerFactsOf(store::Store &store, const domain::Actor &actor);

//! Adds to \a facts the team that answers for the product of \a page, and how it does now.
void addStanding(policy::ProductFacts &facts, store::Store &store, const domain::Page &page);

} // namespace portolan::items
