// SPDX-License-Identifier: GPL-3.0-or-later
// A picture, or what is in it, as a file. Every function may be called in any thread and writes
// everything, whatever the size.
#pragma once

#include "models/base/longjob.h"
#include "models/base/result.h"
#include "models/items/lineagejson.h"
#include "models/items/lineagelook.h"
#include "models/items/lineagemarks.h"

#include <QIODevice>

#include <array>
#include <functional>
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

//! A picture that is written: what is in it, and what is laid over it. All of it outlives the
//! writing.
struct LineagePrint
{
    const LineageScene &scene;
    const LineageLook &look;
    const LineageMarks &marks;
    LongJob *job = nullptr; //!< told how far it is; once cancelled, nothing is left of the file
};

//! The picture as text; each edge has the title "from->to".
QByteArray lineageSvg(const LineagePrint &print);
//! The same with nothing laid over it.
QByteArray lineageSvg(const LineageScene &scene, const LineageLook &look);

//! How many pixels a unit of \a scene has in a file: two for what ends in slides, and less than one
//! where the picture would have more pixels than are written in some tens of seconds.
double lineagePngScale(const LineageScene &scene);

//! The picture in device pixels, \a scale for each unit; written strip by strip, so that memory
//! does not grow with it.
[[nodiscard]] Result<void> writeLineagePng(const LineagePrint &print, double scale,
                                           QIODevice &device);
[[nodiscard]] Result<void> writeLineagePng(const LineageScene &scene, const LineageLook &look,
                                           double scale, QIODevice &device);

//! The picture on a page of its own size, or on several where pages cannot be as large.
[[nodiscard]] Result<void> writeLineagePdf(const LineagePrint &print, QIODevice &device);
[[nodiscard]] Result<void> writeLineagePdf(const LineageScene &scene, const LineageLook &look,
                                           QIODevice &device);

//! Writes a picture to \a file, all of it or nothing.
[[nodiscard]] Result<void> writeLineagePicture(const LineagePrint &print, LineageFormat format,
                                               const QString &file);
[[nodiscard]] Result<void> writeLineagePicture(const LineageScene &scene, const LineageLook &look,
                                               LineageFormat format, const QString &file);

//! Whether \a format is a picture, and not a table.
bool isPicture(LineageFormat format);

//! The same for tables, which no picture has to be made for: CSV, DOT, or the document of cli.md
//! with \a names and \a head.
[[nodiscard]] Result<void> writeLineageTable(const LineagePart &part, const LineageNames &names,
                                             const QJsonObject &head, LineageFormat format,
                                             const QString &file, LongJob *job = nullptr);

//! Has \a write fill \a file: afterwards it is there whole, or as it was before. A \a job that is
//! cancelled leaves it as it was, and answers so.
[[nodiscard]] Result<void> writeWhole(const QString &file, LongJob *job,
                                      const std::function<Result<void>(QIODevice &)> &write);

} // namespace portolan::items
