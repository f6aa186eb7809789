// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of a picture: their grounds, their titles, and what there is to count in them. What
// runs between them is in lineagebundlepainter.cpp.
#include "models/items/displaytext.h"
#include "models/items/lineagepainter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace portolan::items {
namespace {

constexpr double titleRoom = 160; //!< pixels of width in which a far title stands inside its group
constexpr double titleHeight = 22; //!< pixels of height that a far title needs
constexpr double inset = 8;

//! What stands as the count of a group.
QString countText(const LineageGroup &group)
{
    const QLocale locale;
    if (group.shown == group.total)
        return locale.toString(group.total);
    return QCoreApplication::translate("LineagePicture", "%1 of %2", "nodes of a group")
        .arg(locale.toString(group.shown), locale.toString(group.total));
}

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
    painter.setPen(QPen(m_look.groupBorder, 0));
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

void LineagePainter::paintGroupTitles(QPainter &painter, const LineageView &view)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto area = view.area();
    for (const auto &group : m_scene.groups) {
        group.forEachRect([&](const QRectF &rect) {
            if (rect.intersects(area))
                paintGroupTitle(painter, view, group, view.toPixel(rect));
        });
    }
}

// The title stays in sight while a part of its group is: it runs along the edge of the picture.
// Where boxes are smaller than text it stands beside its lane if there is room, or would hide some.
//! The ground of a title: what lies under it is hinted at, and does not disturb.
void LineagePainter::paintPlate(QPainter &painter, const QRectF &rect) const
{
    auto plate = m_look.groupFill;
    plate.setAlphaF(0.86F);
    painter.fillRect(rect, plate);
}

