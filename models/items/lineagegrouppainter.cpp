// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of a picture: their grounds, titles, and the bundles between them.
#include "models/items/lineagepainter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace portolan::items {
namespace {

constexpr double titleRoom = 160; //!< pixels of width in which a far title stands inside its group
constexpr double titleHeight = 22; //!< pixels of height that a far title needs
constexpr double inset = 8;
constexpr double narrowestArc = 24;
constexpr double endsApart = 9;
constexpr double widestBundle = 9;

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
    if (overlay == LineageOverlay::ServiceLevel && rank == 2)
        return {
            {place.bottomLeft(), QPointF(place.center().x(), place.top()), place.bottomRight()}};
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
    for (const auto &group : m_scene.groups) {
        if (group.rect.isEmpty() || !group.rect.intersects(area))
            continue;
        // Rectangles far beyond the device are cut: rasters reckon in few digits.
        const QRectF frame(-8, -8, view.size.width() + 16, view.size.height() + 16);
        painter.drawRect(view.toPixel(group.rect).intersected(frame).toAlignedRect());
    }
}

void LineagePainter::paintGroupTitles(QPainter &painter, const LineageView &view)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto area = view.area();
    for (const auto &group : m_scene.groups) {
        if (!group.rect.isEmpty() && group.rect.intersects(area))
            paintGroupTitle(painter, view, group);
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
                                     const LineageGroup &group)
{
    auto font = group.parent >= 0 ? m_look.small : m_look.body;
    font.setWeight(QFont::DemiBold);
    const auto rect = view.toPixel(group.rect);
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
    const auto title =
        metrics.elidedText(group.label, Qt::ElideMiddle, isCounted ? room - countWidth - 10 : room);
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

//! The titles of a far picture, with their counts; beside groups that are too narrow for them.
//! Answers where the widest ends.
double LineagePainter::paintFarTitles(QPainter &painter, const LineageView &view)
{
    painter.setRenderHint(QPainter::Antialiasing);
    m_ranks.assign(m_scene.groups.size(), {});
    const bool isOverlaid = m_marks.overlay != LineageOverlay::None;
    for (quint32 box = 0; isOverlaid && box < m_scene.boxes.size(); ++box) {
        const int rank = rankOf(m_scene.boxes[box]);
        if (const int lane = laneOf(box); lane >= 0 && rank >= 0)
            ++m_ranks[std::size_t(lane)][std::size_t(rank)];
    }
    double end = 0;
    for (const auto &group : m_scene.groups) {
        if (group.rect.isEmpty() || group.parent >= 0)
            continue;
        const auto rect = view.toPixel(group.rect);
        end = std::max(end, rect.right());
        if (rect.bottom() >= 0 && rect.top() <= view.size.height())
            end = std::max(end, paintFarTitle(painter, view, group));
    }
    return end;
}

double LineagePainter::paintFarTitle(QPainter &painter, const LineageView &view,
                                     const LineageGroup &group)
{
    const auto rect = view.toPixel(group.rect);
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
    const auto title = metrics.elidedText(group.label, Qt::ElideMiddle,
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
               int(&group - m_scene.groups.data()), true);
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
    const auto name = metrics.elidedText(group.label, Qt::ElideMiddle,
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
               int(&group - m_scene.groups.data()), false);
}

//! How many boxes of a group the overlay calls worse than well, worst first: a sign in the colour
//! of the rank, and a number.
void LineagePainter::paintRanks(QPainter &painter, QPointF at, double end, int lane,
                                bool isOverBoxes) const
{
    constexpr double square = 10;
    const QFontMetricsF metrics(m_look.small, painter.device());
    for (int rank = 3; rank > 0; --rank) {
        const int count = m_ranks[std::size_t(lane)][std::size_t(rank)];
        const auto text = QLocale().toString(count);
        const double wide = square + 4 + metrics.horizontalAdvance(text);
        if (count == 0 || at.x() + wide > end)
            continue;
        if (isOverBoxes)
            paintPlate(painter,
                       QRectF(at.x() - 4, at.y() - metrics.ascent(), wide + 8, metrics.height()));
        painter.setPen(QPen(m_look.boxBorder, 1));
        painter.setBrush(m_look.ranks[std::size_t(rank)]);
        painter.drawPolygon(
            lineageRankSign(m_marks.overlay, rank,
                            QRectF(std::round(at.x()) + 0.5, std::round(at.y() - square) + 0.5,
                                   square - 1, square - 1)));
        painter.setPen(m_look.text);
        painter.drawText(QPointF(at.x() + square + 4, at.y()), text);
        at.rx() += wide + inset;
    }
}

// Groups are lanes above each other, so what runs between them is drawn as arcs on their right:
// wider ones lead further. Each arc has a place of its own at either lane, in the order of where it
// leads to, so that arcs of one lane do not begin by crossing, and arrows stand apart. The heaviest
// get their numbers first; one that would hide another's moves along its arc.
void LineagePainter::paintBundles(QPainter &painter, const LineageView &view, double left)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double start = std::min(left + inset, view.size.width() - farmargin::arcs);
    const double room =
        std::max((view.size.width() - start - 24) / 0.75 - narrowestArc, narrowestArc);
    auto ordered = m_scene.bundles;
    ordered.erase(std::remove_if(ordered.begin(), ordered.end(),
                                 [this](const LineageBundle &bundle) {
                                     return m_scene.groups[std::size_t(bundle.from)].rect.isEmpty()
                                         || m_scene.groups[std::size_t(bundle.to)].rect.isEmpty();
                                 }),
                  ordered.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return a.lines < b.lines; });
    const auto ends = bundleEnds(ordered, view);
    double longest = 1;
    for (const auto &[from, to] : ends)
        longest = std::max(longest, std::abs(to - from));
    QList<std::pair<QPainterPath, int>> tags;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const QPointF from(start, ends[i].first);
        const QPointF to(start, ends[i].second);
        const double bulge = narrowestArc
            + std::min(room, view.size.height() * 0.6)
                * std::sqrt(std::abs(to.y() - from.y()) / longest);
        QPainterPath path(from);
        path.cubicTo(from + QPointF(bulge, 0), to + QPointF(bulge, 0), to + QPointF(8, 0));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_look.edge, std::min(1 + ordered[i].lines / 14.0, widestBundle),
                            Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.edge);
        painter.drawPolygon(QPolygonF({to, to + QPointF(9, -4), to + QPointF(9, 4)}));
        tags.prepend({path, ordered[i].lines});
    }
    paintArcTags(painter, tags);
}

