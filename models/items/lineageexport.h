// SPDX-License-Identifier: GPL-3.0-or-later
// A picture, or what is in it, as a file. Every function may be called in any thread and writes
// everything, whatever the size.
#pragma once

#include "models/base/result.h"
#include "models/items/lineagelook.h"
#include "models/items/lineagescene.h"

#include <QIODevice>

namespace portolan::items {

//! What a lineage is written as.
enum class LineageFormat { Png, Svg, Pdf, Dot, Csv, Json };

//! The ending of files of \a format, without dot.
QString lineageSuffix(LineageFormat format);

//! One line for each link: from,fromField,to,toField,level,job, with native ids; of two days that
//! are compared (\a isComparison) also change: added, removed, changed or nothing.
QByteArray lineageCsv(const LineageScene &scene, bool isComparison = false);

//! A digraph for Graphviz; nodes are named by their native ids, and edges that differ between two
//! days say how in the attribute change.
QByteArray lineageDot(const LineageScene &scene);

//! Nodes and edges as the command line prints them, with the places of the picture.
QByteArray lineageJson(const LineageScene &scene);

//! The picture as text; each edge has the title "from->to".
QByteArray lineageSvg(const LineageScene &scene, const LineageLook &look);

//! The picture in device pixels, \a scale for each unit; written strip by strip, so that memory
//! does not grow with it.
[[nodiscard]] Result<void> writeLineagePng(const LineageScene &scene, const LineageLook &look,
                                           double scale, QIODevice &device);

//! The picture on one page of its own size, made smaller where pages cannot be as large.
[[nodiscard]] Result<void> writeLineagePdf(const LineageScene &scene, const LineageLook &look,
                                           QIODevice &device);

//! Writes \a scene to \a file, all of it or nothing; \a isComparison as for lineageCsv().
[[nodiscard]] Result<void> writeLineage(const LineageScene &scene, const LineageLook &look,
                                        LineageFormat format, const QString &file,
                                        bool isComparison = false);

} // namespace portolan::items
