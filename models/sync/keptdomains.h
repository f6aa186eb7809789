// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/platforms/platform.h"
#include "models/store/store.h"

#include <QList>

namespace portolan::sync {

//! Compares the domains that \a account is to keep (its option "domains") with those that the store
//! has from it, once all of it was read: a finding for each that is not there, by name, path or
//! native id in any case. An error of the kind Usage where none of them is: then everything would
//! be taken out for what is most likely a typing mistake. Nothing where all domains are kept.
//! Blocks.
[[nodiscard]] Result<QList<domain::Finding>>
missingDomains(store::Store &store, const platforms::AccountSettings &account);

} // namespace portolan::sync
