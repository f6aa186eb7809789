// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, touch pad and keyboard on the picture.
#include "models/items/lineagedraft.h"
#include "models/items/lineagetext.h"
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

using items::LineageSpot;
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
        return column < 0 ? describe(box) : items::columnText(*m_scene, box, column);
    }
    return describeLine(m_scene->lineAt(point, reach / m_view.scale));
}

void Canvas::setNote(const QUuid &id, const QString &note)
{
    if (m_notes.value(id) == note)
        return;
    m_notes.insert(id, note);
    // Whoever has it read hears it now, and not only when they come back to it.
    const bool isRead = m_scene && m_selected >= 0
        && items::LineageDraft::idOf(*m_scene, m_scene->boxes[std::size_t(m_selected)]) == id;
    if (isRead && !note.isEmpty())
        tellFocus();
}

void Canvas::say(int box, const QString &text)
{
    const auto place = box < 0 ? QRectF() : boxRect(box) & QRectF(viewport()->rect());
    const auto at = place.isEmpty() ? QPointF(viewport()->rect().center()) : place.bottomLeft();
    QToolTip::showText(viewport()->mapToGlobal(at.toPoint()), safeToolTip(text), viewport());
}

QString Canvas::describeLine(int line) const
{
    if (!m_scene || line < 0)
        return {};
    auto parts = items::lineFacts(*m_scene, line);
    parts.prepend(items::lineText(*m_scene, line));
    return parts.join(u'\n');
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

void Canvas::goTo(items::LineageSpot spot)
{
    if (spot.box < 0 || spot.box >= int(m_scene->boxes.size()))
        return;
    select(spot.box, spot.column);
    reveal(spot.box, spot.column);
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
    if (walkAlongLine(*step))
        return true;
    goTo(m_selected < 0 ? LineageSpot{std::max(0, m_marks.root), -1}
                        : items::stepFrom(*m_scene, LineageSpot{m_selected, m_column}, *step));
    return true;
}

//! While a line is selected, left and right lead to its ends, up and down to those beside it.
bool Canvas::walkAlongLine(LineageStep step)
{
    if (m_line < 0)
        return false;
    const auto &line = m_scene->lines[std::size_t(m_line)];
    if (step == LineageStep::Upstream)
        goTo({int(line.from), line.fromColumn});
    else if (step == LineageStep::Downstream)
        goTo({int(line.to), line.toColumn});
    else
        stepLine(step == LineageStep::Down);
    return true;
}

bool Canvas::stepColumn(bool forward)
{
    if (!m_scene || m_selected < 0)
        return false;
    const int count = int(m_scene->boxes[std::size_t(m_selected)].columns.size());
    if (count == 0)
        return false;
    const int next = forward ? std::min(m_column + 1, count - 1) : std::max(m_column - 1, -1);
    goTo({m_selected, next});
    return true;
}

void Canvas::stepLine(bool forward)
{
    if (!m_scene || m_scene->boxes.empty())
        return;
    if (m_walked.box < 0)
        m_walked = {std::max(0, m_marks.root), -1};
    const auto lines = items::linesOf(*m_scene, m_walked);
    if (lines.empty())
        return;
    const int count = int(lines.size());
    const auto at = std::find(lines.begin(), lines.end(), m_line);
    const int before = at == lines.end() ? (forward ? -1 : count) : int(at - lines.begin());
    selectLine(lines[std::size_t((before + (forward ? 1 : count - 1) + count) % count)]);
    reveal(m_walked.box, m_walked.column);
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