void LineagePainter::paintGroupTitle(QPainter &painter, const LineageView &view,
                                     const LineageGroup &group, const QRectF &rect)
{
    auto font = group.parent >= 0 ? m_look.small : m_look.body;
    font.setWeight(QFont::DemiBold);
    const auto seen = m_isForFile ? rect : rect.intersected(QRectF(QPointF(), view.size));
    const QFontMetricsF metrics(font, painter.device());
    const QFontMetricsF smallMetrics(m_look.small, painter.device());
    const auto count = countText(group);
    const double countWidth = smallMetrics.horizontalAdvance(count) + 1;
    const double height = std::max(metrics.height(), smallMetrics.height());
    const double top = seen.top() + inset / 2;
    const double whole = metrics.horizontalAdvance(group.label) + countWidth + 10;
    const bool isBeside = detailOf(view) == LineageDetail::Blocks && group.parent < 0
        && !m_isForFile && rect.left() > whole + 2 * inset;
    const double left = isBeside ? rect.left() - whole - inset : seen.left() + inset;
    const double room = isBeside ? whole : seen.right() - left - inset;
    if (room < 24 || top + height > rect.bottom() + 1)
        return;
    const bool isCounted = isBeside || room > countWidth + 60;
    const auto title = metrics.elidedText(group.label, elisionOf(group.label),
                                          isCounted ? room - countWidth - 10 : room);
    const double titleWidth = metrics.horizontalAdvance(title);
    if (!isBeside)
        paintPlate(
            painter,
            QRectF(left - 4, top - 2, titleWidth + (isCounted ? countWidth + 18 : 8), height + 3)
                .intersected(rect.adjusted(1, 1, -1, -1)));
    painter.setPen(m_look.text);
    painter.setFont(font);
    painter.drawText(QPointF(left, top + metrics.ascent()), title);
    if (!isCounted)
        return;
    painter.setPen(m_look.textSecondary);
    painter.setFont(m_look.small);
    painter.drawText(QPointF(left + titleWidth + 10, top + metrics.ascent()), count);
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

//! The titles of a far picture, with their counts; beside groups that are too narrow for them.
//! Answers where the widest ends.
double LineagePainter::paintFarTitles(QPainter &painter, const LineageView &view)
{
    painter.setRenderHint(QPainter::Antialiasing);
    countRanks();
    double end = 0;
    for (const auto &group : m_scene.groups) {
        if (group.parent >= 0)
            continue;
        group.forEachRect([&](const QRectF &own) {
            const auto rect = view.toPixel(own);
            end = std::max(end, rect.right());
            if (rect.bottom() >= 0 && rect.top() <= view.size.height())
                end = std::max(end, paintFarTitle(painter, view, group, rect));
        });
    }
    return end;
}

double LineagePainter::paintFarTitle(QPainter &painter, const LineageView &view,
                                     const LineageGroup &group, const QRectF &rect)
{
    const QFontMetricsF small(m_look.small, painter.device());
    const bool isInside = rect.width() >= titleRoom;
    const bool isLarge = rect.height() >= titleHeight;
    if (!isLarge && rect.height() < small.height() - 2)
        return rect.right();
    if (rect.left() >= farmargin::titles * lineageTextScale(m_look.small)) {
        paintTitleBeside(painter, rect, group);
        return rect.right();
    }
    const auto &font = isLarge ? m_look.title : m_look.small;
    const QFontMetricsF metrics(font, painter.device());
    const auto count = countText(group);
    const double left = isInside ? std::max(rect.left(), 0.0) + inset : rect.right() + inset;
    const double room = isInside ? rect.right() - left - inset : 320;
    const auto title = metrics.elidedText(group.label, elisionOf(group.label),
                                          room - small.horizontalAdvance(count) - 10);
    const double top = std::max(rect.top(), 0.0);
    const double base = isInside && isLarge && rect.height() > 2 * titleHeight
        ? top + 4 + metrics.ascent()
        : (top + std::min(rect.bottom(), view.size.height())) / 2 + metrics.ascent() / 2 - 2;
    const double after = left + metrics.horizontalAdvance(title) + 10;
    if (isInside) // a lane that is hardly higher than its title has blocks under it
        paintPlate(painter,
                   QRectF(left - 4, base - metrics.ascent(),
                          after + small.horizontalAdvance(count) - left + 8, metrics.height())
                       .intersected(rect.adjusted(1, 1, -1, -1)));
    painter.setPen(m_look.text);
    painter.setFont(font);
    painter.drawText(QPointF(left, base), title);
    painter.setPen(m_look.textSecondary);
    painter.setFont(m_look.small);
    painter.drawText(QPointF(after, base), count);
    const double behind = after + small.horizontalAdvance(count);
    paintRanks(painter, {behind + 2 * inset, base}, isInside ? rect.right() - inset : behind + 240,
               m_ranks[std::size_t(&group - m_scene.groups.data())], true);
    return behind;
}

//! In the margin, where it hides nothing: the name, and below it what there is to count, as far as
//! \a lane is high enough for two lines.
void LineagePainter::paintTitleBeside(QPainter &painter, const QRectF &lane,
                                      const LineageGroup &group)
{
    const QFontMetricsF small(m_look.small, painter.device());
    const QFontMetricsF title(m_look.title, painter.device());
    const double width = farmargin::titles * lineageTextScale(m_look.small) - 2 * inset;
    const double left = lane.left() - inset - width;
    const auto count = countText(group);
    const double countWidth = small.horizontalAdvance(count);
    const bool hasTwoLines = lane.height() >= title.height() + small.height();
    const bool isLarge = lane.height() >= titleHeight;
    const auto &font = isLarge ? m_look.title : m_look.small;
    const auto &metrics = isLarge ? title : small;
    const auto name = metrics.elidedText(group.label, elisionOf(group.label),
                                         hasTwoLines ? width : width - countWidth - 10);
    const double base =
        hasTwoLines ? lane.top() + metrics.ascent() : lane.center().y() + metrics.ascent() / 2 - 2;
    painter.setPen(m_look.text);
    painter.setFont(font);
    painter.drawText(QPointF(left, base), name);
    const double after = hasTwoLines ? left : left + metrics.horizontalAdvance(name) + 10;
    const double below = hasTwoLines ? base + small.height() : base;
    painter.setPen(m_look.textSecondary);
    painter.setFont(m_look.small);
    painter.drawText(QPointF(after, below), count);
    paintRanks(painter, {after + countWidth + 2 * inset, below}, lane.left() - inset,
               m_ranks[std::size_t(&group - m_scene.groups.data())], false);
}

//! How many boxes of a group the overlay calls worse than well, worst first: a sign in the colour
//! of the rank, and a number. Of agreements those that are well count, too.
void LineagePainter::paintRanks(QPainter &painter, QPointF at, double end,
                                const std::array<int, 4> &counts, bool isOverBoxes) const
{
    constexpr double square = 10;
    const QFontMetricsF metrics(m_look.small, painter.device());
    const int least = m_marks.overlay == LineageOverlay::Agreements ? 0 : 1;
    for (int rank = 3; rank >= least; --rank) {
        const int count = counts[std::size_t(rank)];
        const auto text = QLocale().toString(count);
        const double wide = square + 4 + metrics.horizontalAdvance(text);
        if (count == 0 || at.x() + wide > end)
            continue;
        if (isOverBoxes)
            paintPlate(painter,
                       QRectF(at.x() - 4, at.y() - metrics.ascent(), wide + 8, metrics.height()));
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
