// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/firstrows.h"

#include <QApplication>
#include <QEvent>
#include <QListView>

#include <utility>

namespace portolan::app {

FirstRows::FirstRows(QWidget &window, std::function<void()> painted)
    : QObject(&window)
    , m_window(window)
    , m_painted(std::move(painted))
{
    qApp->installEventFilter(this);
}

bool FirstRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint || !m_painted || !watched->isWidgetType())
        return false;
    const auto *list = qobject_cast<QListView *>(watched->parent());
    if (list && list->window() == &m_window && list->model() && list->model()->rowCount() > 0
        && list->viewport() == watched) {
        // The event is still to be painted: the call comes behind it.
        QMetaObject::invokeMethod(this, std::exchange(m_painted, {}), Qt::QueuedConnection);
    }
    return false;
}

} // namespace portolan::app
