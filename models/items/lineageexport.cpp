// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageexport.h"

#include <QFileInfo>
#include <QSaveFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

namespace {

//! Has \a write fill \a file: it is there whole, or as it was before.
template <typename Write>
Result<void> writeWhole(const QString &file, Write write)
{
    QSaveFile device(file);
    if (!device.open(QIODevice::WriteOnly))
        return failure(Error::Kind::BadInput, device.errorString());
    if (const Result<void> done = write(device); !done)
        return done;
    if (!device.commit())
        return failure(Error::Kind::DiskFull, device.errorString());
    return {};
}

} // namespace

QString lineageSuffix(LineageFormat format)
{
    static const std::array suffixes{u"png"_s, u"svg"_s, u"pdf"_s, u"dot"_s, u"csv"_s, u"json"_s};
    return suffixes[std::size_t(format)];
}

std::optional<LineageFormat> lineageFormatOf(const QString &file)
{
    const auto ending = QFileInfo(file).suffix().toLower();
    for (const auto format : allLineageFormats) {
        if (ending == lineageSuffix(format))
            return format;
    }
    return {};
}

bool isPicture(LineageFormat format)
{
    return format == LineageFormat::Png || format == LineageFormat::Svg
        || format == LineageFormat::Pdf;
}

Result<void> writeLineagePicture(const LineageScene &scene, const LineageLook &look,
                                 LineageFormat format, const QString &file)
{
    return writeWhole(file, [&](QIODevice &device) -> Result<void> {
        if (format == LineageFormat::Png)
            return writeLineagePng(scene, look, lineagePngScale(scene), device);
        if (format == LineageFormat::Pdf)
            return writeLineagePdf(scene, look, device);
        device.write(lineageSvg(scene, look));
        return {};
    });
}

Result<void> writeLineageTable(const LineagePart &part, const LineageNames &names,
                               const QJsonObject &head, LineageFormat format, const QString &file)
{
    return writeWhole(file, [&](QIODevice &device) -> Result<void> {
        if (format == LineageFormat::Dot)
            writeLineageDot(part, device);
        else if (format == LineageFormat::Csv)
            writeLineageCsv(part, device);
        else
            writeLineageJson(part, names, head, device);
        return {};
    });
}

} // namespace portolan::items
