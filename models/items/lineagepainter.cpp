// SPDX-License-Identifier: GPL-3.0-or-later
// The picture as a whole: ground, groups, bundles and lines. Boxes are in lineageboxpainter.cpp.
#include "models/items/lineagepainter.h"

#include "models/items/thinlines.h"

#include <array>
#include <cmath>

namespace portolan::items {

using domain::LineageChange;

namespace {

constexpr double ownNames = 13; //!< pixels, from which on blocks have names
constexpr double usualTextHeight = 17; //!< pixels of a line of small text
constexpr double arrowLength = 6;
constexpr double arrowWidth = 3.5;
constexpr double innerOpacity = 0.6;
constexpr std::size_t smoothLines = 600; //!< of more each is paler in a far picture
constexpr std::size_t turningLines = 2000; //!< more are drawn straight in a far picture
constexpr double heapedLines = 4000; //!< of more the paler the more there are
constexpr double longestCurve = 4000; //!< pixels
constexpr double plainWidth = 1.25;
constexpr int curveSteps = 14; // at least
constexpr double curveStep = 20; // pixels of height; longer pieces are seen as corners

QPointF at(const LineageView &view, const lineage::Point &point)
{
    return view.toPixel(QPointF(point.x, point.y));
}

//! Nothing where \a marks lack nothing.
LineageMarks laidOver(const LineageScene &scene, const LineageMarks &marks)
{
    if (marks.isLaidOver())
        return {};
    auto whole = marks;
    layOver(scene, whole);
    return whole;
}

} // namespace

double lineageTextScale(const QFont &font)
{
    return std::max(1.0, QFontMetricsF(font).height() / usualTextHeight);
}

LineagePainter::LineagePainter(const LineageScene &scene, const LineageLook &look,
                               const LineageMarks &marks, LineageIcons &icons)
    : m_scene(scene)
    , m_look(look)
    , m_laidOver(laidOver(scene, marks))
    , m_marks(marks.isLaidOver() ? marks : m_laidOver)
    , m_icons(icons)
    , m_bold(look.small)
    , m_textScale(lineageTextScale(look.small))
{
    m_bold.setWeight(QFont::DemiBold);
}

void LineagePainter::paint(QPainter &painter, const LineageView &view)
{
    painter.fillRect(QRectF(QPointF(), view.size), m_look.base);
    paintGroups(painter, view);
    const auto detail = detailOf(view);
    if (detail == LineageDetail::Groups && !m_scene.groups.empty()) {
        paintInnerLines(painter, view);
        paintDots(painter, view);
        paintClusters(painter, view);
        paintMarkedLines(painter, view);
        paintFoldedNames(painter, view);
        paintBundles(painter, view, paintLaneTitles(painter, view));
        return;
    }
    paintLines(painter, view);
    if (detail == LineageDetail::Groups) {
        paintDots(painter, view);
        paintClusters(painter, view);
        paintFoldedNames(painter, view);
    } else if (detail == LineageDetail::Blocks) {
        paintBlocks(painter, view);
        if (scenesize::boxHeight * view.scale < ownNames * m_textScale)
            paintClusters(painter, view);
        paintFoldedNames(painter, view);
    } else {
        painter.setRenderHint(QPainter::Antialiasing);
        m_scene.forEachBox(view.area(), [&](quint32 number) {
            if (goesOn())
                paintBox(painter, view, number, int(number) == m_marks.root ? Selected : Plain);
        });
    }
    paintGroupTitles(painter, view);
}

//! Counts one more thing that is painted; answers whether anybody still wants the picture.
bool LineagePainter::goesOn()
{
    if (m_job == nullptr)
        return true;
    m_job->setDone(double(++m_done), double(m_scene.boxes.size() + m_scene.lines.size()));
    return !m_job->isCancelled();
}

//! Boxes of which each is a few pixels: only where they stand, and of what kind, or what the
//! overlay says of them; what is worst lies on top.
void LineagePainter::paintDots(QPainter &painter, const LineageView &view)
{
    const bool isOverlaid = m_marks.overlay != LineageOverlay::None;
    std::array<QList<QRect>, 6> rects;
    m_scene.forEachBox(view.area(), [&](quint32 number) {
        const auto &box = m_scene.boxes[number];
        const auto rect = view.toPixel(box.rect);
        const auto layer = isOverlaid ? std::size_t(rankOf(box) + 1) : std::size_t(box.kind);
        if (m_marks.isPickedOut(number))
            rects[layer].append(QRect(int(rect.x()), int(rect.y()), std::max(1, int(rect.width())),
                                      std::max(1, int(rect.height()))));
    });
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (std::size_t layer = 0; layer < rects.size(); ++layer) {
        auto colour = m_look.kinds[layer];
        colour.setAlphaF(m_scene.groups.empty() ? 0.8F : 0.35F);
        if (isOverlaid)
            colour = m_look.farRank(std::min(int(layer) - 1, 3));
        painter.setBrush(colour);
        painter.drawRects(rects[layer]);
    }
}

//! The outermost group that \a box stands in, or -1.
int LineagePainter::laneOf(quint32 box) const
{
    int group = m_scene.boxes[box].group;
    while (group >= 0 && m_scene.groups[std::size_t(group)].parent >= 0)
        group = m_scene.groups[std::size_t(group)].parent;
    return group;
}

//! In a far picture the lines within a group, thin; those between groups are its bundles.
void LineagePainter::paintInnerLines(QPainter &painter, const LineageView &view)
{
    std::vector<quint32> inner;
    m_scene.forEachLine(view.area(), m_stamps, [&](quint32 number) {
        const auto &line = m_scene.lines[number];
        const int lane = laneOf(line.from);
        if (lane >= 0 && lane == laneOf(line.to))
            inner.push_back(number);
    });
    painter.setOpacity(m_marks.lines.empty() ? innerOpacity : innerOpacity * dimmed);
    paintThinLines(painter, view, inner);
    painter.setOpacity(1);
}

//! What is picked out, and what differs between two days, is seen from afar as well, wherever it
//! leads.
void LineagePainter::paintMarkedLines(QPainter &painter, const LineageView &view)
{
    std::vector<quint32> marked;
    m_scene.forEachLine(view.area(), m_stamps, [&](quint32 number) {
        if (m_marks.isLinePickedOut(number)
            || (m_marks.lines.empty() && m_scene.lines[number].change != LineageChange::None))
            marked.push_back(number);
    });
    if (marked.size() > smoothLines)
        return paintThinLines(painter, view, marked);
    for (const auto number : marked)
        paintLine(painter, view, number, 1.5);
}

QColor LineagePainter::colourOf(const LineageLine &line) const
{
    return line.change == LineageChange::None ? m_look.edge
                                              : m_look.changes[std::size_t(line.change)];
}

QPainterPath LineagePainter::pathOf(const LineageView &view, quint32 number) const
{
    const auto way = m_scene.route(number);
    const double bottom = view.size.height() + 4;
    const double right = view.size.width() + 4;
    QPainterPath path;
    for (std::size_t i = 1; i < way.size(); ++i) {
        const auto from = at(view, way[i - 1]);
        const auto to = at(view, way[i]);
        if (std::max(from.x(), to.x()) < -4 || std::min(from.x(), to.x()) > right
            || std::max(from.y(), to.y()) < -4 || std::min(from.y(), to.y()) > bottom)
            continue;
        if (path.isEmpty() || path.currentPosition() != from)
            path.moveTo(from);
        const double rise = std::abs(from.y() - to.y());
        // A curve that climbs for many screens looks like a line on each of them.
        if (rise < 0.5 || std::abs(from.x() - to.x()) < 0.5 || rise > longestCurve) {
            path.lineTo(to);
            continue;
        }
        const double middle = (from.x() + to.x()) / 2;
        path.cubicTo(QPointF(middle, from.y()), QPointF(middle, to.y()), to);
    }
    return path;
}

void LineagePainter::paintArrow(QPainter &painter, const LineageView &view, quint32 number,
                                const QColor &colour) const
{
    const auto way = m_scene.route(number);
    if (way.size() < 2)
        return;
    const auto tip = at(view, way.back());
    if (!QRectF(-8, -8, view.size.width() + 16, view.size.height() + 16).contains(tip))
        return;
    const double size = std::min(1.0, view.scale);
    const double back = way[way.size() - 2].x > way.back().x ? arrowLength : -arrowLength;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF(
        {tip, tip + QPointF(back, -arrowWidth) * size, tip + QPointF(back, arrowWidth) * size}));
}

