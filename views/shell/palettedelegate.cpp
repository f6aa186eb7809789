// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/palettedelegate.h"

#include "models/items/palettemodel.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QHelpEvent>
#include <QToolTip>

namespace portolan::views::shell {
namespace {

using items::PaletteModel;

QList<std::pair<int, int>> pairs(const QVariant &value)
{
    const auto numbers = value.toList();
    QList<std::pair<int, int>> ranges;
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
        ranges.append({numbers.at(i).toInt(), numbers.at(i + 1).toInt()});
    return ranges;
}

bool isHead(const QModelIndex &index)
{
    return index.data(PaletteModel::TypeRole).toInt() == int(PaletteModel::Type::Head);
}

QString iconOf(const QModelIndex &index)
{
    const auto kind = index.data(PaletteModel::KindRole);
    if (!kind.isValid())
        return index.data(PaletteModel::IconRole).toString();
    return iconNameOf(domain::EntityKind(kind.toInt()),
                      index.data(PaletteModel::EntityTypeRole).toString());
}

void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto tokens = tokensOf(option.palette);
    if (index.row() > 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                          tokens(Colour::Border));
    paintText(painter, option.rect.adjusted(size::page, 2, -size::page, 0), index.data().toString(),
              {fontOf(Text::Small, true), tokens(Colour::TextSecondary), Elide::Prose});
}

//! Why it matched, at the trailing end; answers the width it took.
int paintWhy(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
             const QModelIndex &index)
{
    const auto tokens = tokensOf(option.palette);
    const MarkedText why{index.data(PaletteModel::WhyRole).toString(),
                         pairs(index.data(PaletteModel::WhyRangesRole))};
    const auto font = fontOf(Text::Small);
    const int most = rect.width() * 2 / 5;
    const int width = std::min(most, QFontMetrics(font).horizontalAdvance(why.text.left(500)) + 2);
    const QRect place(rect.right() - width + 1, rect.top(), width, rect.height());
    paintMarked(painter, QStyle::visualRect(option.direction, rect, place), why,
                {font, tokens(Colour::TextSecondary), Elide::Prose}, option.palette);
    return width;
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (isHead(index))
        return paintHead(painter, option, index);
    const auto tokens = tokensOf(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    if (selected) {
        painter->fillRect(option.rect, tokens(Colour::Selection));
        const QRect bar(option.rect.topLeft(), QSize(size::selectionBar, option.rect.height()));
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                          tokens(Colour::Accent));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, tokens(Colour::Hover));
    }
    auto inner = option.rect.adjusted(size::page, 0, -size::page, 0);
    const QRect spot(inner.topLeft(), QSize(size::icon, inner.height()));
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, spot), iconOf(index),
              size::icon, tokens(selected ? Colour::Text : Colour::TextSecondary));
    const auto shortcut = index.data(PaletteModel::ShortcutRole).toString();
    if (!shortcut.isEmpty())
        inner.setRight(inner.right() - paintKey(painter, inner, shortcut, option.palette)
                       - size::gap);
    inner.setRight(inner.right() - paintWhy(painter, inner, option, index) - size::gap);
    inner.setLeft(inner.left() + size::icon + size::buttonPadding);
    const auto colour = !enabled ? Colour::TextDisabled
        : selected               ? Colour::SelectionText
                                 : Colour::Text;
    const MarkedText title{index.data().toString(),
                           pairs(index.data(PaletteModel::TitleRangesRole))};
    auto place = QStyle::visualRect(option.direction, option.rect, inner);
    const int used =
        paintMarked(painter, place, title, {fontOf(Text::Body, true), tokens(colour), Elide::Name},
                    option.palette);
    inner.setLeft(inner.left() + used + size::gap - 2);
    place = QStyle::visualRect(option.direction, option.rect, inner);
    if (inner.width() > size::twoLineRow)
        paintText(painter, place, index.data(PaletteModel::PlaceRole).toString(),
                  {fontOf(Text::Body), tokens(Colour::TextSecondary), Elide::Name});
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(fontOf(Text::Body, true));
    return {0,
            isHead(index) ? size::row(size::sectionHead + 4, metrics)
                          : size::row(size::paletteRow, metrics)};
}

bool PaletteDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), safeToolTip(index.data().toString()), view);
    return true;
}

} // namespace portolan::views::shell
