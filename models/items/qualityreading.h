// SPDX-License-Identifier: GPL-3.0-or-later
// What the quality pane and the command line show, read from the store and worked out. Everything
// here blocks: it is called in the pool, or by a program without a window.
#pragma once

#include "models/base/result.h"
#include "models/items/qualityvalues.h"
#include "models/store/store.h"

#include <QUuid>

namespace portolan::items {

//! The overview of \a period; figures and checks as of its end.
[[nodiscard]] Result<QualityBoard> readBoard(store::Store &store, const Period &period);

//! The page of the SLO \a id. NotFound when it is gone.
[[nodiscard]] Result<SloStory> readSlo(store::Store &store, const QUuid &id, const Period &period);

//! The page of the check \a id. NotFound when it is gone.
[[nodiscard]] Result<CheckStory> readCheck(store::Store &store, const QUuid &id,
                                           const Period &period);

//! Incidents that are open at the end of \a period or were resolved in it, worst first, with what
//! people did about them until \a doneUntil; all of it when that is null.
[[nodiscard]] Result<QList<Incident>> readIncidents(store::Store &store, const Period &period,
                                                    const QDateTime &doneUntil = {});

//! What deserves a check, by domain and asset.
[[nodiscard]] Result<QList<CoverageRow>> readCoverage(store::Store &store);

} // namespace portolan::items
