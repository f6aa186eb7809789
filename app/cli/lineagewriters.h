// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/lineageselection.h"
#include "models/items/lineagejson.h"

#include <QJsonObject>

class QIODevice;

namespace portolan::cli {

//! Lineage that is to be written, and what its parts are called.
struct LineageDocument
{
    const domain::LineageGraph &graph;
    LineageSelection selection;
    items::LineageNames names; //!< of the selected nodes, as far as they are known
    QJsonObject head; //!< members of the document beyond nodes and edges
};

class LineagePicture;

//! The document of cli.md; with \a picture each node and edge has its place.
void writeLineageJson(const LineageDocument &document, QIODevice &device,
                      const LineagePicture *picture = nullptr);
//! The same for the writers that the window uses as well.
items::LineagePart partOf(const LineageDocument &document);
//! Rows for a person.
void printLineage(const LineageDocument &document);

} // namespace portolan::cli
