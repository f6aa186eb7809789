// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/thinlines.h"

#include <QImage>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace portolan::items {
namespace {

//! The pixels of an image, and a colour to blend into them.
class Raster
{
public:
    Raster(QImage &image, const QColor &colour, double opacity)
        : m_bits(reinterpret_cast<quint32 *>(image.bits()))
        , m_stride(image.bytesPerLine() / 4)
        , m_right(image.width() - 1)
        , m_bottom(image.height() - 1)
        , m_share(quint32(std::lround(colour.alphaF() * opacity * 256)))
        , m_colour(colour.rgb())
    {
    }

    //! From \a from to \a to: at each step along its longer extent the pixels across it take the
    //! colour by how much of them it covers (after Wu, 1991).
    void draw(QPointF from, QPointF to, double width)
    {
        const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        if (!clip(from, to))
            return;
        const double dx = to.x() - from.x();
        const double dy = to.y() - from.y();
        const bool isFlat = std::abs(dx) >= std::abs(dy);
        const double extent = std::max(std::abs(dx), std::abs(dy));
        const int steps = int(extent) + 1;
        // A slanted line is as wide as a level one, measured across it.
        const double slant = extent > 0 && length > 0 ? std::hypot(dx, dy) / extent : 1;
        const auto half = qint64(width * slant * 32768);
        // Sixteen bits behind the point are exact enough for the width of any image.
        const auto stepX = qint64(dx / steps * 65536);
        const auto stepY = qint64(dy / steps * 65536);
        auto x = qint64(from.x() * 65536);
        auto y = qint64(from.y() * 65536);
        for (int i = 0; i < steps; ++i) {
            if (isFlat)
                across(m_bits + (x >> 16), m_stride, m_bottom, y + 32768 - half, y + 32768 + half);
            else
                across(m_bits + (y >> 16) * m_stride, 1, m_right, x + 32768 - half,
                       x + 32768 + half);
            x += stepX;
            y += stepY;
        }
    }

private:
    //! Covers a row or column of pixels from \a low to \a high.
    void across(quint32 *line, qsizetype stride, int last, qint64 low, qint64 high) const
    {
        const auto first = std::max<qint64>(low >> 16, 0);
        for (auto pixel = first; pixel <= std::min<qint64>(high >> 16, last); ++pixel) {
            const auto begin = std::max(low, pixel << 16);
            const auto end = std::min(high, (pixel + 1) << 16);
            const auto covered = quint32((end - begin) >> 8);
            if (covered > 0)
                blend(line[pixel * stride], m_share * covered >> 8);
        }
    }

    void blend(quint32 &pixel, quint32 share) const
    {
        const quint32 rest = 256 - share;
        const quint32 odd = ((pixel & 0xff00ff) * rest + (m_colour & 0xff00ff) * share) >> 8;
        const quint32 even = ((pixel >> 8) & 0xff) * rest + ((m_colour >> 8) & 0xff) * share;
        pixel = 0xff000000 | (odd & 0xff00ff) | (even & 0xff00);
    }

    //! Cuts a line to the image (Liang and Barsky); false when nothing is left.
    bool clip(QPointF &from, QPointF &to) const
    {
        const double dx = to.x() - from.x();
        const double dy = to.y() - from.y();
        double enter = 0;
        double leave = 1;
        const auto cut = [&](double delta, double room) {
            if (delta == 0)
                return room >= 0;
            const double at = room / delta;
            if (delta < 0)
                enter = std::max(enter, at);
            else
                leave = std::min(leave, at);
            return enter <= leave;
        };
        if (!cut(-dx, from.x()) || !cut(dx, m_right - from.x()) || !cut(-dy, from.y())
            || !cut(dy, m_bottom - from.y()))
            return false;
        const auto start = from;
        from = start + QPointF(dx, dy) * enter;
        to = start + QPointF(dx, dy) * leave;
        const auto inside = [this](QPointF point) {
            return QPointF(std::clamp(point.x(), 0.0, double(m_right)),
                           std::clamp(point.y(), 0.0, double(m_bottom)));
        };
        from = inside(from);
        to = inside(to);
        return true;
    }

    quint32 *m_bits;
    qsizetype m_stride;
    int m_right;
    int m_bottom;
    quint32 m_share; //!< of the colour, of 256
    QRgb m_colour;
};

} // namespace

void drawThinLines(QPainter &painter, const QList<QLineF> &lines, const QColor &colour,
                   double width)
{
    const auto transform = painter.deviceTransform();
    auto *image = painter.device()->devType() == QInternal::Image
        ? static_cast<QImage *>(painter.device())
        : nullptr;
    const bool isPlain = image != nullptr && image->width() > 1 && image->height() > 1
        && transform.type() <= QTransform::TxScale && !painter.hasClipping()
        && (image->format() == QImage::Format_RGB32
            || image->format() == QImage::Format_ARGB32_Premultiplied);
    if (!isPlain) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(lines);
        return;
    }
    Raster raster(*image, colour, painter.opacity());
    const double pixels = width * std::abs(transform.m11());
    for (const auto &line : lines)
        raster.draw(transform.map(line.p1()), transform.map(line.p2()), pixels);
}

} // namespace portolan::items
