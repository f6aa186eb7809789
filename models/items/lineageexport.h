// SPDX-License-Identifier: GPL-3.0-or-later
// A picture, or what is in it, as a file. Every function may be called in any thread and writes
// everything, whatever the size.
#pragma once

#include "models/base/result.h"
#include "models/items/lineagelook.h"
#include "models/items/lineagescene.h"

#include <QIODevice>

#include <array>
#include <optional>

namespace portolan::items {

//! What a lineage is written as.
enum class LineageFormat { Png, Svg, Pdf, Dot, Csv, Json };

inline constexpr std::array allLineageFormats{LineageFormat::Png, LineageFormat::Svg,
                                              LineageFormat::Pdf, LineageFormat::Dot,
                                              LineageFormat::Csv, LineageFormat::Json};

//! The ending of files of \a format, without dot.
QString lineageSuffix(LineageFormat format);

//! The format that the ending of \a file names; empty for any other.
std::optional<LineageFormat> lineageFormatOf(const QString &file);

//! The edges of \a scene as CSV or DOT (\a format), as the command line writes them
//! (lineagetables.h).
QByteArray lineageText(const LineageScene &scene, LineageFormat format, bool isComparison = false);

//! Nodes and edges as the command line prints them (cli.md, lineage), with the places of the
//! picture; accounts by id.
QByteArray lineageJson(const LineageScene &scene);

//! The picture as text; each edge has the title "from->to".
QByteArray lineageSvg(const LineageScene &scene, const LineageLook &look);

//! The picture in device pixels, \a scale for each unit; written strip by strip, so that memory
//! does not grow with it.
[[nodiscard]] Result<void> writeLineagePng(const LineageScene &scene, const LineageLook &look,
                                           double scale, QIODevice &device);

//! The picture on a page of its own size, or on several where pages cannot be as large.
[[nodiscard]] Result<void> writeLineagePdf(const LineageScene &scene, const LineageLook &look,
                                           QIODevice &device);

//! Writes \a scene to \a file, all of it or nothing; \a isComparison as for lineageText().
[[nodiscard]] Result<void> writeLineage(const LineageScene &scene, const LineageLook &look,
                                        LineageFormat format, const QString &file,
                                        bool isComparison = false);

} // namespace portolan::items
