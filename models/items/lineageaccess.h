// SPDX-License-Identifier: GPL-3.0-or-later
// Agreements and open requests, laid over a lineage. Pure; any thread.
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/items/accesssource.h"

#include <QHash>
#include <QString>
#include <QUuid>

namespace portolan::items {

//! What is agreed and asked for, by our ids of ports and products.
using LineageAccessCounts = QHash<QUuid, domain::LineageAccess>;

//! Counts what \a board says: each agreement in force, also one that is renewed already, and each
//! port that somebody waits for, what is in the outbox included. Drafts are nobody's business yet.
LineageAccessCounts accessCounts(const AccessBoard &board);

//! Puts \a counts into the nodes of \a graph. An asset has those of the ports it leads to: whoever
//! may use the port reads the asset.
void addAccess(domain::LineageGraph &graph, const LineageAccessCounts &counts);

//! Whose loss of access is next, as a rank: 0 all is well, 1 somebody waits, 2 an agreement ends
//! soon; -1 where there are none.
int accessRank(const domain::LineageAccess &access);

//! "3 agreements, 1 ends within 30 days, 2 requests wait"; empty where there are none.
QString accessWords(const domain::LineageAccess &access);

} // namespace portolan::items
