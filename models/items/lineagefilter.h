// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a lineage that a query of the filter language finds, with what flows between.
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/domain/query.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::items {

//! The keys that a lineage can be filtered by: those of domain::queryKeys() that its nodes know.
QStringList lineageFilterKeys();

//! The first piece of \a query that says nothing of a lineage, as typed; empty when all do.
QString strangeFilter(const domain::Query &query);

//! Whether \a query finds the node number \a node: each word is in its name, title or native id,
//! equal keys mean "one of", different keys "and". Letters of any case are alike; a domain is meant
//! by its own name, by its path, and by those of the domains it is in. "none" means no value.
bool isFound(const domain::LineageGraph &graph, int node, const domain::Query &query);

//! \a graph with the nodes that \a query finds and those with our ids \a kept, numbered anew. A
//! way from one to another through nothing but what is left out becomes one link of the level of
//! datasets that is a bridge, unless a link leads there anyway. Between two dates, what was removed
//! is no way.
domain::LineageGraph filteredLineage(const domain::LineageGraph &graph, const domain::Query &query,
                                     const QList<QUuid> &kept = {});

//! What may stand behind \a key in a filter of \a graph, each as it has to be written; the word for
//! "no value" last, where some node has none.
QStringList lineageFilterValues(const domain::LineageGraph &graph, const QString &key);

} // namespace portolan::items
