// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of a picture: their grounds, their titles, and what there is to count in them. What
// runs between them is in lineagebundlepainter.cpp.
#include "models/items/displaytext.h"
#include "models/items/lineagepainter.h"
#include "models/items/lineagetitles.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace portolan::items {
namespace {

constexpr double inset = 8;
constexpr double countGap = 10;
constexpr double lowLane = 24; //!< pixels below which lanes have pale borders
constexpr double lowestLane = 5; //!< pixels below which they have none
constexpr double leaderBend = 12; //!< pixels before the end of what leads to a lane, where it turns

} // namespace

QPolygonF lineageRankSign(LineageOverlay overlay, int rank, const QRectF &place)
{
    const auto middle = place.center();
    if (rank == 2
        && (overlay == LineageOverlay::ServiceLevel || overlay == LineageOverlay::Agreements))
        return {{place.bottomLeft(), QPointF(middle.x(), place.top()), place.bottomRight()}};
    if (overlay == LineageOverlay::Agreements && rank == 1)
        return {{QPointF(middle.x(), place.top()), QPointF(place.right(), middle.y()),
                 QPointF(middle.x(), place.bottom()), QPointF(place.left(), middle.y())}};
    if (overlay != LineageOverlay::ServiceLevel || rank != 3)
        return place;
    const double corner = place.width() * 0.3;
    return {{place.topLeft() + QPointF(corner, 0), place.topRight() - QPointF(corner, 0),
             place.topRight() + QPointF(0, corner), place.bottomRight() - QPointF(0, corner),
             place.bottomRight() - QPointF(corner, 0), place.bottomLeft() + QPointF(corner, 0),
             place.bottomLeft() - QPointF(0, corner), place.topLeft() + QPointF(0, corner)}};
}

void LineagePainter::paintGroups(QPainter &painter, const LineageView &view)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double high = laneHeight(view);
    painter.setPen(QPen(high < lowLane ? m_look.gridLine : m_look.groupBorder, 0));
    if (high < lowestLane)
        painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.groupFill);
    const auto area = view.area();
    // Rectangles far beyond the device are cut: rasters reckon in few digits.
    const QRectF frame(-8, -8, view.size.width() + 16, view.size.height() + 16);
    for (const auto &group : m_scene.groups) {
        group.forEachRect([&](const QRectF &rect) {
            if (rect.intersects(area))
                painter.drawRect(view.toPixel(rect).intersected(frame).toAlignedRect());
        });
    }
}

//! Of all lanes together: the borders of low ones would be stripes, and all there is to see.
double LineagePainter::laneHeight(const LineageView &view) const
{
    double height = 0;
    int lanes = 0;
    for (const auto &group : m_scene.groups) {
        if (group.parent < 0)
            group.forEachRect([&](const QRectF &rect) {
                height += rect.height() * view.scale;
                ++lanes;
            });
    }
    return height / std::max(1, lanes);
}

void LineagePainter::paintGroupTitles(QPainter &painter, const LineageView &view)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto area = view.area();
    const bool inLanes = !m_isForFile && detailOf(view) < LineageDetail::Names;
    for (const auto &group : m_scene.groups) {
        if (inLanes && group.parent < 0)
            continue;
        group.forEachRect([&](const QRectF &rect) {
            if (rect.intersects(area))
                paintGroupTitle(painter, view, group, view.toPixel(rect));
        });
    }
    if (inLanes)
        paintLaneTitles(painter, view);
}

//! The ground of a title: what lies under it is hinted at, and does not disturb.
void LineagePainter::paintPlate(QPainter &painter, const QRectF &rect) const
{
    auto plate = m_look.groupFill;
    plate.setAlphaF(0.86F);
    painter.fillRect(rect, plate);
}

// The title stays in sight while a part of its group is: it runs along the edge of the picture.
void LineagePainter::paintGroupTitle(QPainter &painter, const LineageView &view,
                                     const LineageGroup &group, const QRectF &rect)
{
    auto font = group.parent >= 0 ? m_look.small : m_look.body;
    font.setWeight(QFont::DemiBold);
    const auto seen = m_isForFile ? rect : rect.intersected(QRectF(QPointF(), view.size));
    const QFontMetricsF metrics(font, painter.device());
    const QFontMetricsF smallMetrics(m_look.small, painter.device());
    const auto count = groupCount(group);
    const double countWidth = smallMetrics.horizontalAdvance(count) + 1;
    const double height = std::max(metrics.height(), smallMetrics.height());
    const double top = seen.top() + inset / 2;
    const double left = seen.left() + inset;
    const double room = seen.right() - left - inset;
    if (room < 24 || top + height > rect.bottom() + 1)
        return;
    const bool isCounted = room > countWidth + 60;
    const auto title = metrics.elidedText(group.label, elisionOf(group.label),
                                          isCounted ? room - countWidth - countGap : room);
    const double titleWidth = metrics.horizontalAdvance(title);
    paintPlate(painter,
               QRectF(left - 4, top - 2, titleWidth + (isCounted ? countWidth + 18 : 8), height + 3)
                   .intersected(rect.adjusted(1, 1, -1, -1)));
    painter.setPen(m_look.text);
    painter.setFont(font);
    painter.drawText(QPointF(left, top + metrics.ascent()), title);
    if (!isCounted)
        return;
    painter.setPen(m_look.textSecondary);
    painter.setFont(m_look.small);
    painter.drawText(QPointF(left + titleWidth + countGap, top + metrics.ascent()), count);
}

