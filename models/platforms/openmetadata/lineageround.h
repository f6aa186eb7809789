// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/pullcontext.h"

namespace portolan::platforms::openmetadata {

//! Asks for the lineage of \a errands, \a depth steps up from each, and adds it to \a page. With
//! more than one step, what an answer told in passing is not asked for. What the server will not
//! say of one of them is a finding.
[[nodiscard]] Result<void> readLineage(PullContext &context, const QList<LineageErrand> &errands,
                                       Page &page, int depth);

//! Goes on with the round through the lineage of all assets, some thousand in one pull, behind all
//! else. A round that ended is followed by the next one a day later: no event tells of lineage.
[[nodiscard]] Result<void> goOnWithLineage(PullContext &context);

} // namespace portolan::platforms::openmetadata
