// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/incidentlist.h"

#include "views/quality/incidentdelegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace portolan::views::quality {

using items::IncidentModel;

IncidentList::IncidentList(IncidentModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new IncidentDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Incidents"));
}

QUuid IncidentList::currentIncident() const
{
    const auto *incident = m_model.incidentAt(currentIndex());
    return incident ? incident->id : QUuid();
}

bool IncidentList::choose(const QUuid &incident)
{
    if (!m_model.indexOf(incident).isValid())
        m_model.unfold(incident);
    const auto index = m_model.indexOf(incident);
    if (index.isValid())
        setCurrentIndex(index);
    return index.isValid();
}

void IncidentList::step(int by)
{
    const auto current = currentIndex();
    const int row = current.isValid() ? current.row() : by > 0 ? -1 : m_model.rowCount();
    const auto next = m_model.next(row, by);
    if (!next.isValid())
        return;
    setCurrentIndex(next);
    // The head above the first incident of the list belongs to it.
    if (next.row() == 1)
        scrollToTop();
}

void IncidentList::toggle()
{
    const auto index = currentIndex();
    if (const auto *incident = m_model.incidentAt(index)) {
        m_model.setTicked(incident->id, index.data(Qt::CheckStateRole).toInt() != Qt::Checked);
    } else if (index.isValid()) {
        m_model.setFolded(index.data(IncidentModel::IdRole).toUuid(),
                          !index.data(IncidentModel::FoldedRole).toBool());
    }
}

void IncidentList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (const auto *incident = m_model.incidentAt(current))
        Q_EMIT currentChangedTo(incident->id);
}

void IncidentList::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    const bool left = event->button() == Qt::LeftButton;
    const bool head = index.data(IncidentModel::IsGroupRole).toBool();
    if (left && index.isValid()
        && (head
            || IncidentDelegate::boxArea(visualRect(index), layoutDirection())
                   .contains(event->position().toPoint()))) {
        setFocus(Qt::MouseFocusReason);
        selectionModel()->setCurrentIndex(
            index, head ? QItemSelectionModel::NoUpdate : QItemSelectionModel::ClearAndSelect);
        toggle();
        return;
    }
    QListView::mousePressEvent(event);
}

void IncidentList::keyPressEvent(QKeyEvent *event)
{
    const bool folds = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool head = currentIndex().data(IncidentModel::IsGroupRole).toBool();
    if (event->key() == Qt::Key_Space || (enters && head)) {
        toggle();
    } else if (folds && head) {
        const bool closing =
            (event->key() == Qt::Key_Left) == (layoutDirection() == Qt::LeftToRight);
        m_model.setFolded(currentIndex().data(IncidentModel::IdRole).toUuid(), closing);
    } else if (enters && currentIndex().isValid()) {
        Q_EMIT detailWanted();
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void IncidentList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace portolan::views::quality
