// SPDX-License-Identifier: GPL-3.0-or-later
// The boxes of a picture: blocks from afar, names and columns from near.
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/lineagepainter.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using domain::LineageChange;

namespace {

constexpr double stripe = 3;
constexpr double iconSize = 16;
constexpr double iconAt = 9;
constexpr double textAt = 30;
constexpr double pile = 3; //!< what is folded shows a second sheet so far behind the first
constexpr double twoLines = 44; //!< pixels of height that hold a second line
constexpr int leastNamed = 13; //!< pixels of height that a name fits into

QColor mixed(const QColor &colour, const QColor &ground, double share)
{
    const auto part = [share](int a, int b) {
        return int(std::lround(a * share + b * (1 - share)));
    };
    return {part(colour.red(), ground.red()), part(colour.green(), ground.green()),
            part(colour.blue(), ground.blue())};
}

//! So that lines of one pixel are sharp.
QRectF crisp(const QRectF &rect)
{
    return QRectF(std::round(rect.x()) + 0.5, std::round(rect.y()) + 0.5,
                  std::round(rect.width()) - 1, std::round(rect.height()) - 1);
}

QString signOf(LineageChange change)
{
    switch (change) {
    case LineageChange::Added:
        return u"+"_s;
    case LineageChange::Removed:
        return u"−"_s;
    case LineageChange::Changed:
        return u"~"_s;
    case LineageChange::None:
        break;
    }
    return {};
}

} // namespace

int LineagePainter::rankOf(const LineageBox &box) const
{
    return m_marks.ranks.empty() ? -1 : m_marks.ranks[numberOf(box)];
}

domain::LineageAccess LineagePainter::accessOf(const LineageBox &box) const
{
    return m_marks.access.empty() ? domain::LineageAccess() : m_marks.access[numberOf(box)];
}

void LineagePainter::paintBlocks(QPainter &painter, const LineageView &view)
{
    m_scene.forEachBox(view.area(), [&](quint32 number) {
        paintBlock(painter, view, number, int(number) == m_marks.root ? Selected : Plain);
    });
    painter.setOpacity(1);
}