void LineagePainter::paintLine(QPainter &painter, const LineageView &view, quint32 number,
                               double width)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &line = m_scene.lines[number];
    const auto colour = line.change == LineageChange::None ? m_look.edgeStrong : colourOf(line);
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (line.isMasking)
        pen.setDashPattern({4 / width, 3 / width});
    else if (line.isBridge)
        pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(view, number));
    if (detailOf(view) >= LineageDetail::Names)
        paintArrow(painter, view, number, colour);
}

void LineagePainter::paintLines(QPainter &painter, const LineageView &view)
{
    std::vector<quint32> plain;
    std::vector<quint32> strong;
    m_scene.forEachLine(view.area(), m_stamps, [&](quint32 number) {
        (m_marks.isLinePickedOut(number) ? strong : plain).push_back(number);
    });
    const bool near = detailOf(view) >= LineageDetail::Names;
    const bool dim = !m_marks.lines.empty();
    painter.setOpacity(dim ? dimmed : 1);
    if (near) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintCurves(painter, view, plain);
        paintLineCounts(painter, view, plain);
    } else {
        paintThinLines(painter, view, plain);
    }
    painter.setOpacity(1);
    for (const auto number : strong)
        paintLine(painter, view, number, near ? 2 : 1.25);
}

//! Curves from box to box, with heads. All plain ones are drawn in one go for each colour.
void LineagePainter::paintCurves(QPainter &painter, const LineageView &view,
                                 const std::vector<quint32> &numbers)
{
    std::array<QList<QLineF>, 4> pieces;
    for (const auto number : numbers) {
        if (!goesOn())
            return;
        const auto &line = m_scene.lines[number];
        const double width = widthOf(line);
        const bool isPlain = !m_isVector && !line.isMasking && !line.isBridge && width <= plainWidth
            && line.change != LineageChange::Removed && !m_scene.leadsBack(number);
        if (isPlain) {
            addCurve(view, number, pieces[std::size_t(line.change)]);
            continue;
        }
        QPen pen(colourOf(line), width,
                 line.change == LineageChange::Removed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap);
        if (line.isMasking)
            pen.setDashPattern({4 / plainWidth, 3 / plainWidth});
        else if (line.isBridge)
            pen.setStyle(Qt::DotLine);
        else if (m_scene.leadsBack(number))
            pen.setStyle(Qt::DashDotLine); // against the flow: it closes a cycle
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(pathOf(view, number));
    }
    for (std::size_t change = 0; change < pieces.size(); ++change)
        drawThinLines(painter, pieces[change], change == 0 ? m_look.edge : m_look.changes[change],
                      plainWidth);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto number : numbers)
        paintArrow(painter, view, number, colourOf(m_scene.lines[number]));
}

