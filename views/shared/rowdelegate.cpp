// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/rowdelegate.h"

#include "views/shared/icons.h"
#include "views/shared/safetext.h"
#include "views/shared/style.h"

#include <QHelpEvent>
#include <QToolTip>

namespace portolan::views {
namespace {

// The part of a long cell that is looked at: what cannot be seen is not laid out.
constexpr qsizetype mostShown = 2000;

MarkedText markedOf(const QModelIndex &index, const QString &text)
{
    MarkedText marked{text, {}};
    const auto numbers = index.data(RowDelegate::MatchRole).toList();
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
        marked.ranges.append({numbers.at(i).toInt(), numbers.at(i + 1).toInt()});
    return marked;
}

MarkedStyle styleOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto tokens = tokensOf(option.palette);
    const bool group = index.data(RowDelegate::GroupRole).toBool();
    const bool emphasis = index.data(RowDelegate::EmphasisRole).toBool();
    MarkedStyle style;
    style.font = fontOf(Text::Body, emphasis);
    if (group)
        style.font = fontOf(Text::Small, true);
    else if (index.data(RowDelegate::MonoRole).toBool())
        style.font = fontOf(Text::Mono, emphasis);
    style.colour = rowText(option);
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && index.data(RowDelegate::LinkRole).toBool())
        style.colour = tokens(Colour::Link);
    else if (enabled && (group || index.data(RowDelegate::SecondaryRole).toBool()))
        style.colour = tokens(Colour::TextSecondary);
    style.elide = index.data(RowDelegate::ProseRole).toBool() ? Elide::Prose : Elide::Name;
    return style;
}

bool isFirstColumn(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (const auto *table = qobject_cast<const QTableView *>(option.widget))
        return table->horizontalHeader()->visualIndex(index.column()) == 0;
    if (const auto *tree = qobject_cast<const QTreeView *>(option.widget))
        return tree->header()->visualIndex(index.column()) == 0;
    return index.column() == 0;
}

bool isLastColumn(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QHeaderView *header = nullptr;
    if (const auto *table = qobject_cast<const QTableView *>(option.widget))
        header = table->horizontalHeader();
    else if (const auto *tree = qobject_cast<const QTreeView *>(option.widget))
        header = tree->header();
    return header != nullptr && header->visualIndex(index.column()) == header->count() - 1;
}

} // namespace

RowDelegate::RowDelegate(int rowHeight, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_rowHeight(rowHeight)
{
}

QRect RowDelegate::textRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Branches stand before the text of a tree, where it has any.
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const bool tree = view != nullptr && view->rootIsDecorated();
    const bool first = isFirstColumn(option, index);
    const int left = first && !tree ? size::page : first ? size::smallGap : size::cell;
    const int right = isLastColumn(option, index) ? size::page : size::cell;
    return QStyle::visualRect(option.direction, option.rect,
                              option.rect.adjusted(left, 0, -right, -1));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                        const QModelIndex &index) const
{
    auto option = given;
    option.backgroundBrush = index.data(Qt::BackgroundRole).value<QBrush>();
    if (index.data(GroupRole).toBool())
        option.backgroundBrush = tokensOf(option.palette)(Colour::Alternate);
    // In a tree the bar stands before the branches, where the style paints it.
    const bool tree = qobject_cast<const QTreeView *>(option.widget) != nullptr;
    paintRowGround(painter, option, !tree && isFirstColumn(option, index));
    paintContent(painter, option, index);
    paintRowFocus(painter, option);
}

void RowDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    auto place = textRect(option, index);
    const auto text = displayText(index.data(Qt::DisplayRole), option.locale).left(mostShown);
    const auto style = styleOf(option, index);
    const auto status = index.data(StatusRole);
    const bool selected = option.state & QStyle::State_Selected;
    if (status.isValid()) {
        painter->setFont(style.font);
        paintStatus(painter, place, Status(status.toInt()), text,
                    selected ? Ground::Selection : Ground::Content, option.palette);
        return;
    }
    const auto iconName = index.data(IconNameRole).toString();
    if (!iconName.isEmpty()) {
        const QRect spot(place.topLeft(), QSize(size::icon, place.height()));
        paintIcon(painter, QStyle::visualRect(option.direction, place, spot), iconName, size::icon,
                  tokensOf(option.palette)(selected ? Colour::Text : Colour::TextSecondary));
        place = QStyle::visualRect(option.direction, place,
                                   place.adjusted(size::icon + size::gap, 0, 0, 0));
    }
    const auto marked = markedOf(index, text);
    if (!marked.ranges.isEmpty()) {
        paintMarked(painter, place, marked, style, option.palette);
        return;
    }
    const auto align = index.data(Qt::TextAlignmentRole);
    paintText(painter, place, text, style,
              align.isValid() ? Qt::Alignment(align.toInt()) & Qt::AlignHorizontal_Mask
                              : Qt::AlignLeading);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto style = styleOf(option, index);
    const QFontMetrics metrics(style.font);
    const auto text = displayText(index.data(Qt::DisplayRole), option.locale).left(mostShown);
    int width = metrics.horizontalAdvance(text) + 2 * size::cell + 1;
    if (index.data(StatusRole).isValid())
        width += size::inlineIcon + size::unit + 2;
    if (!index.data(IconNameRole).toString().isEmpty())
        width += size::icon + size::gap;
    if (isFirstColumn(option, index) || isLastColumn(option, index))
        width += size::page - size::cell;
    return {width, size::row(m_rowHeight, metrics)};
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // Tool tips guess markup: the text goes through safeToolTip(), and so does the model's own tip.
    auto tip = index.data(Qt::ToolTipRole).toString();
    if (tip.isEmpty()) {
        const auto text = index.data(Qt::DisplayRole).toString();
        const bool cut = sizeHint(option, index).width() > option.rect.width();
        if (cut || !hiddenCharacters(text.left(mostShown)).isEmpty())
            tip = text;
    }
    QToolTip::showText(event->globalPos(), safeToolTip(tip), view);
    return true;
}

void dress(QTableView *view, int rowHeight)
{
    view->setItemDelegate(new RowDelegate(rowHeight, view));
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setWordWrap(false);
    view->setMouseTracking(true);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setMinimumSectionSize(0);
    view->verticalHeader()->setDefaultSectionSize(
        size::row(rowHeight, QFontMetrics(fontOf(Text::Body))));
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void dress(QTreeView *view, int rowHeight)
{
    view->setItemDelegate(new RowDelegate(rowHeight, view));
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformRowHeights(true);
    view->setIndentation(size::page);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setMouseTracking(true);
    view->setAllColumnsShowFocus(true);
    view->setProperty(rowLinesProperty, true);
    view->header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

} // namespace portolan::views
