// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/items/contractclauses.h"
#include "models/items/qualityvalues.h"

namespace portolan::items {

//! How many days clauses are judged by.
inline constexpr int verdictDays = 28;

//! Whether \a nativeId of \a account is the contract of \a page.
bool isContract(const domain::Page &page, const QUuid &account, const QString &nativeId);

//! How the terms and rules of \a contract stand, as of board.period.to:
//! - a term that is a service level (slo.md, section 4) by the worst of its levels, where these
//!   have its threshold or target: of several terms for one table only the strictest is measured;
//! - timeToDetect, timeToRepair and the like by the incidents of the contract's assets that were
//!   open in the period, errorRate by the check that found the largest share of bad rows;
//! - a rule by the newest run of its check, for as long as a verdict holds at most (slo.md,
//!   section 1);
//! - all others are Unknown, with what would tell.
//! \a board and \a incidents may be about more than this contract. Any thread.
ClauseVerdicts verdictsOf(const domain::Page &contract, const QualityBoard &board,
                          const QList<Incident> &incidents);

} // namespace portolan::items
