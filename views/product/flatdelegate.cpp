// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/flatdelegate.h"

#include "views/shared/painters.h"

namespace portolan::views::product {

void FlatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                         const QModelIndex &index) const
{
    auto option = given;
    if (index.data(GroupRole).toBool())
        option.backgroundBrush = tokensOf(option.palette)(Colour::Alternate);
    const bool first = index.column() == 0;
    paintRowGround(painter, option, first);
    if (first) {
        auto content = option;
        const int padding = size::page - size::smallGap;
        content.rect = QStyle::visualRect(option.direction, option.rect,
                                          option.rect.adjusted(padding, 0, 0, 0));
        paintContent(painter, content, index);
    } else {
        paintContent(painter, option, index);
    }
    paintRowFocus(painter, option);
}

} // namespace portolan::views::product