//! The curve of pathOf() as straight pieces that are too short to tell.
void LineagePainter::addCurve(const LineageView &view, quint32 number, QList<QLineF> &pieces) const
{
    const auto way = m_scene.route(number);
    const QRectF window(-4, -4, view.size.width() + 8, view.size.height() + 8);
    for (std::size_t i = 1; i < way.size(); ++i) {
        const auto from = at(view, way[i - 1]);
        const auto to = at(view, way[i]);
        if (std::max(from.x(), to.x()) < window.left()
            || std::min(from.x(), to.x()) > window.right()
            || std::max(from.y(), to.y()) < window.top()
            || std::min(from.y(), to.y()) > window.bottom())
            continue;
        const double rise = to.y() - from.y();
        if (std::abs(rise) < 0.5 || std::abs(rise) > longestCurve) {
            pieces.append({from, to});
            continue;
        }
        auto before = from;
        const int steps = std::max(curveSteps, int(std::abs(rise) / curveStep));
        for (int step = 1; step <= steps; ++step) {
            // The cubic whose ends are level, and whose middle is half way.
            const double t = double(step) / steps;
            const double bend = 3 * t * (1 - t);
            const QPointF next(from.x() + (to.x() - from.x()) * (bend / 2 + t * t * t),
                               from.y() + rise * (t * t * (3 - 2 * t)));
            pieces.append({before, next});
            before = next;
        }
    }
}

