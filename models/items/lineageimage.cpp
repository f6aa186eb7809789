// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageexport.h"
#include "models/items/lineagepainter.h"
#include "models/items/pngwriter.h"

#include <QImage>
#include <QPdfWriter>

#include <cmath>

namespace portolan::items {
namespace {

constexpr double margin = 16;
constexpr int tileWidth = 4096; // rasters reckon exactly up to 32,767 pixels only
constexpr qint64 stripBytes = 256 << 20; // a picture of millions of pixels' width takes that much
constexpr double longestPage = 14'400; // points; viewers refuse more (PDF 1.7, annex C)
constexpr double pointsPerPixel = 0.75;

//! \a look with text of the usual size: the boxes of a file are of that size, however large text
//! is in the window. Whoever wants it larger enlarges the file.
LineageLook forFile(LineageLook look)
{
    const LineageLook usual;
    look.small.setPointSizeF(usual.small.pointSizeF());
    look.body.setPointSizeF(usual.body.pointSizeF());
    look.title.setPointSizeF(usual.title.pointSizeF());
    return look;
}

} // namespace

Result<void> writeLineagePng(const LineageScene &scene, const LineageLook &look, double scale,
                             QIODevice &device)
{
    const auto whole = scene.bounds.adjusted(-margin, -margin, margin, margin);
    const auto width = qint64(std::ceil(whole.width() * scale));
    const auto height = qint64(std::ceil(whole.height() * scale));
    const auto rows =
        std::clamp<qint64>(stripBytes / (width * 4), 1, std::min<qint64>(height, 512));
    const LineageMarks marks;
    const auto usual = forFile(look);
    LineageIcons icons;
    LineagePainter picture(scene, usual, marks, icons);
    picture.prepareForFile(false);
    PngWriter png(device, quint32(width), quint32(height));
    std::vector<quint32> strip(std::size_t(width * rows));
    QImage tile(int(std::min<qint64>(width, tileWidth)), int(rows), QImage::Format_RGB32);
    for (qint64 top = 0; top < height; top += rows) {
        for (qint64 left = 0; left < width; left += tile.width()) {
            const LineageView view{whole.topLeft() + QPointF(double(left), double(top)) / scale,
                                   scale, QSizeF(tile.size())};
            QPainter painter(&tile);
            picture.paint(painter, view);
            painter.end();
            const auto used = std::min<qint64>(tile.width(), width - left);
            for (int row = 0; row < tile.height(); ++row)
                std::copy_n(reinterpret_cast<const quint32 *>(tile.constScanLine(row)), used,
                            strip.begin() + row * width + left);
        }
        for (qint64 row = 0; row < std::min(rows, height - top); ++row)
            png.addRow(strip.data() + row * width);
    }
    if (!png.finish())
        return failure(Error::Kind::DiskFull, device.errorString());
    return {};
}

Result<void> writeLineagePdf(const LineageScene &scene, const LineageLook &look, QIODevice &device)
{
    const auto whole = scene.bounds.adjusted(-margin, -margin, margin, margin);
    const double longest = std::max(whole.width(), whole.height()) * pointsPerPixel;
    const double shrink = std::min(1.0, longestPage / longest);
    QPdfWriter writer(&device);
    writer.setCreator(QStringLiteral("Portolan"));
    writer.setResolution(96);
    writer.setPageSize(QPageSize(whole.size() * pointsPerPixel * shrink, QPageSize::Point, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer))
        return failure(Error::Kind::DiskFull, device.errorString());
    painter.scale(shrink, shrink);
    const LineageMarks marks;
    const auto usual = forFile(look);
    LineageIcons icons;
    LineagePainter picture(scene, usual, marks, icons);
    picture.prepareForFile(true);
    picture.paint(painter, {whole.topLeft(), 1, whole.size()});
    if (!painter.end())
        return failure(Error::Kind::DiskFull, device.errorString());
    return {};
}

} // namespace portolan::items
