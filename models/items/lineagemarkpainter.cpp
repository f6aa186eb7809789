// SPDX-License-Identifier: GPL-3.0-or-later
// What an overlay says at the right end of a box. The name comes first: words give way to it, and
// the sign of the state is what stays.
#include "models/items/lineagepainter.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace portolan::items {
namespace {

constexpr double padding = 8;
constexpr double signSize = 10;
constexpr int leastLetters = 12; //!< of a name that further marks leave to it

bool hasSigns(LineageOverlay overlay)
{
    return overlay == LineageOverlay::ServiceLevel || overlay == LineageOverlay::Agreements;
}

} // namespace

LineagePainter::NameEnds LineagePainter::nameEnds(double left, const LineageBox &box,
                                                  const QFontMetricsF &metrics)
{
    const double whole = metrics.horizontalAdvance(box.label);
    const double least = metrics.horizontalAdvance(box.label.left(leastLetters) + u'…');
    return {left + whole, left + std::min(whole, least)};
}

//! What stands at the right end of a head; answers where the name has to end.
double LineagePainter::paintMark(QPainter &painter, const QRectF &head, const LineageBox &box,
                                 const NameEnds &name)
{
    const double right = head.right() - padding;
    if (box.isFolded())
        return paintFoldedMark(painter, head, box, name);
    if (m_marks.overlay == LineageOverlay::Agreements)
        return paintAccess(painter, head, right, name, accessOf(box));
    if (m_marks.overlay == LineageOverlay::None)
        return right;
    const auto text =
        overlayValue(*m_scene.graph, m_scene.nodeOf(box), m_marks.overlay).text.left(12);
    if (text.isEmpty())
        return right;
    const int rank = rankOf(box);
    const double width = QFontMetricsF(m_look.small, painter.device()).horizontalAdvance(text);
    if (right - width - padding >= name.whole)
        return paintValue(painter, head, right, rank, text);
    // Where the shape tells no state, its first letters do.
    return hasSigns(m_marks.overlay) ? paintSign(painter, head, right, rank) - padding
                                     : paintValue(painter, head, right, rank, text.left(2));
}

double LineagePainter::paintValue(QPainter &painter, const QRectF &head, double right, int rank,
                                  const QString &text) const
{
    const QFontMetricsF metrics(m_look.small, painter.device());
    const double width = metrics.horizontalAdvance(text);
    QRectF place(right - width - 4, 0, width + 8,
                 std::min(metrics.height() + 1, head.height() - 4));
    place.moveCenter(QPointF(place.center().x(), head.center().y()));
    if (rank >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.ranks[std::size_t(rank)]);
        painter.drawRoundedRect(place, 3, 3);
    }
    painter.setPen(rank < 0 ? m_look.textSecondary : m_look.rankTexts[std::size_t(rank)]);
    painter.setFont(m_look.small);
    painter.drawText(place, Qt::AlignCenter, text);
    return place.left() - 4;
}

//! The sign of \a rank, hollow where it is unknown; answers where it begins.
double LineagePainter::paintSign(QPainter &painter, const QRectF &head, double right,
                                 int rank) const
{
    const double square = std::floor(signSize * m_textScale);
    const double left = std::round(right - square);
    const QRectF place(left + 0.5, std::round(head.center().y() - square / 2) + 0.5, square - 1,
                       square - 1);
    painter.setPen(QPen(m_look.rankLine(rank), 1));
    painter.setBrush(rank < 0 ? m_look.boxFill : m_look.signs[std::size_t(rank)]);
    painter.drawPolygon(lineageRankSign(m_marks.overlay, rank, place));
    return left;
}

//! How many are folded, and before it how many of them the overlay calls worse than well.
double LineagePainter::paintFoldedMark(QPainter &painter, const QRectF &head, const LineageBox &box,
                                       const NameEnds &name)
{
    const auto text = QLocale().toString(box.members);
    const QFontMetricsF metrics(m_look.small, painter.device());
    double right = head.right() - padding;
    const double width = metrics.horizontalAdvance(text);
    const auto counts = m_marks.foldedRanks.value(numberOf(box));
    if (width <= head.width() / 2) {
        painter.setPen(m_look.textSecondary);
        painter.setFont(m_look.small);
        painter.drawText(QRectF(right - width, head.top(), width + 1, head.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
        right -= width + padding;
    }
    if (m_marks.overlay == LineageOverlay::Agreements)
        return paintAccess(painter, head, right, name, accessOf(box));
    return paintSigns(painter, head, right, name, {{3, counts[3]}, {2, counts[2]}, {1, counts[1]}});
}

double LineagePainter::paintAccess(QPainter &painter, const QRectF &head, double right,
                                   const NameEnds &name, const domain::LineageAccess &access)
{
    return paintSigns(painter, head, right, name,
                      {{2, access.expiring}, {1, access.pending}, {0, access.active}});
}

//! Signs of ranks with their numbers, the first of \a counts last, where the eye looks for marks.
//! Numbers where all of the name is left, further signs where enough of it is; the first that there
//! is stands always, since it is what hurts most.
double LineagePainter::paintSigns(QPainter &painter, const QRectF &head, double right,
                                  const NameEnds &name,
                                  std::initializer_list<std::pair<int, int>> counts)
{
    const QFontMetricsF metrics(m_look.small, painter.device());
    const double square = std::floor(signSize * m_textScale);
    painter.setFont(m_look.small);
    bool isFirst = true;
    for (const auto &[rank, count] : counts) {
        if (count == 0)
            continue;
        const auto text = QLocale().toString(count);
        const double number = 3 + metrics.horizontalAdvance(text);
        const bool hasNumber = right - square - number - padding >= name.whole;
        if (!hasNumber && !isFirst && right - square - padding < name.least)
            continue;
        isFirst = false;
        const double left = paintSign(painter, head, hasNumber ? right - number : right, rank);
        if (hasNumber) {
            painter.setPen(m_look.textSecondary);
            painter.drawText(QRectF(left + square + 3, head.top(), number, head.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, text);
        }
        right = left - padding;
    }
    return right;
}

} // namespace portolan::items
