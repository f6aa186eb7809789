// SPDX-License-Identifier: GPL-3.0-or-later
// Products, where boxes are too small for their names and the picture is not grouped by products.
#include "models/items/displaytext.h"
#include "models/items/lineagepainter.h"
#include "models/items/lineagetitles.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace portolan::items {
namespace {

constexpr double leastName = 72; //!< pixels of width in which a part of a name says something
constexpr double leastNamed = 44; //!< the same where a count stands after it
constexpr double padding = 5;
constexpr double gap = 6;
constexpr double dimmed = 0.28;

} // namespace

//! Whether all boxes of \a cluster look alike but for the overlay. What is found, differs or is
//! picked out in part is looked for box by box.
bool LineagePainter::isPlain(const LineageCluster &cluster) const
{
    const bool isPickedOut = m_marks.isPickedOut(cluster.boxes.front());
    return std::all_of(cluster.boxes.begin(), cluster.boxes.end(), [&](quint32 box) {
        return int(box) != m_marks.root && m_scene.boxes[box].change == domain::LineageChange::None
            && (m_marks.found.empty() || m_marks.found[box] == 0)
            && m_marks.isPickedOut(box) == isPickedOut;
    });
}

std::array<int, 4> LineagePainter::countsOf(const std::vector<quint32> &boxes) const
{
    std::array<int, 4> counts{};
    for (const auto box : boxes)
        countRank(box, counts);
    return counts;
}

void LineagePainter::paintClusters(QPainter &painter, const LineageView &view)
{
    const QFontMetricsF metrics(m_look.small, painter.device());
    const QFontMetricsF bold(m_bold, painter.device());
    const auto area = view.area();
    const auto hasRoom = [&](const LineageCluster &cluster) {
        const double room = cluster.room.width() * view.scale - 2 * padding;
        return room >= leastName * m_textScale || room >= bold.horizontalAdvance(cluster.label);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &cluster : m_scene.clusters) {
        if (cluster.rect.intersects(area) && cluster.rect.height() * view.scale >= metrics.height()
            && hasRoom(cluster) && isPlain(cluster))
            paintCluster(painter, view, cluster);
    }
    painter.setOpacity(1);
}

//! A block with the product's name and how many boxes it stands for. It reaches over free ground
//! where that makes the name longer, and lets through what lies under it.
void LineagePainter::paintCluster(QPainter &painter, const LineageView &view,
                                  const LineageCluster &cluster)
{
    const QFontMetricsF bold(m_bold, painter.device());
    const QFontMetricsF small(m_look.small, painter.device());
    auto rect = view.toPixel(cluster.rect);
    const auto count = QLocale().toString(qulonglong(cluster.boxes.size()));
    const double after = gap + small.horizontalAdvance(count);
    const bool isOverlaid = m_marks.overlay != LineageOverlay::None;
    const auto ranks = isOverlaid ? countsOf(cluster.boxes) : std::array<int, 4>();
    const bool hasTwoLines = std::round(rect.height()) - 1 >= 2 * bold.height() + 2;
    // What hurts is told whatever the name leaves: the boxes that show it lie under the block.
    const double worst =
        hasTwoLines ? 0 : rankWidth(ranks, leastCounted(m_marks.overlay), small, 0);
    const double sign = worst > 0 ? gap + worst + 1 : 0;
    const double wanted = bold.horizontalAdvance(cluster.label) + after + sign + 2 * padding + 2;
    rect.setWidth(std::clamp(wanted, rect.width(),
                             std::max(rect.width(), cluster.room.width() * view.scale)));
    rect = QRectF(std::round(rect.x()) + 0.5, std::round(rect.y()) + 0.5,
                  std::round(rect.width()) - 1, std::round(rect.height()) - 1);
    auto ground = m_look.boxFill;
    ground.setAlphaF(0.88F);
    painter.setOpacity(m_marks.isPickedOut(cluster.boxes.front()) ? 1 : dimmed);
    painter.setPen(QPen(m_look.boxBorder, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 3, 3);
    // The name comes before its count, unless it is cut anyway.
    const double whole = rect.width() - 2 * padding - sign;
    const double needed = bold.horizontalAdvance(cluster.label);
    const bool isCounted = whole - after >= (needed <= whole ? needed : leastNamed * m_textScale);
    const double room = whole - (isCounted ? after : 0);
    const auto name = bold.elidedText(cluster.label, elisionOf(cluster.label), room);
    const double base = hasTwoLines ? rect.top() + 1 + bold.ascent()
                                    : rect.center().y() + (bold.ascent() - bold.descent()) / 2;
    const double left = rect.left() + padding;
    painter.setPen(m_look.text);
    painter.setFont(m_bold);
    painter.drawText(QPointF(left, base), name);
    const double behind = left + bold.horizontalAdvance(name) + gap;
    if (isCounted) {
        painter.setPen(m_look.textSecondary);
        painter.setFont(m_look.small);
        painter.drawText(QPointF(behind, base), count);
    }
    if (!isOverlaid)
        return;
    const QPointF signs = hasTwoLines ? QPointF(left, base + bold.height())
                                      : QPointF(behind + (isCounted ? after : 0), base);
    paintRanks(painter, signs, rect.right() - padding + 1, ranks);
}

} // namespace portolan::items
