// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/incidentdelegate.h"

#include "models/items/incidentmodel.h"
#include "models/items/incidenttext.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using items::IncidentModel;

constexpr int boxSize = 16;
constexpr int shapeAt = size::page + boxSize + size::buttonPadding;
constexpr int textAt = shapeAt + size::inlineIcon + size::gap;
constexpr int leastTitle = 120;

QRect placed(const QStyleOptionViewItem &option, int x, int y, int width, int height)
{
    return QStyle::visualRect(option.direction, option.rect,
                              {option.rect.x() + x, option.rect.y() + y, width, height});
}

Status shapeOf(const QModelIndex &index)
{
    if (!index.data(IncidentModel::OpenRole).toBool())
        return Status::Ok;
    return index.data(IncidentModel::SeverityRole).toString() == u"severe" ? Status::Breach
                                                                           : Status::Warn;
}

int advance(Text text, bool emphasis, const QString &words)
{
    return QFontMetrics(fontOf(text, emphasis)).horizontalAdvance(words) + 1;
}

} // namespace

QRect IncidentDelegate::boxArea(const QRect &row, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, row,
                              {row.x(), row.y(), shapeAt - size::unit, row.height()});
}

QSize IncidentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(IncidentModel::IsGroupRole).toBool())
        return {0, size::row(size::tableRow, QFontMetrics(fontOf(Text::Small, true)))};
    return {0, size::row(size::twoLineRow, QFontMetrics(fontOf(Text::Body)), 2)};
}

void IncidentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    if (index.data(IncidentModel::IsGroupRole).toBool())
        paintHead(painter, option, index);
    else
        paintIncident(painter, option, index);
    paintRowFocus(painter, option);
}

void IncidentDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const auto tokens = tokensOf(option.palette);
    const auto second = tokens(Colour::TextSecondary);
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, tokens(hovered ? Colour::HoverWindow : Colour::Window));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tokens(Colour::Border));
    const int height = option.rect.height() - 1;
    const bool folded = index.data(IncidentModel::FoldedRole).toBool();
    paintIcon(painter, placed(option, size::gap, 0, size::inlineIcon, height),
              folded ? u"chevron-right"_s : u"chevron-down"_s, size::inlineIcon, second);
    const auto count =
        IncidentModel::tr("%n incident(s)", nullptr, index.data(IncidentModel::CountRole).toInt());
    const int countWidth = advance(Text::Small, false, count);
    const int left = size::gap + size::inlineIcon + size::gap;
    const int right = option.rect.width() - size::page - countWidth;
    paintText(painter, placed(option, left, 0, right - left - size::gap, height),
              index.data().toString(), {fontOf(Text::Small, true), second, Elide::Prose});
    paintText(painter, placed(option, right, 0, countWidth, height), count,
              {fontOf(Text::Small), second, Elide::Prose});
}

void IncidentDelegate::paintIncident(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const auto tokens = tokensOf(option.palette);
    paintRowGround(painter, option);
    QStyleOptionButton box;
    box.rect = placed(option, size::page, (option.rect.height() - boxSize) / 2, boxSize, boxSize);
    box.palette = option.palette;
    box.direction = option.direction;
    box.state = QStyle::State_Enabled;
    box.state |= index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On
                                                                       : QStyle::State_Off;
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter,
                                          option.widget);

    const QFontMetrics body(fontOf(Text::Body, true));
    const QFontMetrics small(fontOf(Text::Small));
    const int top = (option.rect.height() - body.height() - small.height()) / 2;
    const int second = top + body.height();
    const auto colour = rowText(option);
    const auto faint = tokens(Colour::TextSecondary);

    const auto state = index.data(IncidentModel::StateRole).toString();
    const auto who = index.data(IncidentModel::WhoRole).toString();
    const int most = std::max(
        0,
        std::min(option.rect.width() - textAt - size::page - leastTitle, option.rect.width() / 2));
    const int end = option.rect.width() - size::page;
    const int stateWidth = std::min(most, advance(Text::Body, false, state));
    const int whoWidth = std::min(most, advance(Text::Small, false, who));
    paintText(painter, placed(option, end - stateWidth, top, stateWidth, body.height()), state,
              {fontOf(Text::Body), colour, Elide::Prose}, Qt::AlignTrailing);
    paintText(painter, placed(option, end - whoWidth, second, whoWidth, small.height()), who,
              {fontOf(Text::Small), faint, Elide::Name}, Qt::AlignTrailing);

    const auto shape = shapeOf(index);
    paintIcon(painter, placed(option, shapeAt, top, size::inlineIcon, body.height()),
              statusIcon(shape), size::inlineIcon, statusColour(tokens, shape));
    const int titleWidth = end - stateWidth - textAt - size::gap;
    paintText(painter, placed(option, textAt, top, titleWidth, body.height()),
              index.data().toString(), {fontOf(Text::Body, true), colour, Elide::Prose});
    int at = textAt;
    const auto place = index.data(IncidentModel::PlaceRole).toString();
    for (const auto &words :
         {index.data(IncidentModel::LabelRole).toString(),
          items::incidentSeverityText(index.data(IncidentModel::SeverityRole).toString()), place}) {
        const int left = end - whoWidth - size::gap - at;
        const int wanted = advance(Text::Small, false, words);
        // A word is whole or not there; only the place is shortened.
        if (words.isEmpty() || (wanted > left && words != place)
            || left < small.averageCharWidth() * 4)
            break;
        const int used = std::min(left, wanted);
        paintText(painter, placed(option, at, second, used, small.height()), words,
                  {fontOf(Text::Small), faint, Elide::Name});
        at += used + size::gap;
    }
}

bool IncidentDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(),
                       safeToolTip(index.data(Qt::AccessibleTextRole).toString()), view);
    return true;
}

} // namespace portolan::views::quality
