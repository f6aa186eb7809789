// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/minimap.h"

#include "views/lineage/canvas.h"
#include "views/lineage/look.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace portolan::views::lineage {
namespace {

constexpr double padding = 4;

} // namespace

Minimap::Minimap(Canvas &canvas, QWidget *parent)
    : QWidget(parent)
    , m_canvas(canvas)
{
    setAccessibleName(tr("Minimap"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::CrossCursor);
    connect(&canvas, &Canvas::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&canvas, &Canvas::sceneChanged, this, &Minimap::forget);
}

void Minimap::forget()
{
    m_picture = {};
    update();
}

double Minimap::scale() const
{
    const auto &bounds = m_canvas.scene()->bounds;
    return std::min((width() - 2 * padding) / std::max(1.0, bounds.width()),
                    (height() - 2 * padding) / std::max(1.0, bounds.height()));
}

QRectF Minimap::place() const
{
    QRectF place(QPointF(), m_canvas.scene()->bounds.size() * scale());
    place.moveCenter(QRectF(rect()).center());
    return place;
}

//! Each box as a mark of its kind's colour; a box too small for a pixel takes one all the same.
void Minimap::paintPicture()
{
    const double ratio = devicePixelRatioF();
    m_picture = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    m_picture.setDevicePixelRatio(ratio);
    const auto tokens = tokensOf(this);
    m_picture.fill(tokens(Colour::Alternate));
    const auto look = lookOf(tokens);
    QPainter painter(&m_picture);
    const auto origin = place().topLeft();
    const double factor = scale();
    for (const auto &box : m_canvas.scene()->boxes) {
        auto colour = look.kinds[std::size_t(box.kind)];
        colour.setAlphaF(0.75F);
        painter.fillRect(QRectF(origin + box.rect.topLeft() * factor,
                                QSizeF(std::max(1 / ratio, box.rect.width() * factor),
                                       std::max(1 / ratio, box.rect.height() * factor))),
                         colour);
    }
}

void Minimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    if (!m_canvas.scene()) {
        painter.fillRect(rect(), tokens(Colour::Alternate));
        return;
    }
    if (m_picture.isNull())
        paintPicture();
    painter.drawImage(0, 0, m_picture);
    painter.setPen(tokens(Colour::BorderStrong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const auto seen = m_canvas.view().area();
    QRectF frame(place().topLeft() + seen.topLeft() * scale(), seen.size() * scale());
    // A frame of less than a few pixels could not be found, nor taken hold of.
    if (frame.width() < 6)
        frame.adjust(-3, 0, 3, 0);
    if (frame.height() < 6)
        frame.adjust(0, -3, 0, 3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens(Colour::Accent), 1.5));
    painter.drawRect(frame.intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
}

void Minimap::resizeEvent(QResizeEvent *)
{
    forget();
}

void Minimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        forget();
}

void Minimap::moveTo(QPointF pixel)
{
    if (!m_canvas.scene())
        return;
    const auto point = (pixel - place().topLeft()) / scale();
    const auto seen = m_canvas.view().area();
    m_canvas.setView(point - QPointF(seen.width(), seen.height()) / 2, m_canvas.view().scale);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(event->position());
}

} // namespace portolan::views::lineage
