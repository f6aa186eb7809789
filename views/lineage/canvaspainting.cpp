// SPDX-License-Identifier: GPL-3.0-or-later
// How the picture comes to the screen: frames, and what lives on top of them.
#include "models/base/async.h"
#include "views/lineage/canvas.h"
#include "views/shared/tokens.h"

#include <QPaintEvent>
#include <QtConcurrent>

namespace portolan::views::lineage {

using items::LineagePainter;

namespace {

constexpr std::size_t mostAtOnce = 4000; // boxes and lines that are painted in some milliseconds
constexpr std::size_t mostLiveLines = 300; // of one box, drawn strongly at each move of the pointer

} // namespace

QSize Canvas::framePixels() const
{
    return (QSizeF(viewport()->size()) * devicePixelRatioF()).toSize();
}

// A small picture is painted at once. A large one is painted in the pool, and the frame before is
// moved and stretched until it is there: the hand is followed at any size.
void Canvas::updateFrame()
{
    if (isSharp() && m_frame.size() == framePixels())
        return;
    if (m_scene && m_scene->boxes.size() + m_scene->lines.size() > mostAtOnce)
        return paintInPool();
    if (m_frame.size() != framePixels())
        m_frame = QImage(framePixels(), QImage::Format_RGB32);
    m_frame.setDevicePixelRatio(devicePixelRatioF());
    m_view.size = QSizeF(viewport()->size());
    QPainter painter(&m_frame);
    if (m_scene)
        LineagePainter(*m_scene, m_look, m_marks, m_icons).paint(painter, m_view);
    else
        painter.fillRect(viewport()->rect(), m_look.base);
    m_frameView = m_view;
    m_isFrameValid = true;
}

void Canvas::paintInPool()
{
    if (m_isInPool || !m_scene)
        return;
    m_isInPool = true;
    if (!m_poolIcons)
        m_poolIcons = std::make_shared<items::LineageIcons>();
    const auto view = m_view;
    const auto paint = m_paint;
    onFinished(
        QtConcurrent::run([scene = m_scene, look = m_look, marks = m_marks, icons = m_poolIcons,
                           view, pixels = framePixels(), ratio = devicePixelRatioF()] {
            QImage image(pixels, QImage::Format_RGB32);
            image.setDevicePixelRatio(ratio);
            QPainter painter(&image);
            LineagePainter(*scene, look, marks, *icons).paint(painter, view);
            painter.end();
            return image;
        }),
        this, [this, view, paint](const QImage &image) {
            m_isInPool = false;
            if (image.size() == framePixels()) {
                m_frame = image;
                m_frameView = view;
                m_isFrameValid = paint == m_paint;
            }
            viewport()->update();
        });
}

void Canvas::paintStretched(QPainter &painter)
{
    if (isSharp()) {
        painter.drawImage(0, 0, m_frame);
        return;
    }
    if (m_frame.isNull()) {
        painter.fillRect(viewport()->rect(), m_look.base);
        return;
    }
    const QRectF place(m_view.toPixel(m_frameView.origin),
                       m_frameView.size * (m_view.scale / m_frameView.scale));
    if (!place.contains(QRectF(viewport()->rect())))
        painter.fillRect(viewport()->rect(), m_look.base);
    painter.drawImage(place, m_frame, QRectF(m_frame.rect()));
}

void Canvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    // A window that is rendered into a larger picture is painted anew, with all its pixels.
    if (m_scene && painter.deviceTransform().m11() > devicePixelRatioF() + 0.01) {
        LineagePainter(*m_scene, m_look, m_marks, m_icons).paint(painter, m_view);
    } else {
        updateFrame();
        paintStretched(painter);
    }
    if (m_scene)
        paintLive(painter);
}

void Canvas::paintLinesOf(QPainter &painter, LineagePainter &picture, int box, double width)
{
    const auto &rect = m_scene->boxes[std::size_t(box)].rect;
    std::vector<quint32> own;
    std::vector<quint8> stamps;
    m_scene->forEachLine(rect.adjusted(-2, -2, 2, 2), stamps, [&](quint32 number) {
        const auto &line = m_scene->lines[number];
        if (int(line.from) == box || int(line.to) == box)
            own.push_back(number);
    });
    if (own.size() > mostLiveLines)
        return;
    for (const auto number : own)
        picture.paintLine(painter, m_view, number, width);
}

void Canvas::paintLive(QPainter &painter)
{
    LineagePainter picture(*m_scene, m_look, m_marks, m_icons);
    const auto near = items::lineageDetail(zoom()) >= items::LineageDetail::Blocks;
    if (near && m_hovered >= 0)
        paintLinesOf(painter, picture, m_hovered, 1.25);
    if (near && m_selected >= 0 && m_marks.lines.empty())
        paintLinesOf(painter, picture, m_selected, 1.5);
    for (const int line : {m_hoveredLine, m_line}) {
        if (line >= 0)
            picture.paintLine(painter, m_view, quint32(line), line == m_line ? 2.5 : 1.5);
    }
    if (near && m_hovered >= 0 && m_hovered != m_selected) {
        picture.paintBox(painter, m_view, quint32(m_hovered),
                         m_hovered == m_marks.root
                             ? LineagePainter::Hovered | LineagePainter::Selected
                             : LineagePainter::BoxStates(LineagePainter::Hovered));
    }
    if (m_selected < 0)
        return;
    picture.paintBox(painter, m_view, quint32(m_selected), LineagePainter::Selected);
    const auto &box = m_scene->boxes[std::size_t(m_selected)];
    if (m_column >= 0 && m_column < int(box.columns.size())) {
        painter.setPen(Qt::NoPen);
        auto colour = tokensOf(this)(Colour::Accent);
        colour.setAlphaF(0.16F);
        painter.setBrush(colour);
        painter.drawRect(m_view.toPixel(m_scene->columnRect(box, m_column)).adjusted(4, 0, -1, 0));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_look.focusRing, size::focusRing));
        painter.drawRoundedRect(boxRect(m_selected).adjusted(-3, -3, 3, 3), 4, 4);
    }
}

} // namespace portolan::views::lineage