//! A line between boxes of which one is folded is as thick as many run in it.
double LineagePainter::widthOf(const LineageLine &line) const
{
    const bool isBundle = m_scene.boxes[line.from].isFolded() || m_scene.boxes[line.to].isFolded();
    return isBundle ? std::min(plainWidth + (line.linkCount - 1) / 14.0, 6.0) : plainWidth;
}

void LineagePainter::paintLineCounts(QPainter &painter, const LineageView &view,
                                     const std::vector<quint32> &numbers)
{
    QList<std::pair<QPointF, int>> tags;
    for (const auto number : numbers) {
        const auto &line = m_scene.lines[number];
        const auto way = m_scene.route(number);
        if (line.linkCount < 2 || way.size() < 2 || widthOf(line) <= plainWidth)
            continue;
        const auto &before = way[way.size() - 2];
        const auto &tip = way.back();
        tags.append({view.toPixel(QPointF((before.x + tip.x) / 2, (before.y + tip.y) / 2))
                         - QPointF(arrowLength, 0),
                     int(line.linkCount)});
    }
    paintTags(painter, tags);
}

//! Lines of a far picture: of one pixel, straight where they are many, in one go for each colour.
void LineagePainter::paintThinLines(QPainter &painter, const LineageView &view,
                                    const std::vector<quint32> &numbers)
{
    std::array<QList<QLineF>, 4> pieces;
    const auto seen = view.area().adjusted(-2, -2, 2, 2);
    const auto add = [&](QList<QLineF> &list, const lineage::Point &from,
                         const lineage::Point &to) {
        if (std::min(from.x, to.x) <= seen.right() && std::max(from.x, to.x) >= seen.left()
            && std::min(from.y, to.y) <= seen.bottom() && std::max(from.y, to.y) >= seen.top())
            list.append({at(view, from), at(view, to)});
    };
    // Where a box is less than a few pixels the turns of a line are, too. Few lines keep them all
    // the same: then it is seen that they lead around the boxes, and not through them.
    const bool isStraight =
        detailOf(view) == LineageDetail::Groups && numbers.size() > turningLines;
    for (const auto number : numbers) {
        const auto way = m_scene.route(number);
        auto &list = pieces[std::size_t(m_scene.lines[number].change)];
        if (isStraight && way.size() > 1) {
            add(list, way.front(), way.back());
            continue;
        }
        for (std::size_t i = 1; i < way.size(); ++i)
            add(list, way[i - 1], way[i]);
    }
    // Where lines lie in heaps each of them is paler, so that the heap still has a grain.
    const double heaped = std::sqrt(heapedLines / std::max(heapedLines, double(numbers.size())));
    const float alpha =
        numbers.size() <= smoothLines ? 0.7F : std::max(0.12F, 0.5F * float(heaped));
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t change = 0; change < pieces.size(); ++change) {
        auto colour = change == 0 ? m_look.edge : m_look.changes[change];
        colour.setAlphaF(change == 0 ? alpha : 1.0F);
        drawThinLines(painter, pieces[change], colour);
    }
}

} // namespace portolan::items
