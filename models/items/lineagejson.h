// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage as the document of cli.md: one writer for the window and for the command line.
#pragma once

#include "models/domain/entity.h"
#include "models/items/lineagetables.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QUuid>

#include <functional>

class QIODevice;

namespace portolan::items {

//! What the parts of a lineage are called. What is missing is written as far as the graph knows it.
struct LineageNames
{
    QHash<QUuid, domain::Entity> entities; //!< by our id
    QHash<QUuid, QString> accounts;
};

//! Where the parts of a lineage stand in a picture.
struct LineagePlacing
{
    std::function<QRectF(int)> rectOf; //!< by node of the graph
    std::function<QList<QPointF>(int)> pointsOf; //!< by link of the graph
};

//! Writes \a part in the shape that cli.md promises: \a head are the members before the nodes and
//! edges, "format" among them; \a placing may be null. Nodes in the order of the part, edges by the
//! ids of their ends and by their columns. Any thread; everything is written, whatever the size.
void writeLineageJson(const LineagePart &part, const LineageNames &names, const QJsonObject &head,
                      QIODevice &device, const LineagePlacing *placing = nullptr);

} // namespace portolan::items
