// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/accountdelegate.h"

#include "models/items/accountmodel.h"
#include "views/accounts/accountdetail.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/timetext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {

using items::AccountModel;

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    paintRowGround(painter, option);
    const bool selected = option.state & QStyle::State_Selected;
    const auto tokens = tokensOf(option.palette);
    const auto place = option.rect.adjusted(size::page, 0, -size::page, -1);
    const auto mirrored = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const bool folder = index.data(AccountModel::IsFolderRole).toBool();
    paintIcon(painter, mirrored({place.left(), place.top(), size::icon, place.height()}),
              folder ? u"folder"_s : u"pane-accounts"_s, size::icon,
              tokens(selected ? Colour::Text : Colour::TextSecondary));

    const auto state = AccountModel::State(index.data(AccountModel::StateRole).toInt());
    const auto word = index.data(AccountModel::StateTextRole).toString();
    const auto age = ageText(index.data(AccountModel::LastSyncRole).toDateTime(),
                             QDateTime::currentDateTimeUtc());
    const QFontMetrics body(fontOf(Text::Body));
    const int stateWidth =
        std::min(place.width() / 2, body.horizontalAdvance(word) + size::inlineIcon + size::gap);
    const int middle = place.center().y();
    const int left = place.left() + size::icon + size::groupGap;
    const int line = std::max(body.height(), size::inlineIcon);
    const QRect nameRect(left, middle - line, place.right() - left - stateWidth - size::gap, line);
    paintText(painter, mirrored(nameRect), index.data().toString(),
              {fontOf(Text::Body, true), rowText(option), Elide::Name});
    painter->setFont(fontOf(Text::Body));
    paintStatus(painter, mirrored({place.right() - stateWidth, middle - line, stateWidth, line}),
                statusOf(state), word, selected ? Ground::Selection : Ground::Content,
                option.palette);
    const MarkedStyle second{fontOf(Text::Small), tokens(Colour::TextSecondary), Elide::Name};
    const int ageWidth = QFontMetrics(second.font).horizontalAdvance(age) + size::smallGap;
    paintText(painter, mirrored({left, middle, place.right() - left - ageWidth - size::gap, line}),
              index.data(AccountModel::PlatformTextRole).toString(), second);
    paintText(painter, mirrored({place.right() - ageWidth, middle, ageWidth, line}), age, second,
              Qt::AlignTrailing);
    paintRowFocus(painter, option);
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {size::inspectorLeast, size::row(size::accountRow, QFontMetrics(fontOf(Text::Body)), 2)};
}

bool AccountDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines{index.data().toString(),
                      index.data(AccountModel::PlatformTextRole).toString()};
    const auto synced = index.data(AccountModel::LastSyncRole).toDateTime();
    if (synced.isValid())
        lines.append(momentText(synced));
    QToolTip::showText(event->globalPos(), safeToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace portolan::views::accounts
