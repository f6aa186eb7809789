// SPDX-License-Identifier: GPL-3.0-or-later
// From how near what is seen; and the columns in the boxes of a picture: all of them where a box is
// open, and from nearest as many as others have room for.
#include "models/items/displaytext.h"
#include "models/items/lineagepainter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr double blockHeight = 4; //!< pixels, from which on boxes are drawn one by one
constexpr double nameHeight = 20;
constexpr double factHeight = 44;
constexpr double columnsHeight = 88;
constexpr double stripe = 3;
constexpr double textAt = 30;
constexpr double padding = 8;
constexpr double leastColumn = 13; //!< pixels of height in which a column's name can be read
constexpr double nearWidth = 148; //!< pixels for a name beside others
constexpr double keySize = 12;

} // namespace

LineageDetail lineageDetail(double scale)
{
    const double height = scenesize::boxHeight * scale;
    if (height < blockHeight)
        return LineageDetail::Groups;
    if (height < nameHeight)
        return LineageDetail::Blocks;
    if (height < factHeight)
        return LineageDetail::Names;
    return height < columnsHeight ? LineageDetail::Facts : LineageDetail::Columns;
}

void LineagePainter::paintColumns(QPainter &painter, const LineageView &view, const LineageBox &box)
{
    const auto first = view.toPixel(m_scene.columnRect(box, 0));
    painter.setPen(QPen(m_look.gridLine, 1));
    painter.drawLine(QPointF(first.left() + stripe + 1, std::round(first.top()) + 0.5),
                     QPointF(first.right() - 1, std::round(first.top()) + 0.5));
    if (first.height() < leastColumn * m_textScale)
        return;
    const QFontMetricsF metrics(m_look.small, painter.device());
    painter.setFont(m_look.small);
    for (int i = 0; i < int(box.columns.size()); ++i) {
        const auto rect = view.toPixel(m_scene.columnRect(box, i));
        if (rect.bottom() < 0 || rect.top() > view.size.height())
            continue;
        const auto &column = box.columns[std::size_t(i)];
        if (column.isKey)
            m_icons.paint(painter,
                          QRectF(rect.x() + 11 * m_textScale, rect.center().y() - 6 * m_textScale,
                                 12 * m_textScale, 12 * m_textScale),
                          u"kind-key"_s, m_look.textSecondary);
        const double typeWidth = column.type.isEmpty() || rect.width() < 240
            ? 0
            : metrics.horizontalAdvance(column.type) + padding;
        const QRectF line(rect.x() + textAt * m_textScale, rect.y(),
                          rect.width() - textAt * m_textScale - padding, rect.height());
        painter.setPen(m_look.text);
        painter.drawText(
            line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            metrics.elidedText(column.path, Qt::ElideMiddle, line.width() - typeWidth));
        if (typeWidth == 0)
            continue;
        painter.setPen(m_look.textSecondary);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, column.type);
    }
}

//! In rows below the head, side by side as far as names can be read; the last place says how many
//! there are besides.
void LineagePainter::paintNearColumns(QPainter &painter, const QRectF &room,
                                      const std::vector<LineageColumn> &columns)
{
    const QFontMetricsF metrics(m_look.small, painter.device());
    const auto body = room.adjusted(padding + stripe, 2, -padding, -3);
    const int rows = std::max(1, int(body.height() / metrics.height()));
    const int across = std::max(1, int(body.width() / (nearWidth * m_textScale)));
    const int places = rows * across;
    const int shown = int(columns.size()) <= places ? int(columns.size()) : places - 1;
    const QSizeF size(body.width() / across, metrics.height());
    painter.setPen(QPen(m_look.gridLine, 1));
    painter.drawLine(QPointF(room.left() + stripe + 1, std::round(room.top()) + 0.5),
                     QPointF(room.right() - 1, std::round(room.top()) + 0.5));
    painter.setFont(m_look.small);
    const auto placeOf = [&](int i) {
        return QRectF(
            body.topLeft() + QPointF(size.width() * (i / rows), size.height() * (i % rows)), size);
    };
    for (int i = 0; i < shown; ++i)
        paintNearColumn(painter, placeOf(i), columns[std::size_t(i)]);
    if (shown == int(columns.size()))
        return;
    painter.setPen(m_look.textSecondary);
    painter.drawText(placeOf(shown), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QCoreApplication::translate("LineagePicture", "%1 more", "columns of a box")
                         .arg(QLocale().toString(qulonglong(columns.size()) - qulonglong(shown))));
}

void LineagePainter::paintNearColumn(QPainter &painter, const QRectF &place,
                                     const LineageColumn &column)
{
    const QFontMetricsF metrics(m_look.small, painter.device());
    auto line = place.adjusted(0, 0, -padding, 0);
    if (column.isKey) {
        const double side = keySize * m_textScale;
        m_icons.paint(painter, QRectF(line.left(), line.center().y() - side / 2, side, side),
                      u"kind-key"_s, m_look.textSecondary);
        line.setLeft(line.left() + side + 3);
    }
    painter.setPen(m_look.textSecondary);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(oneLine(column.path), Qt::ElideMiddle, line.width()));
}

} // namespace portolan::items
