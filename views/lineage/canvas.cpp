// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown: the scene, the view of it, and painting. Mouse and keyboard are in
// canvasinput.cpp.
#include "views/lineage/canvas.h"

#include "models/items/labels.h"
#include "models/items/lineagedraft.h"
#include "views/lineage/look.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QPaintEvent>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageDraft;
using items::LineagePainter;
using items::LineageScene;
using items::LineageView;

namespace {

constexpr double margin = 16;
constexpr double mostScale = 4;
constexpr double leastSeen = 0.75; // of the window, that a picture may be moved away from its edge
constexpr double tallest = 3; // times the window's own proportion: beyond, the width is fitted
constexpr std::size_t mostLiveLines = 300; // of one box, drawn strongly at each move of the pointer

} // namespace

Canvas::Canvas(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_look(lookOf(tokensOf(this)))
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
    m_scene = std::move(scene);
    m_selected = m_column = m_line = m_hovered = m_hoveredLine = -1;
    m_marks = {.overlay = m_marks.overlay};
    for (int box = 0; m_scene && box < int(m_scene->boxes.size()); ++box) {
        const auto &about = m_scene->boxes[std::size_t(box)];
        const auto id = LineageDraft::idOf(*m_scene, about);
        if (!m_root.isNull() && m_marks.root < 0
            && (id == m_root || m_scene->nodeOf(about).product == m_root))
            m_marks.root = box;
        if (!selectedId.isNull() && id == selectedId)
            m_selected = box;
        if (!anchorId.isNull() && id == anchorId && !m_wantsFit) {
            m_view.origin = about.rect.topLeft() - place / m_view.scale;
            anchorId = {};
        }
    }
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
    m_marks = std::move(marks);
    changed();
}

void Canvas::changed()
{
    m_isFrameValid = false;
    viewport()->update();
}

void Canvas::viewMoved()
{
    m_view.size = QSizeF(viewport()->size());
    keepInSight();
    changed();
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

double Canvas::leastScale() const
{
    if (!m_scene || m_scene->bounds.isEmpty())
        return 1;
    const QSizeF room(viewport()->width() - 2 * margin, viewport()->height() - 2 * margin);
    return std::min(
        {1.0, room.width() / m_scene->bounds.width(), room.height() / m_scene->bounds.height()});
}

void Canvas::setView(QPointF origin, double scale)
{
    m_wantsFit = false;
    m_view.origin = origin;
    m_view.scale = std::clamp(scale, leastScale() / 2, mostScale);
    viewMoved();
}

void Canvas::zoomBy(double factor, std::optional<QPointF> about)
{
    const auto pixel = about.value_or(
        m_selected >= 0 && viewport()->rect().contains(boxRect(m_selected).center().toPoint())
            ? boxRect(m_selected).center()
            : QRectF(viewport()->rect()).center());
    const auto point = m_view.toScene(pixel);
    const double scale = std::clamp(m_view.scale * factor, leastScale() / 2, mostScale);
    setView(point - pixel / scale, scale);
}

void Canvas::zoomTo(double scale)
{
    zoomBy(scale / m_view.scale);
}

void Canvas::fitAll()
{
    if (!m_scene)
        return;
    const double scale = leastScale();
    const auto seen = QSizeF(viewport()->size()) / scale;
    setView(m_scene->bounds.center() - QPointF(seen.width(), seen.height()) / 2, scale);
}

void Canvas::fit()
{
    if (!m_scene || m_scene->bounds.isEmpty())
        return;
    const auto bounds = m_scene->bounds;
    // Whoever comes from a thing wants to read its name and those around it.
    if (m_marks.root >= 0) {
        const bool isReadable = items::lineageDetail(leastScale()) >= items::LineageDetail::Names;
        fitAll();
        if (isReadable)
            return;
        zoomTo(1);
        return centreOn(m_marks.root);
    }
    const double own = viewport()->height() / std::max(1.0, double(viewport()->width()));
    if (bounds.height() / bounds.width() <= tallest * own)
        return fitAll();
    const double scale = std::min(1.0, (viewport()->width() - 2 * margin) / bounds.width());
    setView(bounds.topLeft() - QPointF(margin, margin) / scale, scale);
}

void Canvas::panBy(QPointF pixels)
{
    setView(m_view.origin - pixels / m_view.scale, m_view.scale);
}

QRectF Canvas::boxRect(int box) const
{
    return m_scene && box >= 0 ? m_view.toPixel(m_scene->boxes[std::size_t(box)].rect) : QRectF();
}

void Canvas::reveal(int box)
{
    if (!m_scene || box < 0)
        return;
    const auto rect = boxRect(box);
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
    viewport()->update();
    Q_EMIT selectionChanged();
    QAccessibleEvent event(this, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void Canvas::selectLine(int line)
{
    if (line == m_line)
        return;
    m_line = line;
    m_selected = m_column = -1;
    viewport()->update();
    Q_EMIT selectionChanged();
}

double Canvas::paintFrame()
{
    QElapsedTimer clock;
    clock.start();
    m_isFrameValid = false;
    updateFrame();
    return double(clock.nsecsElapsed()) / 1e6;
}

void Canvas::updateFrame()
{
    const double ratio = devicePixelRatioF();
    const auto pixels = (QSizeF(viewport()->size()) * ratio).toSize();
    if (m_isFrameValid && m_frame.size() == pixels)
        return;
    if (m_frame.size() != pixels)
        m_frame = QImage(pixels, QImage::Format_RGB32);
    m_frame.setDevicePixelRatio(ratio);
    m_view.size = QSizeF(viewport()->size());
    QPainter painter(&m_frame);
    if (m_scene)
        LineagePainter(*m_scene, m_look, m_marks, m_icons).paint(painter, m_view);
    else
        painter.fillRect(viewport()->rect(), m_look.base);
    m_isFrameValid = true;
}

void Canvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    // A window that is rendered into a larger picture is painted anew, with all its pixels.
    if (m_scene && painter.deviceTransform().m11() > devicePixelRatioF() + 0.01) {
        LineagePainter(*m_scene, m_look, m_marks, m_icons).paint(painter, m_view);
    } else {
        updateFrame();
        painter.drawImage(0, 0, m_frame);
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
    const auto near = items::lineageDetail(m_view.scale) >= items::LineageDetail::Blocks;
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

void Canvas::resizeEvent(QResizeEvent *)
{
    if (m_wantsFit && m_scene && isVisible())
        fit();
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
        parts.append(tr("%n thing(s), folded", nullptr, about.members));
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
    }
    const auto number = quint32(box);
    parts.append(tr("made from %1, read by %2")
                     .arg(m_scene->arcs.sources(number).size())
                     .arg(m_scene->arcs.targets(number).size()));
    return parts.join(u", "_s);
}

} // namespace portolan::views::lineage
