// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/resultview.h"

#include "views/catalog/resultdelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

namespace portolan::views::catalog {

using items::CatalogModel;

ResultView::ResultView(CatalogModel &model, QWidget *parent)
    : RowList(parent)
    , m_model(model)
{
    setAccessibleName(tr("Results"));
    setModel(&model);
    setItemDelegate(new ResultDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);

    m_visible.setSingleShot(true);
    m_visible.setInterval(0);
    connect(&m_visible, &QTimer::timeout, this, &ResultView::tellVisible);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_visible,
            qOverload<>(&QTimer::start));
    connect(&model, &QAbstractItemModel::modelReset, this, &ResultView::reselect);
    connect(&model, &CatalogModel::aboutToRefresh, this, &ResultView::rememberAnchor);
    connect(&model, &CatalogModel::refreshed, this, &ResultView::returnToAnchor);
}

void ResultView::tellVisible()
{
    if (m_model.total() == 0)
        return;
    const int height = rowHeight();
    const int top = verticalScrollBar()->value() / height;
    m_model.showRows(top, top + viewport()->height() / height + 1);
}

void ResultView::restore(const QUuid &id, int scroll)
{
    m_selected = id;
    m_chosen = !id.isNull();
    m_restoreScroll = scroll;
}

void ResultView::rememberAnchor()
{
    m_changing = true;
    m_anchor = indexAt({size().width() / 2, 0});
    m_anchorOffset = m_anchor.isValid() ? visualRect(m_anchor).top() : 0;
}

void ResultView::returnToAnchor()
{
    m_changing = false;
    // At the very top the newest rows are to be seen; further down nothing may move.
    if (m_anchor.isValid() && verticalScrollBar()->value() > 0) {
        const int moved = visualRect(m_anchor).top() - m_anchorOffset;
        if (moved != 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
    reselect();
}

void ResultView::reselect()
{
    const auto scroll =
        m_model.total() > 0 ? std::exchange(m_restoreScroll, std::nullopt) : std::nullopt;
    m_awaited = m_awaited && currentIndex().isValid();
    const auto row = m_chosen ? m_model.rowOf(m_selected) : std::nullopt;
    if (m_awaited) {
        // Left where it is: back to what was selected before would undo what a person did.
        const auto id = currentIndex().data(CatalogModel::IdRole).toUuid();
        m_awaited = id.isNull();
        take(id);
    } else if (row) {
        if (currentIndex().row() != *row)
            select(m_model.index(*row));
    } else if (m_model.total() == 0) {
        take({});
    } else if (scroll.value_or(0) > 0) {
        // Its page is read as soon as it is in sight, and then it is found.
    } else if (!m_chosen || !currentIndex().isValid()) {
        // Nobody chose a row: the first one, whichever that is by now.
        m_chosen = false;
        select(m_model.index(0));
    } else {
        take(currentIndex().data(CatalogModel::IdRole).toUuid());
    }
    if (scroll) {
        doItemsLayout();
        verticalScrollBar()->setValue(*scroll);
    }
    m_visible.start();
}

void ResultView::select(const QModelIndex &index)
{
    const QScopedValueRollback selecting(m_selecting, true);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    take(index.data(CatalogModel::IdRole).toUuid());
}

void ResultView::take(const QUuid &id)
{
    // A row that is not loaded has no id: what was selected stays until it has one.
    if (id.isNull() && m_model.total() > 0)
        return;
    m_selected = id;
    // What was restored is selected before anybody was told.
    if (std::exchange(m_told, id) != id)
        Q_EMIT selectedChanged(id);
}

void ResultView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // Scrolls to the current row: not while rows come and go by themselves.
    if (!m_changing)
        RowList::currentChanged(current, previous);
    const auto id = current.data(CatalogModel::IdRole).toUuid();
    if (!m_changing && !m_selecting && current.isValid()) {
        m_chosen = true;
        m_awaited = id.isNull();
    }
    if (!m_changing)
        take(id);
}

void ResultView::open(const QModelIndex &index, OpenMode mode)
{
    const auto id = index.data(CatalogModel::IdRole).toUuid();
    if (!id.isNull())
        Q_EMIT openRequested(id, mode);
}

void ResultView::toggleMark(const QModelIndex &index)
{
    m_model.setData(index, !index.data(CatalogModel::MarkedRole).toBool(),
                    CatalogModel::MarkedRole);
}

QPoint ResultView::menuPosition(const QModelIndex &index) const
{
    return viewport()->mapToGlobal(visualRect(index).center());
}

void ResultView::keyboardSearch(const QString &text)
{
    constexpr int mostSearched = 5000; // row by row; what is longer has the filter for that
    if (text == QLatin1String("/"))
        Q_EMIT filterWanted();
    else if (m_model.rowCount() <= mostSearched)
        RowList::keyboardSearch(text);
}

void ResultView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(currentIndex(),
             event->modifiers().testFlag(Qt::ControlModifier) ? OpenMode::Background
                                                              : OpenMode::Tab);
        return;
    case Qt::Key_Space:
        toggleMark(currentIndex());
        return;
    case Qt::Key_Slash:
        Q_EMIT filterWanted();
        return;
    case Qt::Key_Up:
        if (currentIndex().row() == 0 && event->modifiers() == Qt::NoModifier) {
            Q_EMIT filterWanted();
            return;
        }
        break;
    default:
        break;
    }
    RowList::keyPressEvent(event);
}

void ResultView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton)
        open(indexAt(event->position().toPoint()), OpenMode::Background);
    RowList::mouseReleaseEvent(event);
}

void ResultView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        open(indexAt(event->position().toPoint()), OpenMode::Tab);
}

void ResultView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid() && !index.data(CatalogModel::LoadingRole).toBool())
        Q_EMIT menuWanted(index, byKey ? menuPosition(index) : event->globalPos());
}

void ResultView::resizeEvent(QResizeEvent *event)
{
    RowList::resizeEvent(event);
    m_visible.start();
}

void ResultView::changeEvent(QEvent *event)
{
    RowList::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace portolan::views::catalog
