// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"

#include <QString>

namespace portolan::items {

//! What a box of a picture stands for, as far as its colour tells.
enum class LineageKind : quint8 {
    Source, //!< where data comes into being: sources, topics, interfaces
    Table, //!< tables, views and files
    Model, //!< what is made by a model, seed or snapshot
    Port, //!< products and their ports
    Job,
    Use //!< dashboards and other uses
};

LineageKind lineageKindOf(const domain::LineageNode &node);

//! The name of the icon of \a node.
QString lineageIconOf(const domain::LineageNode &node);

//! What a person reads as the name of \a node of \a graph, on one line; a port is named with its
//! product, as many of them have the name of what they read.
QString lineageLabelOf(const domain::LineageGraph &graph, const domain::LineageNode &node);

} // namespace portolan::items
