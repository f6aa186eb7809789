// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace portolan::items {

//! Paints our line icons into pictures: as lines where the device keeps lines, else from images
//! that are kept. Belongs to one thread at a time.
class LineageIcons
{
public:
    //! Paints the icon called \a name into \a rect, in device-independent pixels, in one colour.
    void paint(QPainter &painter, const QRectF &rect, const QString &name, const QColor &colour);

private:
    QHash<QString, QImage> m_images;
};

} // namespace portolan::items
