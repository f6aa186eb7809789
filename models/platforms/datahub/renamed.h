// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/api.h"
#include "models/platforms/datahub/events.h"

#include <QSet>

namespace portolan::platforms::datahub {

//! Whether \a change gives a tag, a term, a person or a group another name, or a term another
//! place. Things are shown with these names, and no event tells of the things.
bool isRenaming(const Change &change);

//! Adds to \a users what is shown with the name of \a urn: what has that tag or term, also in a
//! field, or is owned by that person or group. False where that is so much that everything is
//! better read anew.
[[nodiscard]] Result<bool> addUsersOf(const QString &urn, const Api &api, QSet<QString> &users);

} // namespace portolan::platforms::datahub
