// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountmodel.h"

#include <QAction>
#include <QList>
#include <QListView>
#include <QWidget>

class QToolButton;

namespace portolan::views {
class SafeLabel;
}

namespace portolan::views::accounts {

//! Says whose value is shown where several accounts have one (ruling 8), and moves the selected
//! account up and down in that order.
class OrderBar final : public QWidget
{
    Q_OBJECT

public:
    //! All of it outlives this widget; \a list shows \a model.
    OrderBar(items::AccountSource &source, items::AccountModel &model, QListView *list,
             QWidget *parent = nullptr);

    //! Up, down, and to what is joined: for the pane.
    const QList<QAction *> &orderActions() const { return m_actions; }

Q_SIGNALS:
    void joinedRequested();

private:
    QAction *addMove(const QString &iconName, const QString &text, Qt::Key key, int by);
    void move(int by);
    void showPlace();
    void showFailure(const QString &why);

    items::AccountSource &m_source;
    items::AccountModel &m_model;
    QListView *m_list;
    SafeLabel *m_text;
    QList<QAction *> m_actions;
    QAction *m_up;
    QAction *m_down;
    QUuid m_moved; //!< to be selected again once the list has its new order
};

} // namespace portolan::views::accounts