//! The heights at which each of \a bundles leaves one lane and reaches the other.
std::vector<std::pair<double, double>>
LineagePainter::bundleEnds(const std::vector<LineageBundle> &bundles, const LineageView &view) const
{
    struct End
    {
        int other; // lane
        std::size_t bundle;
        bool isArrival;
    };

    const auto laneOf = [&](int group) {
        return view.toPixel(m_scene.groups[std::size_t(group)].rect);
    };
    std::vector<std::vector<End>> lanes(m_scene.groups.size());
    for (std::size_t i = 0; i < bundles.size(); ++i) {
        lanes[std::size_t(bundles[i].from)].push_back({bundles[i].to, i, false});
        lanes[std::size_t(bundles[i].to)].push_back({bundles[i].from, i, true});
    }
    std::vector<std::pair<double, double>> heights(bundles.size());
    for (std::size_t group = 0; group < lanes.size(); ++group) {
        auto &ends = lanes[group];
        const auto lane = laneOf(int(group));
        // The nearest in the middle, on its side: wider arcs go round narrower ones.
        const auto keyOf = [&](const End &end) {
            const double far = laneOf(end.other).center().y() - lane.center().y();
            return std::pair(far > 0 ? 1e9 - far : -1e9 - far, end.isArrival);
        };
        std::stable_sort(ends.begin(), ends.end(), [&keyOf](const End &left, const End &right) {
            return keyOf(left) < keyOf(right);
        });
        const double step =
            std::min(endsApart, std::max(1.0, (lane.height() - 6) / double(ends.size() + 1)));
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const double y = lane.center().y() + (double(i) - double(ends.size() - 1) / 2) * step;
            auto &height = heights[ends[i].bundle];
            (ends[i].isArrival ? height.second : height.first) = y;
        }
    }
    return heights;
}

//! Numbers on plates; those that would hide one before are left out.
void LineagePainter::paintTags(QPainter &painter, const QList<std::pair<QPointF, int>> &tags)
{
    QList<QRectF> taken;
    for (const auto &[middle, count] : tags)
        paintTag(painter, {middle}, count, taken);
}

//! The same on arcs, along which a number moves to where it hides none.
void LineagePainter::paintArcTags(QPainter &painter,
                                  const QList<std::pair<QPainterPath, int>> &tags)
{
    constexpr std::array places{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8};
    QList<QRectF> taken;
    for (const auto &[path, count] : tags) {
        QList<QPointF> middles;
        for (const auto along : places)
            middles.append(path.pointAtPercent(along));
        paintTag(painter, middles, count, taken);
    }
}

//! At the first of \a middles where it hides none of \a taken.
void LineagePainter::paintTag(QPainter &painter, const QList<QPointF> &middles, int count,
                              QList<QRectF> &taken)
{
    const QFontMetricsF metrics(m_look.small, painter.device());
    const auto text = QLocale().toString(count);
    QRectF rect(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2);
    const bool hasRoom = std::any_of(middles.cbegin(), middles.cend(), [&](QPointF middle) {
        rect.moveCenter(middle);
        return std::none_of(taken.cbegin(), taken.cend(),
                            [&rect](const QRectF &other) { return other.intersects(rect); });
    });
    if (!hasRoom)
        return;
    taken.append(rect);
    painter.setFont(m_look.small);
    painter.setPen(QPen(m_look.groupBorder, 1));
    painter.setBrush(m_look.base);
    painter.drawRoundedRect(rect, 3, 3);
    painter.setPen(m_look.text);
    painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace portolan::items
