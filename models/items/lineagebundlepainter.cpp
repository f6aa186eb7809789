// SPDX-License-Identifier: GPL-3.0-or-later
// What runs between the groups of a far picture, with its numbers.
#include "models/items/lineagepainter.h"

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
constexpr double widestBundle = 9;

} // namespace

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
    // Beside what is picked out they are as pale as all else.
    painter.setOpacity(m_marks.lines.empty() ? 1 : dimmed);
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
    painter.setOpacity(1);
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
