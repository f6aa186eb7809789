// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/lineageselection.h"
#include "models/domain/entity.h"
#include "models/domain/lineagegraph.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QUuid>

class QIODevice;

namespace portolan::cli {

//! Lineage that is to be written, and what its parts are called.
struct LineageDocument
{
    const domain::LineageGraph &graph;
    LineageSelection selection;
    QHash<QUuid, domain::Entity> entities; //!< of the selected nodes, as far as they are known
    QHash<QUuid, QString> accountNames;
    QJsonObject head; //!< members of the document beyond nodes and edges
};

class LineagePicture;

//! The document of cli.md; with \a picture each node and edge has its place.
void writeLineageJson(const LineageDocument &document, QIODevice &device,
                      const LineagePicture *picture = nullptr);
//! from,fromField,to,toField,level,job, and change where two dates are compared.
void writeLineageCsv(const LineageDocument &document, QIODevice &device);
//! A digraph in the language of Graphviz, nodes named by native id.
void writeLineageDot(const LineageDocument &document, QIODevice &device);
//! Rows for a person.
void printLineage(const LineageDocument &document);

} // namespace portolan::cli
