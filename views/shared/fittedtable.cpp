// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/fittedtable.h"

#include "views/shared/rowdelegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTimer>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

constexpr int stretchedLeast = 180;
constexpr int linesMost = 13; // no column is wider than so many lines are high
constexpr int looked = 50; // rows that tell how wide a column has to be

} // namespace

FittedTable::FittedTable(const QString &name, QAbstractItemModel &model, const Columns &columns,
                         QAbstractItemDelegate *delegate, QWidget *parent)
    : QTableView(parent)
    , m_columns(columns)
    , m_sorted(columns.sorted)
{
    setModel(&model);
    dress(this);
    setItemDelegate(delegate);
    setAccessibleName(name);
    setSelectionMode(QAbstractItemView::SingleSelection);
    auto *head = horizontalHeader();
    head->setSectionsMovable(true);
    head->setSortIndicator(m_sorted, m_order);
    setSortingEnabled(true);
    connect(head, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                m_sorted = column;
                m_order = order;
                keepCurrent();
            });
    connect(head, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        // Only what a hand does is remembered.
        if (QApplication::mouseButtons().testFlag(Qt::LeftButton))
            m_widths.insert(column, width);
    });
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT chosen(index.data(m_columns.idRole).toUuid());
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_isResetting = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_isResetting = false;
        fitColumns();
        keepCurrent();
    });
    // Rows that come and go one by one, and words that change, may need more room.
    auto *soon = new QTimer(this);
    soon->setSingleShot(true);
    soon->setInterval(0);
    connect(soon, &QTimer::timeout, this, &FittedTable::fitColumns);
    connect(&model, &QAbstractItemModel::rowsInserted, soon, [soon] { soon->start(); });
    connect(&model, &QAbstractItemModel::dataChanged, soon,
            [soon](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty() || roles.contains(Qt::DisplayRole))
                    soon->start();
            });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (!m_isResetting && now.isValid())
                    m_current = now.data(m_columns.idRole).toUuid();
            });
    fitColumns();
}

QUuid FittedTable::currentId() const
{
    return currentIndex().isValid() ? currentIndex().data(m_columns.idRole).toUuid() : QUuid();
}

void FittedTable::choose(const QUuid &id)
{
    m_current = id;
    keepCurrent();
}

void FittedTable::keepCurrent()
{
    if (m_current.isNull())
        return;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const auto index = model()->index(row, m_columns.stretched);
        if (index.data(m_columns.idRole).toUuid() != m_current)
            continue;
        setCurrentIndex(index);
        return;
    }
}

void FittedTable::fitColumns()
{
    auto *head = horizontalHeader();
    const int count = model()->columnCount();
    QList<int> widths(count);
    int sum = 0;
    const QFontMetrics metrics(fontOf(Text::Small));
    const int columnMost = linesMost * QFontMetrics(fontOf(Text::Body)).height();
    for (int column = 0; column < count; ++column) {
        const auto title = model()->headerData(column, Qt::Horizontal).toString();
        int wide = metrics.horizontalAdvance(title) + 2 * size::cell + size::chevron + 4;
        if (column == 0)
            wide += size::page;
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        for (int row = 0; row < std::min(looked, model()->rowCount()); ++row) {
            const auto index = model()->index(row, column);
            wide = std::max(wide, itemDelegateForIndex(index)->sizeHint(option, index).width());
        }
        widths[column] = column == m_columns.stretched
            ? std::clamp(wide, stretchedLeast, 2 * columnMost)
            : std::min(wide, columnMost);
        widths[column] = m_widths.value(column, widths.at(column));
        // A long name is cut before another column goes.
        if (!m_columns.hidden.contains(column))
            sum += column == m_columns.stretched ? std::min(widths.at(column), columnMost)
                                                 : widths.at(column);
    }
    auto gone = m_columns.hidden;
    for (const auto column : std::as_const(m_columns.firstToGo)) {
        if (sum <= viewport()->width())
            break;
        sum -= widths.at(column);
        gone.append(column);
    }
    for (int column = 0; column < count; ++column) {
        setColumnHidden(column, gone.contains(column));
        head->setSectionResizeMode(column,
                                   column == m_columns.stretched ? QHeaderView::Stretch
                                                                 : QHeaderView::Interactive);
        if (column != m_columns.stretched)
            head->resizeSection(column, widths.at(column));
    }
}

void FittedTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitColumns();
}

void FittedTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    verticalHeader()->setDefaultSectionSize(
        size::row(size::tableRow, QFontMetrics(fontOf(Text::Body))));
    fitColumns();
}

QVariantMap FittedTable::saveState() const
{
    QVariantMap widths;
    for (auto it = m_widths.cbegin(); it != m_widths.cend(); ++it)
        widths.insert(QString::number(it.key()), it.value());
    return {{u"widths"_s, widths},
            {u"sorted"_s, m_sorted},
            {u"order"_s, int(m_order)},
            {u"current"_s, m_current.toString()},
            {u"scroll"_s, verticalScrollBar()->value()}};
}

void FittedTable::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    m_current = QUuid(state.value(u"current"_s).toString());
    const auto column = state.value(u"sorted"_s).toInt();
    const auto order = state.value(u"order"_s).toInt() == int(Qt::DescendingOrder)
        ? Qt::DescendingOrder
        : Qt::AscendingOrder;
    if (column >= 0 && column < model()->columnCount())
        sortByColumn(column, order);
    const auto widths = state.value(u"widths"_s).toMap();
    for (auto it = widths.cbegin(); it != widths.cend(); ++it)
        m_widths.insert(it.key().toInt(), std::clamp(it.value().toInt(), 24, 2000));
    fitColumns();
    keepCurrent();
}

} // namespace portolan::views
