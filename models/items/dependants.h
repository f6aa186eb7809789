// SPDX-License-Identifier: GPL-3.0-or-later
// Who is made from a thing, as far as the lineage knows: what a change of it, or its end, reaches.
// Pure; any thread.
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/lineage/graph.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <vector>

namespace portolan::items {

//! A product that reads another thing, by itself or through others; or what belongs to no product.
struct Dependant
{
    QUuid id;
    domain::EntityKind kind = domain::EntityKind::Product;
    QString type; //!< of an asset
    QString label;
    QString owner; //!< name of who answers for it; empty where nobody does
    QStringList domain;
    int steps = 1; //!< 1: it reads the thing itself; else how many of them stand one behind another

    bool operator==(const Dependant &) const = default;
};

//! What depends on a thing, nearest first, products before other things, by the id of the thing.
using Dependants = QHash<QUuid, QList<Dependant>>;

//! What \a graph knows of each of \a things, which are ports, products or assets. With a port goes
//! the asset that it shows: whoever reads that one reads the port. A product does not depend on
//! itself.
Dependants dependantsOf(const domain::LineageGraph &graph, const QList<QUuid> &things);

//! What counts as one: the product of \a node, else the thing itself.
const QUuid &holderOf(const domain::LineageNode &node);

//! The nodes that stand for \a thing in \a graph, whose arcs are \a arcs; with an output port the
//! assets that it shows.
std::vector<lineage::NodeIndex> nodesShowing(const domain::LineageGraph &graph,
                                             const lineage::Graph &arcs, const QUuid &thing);

//! All of \a lists in one, each once and as near as it is in any of them.
QList<Dependant> together(const QList<QList<Dependant>> &lists);

//! "5 products · 2 other things · 4 owners"; "nothing that is known".
QString dependantsText(const QList<Dependant> &dependants);

//! "reads it itself", "2 steps away".
QString stepsText(int steps);

} // namespace portolan::items
