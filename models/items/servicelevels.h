// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/qualityvalues.h"
#include "models/store/store.h"

#include <QDateTime>
#include <QList>

namespace portolan::items {

//! How far before \a at evidence counts for \a slo: its window, its longest burn window, and the
//! time a verdict holds.
QDateTime evidenceSince(const domain::Slo &slo, const QDateTime &at);

//! How \a rows stand at \a at, in their order. Blocks while the store is asked: for the pool and
//! the command line. Evidence is held for a few hundred at a time.
[[nodiscard]] Result<QList<ServiceLevel>>
levelsOf(store::Store &store, const QList<store::SloRow> &rows, const QDateTime &at);

//! How one stands, from what was read of it.
ServiceLevel levelOf(const store::SloRow &row, const store::SloEvidence &evidence,
                     const QDateTime &at);

//! Worst state first, of a state the least budget, then by name.
bool isWorse(const ServiceLevel &left, const ServiceLevel &right);

//! What is kept of \a levels for badges and search.
QList<store::SloStanding> standingsOf(const QList<ServiceLevel> &levels, const QDateTime &at);

} // namespace portolan::items
