// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown: the scene, the view of it, and painting. Mouse and keyboard are in
// canvasinput.cpp.
#include "views/lineage/canvas.h"

#include "models/items/labels.h"
#include "models/items/lineageaccess.h"
#include "models/items/lineagedraft.h"
#include "views/lineage/look.h"

#include <QAccessible>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageDraft;
using items::LineageScene;
using items::LineageView;

namespace {

constexpr double margin = 16;
constexpr double mostScale = 4;
constexpr double leastSeen = 0.75; // of the window, that a picture may be moved away from its edge
constexpr double tallest = 3; // times the window's own proportion: beyond, the width is fitted

} // namespace

Canvas::Canvas(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_look(lookOf(tokensOf(this)))
    , m_textScale(items::lineageTextScale(m_look.small))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Lineage graph"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 160);
}

void Canvas::setRoot(const QUuid &root)
{
    // What was selected belongs to the picture before: another thing is asked about now.
    if (root != m_root)
        m_selected = m_column = m_line = -1;
    m_root = root;
}

void Canvas::setScene(ScenePtr scene)
{
    // What a person looks at stays where it is, whatever changes around it.
    const int anchor = m_selected >= 0 ? m_selected : m_marks.root;
    QUuid anchorId;
    QUuid selectedId;
    QPointF place;
    if (m_scene && anchor >= 0) {
        anchorId = LineageDraft::idOf(*m_scene, m_scene->boxes[std::size_t(anchor)]);
        place = boxRect(anchor).topLeft();
        if (m_selected >= 0)
            selectedId = anchorId;
    }
    const bool isOtherPicture = !m_scene || !scene || m_scene->bounds != scene->bounds;
    m_isAllShown = m_isAllShown && !isOtherPicture;
    // Nobody chose what is in sight: a picture that grows, as in a first sync, stays whole.
    m_wantsFit = m_wantsFit || (isOtherPicture && m_isFitted && m_selected < 0 && m_line < 0);
    m_scene = std::move(scene);
    m_selected = m_column = m_line = m_hovered = m_hoveredLine = -1;
    m_walked = {};
    m_marks = {.overlay = m_marks.overlay};
    for (int box = 0; m_scene && box < int(m_scene->boxes.size()); ++box) {
        const auto &about = m_scene->boxes[std::size_t(box)];
        const auto id = LineageDraft::idOf(*m_scene, about);
        // The thing itself, else the first of the product that it is.
        const bool isPart = !m_root.isNull() && m_scene->nodeOf(about).product == m_root;
        if (id == m_root || (isPart && m_marks.root < 0))
            m_marks.root = box;
        if (!selectedId.isNull() && id == selectedId)
            m_selected = box;
        if (!anchorId.isNull() && id == anchorId && !m_wantsFit) {
            m_view.origin = about.rect.topLeft() - place / m_view.scale;
            anchorId = {};
        }
    }
    changed();
    if (m_wantsFit && isVisible())
        fit();
    else
        viewMoved();
    Q_EMIT sceneChanged();
    Q_EMIT selectionChanged();
    QAccessibleEvent event(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void Canvas::setMarks(items::LineageMarks marks)
{
    marks.root = m_marks.root;
    marks.nearColumns = m_marks.nearColumns;
    m_marks = std::move(marks);
    changed();
}

void Canvas::setNearColumns(items::LineageNearColumns columns)
{
    m_marks.nearColumns = std::move(columns);
    changed();
}

void Canvas::changed()
{
    m_isFrameValid = false;
    ++m_paint;
    viewport()->update();
}

void Canvas::viewMoved()
{
    m_view.size = QSizeF(viewport()->size());
    keepInSight();
    viewport()->update();
    Q_EMIT viewChanged();
}

//! The picture can be moved aside, but not out of sight.
void Canvas::keepInSight()
{
    if (!m_scene)
        return;
    const auto bounds = m_scene->bounds;
    const auto seen = m_view.size / m_view.scale;
    const auto keep = [](double origin, double from, double to, double length) {
        return std::clamp(origin, from - leastSeen * length, to - (1 - leastSeen) * length);
    };
    m_view.origin = {keep(m_view.origin.x(), bounds.left(), bounds.right(), seen.width()),
                     keep(m_view.origin.y(), bounds.top(), bounds.bottom(), seen.height())};
}

//! What stays free left and right of the whole picture when it is shown as large as it gets: a far
//! picture has its titles and the arcs of its bundles there.
Canvas::Margins Canvas::marginsOfAll() const
{
    const bool isFar = items::lineageDetail(scaleWithin({margin, margin}) / m_textScale)
        == items::LineageDetail::Groups;
    if (!isFar || m_scene->groups.empty())
        return {margin, margin};
    return {items::farmargin::titles * m_textScale, items::farmargin::arcs * m_textScale};
}

//! The scale at which all of the picture is seen within \a sides.
double Canvas::scaleWithin(const Margins &sides) const
{
    const QSizeF room(std::max(1.0, viewport()->width() - sides.left - sides.right),
                      viewport()->height() - 2 * margin);
    return std::min(
        {1.0, room.width() / m_scene->bounds.width(), room.height() / m_scene->bounds.height()});
}

double Canvas::leastScale() const
{
    return m_scene && !m_scene->bounds.isEmpty() ? scaleWithin(marginsOfAll()) : 1;
}

void Canvas::setView(QPointF origin, double scale)
{
    m_wantsFit = false;
    m_isAllShown = false;
    m_isFitted = false;
    m_view.origin = origin;
    m_view.scale = std::clamp(scale, leastScale() / 2, mostScale * m_textScale);
    viewMoved();
}

void Canvas::zoomBy(double factor, std::optional<QPointF> about)
{
    const auto pixel = about.value_or(
        m_selected >= 0 && viewport()->rect().contains(boxRect(m_selected).center().toPoint())
            ? boxRect(m_selected).center()
            : QRectF(viewport()->rect()).center());
    const auto point = m_view.toScene(pixel);
    const double scale =
        std::clamp(m_view.scale * factor, leastScale() / 2, mostScale * m_textScale);
    setView(point - pixel / scale, scale);
}

void Canvas::zoomTo(double zoom)
{
    zoomBy(zoom * m_textScale / m_view.scale);
}

void Canvas::fitAll()
{
    if (!m_scene)
        return;
    const double scale = leastScale();
    const auto sides = m_scene->bounds.isEmpty() ? Margins() : marginsOfAll();
    const auto seen = QSizeF(viewport()->size()) / scale;
    const QPointF aside((sides.right - sides.left) / 2 / scale, 0);
    setView(m_scene->bounds.center() + aside - QPointF(seen.width(), seen.height()) / 2, scale);
    m_isAllShown = m_isFitted = true;
}

void Canvas::fit()
{
    if (!m_scene || m_scene->bounds.isEmpty())
        return;
    const auto bounds = m_scene->bounds;
    // Whoever comes from a thing wants to read its name and those around it.
    if (m_marks.root >= 0) {
        const bool isReadable =
            items::lineageDetail(leastScale() / m_textScale) >= items::LineageDetail::Names;
        fitAll();
        if (isReadable)
            return;
        zoomTo(1);
        centreOn(m_marks.root);
        m_isFitted = true;
        return;
    }
    const double own = viewport()->height() / std::max(1.0, double(viewport()->width()));
    if (bounds.height() / bounds.width() <= tallest * own)
        return fitAll();
    const double scale = std::min(m_textScale, (viewport()->width() - 2 * margin) / bounds.width());
    setView(bounds.topLeft() - QPointF(margin, margin) / scale, scale);
    m_isFitted = true;
}

void Canvas::bringInSight()
{
    QRectF area;
    for (std::size_t box = 0; m_scene && box < m_marks.boxes.size(); ++box) {
        if (m_marks.boxes[box] != 0)
            area |= m_scene->boxes[box].rect;
    }
    const auto window = QRectF(viewport()->rect()).adjusted(margin, margin, -margin, -margin);
    const auto now = m_view.toPixel(area);
    if (area.isEmpty() || window.contains(now))
        return;
    zoomBy(std::min({1.0, window.width() / now.width(), window.height() / now.height()}));
    panBy(window.center() - m_view.toPixel(area).center());
}

void Canvas::panBy(QPointF pixels)
{
    setView(m_view.origin - pixels / m_view.scale, m_view.scale);
}

QRectF Canvas::boxRect(int box) const
{
    return m_scene && box >= 0 ? m_view.toPixel(m_scene->boxes[std::size_t(box)].rect) : QRectF();
}

void Canvas::reveal(int box, int column)
{
    if (!m_scene || box < 0)
        return;
    const auto &about = m_scene->boxes[std::size_t(box)];
    const auto rect = column < 0 || column >= int(about.columns.size())
        ? boxRect(box)
        : m_view.toPixel(m_scene->columnRect(about, column));
    const auto window = QRectF(viewport()->rect()).adjusted(margin, margin, -margin, -margin);
    const auto shift = [](double low, double high, double from, double to) {
        return low < from ? from - low : high > to ? std::max(to - high, from - low) : 0.0;
    };
    const QPointF by(shift(rect.left(), rect.right(), window.left(), window.right()),
                     shift(rect.top(), rect.bottom(), window.top(), window.bottom()));
    if (!by.isNull())
        panBy(by);
}

void Canvas::centreOn(int box)
{
    if (!m_scene || box < 0)
        return;
    panBy(QRectF(viewport()->rect()).center() - boxRect(box).center());
}

void Canvas::select(int box, int column)
{
    if (box == m_selected && column == m_column && m_line < 0)
        return;
    m_selected = box;
    m_column = column;
    m_line = -1;
    m_walked = {box, column};
    viewport()->update();
    Q_EMIT selectionChanged();
    tellFocus();
}

void Canvas::selectLine(int line)
{
    if (line == m_line)
        return;
    m_line = line;
    m_selected = m_column = -1;
    if (m_scene && line >= 0) {
        const auto &about = m_scene->lines[std::size_t(line)];
        const bool isOfWalked = int(about.from) == m_walked.box || int(about.to) == m_walked.box;
        if (!isOfWalked)
            m_walked = {int(about.from), about.fromColumn};
    }
    viewport()->update();
    Q_EMIT selectionChanged();
    tellFocus();
}

//! A reader hears of what is selected, and not of the canvas again.
void Canvas::tellFocus()
{
    if (!QAccessible::isActive())
        return;
    auto *list = QAccessible::queryAccessibleInterface(this);
    auto *child = list != nullptr ? list->focusChild() : nullptr;
    if (child == nullptr)
        return;
    QAccessibleEvent event(child, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void Canvas::resizeEvent(QResizeEvent *)
{
    if (m_wantsFit && m_scene && isVisible())
        fit();
    else if (m_isAllShown)
        fitAll();
    else
        viewMoved();
}

void Canvas::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_wantsFit && m_scene)
        fit();
}

void Canvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::FontChange) {
        m_look = lookOf(tokensOf(this));
        m_textScale = items::lineageTextScale(m_look.small);
        changed();
    }
}

