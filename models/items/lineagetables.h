// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage as text for other programs: one writer for the window and for the command line, so that a
// script reads the files of both. Any thread; everything is written, whatever the size.
#pragma once

#include "models/domain/lineagegraph.h"

#include <QString>

#include <span>

class QIODevice;

namespace portolan::items {

//! What of a graph is written: indexes into its nodes and links, ascending.
struct LineagePart
{
    const domain::LineageGraph &graph;
    std::span<const int> nodes;
    std::span<const int> links;
    bool isComparison = false; //!< of two days: each edge says how it changed
    bool isFiltered = false; //!< each edge says whether it stands for ways through what is left out
};

//! "added", "removed", "changed"; empty for none. Never translated.
QString changeWord(domain::LineageChange change);
//! "dataset" or "field".
QString levelWord(domain::LineageLevel level);

//! from,fromField,to,toField,level,job by native id (cli.md), change in a comparison, and bridge
//! ("true" or nothing) of what is filtered; RFC 4180 but for cells that a spreadsheet would take
//! for a formula, which begin with an apostrophe.
void writeLineageCsv(const LineagePart &part, QIODevice &device);

//! A digraph for Graphviz, nodes named by native id. Edges between columns are labelled with them,
//! and have the attributes fromField, toField, job and change; bridges are dotted. Control
//! characters, which an identifier cannot hold, are written as \x and their number.
void writeLineageDot(const LineagePart &part, QIODevice &device);

} // namespace portolan::items
