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
constexpr double mostPixels = 300e6;
constexpr double mostDoubled = 400e6;
constexpr double leastScale = 0.15; // boxes of four pixels: of smaller ones nothing is seen
constexpr qint64 stripBytes = 256 << 20; // a picture of millions of pixels' width takes that much
constexpr int longestPage = 14'400; // points; viewers refuse more (PDF 1.7, annex C)
constexpr double pixelsPerPoint = 4.0 / 3;

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

//! \a length in points as equal pages, each of whole points.
struct Pages
{
    explicit Pages(double pixels)
        : count(std::max(1, int(std::ceil(pixels / pixelsPerPoint / longestPage))))
        , length(std::max(1, int(std::ceil(pixels / pixelsPerPoint / count))))
    {
    }

    int count;
    int length; //!< of each
};

} // namespace

double lineagePngScale(const LineageScene &scene)
{
    const auto area = (scene.bounds.width() + 2 * margin) * (scene.bounds.height() + 2 * margin);
    if (4 * area <= mostDoubled)
        return 2;
    return std::clamp(std::sqrt(mostPixels / area), leastScale, 1.0);
}

Result<void> writeLineagePng(const LineagePrint &print, double scale, QIODevice &device)
{
    const auto &scene = print.scene;
    const auto whole = scene.bounds.adjusted(-margin, -margin, margin, margin);
    const auto width = qint64(std::ceil(whole.width() * scale));
    const auto height = qint64(std::ceil(whole.height() * scale));
    const auto rows =
        std::clamp<qint64>(stripBytes / (width * 4), 1, std::min<qint64>(height, 512));
    const auto usual = forFile(print.look);
    LineageIcons icons;
    LineagePainter picture(scene, usual, print.marks, icons);
    picture.prepareForFile(false);
    PngWriter png(device, quint32(width), quint32(height));
    std::vector<quint32> strip(std::size_t(width * rows));
    QImage tile(int(std::min<qint64>(width, tileWidth)), int(rows), QImage::Format_RGB32);
    for (qint64 top = 0; top < height; top += rows) {
        for (qint64 left = 0; left < width; left += tile.width()) {
            if (print.job != nullptr && print.job->isCancelled())
                return failure(Error::Kind::Cancelled, {});
            if (print.job != nullptr)
                print.job->setDone(double(top) + double(rows * left) / double(width),
                                   double(height));
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
        if (png.hasFailed())
            return failure(Error::Kind::DiskFull, device.errorString());
    }
    if (!png.finish())
        return failure(Error::Kind::DiskFull, device.errorString());
    return {};
}

// A drawing that is longer than a page may be goes on on the next one, row by row, in the size in
// which it can be read: made to fit, a long chain would be a line of dust.
Result<void> writeLineagePdf(const LineagePrint &print, QIODevice &device)
{
    const auto &scene = print.scene;
    const auto whole = scene.bounds.adjusted(-margin, -margin, margin, margin);
    const Pages across(whole.width());
    const Pages down(whole.height());
    const QSizeF page(across.length * pixelsPerPoint, down.length * pixelsPerPoint);
    QPdfWriter writer(&device);
    writer.setCreator(QStringLiteral("Portolan"));
    writer.setResolution(96);
    writer.setPageSize(
        QPageSize(QSizeF(across.length, down.length), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer))
        return failure(Error::Kind::DiskFull, device.errorString());
    const auto usual = forFile(print.look);
    LineageIcons icons;
    LineagePainter picture(scene, usual, print.marks, icons);
    picture.prepareForFile(true, print.job);
    for (int row = 0; row < down.count; ++row) {
        for (int column = 0; column < across.count; ++column) {
            if (print.job != nullptr && print.job->isCancelled())
                return failure(Error::Kind::Cancelled, {});
            if (row + column > 0 && !writer.newPage())
                return failure(Error::Kind::DiskFull, device.errorString());
            const QPointF origin(column * page.width(), row * page.height());
            picture.paint(painter, {whole.topLeft() + origin, 1, page});
        }
    }
    if (!painter.end())
        return failure(Error::Kind::DiskFull, device.errorString());
    return {};
}

} // namespace portolan::items
