// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxsource.h"
#include "views/shell/mainwindow.h"

#include <QObject>

namespace portolan::app {

//! Keeps the badge of the rail and the words of the status line at what is in the outbox, whether
//! its pane was opened or not.
class OutboxFeed final : public QObject
{
    Q_OBJECT

public:
    //! Both outlive this object.
    OutboxFeed(items::OutboxSource &source, views::shell::MainWindow &window,
               QObject *parent = nullptr);

private:
    void ask();
    void show(const items::OutboxCounts &counts);

    items::OutboxSource &m_source;
    views::shell::MainWindow &m_window;
    quint64 m_question = 0;
};

} // namespace portolan::app
