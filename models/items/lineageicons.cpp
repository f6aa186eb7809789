// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageicons.h"

#include <QPaintEngine>
#include <QSvgRenderer>

#include "resources/icons/icons.h"
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

//! Qt's renderer paints currentColor black.
QByteArray coloured(const QString &name, const QColor &colour)
{
    auto bytes = resources::iconBytes(name);
    bytes.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    return bytes;
}

} // namespace

void LineageIcons::paint(QPainter &painter, const QRectF &rect, const QString &name,
                         const QColor &colour)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        QSvgRenderer renderer(coloured(name, colour));
        if (renderer.isValid())
            renderer.render(&painter, rect);
        return;
    }
    const double ratio = std::max(1.0, std::abs(painter.deviceTransform().m11()));
    const int pixels = int(std::ceil(rect.width() * ratio));
    const auto key = u"%1/%2/%3"_s.arg(name).arg(pixels).arg(colour.rgba());
    auto known = m_images.constFind(key);
    if (known == m_images.constEnd()) {
        QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QSvgRenderer renderer(coloured(name, colour));
        if (renderer.isValid()) {
            QPainter inside(&image);
            inside.setRenderHint(QPainter::Antialiasing);
            renderer.render(&inside);
        }
        known = m_images.insert(key, image);
    }
    painter.drawImage(rect, *known);
}

} // namespace portolan::items
