// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

namespace portolan::items {

//! The part of a picture that is painted: \a origin of the scene lies at 0, 0, and a unit of the
//! scene is \a scale device-independent pixels.
struct LineageView
{
    QPointF origin;
    double scale = 1;
    QSizeF size; //!< device-independent pixels

    QPointF toPixel(QPointF point) const { return (point - origin) * scale; }

    QPointF toScene(QPointF pixel) const { return pixel / scale + origin; }

    QRectF toPixel(const QRectF &rect) const
    {
        return {toPixel(rect.topLeft()), rect.size() * scale};
    }

    //! What of the scene is seen.
    QRectF area() const { return {origin, size / scale}; }

    bool operator==(const LineageView &) const = default;
};

} // namespace portolan::items
