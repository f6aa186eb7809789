// SPDX-License-Identifier: GPL-3.0-or-later
// Where the fields of a thing go already, as far as the lineage tells it field by field: what one
// who may read them could read elsewhere. Pure; any thread.
#pragma once

#include "models/domain/lineagegraph.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::items {

//! Into how much one field flows, outside of the product that has it.
struct FieldFlow
{
    bool isKnown = false; //!< false: of this thing no lineage is told field by field
    int fields = 0;
    int products = 0; //!< that have these fields
    int others = 0; //!< things of no product that have some of them

    bool operator==(const FieldFlow &) const = default;
};

//! By the id of the thing, and the path of the field.
using FieldFlows = QHash<QUuid, QHash<QString, FieldFlow>>;

//! What \a graph knows of \a fields, which are paths by the id of their thing. With a port goes the
//! asset that it shows.
FieldFlows fieldFlowsOf(const domain::LineageGraph &graph, const QHash<QUuid, QStringList> &fields);

//! "17 fields in 8 products", "3 fields in 2 things" where not all belong to products, "none that
//! is known", "not told by field".
QString fieldFlowText(const FieldFlow &flow);

} // namespace portolan::items
