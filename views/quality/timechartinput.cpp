// SPDX-License-Identifier: GPL-3.0-or-later
// What wheel, mouse and keys do to a chart.
#include "views/quality/timechart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>

namespace portolan::views::quality {
namespace {

constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1;

} // namespace

void TimeChart::zoom(double factor, double at)
{
    const auto length = double(m_to - m_from) / factor;
    const auto from = at - (at - double(m_from)) / factor;
    setView(qint64(from), qint64(from + length));
}

void TimeChart::pan(double share)
{
    const auto step = qint64(double(m_to - m_from) * share);
    setView(m_from + step, m_to + step);
}

std::optional<QPointF> TimeChart::pointNear(double x) const
{
    if (m_content.lines.isEmpty() || m_content.lines.first().points.isEmpty())
        return {};
    const auto &points = m_content.lines.first().points;
    const auto at = double(m_from) + (x - m_plot.left()) / m_plot.width() * double(m_to - m_from);
    auto near = std::lower_bound(points.begin(), points.end(), at,
                                 [](const QPointF &point, double ms) { return point.x() < ms; });
    if (near == points.end() || (near != points.begin() && at - (near - 1)->x() < near->x() - at))
        --near;
    return *near;
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

void TimeChart::wheelEvent(QWheelEvent *event)
{
    const auto at = double(m_from)
        + (event->position().x() - m_plot.left()) / m_plot.width() * double(m_to - m_from);
    const auto turn = event->angleDelta();
    const bool isWhole = m_from == m_content.from && m_to == m_content.to;
    // Turned down over the whole, the wheel belongs to the page around.
    if (isWhole && turn.y() <= 0 && turn.x() == 0)
        return event->ignore();
    if (turn.x() != 0 || event->modifiers().testFlag(Qt::ShiftModifier))
        pan((turn.x() + turn.y() > 0 ? -1 : 1) * panStep);
    else
        zoom(turn.y() > 0 ? zoomStep : 1 / zoomStep, at);
    event->accept();
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_grip = event->pos();
    event->accept();
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip && event->buttons().testFlag(Qt::LeftButton)) {
        const auto moved = m_grip->x() - event->pos().x();
        m_grip = event->pos();
        pan(moved / m_plot.width());
        return;
    }
    const bool isInside = m_plot.contains(event->position());
    m_hover = isInside ? pointNear(event->position().x()) : std::nullopt;
    viewport()->update();
}

void TimeChart::mouseReleaseEvent(QMouseEvent *)
{
    m_grip.reset();
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

void TimeChart::leaveEvent(QEvent *event)
{
    m_hover.reset();
    viewport()->update();
    QChartView::leaveEvent(event);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const auto middle = double(m_from + m_to) / 2;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(zoomStep, middle);
    case Qt::Key_Minus:
        return zoom(1 / zoomStep, middle);
    case Qt::Key_0:
        return setView(m_content.from, m_content.to);
    case Qt::Key_Left:
        return pan(-panStep);
    case Qt::Key_Right:
        return pan(panStep);
    case Qt::Key_Home:
        return setView(m_content.from, m_content.from + (m_to - m_from));
    case Qt::Key_End:
        return setView(m_content.to - (m_to - m_from), m_content.to);
    default:
        event->ignore();
    }
}

void TimeChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        arrange();
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace portolan::views::quality
