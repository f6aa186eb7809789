// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/edits.h"
#include "models/store/accountstore.h"

namespace portolan::sync {
class Engine;
}

namespace portolan::items {

//! What \a accounts take of edits, as the platforms of \a engine say it.
QList<EditPlace> editPlaces(const QList<store::Account> &accounts, const sync::Engine &engine);

} // namespace portolan::items
