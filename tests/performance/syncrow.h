// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/bench.h"

namespace portolan::performance {

//! What a fresh process of the bench does for the rows of syncs: \a mode is "sync:ADDRESS",
//! "plain:" or "fetch:ADDRESS", the setting's folder that of the profile, beside the pages.
void runSyncChild(const QString &mode, const Setting &setting);

} // namespace portolan::performance