QString Canvas::describe(int box) const
{
    if (!m_scene || box < 0)
        return {};
    const auto &about = m_scene->boxes[std::size_t(box)];
    const auto &node = m_scene->nodeOf(about);
    QStringList parts{about.label};
    if (about.isFolded()) {
        parts.append(tr("%Ln thing(s), folded", nullptr, about.members));
    } else {
        parts.append(items::kindText(node.kind, node.type));
        const auto &path = m_scene->graph->domains.at(node.domain);
        if (!path.isEmpty())
            parts.append(path.join(u" › "_s));
        if (!node.owner.isEmpty())
            parts.append(node.owner);
        if (!node.classification.isEmpty())
            parts.append(node.classification);
        if (!node.isKnown)
            parts.append(tr("known by its name only"));
        if (!node.access.isEmpty())
            parts.append(items::accessWords(node.access));
    }
    // What colours tell of a box is told to who does not see them.
    const auto overlaid = items::overlayText(*m_scene, box, m_marks.overlay);
    if (!overlaid.isEmpty() && !parts.contains(overlaid))
        parts.append(overlaid);
    const auto number = quint32(box);
    parts.append(tr("made from %1, read by %2")
                     .arg(m_scene->arcs.sources(number).size())
                     .arg(m_scene->arcs.targets(number).size()));
    parts.append(m_notes.value(LineageDraft::idOf(*m_scene, about)));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace portolan::views::lineage
