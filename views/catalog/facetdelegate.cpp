// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/facetdelegate.h"

#include "models/items/facetmodel.h"
#include "models/items/slotext.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/tokens.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

using items::FacetModel;

constexpr int groupRow = 26;
constexpr int edge = 12; //!< padding of values
constexpr int groupEdge = 8;
constexpr int indentation = 16;

bool isGroup(const QModelIndex &index)
{
    return index.data(FacetModel::NodeRole).toInt() == static_cast<int>(FacetModel::Node::Group);
}

int depthOf(QModelIndex index)
{
    int depth = -1; // values directly below a group have depth 0
    for (; index.parent().isValid(); index = index.parent())
        ++depth;
    return depth;
}

QRect placed(const QStyleOptionViewItem &option, int x, int width)
{
    return QStyle::visualRect(option.direction, option.rect,
                              {option.rect.x() + x, option.rect.y(), width, option.rect.height()});
}

//! Of a value of the facet of service levels.
std::optional<domain::SloState> sloStateOf(const QModelIndex &index)
{
    return index.data(FacetModel::KeyRole).toString() == u"slo"_s
        ? items::stateFromWord(index.data(FacetModel::ValueRole).toString())
        : std::nullopt;
}

QString chevronOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    return tree && tree->isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s;
}

} // namespace

int FacetDelegate::boxAt(const QModelIndex &index)
{
    // Domains reserve the room of a chevron, so that siblings with and without parts are aligned.
    const bool tree = index.data(FacetModel::KeyRole).toString() == u"domain"_s;
    return edge + depthOf(index) * indentation + (tree ? indentation : 0);
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (isGroup(index))
        return {0,
                std::max(groupRow, QFontMetrics(fontOf(Text::Small, true)).height() + size::gap)};
    return {0, size::row(size::treeRow, QFontMetrics(fontOf(Text::Body)))};
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                          const QModelIndex &index) const
{
    auto option = given;
    option.index = index;
    const auto tokens = tokensOf(option.palette);
    if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, tokens(Colour::HoverWindow));
    if (isGroup(index))
        paintGroup(painter, option, index);
    else
        paintValue(painter, option, index);
    paintRowFocus(painter, option);
}

void FacetDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto colour = tokensOf(option.palette)(Colour::TextSecondary);
    paintIcon(painter, placed(option, groupEdge, size::inlineIcon), chevronOf(option, index),
              size::inlineIcon, colour);
    const int from = groupEdge + size::inlineIcon + size::smallGap;
    paintText(painter, placed(option, from, option.rect.width() - from - edge),
              index.data().toString(), {fontOf(Text::Small, true), colour, Elide::Name});
}

void FacetDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto tokens = tokensOf(option.palette);
    const int box = boxAt(index);
    const auto state = index.data(Qt::CheckStateRole);
    if (option.widget && index.model()->hasChildren(index))
        paintIcon(painter, placed(option, box - indentation, size::chevron),
                  chevronOf(option, index), size::chevron, tokens(Colour::TextSecondary));
    int end = option.rect.width() - edge;
    if (const auto count = index.data(FacetModel::CountRole); count.isValid()) {
        const bool faint = index.data(FacetModel::StaleRole).toBool() || count.toLongLong() == 0;
        const auto text = QLocale().toString(count.toLongLong());
        const auto font = fontOf(Text::Small);
        const int width = QFontMetrics(font).horizontalAdvance(text) + 1;
        paintText(
            painter, placed(option, end - width, width), text,
            {font, tokens(faint ? Colour::TextDisabled : Colour::TextSecondary), Elide::Prose});
        end -= width + size::gap;
    }
    if (state.isValid()) {
        QStyleOptionButton mark;
        mark.palette = option.palette;
        mark.state = QStyle::State_Enabled;
        const auto value = static_cast<Qt::CheckState>(state.toInt());
        mark.state |= value == Qt::Checked  ? QStyle::State_On
            : value == Qt::PartiallyChecked ? QStyle::State_NoChange
                                            : QStyle::State_Off;
        mark.rect = QRect(0, 0, size::inlineIcon, size::inlineIcon);
        mark.rect.moveCenter(placed(option, box, size::inlineIcon).center());
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &mark, painter,
                                              option.widget);
    }
    int from = box + size::inlineIcon + size::gap;
    if (const auto slo = sloStateOf(index)) {
        const auto status = statusOf(*slo);
        paintIcon(painter, placed(option, from, size::inlineIcon), statusIcon(status),
                  size::inlineIcon, statusColour(tokens, status));
        from += size::inlineIcon + size::smallGap;
    }
    const bool chosen = state.toInt() == Qt::Checked && state.isValid();
    // "8 more" is no value: it looks like what it is, a way to more of them.
    const auto colour = tokens(state.isValid() ? Colour::Text : Colour::Link);
    paintText(painter, placed(option, from, end - from), index.data().toString(),
              {fontOf(Text::Body, chosen), colour, Elide::Name});
}

bool FacetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto value = index.data(FacetModel::ValueRole).toString();
    if (event->type() != QEvent::ToolTip || value.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), safeToolTip(value), view);
    return true;
}

} // namespace portolan::views::catalog