//! Things of each rank by lane.
void LineagePainter::countRanks()
{
    m_ranks.assign(m_scene.groups.size(), {});
    for (quint32 box = 0; m_marks.overlay != LineageOverlay::None && box < m_scene.boxes.size();
         ++box) {
        if (const int lane = laneOf(box); lane >= 0)
            countRank(box, m_ranks[std::size_t(lane)]);
    }
}

//! Adds the box \a number, of what is folded its members; of agreements these themselves, on ports
//! alone: a product and an asset have theirs from there.
void LineagePainter::countRank(quint32 number, std::array<int, 4> &counts) const
{
    const auto &box = m_scene.boxes[number];
    if (m_marks.overlay == LineageOverlay::Agreements) {
        if (!box.isFolded() && m_scene.nodeOf(box).kind != domain::EntityKind::Port)
            return;
        const auto access = accessOf(box);
        counts[0] += access.active;
        counts[1] += access.pending;
        counts[2] += access.expiring;
    } else if (box.isFolded()) {
        const auto folded = m_marks.foldedRanks.value(number);
        std::transform(counts.begin(), counts.end(), folded.begin(), counts.begin(), std::plus());
    } else if (const int rank = rankOf(box); rank >= 0) {
        ++counts[std::size_t(rank)];
    }
}

//! The titles of lanes, with their counts, and what leads from each to its lane. Answers where the
//! lanes end, and what stands over them.
double LineagePainter::paintLaneTitles(QPainter &painter, const LineageView &view)
{
    painter.setRenderHint(QPainter::Antialiasing);
    countRanks();
    double end = 0;
    for (const auto &group : m_scene.groups) {
        if (group.parent < 0)
            group.forEachRect(
                [&](const QRectF &rect) { end = std::max(end, view.toPixel(rect).right()); });
    }
    const auto titles =
        laneTitles(m_scene, m_look, view, m_marks.overlay, m_ranks, painter.device());
    // Where many names were moved they stand on a ground of their own, so that each is seen to lead
    // to its lane.
    const auto moved = std::count_if(titles.begin(), titles.end(), [](const LaneTitle &title) {
        return title.isOver && title.isMoved;
    });
    const bool isColumn = moved * 3 > std::ptrdiff_t(titles.size());
    if (isColumn) {
        const double left = titles.front().place.left() - inset / 2;
        paintPlate(painter, QRectF(left, 0, titles.front().columnEnd - left, view.size.height()));
    }
    for (const auto &title : titles)
        paintLeader(painter, title);
    for (const auto &title : titles) {
        if (title.isOver && !isColumn) // blocks lie under it
            paintPlate(painter, title.place.adjusted(-4, 0, 4, 0));
        paintLaneTitle(painter, title);
        if (title.isOver)
            end = std::max(end, isColumn ? title.columnEnd : title.place.right());
    }
    return end;
}

//! From a title to its lane, where one is not seen to belong to the other.
void LineagePainter::paintLeader(QPainter &painter, const LaneTitle &title) const
{
    const bool isSmall = title.font.pointSizeF() <= m_look.small.pointSizeF();
    if (!title.isMoved && (title.isOver || !isSmall))
        return;
    const double height = title.place.center().y();
    const double target = title.isMoved ? title.lane.center().y() : height;
    const QPointF from(title.place.right() + inset / 2, height);
    painter.setPen(QPen(m_look.groupBorder, 1));
    painter.drawPolyline(QPolygonF(
        {from, QPointF(title.columnEnd - leaderBend, height), QPointF(title.columnEnd, target)}));
}

void LineagePainter::paintLaneTitle(QPainter &painter, const LaneTitle &title) const
{
    const QFontMetricsF metrics(title.font, painter.device());
    const QFontMetricsF small(m_look.small, painter.device());
    const double base = title.place.top() + metrics.ascent();
    painter.setPen(m_look.text);
    painter.setFont(title.font);
    painter.drawText(QPointF(title.place.left(), base), title.name);
    const double after = title.hasTwoLines
        ? title.place.left()
        : title.place.left() + metrics.horizontalAdvance(title.name) + countGap;
    const double below = title.hasTwoLines ? base + small.height() : base;
    painter.setPen(m_look.textSecondary);
    painter.setFont(m_look.small);
    painter.drawText(QPointF(after, below), title.count);
    paintRanks(painter, {after + small.horizontalAdvance(title.count) + 1 + 2 * inset, below},
               title.place.right() + 1, m_ranks[std::size_t(title.group)]);
}

//! How many boxes of a group the overlay calls worse than well, worst first: a sign in the colour
//! of the rank, and a number. Of agreements those that are well count, too.
void LineagePainter::paintRanks(QPainter &painter, QPointF at, double end,
                                const std::array<int, 4> &counts) const
{
    constexpr double square = 10;
    const QFontMetricsF metrics(m_look.small, painter.device());
    for (int rank = 3; rank >= leastCounted(m_marks.overlay); --rank) {
        const int count = counts[std::size_t(rank)];
        const auto text = QLocale().toString(count);
        const double wide = square + 4 + metrics.horizontalAdvance(text);
        if (count == 0 || at.x() + wide > end)
            continue;
        painter.setPen(QPen(m_look.rankLine(rank), 1));
        painter.setBrush(m_look.signs[std::size_t(rank)]);
        painter.drawPolygon(
            lineageRankSign(m_marks.overlay, rank,
                            QRectF(std::round(at.x()) + 0.5, std::round(at.y() - square) + 0.5,
                                   square - 1, square - 1)));
        painter.setPen(m_look.text);
        painter.drawText(QPointF(at.x() + square + 4, at.y()), text);
        at.rx() += wide + inset;
    }
}

} // namespace portolan::items
