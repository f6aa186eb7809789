// SPDX-License-Identifier: GPL-3.0-or-later
// What runs between the groups of a far picture, with its numbers.
#include "models/items/lineagepainter.h"
#include "models/items/thinlines.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace portolan::items {
namespace {

constexpr double inset = 8;
constexpr double narrowestArc = 24;
constexpr double endsApart = 9;
constexpr double widestMore = 5; // that the widest arc is wider than one line
constexpr double usualHeaviest =
    70; // lines of an arc that is so wide, unless there is a heavier one
constexpr double headLength = 9; // of an arc for one line
constexpr double headHalf = 4;
constexpr std::size_t mostStrong = 24; // arcs that can be told from each other
constexpr double weakAlpha = 0.28; // of an arc that is none of the strongest
constexpr double leastAlpha = 0.035;
constexpr double fewWeak = 200; // of more each is paler, and no head of theirs could be seen
constexpr double weakShare = 0.6; // of the size of a head
constexpr double arcStep = 10; // pixels of an arc that are drawn straight
constexpr double longArcStep = 28; // the same where there are many
constexpr qsizetype manyArcs = 1000;

//! From so many lines on an arc is one of the strongest, where there are more than can be told
//! apart; \a ordered is from the weakest to the strongest.
int leastStrong(const std::vector<LineageBundle> &ordered)
{
    if (ordered.size() <= mostStrong)
        return 1;
    return ordered[ordered.size() - mostStrong - 1].lines + 1;
}

} // namespace

// Groups are lanes above each other, so what runs between them is drawn as arcs on their right:
// wider ones lead further. Each arc has a place of its own at either lane, in the order of where it
// leads to, so that arcs of one lane do not begin by crossing, and arrows stand apart. The heaviest
// get their numbers first; one that would hide another's moves along its arc. Of many arcs the
// strongest are told apart, and the rest is a pale ground under them, without numbers.
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
    const auto arcOf = [&](std::size_t i, double head) {
        const QPointF from(start, ends[i].first);
        const QPointF to(start, ends[i].second);
        const double bulge = narrowestArc
            + std::min(room, view.size.height() * 0.6)
                * std::sqrt(std::abs(to.y() - from.y()) / longest);
        QPainterPath path(from);
        path.cubicTo(from + QPointF(bulge, 0), to + QPointF(bulge, 0), to + QPointF(head, 0));
        return path;
    };
    // Beside what is picked out they are as pale as all else.
    painter.setOpacity(m_marks.lines.empty() ? 1 : dimmed);
    const auto strong = std::size_t(
        std::lower_bound(ordered.begin(), ordered.end(), leastStrong(ordered),
                         [](const auto &bundle, int lines) { return bundle.lines < lines; })
        - ordered.begin());
    QList<QPainterPath> weak;
    for (std::size_t i = 0; i < strong; ++i)
        weak.append(arcOf(i, headLength * weakShare - 1));
    paintWeakArcs(painter, weak);
    QList<std::pair<QPainterPath, int>> tags;
    const double heaviest =
        ordered.empty() ? 1 : std::max(usualHeaviest, double(ordered.back().lines));
    for (auto i = strong; i < ordered.size(); ++i) {
        const double width = 1 + widestMore * ordered[i].lines / heaviest;
        const auto path = arcOf(i, headLength + width - 2);
        painter.setPen(QPen(m_look.edge, width, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        paintArcHead(painter, path, 1 + (width - 1) / headLength);
        tags.prepend({path, ordered[i].lines});
    }
    paintArcTags(painter, tags);
    painter.setOpacity(1);
}

//! Arcs that are not to be told from each other: a ground that is denser where more run.
void LineagePainter::paintWeakArcs(QPainter &painter, const QList<QPainterPath> &paths)
{
    const double many = std::max(fewWeak, double(paths.size()));
    const double opacity = painter.opacity();
    painter.setOpacity(opacity * std::max(leastAlpha, weakAlpha * std::sqrt(fewWeak / many)));
    const double length = paths.size() > manyArcs ? longArcStep : arcStep;
    QList<QLineF> pieces;
    for (const auto &path : paths) {
        const QPointF from = path.elementAt(0);
        const QPointF bend = path.elementAt(1);
        const QPointF back = path.elementAt(2);
        const QPointF to = path.elementAt(3);
        const double way = std::abs(to.y() - from.y()) + 1.5 * (bend.x() - from.x());
        const int steps = std::max(8, int(way / length));
        auto before = from;
        for (int step = 1; step <= steps; ++step) {
            const double t = double(step) / steps;
            const double u = 1 - t;
            const auto next = from * (u * u * u) + bend * (3 * u * u * t) + back * (3 * u * t * t)
                + to * (t * t * t);
            pieces.append({before, next});
            before = next;
        }
    }
    drawThinLines(painter, pieces, m_look.edge);
    painter.setRenderHint(QPainter::Antialiasing);
    if (double(paths.size()) <= fewWeak) {
        for (const auto &path : paths)
            paintArcHead(painter, path, weakShare);
    }
    painter.setOpacity(opacity);
}

//! The head at the end of an arc, \a share times as large as that of an arc for one line.
void LineagePainter::paintArcHead(QPainter &painter, const QPainterPath &path, double share) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.edge);
    const auto tip = path.currentPosition() - QPointF(headLength * share - 1, 0);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(headLength, -headHalf) * share,
                                   tip + QPointF(headLength, headHalf) * share}));
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
