// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/celltable.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace portolan::views::access {
namespace {

constexpr int boxSize = 16;
constexpr int rowsMost = 12;
constexpr int firstLeast = 120;

QRect boxIn(const QStyleOptionViewItem &option)
{
    const bool isTree = qobject_cast<const QTreeView *>(option.widget) != nullptr;
    const QRect box(option.rect.x() + (isTree ? size::unit : size::page),
                    option.rect.y() + (option.rect.height() - boxSize) / 2, boxSize, boxSize);
    return QStyle::visualRect(option.direction, option.rect, box);
}

} // namespace

void CellModel::show(const QStringList &heads, const QList<Row> &rows)
{
    beginResetModel();
    m_heads = heads;
    m_rows = rows;
    endResetModel();
}

int CellModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

QVariant CellModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows.at(index.row());
    const auto cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell.text;
    case Qt::CheckStateRole:
        if (index.column() != 0 || !row.tick)
            return {};
        return *row.tick ? Qt::Checked : Qt::Unchecked;
    case RowDelegate::IconNameRole:
        return cell.icon;
    case RowDelegate::MonoRole:
        return cell.isMono;
    case RowDelegate::SecondaryRole:
        return cell.isSecondary;
    case RowDelegate::EmphasisRole:
        return cell.isEmphasised;
    default:
        return {};
    }
}

QVariant CellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_heads.value(section)
                                                                    : QVariant();
}

bool CellModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !m_rows.at(index.row()).tick)
        return false;
    m_rows[index.row()].tick = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
    return true;
}

Qt::ItemFlags CellModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == 0 && m_rows.at(index.row()).tick)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                         const QModelIndex &index) const
{
    const auto state = index.data(Qt::CheckStateRole);
    if (!state.isValid())
        return RowDelegate::paint(painter, given, index);
    paintRowGround(painter, given, qobject_cast<const QTreeView *>(given.widget) == nullptr);
    QStyleOptionButton box;
    box.rect = boxIn(given);
    box.palette = given.palette;
    box.direction = given.direction;
    box.state = QStyle::State_Enabled
        | (state.toInt() == Qt::Checked                ? QStyle::State_On
               : state.toInt() == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                       : QStyle::State_Off);
    given.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, given.widget);
    auto option = given;
    const int room = boxSize + size::gap;
    option.rect.adjust(option.direction == Qt::LeftToRight ? room : 0, 0,
                       option.direction == Qt::LeftToRight ? 0 : -room, 0);
    paintContent(painter, option, index);
    paintRowFocus(painter, given);
}

QSize TickDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto hint = RowDelegate::sizeHint(option, index);
    return index.data(Qt::CheckStateRole).isValid() ? hint + QSize(boxSize + size::gap, 0) : hint;
}

bool TickDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto first = index.siblingAtColumn(0);
    const auto state = first.data(Qt::CheckStateRole);
    if (!state.isValid())
        return false;
    bool turns = false;
    if (event->type() == QEvent::KeyPress) {
        turns = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    } else if (event->type() == QEvent::MouseButtonPress
               || event->type() == QEvent::MouseButtonDblClick) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        turns = mouse->button() == Qt::LeftButton && index == first
            && boxIn(option)
                   .adjusted(-size::gap, -size::gap, size::unit, size::gap)
                   .contains(mouse->position().toPoint());
    }
    return turns
        && model->setData(first, state.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}

CellTable::CellTable(const QString &name, QWidget *parent)
    : QTableView(parent)
{
    setModel(&m_cells);
    dress(this);
    setItemDelegate(new TickDelegate(size::tableRow, this));
    setAccessibleName(name);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionsClickable(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CellTable::show(const QStringList &heads, const QList<CellModel::Row> &rows)
{
    const int current = currentIndex().row();
    m_cells.show(heads, rows);
    fit();
    if (current >= 0 && current < rows.size())
        setCurrentIndex(m_cells.index(current, 0));
}

//! Columns are as wide as their content, the first takes the rest; where there is none, the widest
//! ones give way.
void CellTable::fit()
{
    const int count = m_cells.columnCount();
    if (count == 0)
        return;
    const int rowHeight = size::row(size::tableRow, QFontMetrics(fontOf(Text::Body)));
    verticalHeader()->setDefaultSectionSize(rowHeight);
    const int rows = std::min(m_cells.rowCount(), rowsMost);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * rowHeight);
    setVerticalScrollBarPolicy(m_cells.rowCount() > rowsMost ? Qt::ScrollBarAsNeeded
                                                             : Qt::ScrollBarAlwaysOff);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QFontMetrics small(fontOf(Text::Small));
    QList<int> widths(count);
    int others = 0;
    for (int column = 0; column < count; ++column) {
        auto wide = small.horizontalAdvance(
                        m_cells.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString())
            + 2 * size::page;
        for (int row = 0; row < rows; ++row)
            wide = std::max(wide,
                            itemDelegate()->sizeHint(option, m_cells.index(row, column)).width());
        widths[column] = wide;
        others += column > 0 ? wide : 0;
    }
    const int room = viewport()->width() - std::max(firstLeast, std::min(widths.first(), 240));
    auto *head = horizontalHeader();
    for (int column = 0; column < count; ++column) {
        head->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (column > 0)
            head->resizeSection(column,
                                others > room && others > 0
                                    ? std::max(48, widths.at(column) * std::max(room, 0) / others)
                                    : widths.at(column));
    }
}

void CellTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void CellTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace portolan::views::access
