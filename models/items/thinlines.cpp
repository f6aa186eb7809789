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

    //! From \a from to \a to: at each pixel along its longer extent those across it take the colour
    //! by how much of them it covers (after Wu, 1991).
    void draw(QPointF from, QPointF to, double width)
    {
        if (!clip(from, to, width + 1))
            return;
        const double dx = to.x() - from.x();
        const double dy = to.y() - from.y();
        const bool isFlat = std::abs(dx) >= std::abs(dy);
        if (isFlat ? dx < 0 : dy < 0)
            std::swap(from, to);
        const double begin = isFlat ? from.x() : from.y();
        const double end = isFlat ? to.x() : to.y();
        const double other = isFlat ? from.y() : from.x();
        const double slope = end > begin ? ((isFlat ? to.y() : to.x()) - other) / (end - begin) : 0;
        // A slanted line is as wide as a level one, measured across it.
        const auto half = qint64(width * std::sqrt(1 + slope * slope) * 32768);
        // Sixteen bits behind the point are exact enough for the width of any image. The pixel in
        // which a piece ends belongs to the one that follows it: none is coloured twice.
        const auto first = std::max(int(std::floor(begin)), 0);
        const auto last = std::min(int(std::floor(end)), (isFlat ? m_right : m_bottom) + 1);
        auto middle = qint64((other + slope * (first - begin)) * 65536) + 32768;
        const auto step = qint64(slope * 65536);
        for (int along = first; along < last; ++along, middle += step) {
            if (isFlat)
                across(m_bits + along, m_stride, m_bottom, middle - half, middle + half);
            else
                across(m_bits + along * m_stride, 1, m_right, middle - half, middle + half);
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

    //! Cuts a line to the image and \a margin pixels around it (Liang and Barsky); false when
    //! nothing is left. Where its middle has left the image, half of its width has not.
    bool clip(QPointF &from, QPointF &to, double margin) const
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
        const double right = m_right + 1 + margin;
        const double bottom = m_bottom + 1 + margin;
        if (!cut(-dx, from.x() + margin) || !cut(dx, right - from.x())
            || !cut(-dy, from.y() + margin) || !cut(dy, bottom - from.y()))
            return false;
        const auto start = from;
        from = start + QPointF(dx, dy) * enter;
        to = start + QPointF(dx, dy) * leave;
        return true;
    }

    quint32 *m_bits;
    qsizetype m_stride;
    int m_right;
    int m_bottom;
    quint32 m_share; //!< of the colour, of 256
    QRgb m_colour;
};

bool isFlat(const QLineF &line)
{
    return std::abs(line.dx()) >= std::abs(line.dy());
}

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
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto line = transform.map(lines.at(i));
        // Where a flat piece is followed by a steep one, the pixel of their corner belongs to both:
        // one goes by columns, the other by rows, and neither has it for certain.
        const bool isTurn = i + 1 < lines.size() && lines.at(i + 1).p1() == lines.at(i).p2()
            && isFlat(lines.at(i + 1)) != isFlat(line);
        if (isTurn && line.length() > 0)
            line.setLength(line.length() + 1);
        raster.draw(line.p1(), line.p2(), pixels);
    }
}

} // namespace portolan::items
