// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/store/entityreader.h"
#include "models/store/lineagehistory.h"
#include "models/store/store.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

namespace portolan::store {

//! The lineage as the accounts state it now. Throws.
domain::LineageGraph readLineage(EntityReader &reader, const LineageRequest &request);

//! The lineage as of request.at. Throws.
domain::LineageGraph readLineageAt(EntityReader &reader, const LineageHistory &history,
                                   const LineageRequest &request);

//! The lineage of two times in one, each link with its change. Throws.
domain::LineageGraph readLineageChanges(EntityReader &reader, const LineageHistory &history,
                                        const QDateTime &from, const QDateTime &to,
                                        const LineageRequest &request);

//! What every account says about the edges between two entities. Throws.
QList<LineageFact> readLineageFacts(EntityReader &reader, qint64 source, qint64 target);

} // namespace portolan::store
