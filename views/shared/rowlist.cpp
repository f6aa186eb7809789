// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/rowlist.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace portolan::views {

RowList::RowList(QWidget *parent)
    : QListView(parent)
{
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

int RowList::rowCount() const
{
    return model() == nullptr ? 0 : model()->rowCount(rootIndex());
}

QModelIndex RowList::rowAt(int row) const
{
    return model()->index(row, 0, rootIndex());
}

int RowList::measuredHeight() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return std::max(1, itemDelegate()->sizeHint(option, rowAt(0)).height());
}

void RowList::doItemsLayout()
{
    if (rowCount() > 0)
        m_rowHeight = measuredHeight();
    QAbstractItemView::doItemsLayout();
}

QRect RowList::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.parent() != rootIndex() || index.column() != 0)
        return {};
    return {0, index.row() * m_rowHeight - verticalOffset(), viewport()->width(), m_rowHeight};
}

QModelIndex RowList::indexAt(const QPoint &point) const
{
    const auto y = point.y() + verticalOffset();
    const auto row = y / m_rowHeight;
    if (y < 0 || row >= rowCount() || point.x() < 0 || point.x() >= viewport()->width())
        return {};
    return rowAt(row);
}

void RowList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout();
    const auto rect = visualRect(index);
    const auto height = viewport()->height();
    auto *bar = verticalScrollBar();
    const bool above = rect.top() < 0;
    const bool below = rect.bottom() >= height;
    if (hint == PositionAtCenter)
        bar->setValue(bar->value() + rect.center().y() - height / 2);
    else if (hint == PositionAtTop || (hint == EnsureVisible && above))
        bar->setValue(bar->value() + rect.top());
    else if (hint == PositionAtBottom || (hint == EnsureVisible && below))
        bar->setValue(bar->value() + rect.bottom() + 1 - height);
}

int RowList::horizontalOffset() const
{
    return 0;
}

int RowList::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void RowList::scrollContentsBy(int dx, int dy)
{
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
}

void RowList::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    const auto height = viewport()->height();
    verticalScrollBar()->setSingleStep(m_rowHeight);
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setRange(0, std::max(0, rowCount() * m_rowHeight - height));
}

QModelIndex RowList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const auto last = rowCount() - 1;
    if (last < 0)
        return {};
    const auto current = currentIndex();
    if (!current.isValid())
        return rowAt(action == MoveEnd ? last : 0);
    const auto page = std::max(1, viewport()->height() / m_rowHeight - 1);
    auto row = current.row();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row -= 1;
        break;
    case MoveDown:
    case MoveNext:
        row += 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return rowAt(std::clamp(row, 0, last));
}

void RowList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const auto area = rect.normalized().translated(0, verticalOffset());
    const auto first = std::max(0, area.top() / m_rowHeight);
    const auto last = std::min(rowCount() - 1, area.bottom() / m_rowHeight);
    QItemSelection selection;
    if (area.bottom() >= 0 && first <= last)
        selection.select(rowAt(first), rowAt(last));
    selectionModel()->select(selection, command);
}

QRegion RowList::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const auto &range : selection)
        region += visualRect(range.topLeft()).united(visualRect(range.bottomRight()));
    return region & viewport()->rect();
}

void RowList::paintEvent(QPaintEvent *event)
{
    if (rowCount() == 0)
        return;
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    QStyleOptionViewItem base;
    initViewItemOption(&base);
    const auto pointer = viewport()->mapFromGlobal(QCursor::pos());
    const auto hovered = viewport()->underMouse() ? indexAt(pointer) : QModelIndex();
    const auto area = event->rect().translated(0, verticalOffset());
    const auto last = std::min(rowCount() - 1, area.bottom() / m_rowHeight);
    for (auto row = std::max(0, area.top() / m_rowHeight); row <= last; ++row) {
        const auto index = rowAt(row);
        auto option = base;
        option.rect = visualRect(index);
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, index == hovered);
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        if (!index.flags().testFlag(Qt::ItemIsEnabled))
            option.state.setFlag(QStyle::State_Enabled, false);
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

void RowList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                          const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

// As QListView does it, which asks its layout for the number of the row.
void RowList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!QAccessible::isActive() || !current.isValid() || !hasFocus())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(current.row());
    QAccessible::updateAccessibility(&focus);
}

void RowList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!QAccessible::isActive())
        return;
    const auto tell = [this](const QItemSelection &rows, QAccessible::Event what) {
        if (rows.isEmpty())
            return;
        QAccessibleEvent event(this, what);
        event.setChild(rows.first().top());
        QAccessible::updateAccessibility(&event);
    };
    tell(selected, QAccessible::Selection);
    tell(deselected, QAccessible::SelectionRemove);
}

} // namespace portolan::views
