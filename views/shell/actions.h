// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/palettemodel.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QMenu>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace portolan::views::shell {

//! Every action of the window, once: menus, the command palette and the shortcut sheet are all made
//! from here, so none of them can know an action that another lacks.
class Actions final : public QObject
{
    Q_OBJECT

public:
    //! What an action is made of.
    struct Spec
    {
        QString id; //!< stable word: "go.back"
        QString menu; //!< title of the menu it stands in
        QString text;
        QString iconName;
        QList<QKeySequence> shortcuts;
    };

    //! Actions work in \a window and its children.
    explicit Actions(QWidget *window);

    //! Adds an action that calls \a run.
    QAction *add(const Spec &spec, std::function<void()> run);
    //! The action called \a id, or null.
    QAction *find(const QString &id) const;

    //! The actions of the pane in front, in the menu called \a menu; replaces the former ones.
    void setPaneActions(const QString &menu, const QList<QAction *> &actions);

    struct Entry
    {
        QString id;
        QString menu;
        QAction *action;
    };

    //! All actions, in the order in which they were added, those of the pane behind them.
    std::vector<Entry> entries() const;
    //! The titles of the menus, in order.
    QStringList menus() const;
    //! Fills \a menu with a submenu per title.
    void fill(QMenu *menu) const;
    //! What the palette offers.
    QList<items::PaletteCommand> commands() const;
    //! Shortcuts that more than one action has, in words.
    QStringList conflicts() const;

private:
    QWidget *m_window;
    std::vector<Entry> m_entries;
    std::vector<Entry> m_paneEntries;
};

} // namespace portolan::views::shell
