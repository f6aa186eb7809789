// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, touch pad and keyboard on the picture.
#include "models/items/displaytext.h"
#include "views/lineage/canvas.h"
#include "views/shared/safetext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageStep;

namespace {

constexpr double wheelFactor = 1.2; // for each notch of a wheel
constexpr double notch = 120;
constexpr double keyPan = 80; // pixels
constexpr double reach = 5; // pixels beside a line that still mean it

} // namespace

void Canvas::hover(QPointF pixel)
{
    const auto point = m_view.toScene(pixel);
    const int box = m_scene->boxAt(point);
    const bool near = items::lineageDetail(zoom()) >= items::LineageDetail::Names;
    const int line = box < 0 && near ? m_scene->lineAt(point, reach / m_view.scale) : -1;
    if (box == m_hovered && line == m_hoveredLine)
        return;
    m_hovered = box;
    m_hoveredLine = line;
    viewport()->setCursor(box >= 0 || line >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void Canvas::leave()
{
    if (m_hovered < 0 && m_hoveredLine < 0)
        return;
    m_hovered = m_hoveredLine = -1;
    viewport()->update();
}

bool Canvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        leave();
    if (event->type() == QEvent::ToolTip && m_scene) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), safeToolTip(tip), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString Canvas::tipAt(QPointF pixel) const
{
    const auto point = m_view.toScene(pixel);
    const int box = m_scene->boxAt(point);
    if (box >= 0) {
        const auto &about = m_scene->boxes[std::size_t(box)];
        const int column = m_scene->columnAt(about, point);
        if (column < 0)
            return describe(box);
        const auto &shown = about.columns[std::size_t(column)];
        return shown.type.isEmpty() ? shown.path : shown.path + u" · "_s + shown.type;
    }
    return describeLine(m_scene->lineAt(point, reach / m_view.scale));
}

QString Canvas::describeLine(int line) const
{
    if (line < 0)
        return {};
    const auto &about = m_scene->lines[std::size_t(line)];
    const auto end = [&](quint32 number, int column) {
        const auto &box = m_scene->boxes[number];
        return column < 0 ? box.label
                          : QString(box.label + u'.' + box.columns[std::size_t(column)].path);
    };
    QString text =
        tr("%1 → %2").arg(end(about.from, about.fromColumn), end(about.to, about.toColumn));
    for (const int number : m_scene->linksOf(about)) {
        const auto job = m_scene->graph->links[std::size_t(number)].job;
        if (job < 0)
            continue;
        text += u'\n' + tr("by %1").arg(items::oneLine(m_scene->graph->jobs.at(job).name));
        break;
    }
    if (about.isMasking)
        text += u'\n' + tr("a value is masked on this way");
    return text;
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = m_dragged = event->position();
    m_isPressed = true;
    m_isDragging = event->button() == Qt::MiddleButton;
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_scene)
        return;
    if (!m_isPressed)
        return hover(event->position());
    const bool isFar =
        (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_isDragging && !isFar)
        return;
    if (!std::exchange(m_isDragging, true))
        leave();
    viewport()->setCursor(Qt::ClosedHandCursor);
    panBy(event->position() - m_dragged);
    m_dragged = event->position();
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    const bool wasClick = m_isPressed && !m_isDragging;
    m_isPressed = m_isDragging = false;
    viewport()->setCursor(Qt::ArrowCursor);
    if (m_scene && wasClick && event->button() == Qt::LeftButton)
        clickAt(event->position());
}

void Canvas::clickAt(QPointF pixel)
{
    const auto point = m_view.toScene(pixel);
    const int box = m_scene->boxAt(point);
    if (box >= 0)
        return select(box, m_scene->columnAt(m_scene->boxes[std::size_t(box)], point));
    const int line = m_scene->lineAt(point, reach / m_view.scale);
    if (line >= 0)
        return selectLine(line);
    m_line = -1;
    select(-1);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_scene || event->button() != Qt::LeftButton)
        return;
    const int box = m_scene->boxAt(m_view.toScene(event->position()));
    if (box >= 0)
        Q_EMIT openRequested(box);
    else
        zoomBy(2, event->position());
}

// A wheel zooms at the pointer, as on a map; two fingers on a touch pad move the picture.
void Canvas::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const bool isPad = !event->pixelDelta().isNull();
    if (isPad && !(event->modifiers() & Qt::ControlModifier))
        return panBy(event->pixelDelta());
    if (event->modifiers() & Qt::ShiftModifier)
        return panBy(QPointF(event->angleDelta().y() + event->angleDelta().x(), 0));
    zoomBy(std::pow(wheelFactor, event->angleDelta().y() / notch), event->position());
}

bool Canvas::walk(int key)
{
    static const QHash<int, LineageStep> steps{{Qt::Key_Left, LineageStep::Upstream},
                                               {Qt::Key_Right, LineageStep::Downstream},
                                               {Qt::Key_Up, LineageStep::Up},
                                               {Qt::Key_Down, LineageStep::Down}};
    const auto step = steps.constFind(key);
    if (step == steps.constEnd())
        return false;
    int next =
        m_selected < 0 ? std::max(0, m_marks.root) : items::stepFrom(*m_scene, m_selected, *step);
    if (next >= int(m_scene->boxes.size()))
        next = -1;
    if (next >= 0) {
        select(next);
        reveal(next);
    }
    return true;
}

bool Canvas::panByKey(const QKeyEvent &event)
{
    if (event.modifiers() != (Qt::ControlModifier | Qt::ShiftModifier))
        return false;
    static const QHash<int, QPointF> ways{{Qt::Key_Left, {keyPan, 0}},
                                          {Qt::Key_Right, {-keyPan, 0}},
                                          {Qt::Key_Up, {0, keyPan}},
                                          {Qt::Key_Down, {0, -keyPan}}};
    const auto way = ways.constFind(event.key());
    if (way == ways.constEnd())
        return false;
    panBy(*way);
    return true;
}

// Walking and moving; all other keys are actions of the pane.
void Canvas::keyPressEvent(QKeyEvent *event)
{
    if (!m_scene || m_scene->boxes.empty() || panByKey(*event))
        return;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier || !walk(event->key()))
        QAbstractScrollArea::keyPressEvent(event);
}

void Canvas::goHome()
{
    if (!m_scene || m_scene->boxes.empty())
        return;
    select(std::max(0, m_marks.root));
    centreOn(m_selected);
}

void Canvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_scene)
        return;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (m_selected >= 0)
            Q_EMIT menuRequested(
                viewport()->mapToGlobal(boxRect(m_selected).bottomLeft().toPoint()), m_selected, -1,
                -1);
        return;
    }
    const auto pixel = viewport()->mapFrom(this, event->pos());
    const auto point = m_view.toScene(pixel);
    const int box = m_scene->boxAt(point);
    const int line = box < 0 ? m_scene->lineAt(point, reach / m_view.scale) : -1;
    if (box >= 0)
        select(box);
    Q_EMIT menuRequested(event->globalPos(), box, line, m_scene->groupAt(point));
}

void Canvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    // By keyboard there is always something to walk from.
    if (event->reason() == Qt::TabFocusReason && m_scene && m_selected < 0
        && !m_scene->boxes.empty())
        select(std::max(0, m_marks.root));
    viewport()->update();
}

void Canvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace portolan::views::lineage