//! From afar the name and the count of what is folded stand beside it: it stands for many. A name
//! that would hide another, or something else that is folded and may be what hurts, is left out.
void LineagePainter::paintFoldedNames(QPainter &painter, const LineageView &view)
{
    const QFontMetricsF metrics(m_look.small, painter.device());
    painter.setFont(m_look.small);
    QList<QRectF> taken;
    const auto isFree = [&](const QRectF &place) {
        bool hidesNone = std::none_of(taken.cbegin(), taken.cend(),
                                      [&](const QRectF &other) { return other.intersects(place); });
        const QRectF area(view.toScene(place.topLeft()), place.size() / view.scale);
        m_scene.forEachBox(area, [&](quint32 other) {
            hidesNone = hidesNone
                && !(m_scene.boxes[other].isFolded() && m_scene.boxes[other].rect.intersects(area));
        });
        return hidesNone;
    };
    m_scene.forEachBox(view.area(), [&](quint32 number) {
        const auto &box = m_scene.boxes[number];
        const auto rect = view.toPixel(box.rect);
        if (!box.isFolded() || rect.height() >= leastNamed)
            return;
        const QString text = box.label + u"  "_s + QLocale().toString(box.members);
        const QRectF place(rect.right() + 4, rect.center().y() - metrics.height() / 2,
                           metrics.horizontalAdvance(text) + 8, metrics.height());
        if (!isFree(place))
            return;
        taken.append(place);
        paintPlate(painter, place);
        painter.setPen(m_look.text);
        painter.drawText(place.adjusted(4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    });
}

void LineagePainter::paintBlock(QPainter &painter, const LineageView &view, quint32 number,
                                BoxStates states)
{
    const auto &box = m_scene.boxes[number];
    const auto exact = view.toPixel(box.rect);
    const QRect rect(int(std::lround(exact.x())), int(std::lround(exact.y())),
                     std::max(3, int(std::lround(exact.width()))),
                     std::max(3, int(std::lround(exact.height()))));
    const bool strong = (states & (Selected | Focused)) != Plain;
    auto line = m_look.kinds[std::size_t(box.kind)];
    auto fill = mixed(line, m_look.boxFill, states.testFlag(Hovered) ? 0.35 : 0.14);
    auto text = m_look.text;
    if (m_marks.overlay != LineageOverlay::None) {
        const int rank = rankOf(box);
        fill = rank < 0 ? m_look.boxFill : m_look.ranks[std::size_t(rank)];
        line = m_look.rankLine(rank);
        text = rank < 0 ? text : m_look.rankTexts[std::size_t(rank)];
    }
    if (box.change != LineageChange::None) {
        line = m_look.changes[std::size_t(box.change)];
        fill = m_look.softChanges[std::size_t(box.change)];
        text = m_look.text;
    }
    if (!m_marks.found.empty() && m_marks.found[number] != 0) {
        fill = m_look.match;
        text = m_look.text;
    }
    painter.setOpacity(m_marks.isPickedOut(number) || states != Plain ? 1 : dimmed);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, strong ? m_look.accent : line);
    const int edge = strong ? 2 : 1;
    if (rect.height() > 2 * edge)
        painter.fillRect(rect.adjusted(edge, edge, -edge, -edge), fill);
    const auto sign = signOf(box.change);
    if (rect.height() >= leastNamed) {
        const QFontMetricsF metrics(m_look.small, painter.device());
        const auto name = sign.isEmpty() ? box.label : QString(sign + u' ' + box.label);
        painter.setPen(text);
        painter.setFont(m_look.small);
        painter.drawText(rect.adjusted(4, -2, -2, 2), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(name, elisionOf(box.label), rect.width() - 6));
    } else if (!sign.isEmpty() && rect.height() >= 10) {
        painter.setPen(line);
        painter.setFont(m_look.small);
        painter.drawText(rect.adjusted(0, -4, 0, 4), Qt::AlignCenter, sign);
    }
}

void LineagePainter::paintBox(QPainter &painter, const LineageView &view, quint32 number,
                              BoxStates states)
{
    if (detailOf(view) < LineageDetail::Names) {
        paintBlock(painter, view, number, states);
        painter.setOpacity(1);
        return;
    }
    const auto &box = m_scene.boxes[number];
    auto rect = crisp(view.toPixel(box.rect));
    if (box.isFolded())
        rect.adjust(0, 0, -pile, -pile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_marks.isPickedOut(number) || states != Plain ? 1 : dimmed);
    paintFrame(painter, rect, box, number, states);
    QRectF head(rect.x(), rect.y(), rect.width(),
                std::min(rect.height(), scenesize::boxHeight * view.scale));
    const auto near = m_marks.nearColumns.constFind(number);
    const bool isNear = box.columns.empty() && near != m_marks.nearColumns.constEnd()
        && detailOf(view) >= LineageDetail::Columns;
    if (isNear) {
        const auto body = head.adjusted(0, twoLines * m_textScale, 0, 0);
        head.setHeight(twoLines * m_textScale);
        paintNearColumns(painter, body, *near);
    }
    paintHead(painter, head, box, (states & (Selected | Focused)) != Plain);
    if (!box.columns.empty())
        paintColumns(painter, view, box);
    paintChange(painter, rect, box.change);
    painter.setOpacity(1);
}

void LineagePainter::paintFrame(QPainter &painter, const QRectF &rect, const LineageBox &box,
                                quint32 number, BoxStates states) const
{
    const bool strong = (states & (Selected | Focused)) != Plain;
    const auto border = box.change == LineageChange::None ? m_look.boxBorder
                                                          : m_look.changes[std::size_t(box.change)];
    QPen pen(border, 1);
    if (box.change == LineageChange::Removed)
        pen.setDashPattern({4, 3});
    auto fill = box.change == LineageChange::None ? m_look.boxFill
                                                  : m_look.softChanges[std::size_t(box.change)];
    if (!m_marks.found.empty() && m_marks.found[number] != 0)
        fill = m_look.match;
    if (states.testFlag(Hovered))
        fill = m_look.accentSoft;
    if (box.isFolded()) {
        // What is folded looks like a pile.
        painter.setPen(pen);
        painter.setBrush(m_look.boxFill);
        painter.drawRoundedRect(rect.translated(pile, pile), 2, 2);
    }
    painter.setPen(strong ? QPen(m_look.accent, 2) : pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, 2, 2);
    const double inset = strong ? 1 : 0.5;
    painter.fillRect(QRectF(rect.x() + inset, rect.y() + inset, stripe, rect.height() - 2 * inset),
                     m_look.kinds[std::size_t(box.kind)]);
}

QString LineagePainter::detailOf(const LineageBox &box) const
{
    const auto &node = m_scene.nodeOf(box);
    if (box.isFolded() || !node.isKnown)
        return {};
    QStringList parts{kindText(node.kind, node.type)};
    const auto &path = m_scene.graph->domains.at(node.domain);
    if (!path.isEmpty())
        parts.append(path.last());
    if (!node.owner.isEmpty())
        parts.append(node.owner);
    return parts.join(u" · "_s);
}

void LineagePainter::paintHead(QPainter &painter, const QRectF &head, const LineageBox &box,
                               bool emphasis)
{
    const auto detail = head.height() >= twoLines * m_textScale ? detailOf(box) : QString();
    auto &font = emphasis ? m_bold : m_look.small;
    const QFontMetricsF metrics(font, painter.device());
    const double indent = textAt * m_textScale;
    const double right = paintMark(painter, head, box, nameEnds(head.x() + indent, box, metrics));
    QRectF line(head.x() + indent, head.y(), right - head.x() - indent, head.height());
    if (!detail.isEmpty()) {
        line.setHeight(metrics.height());
        line.moveTop(head.center().y() - metrics.height());
    }
    QRectF spot(head.x() + iconAt * m_textScale, 0, iconSize * m_textScale, iconSize * m_textScale);
    spot.moveCenter(QPointF(spot.center().x(), head.center().y()));
    m_icons.paint(painter, spot, box.icon, m_look.kinds[std::size_t(box.kind)]);
    painter.setFont(font);
    painter.setPen(m_look.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(box.label, elisionOf(box.label), line.width()));
    if (detail.isEmpty())
        return;
    const QFontMetricsF small(m_look.small, painter.device());
    line.moveTop(head.center().y());
    painter.setFont(m_look.small);
    painter.setPen(m_look.textSecondary);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     small.elidedText(detail, Qt::ElideRight, line.width()));
}

void LineagePainter::paintChange(QPainter &painter, const QRectF &rect, LineageChange change) const
{
    const auto sign = signOf(change);
    if (sign.isEmpty())
        return;
    const QRectF disc(rect.x() - 7, rect.y() - 7, 14, 14);
    painter.setPen(QPen(m_look.changes[std::size_t(change)], 1));
    painter.setBrush(m_look.softChanges[std::size_t(change)]);
    painter.drawEllipse(disc);
    painter.setFont(m_bold);
    painter.drawText(disc, Qt::AlignCenter, sign);
}

} // namespace portolan::items
