// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/pane.h"

#include <QHash>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

#include <functional>

namespace portolan::views::shell {

//! A button of the rail: 40 px, the current one with a bar at the window's edge, a badge with how
//! many things wait.
class RailButton final : public QToolButton
{
    Q_OBJECT

public:
    RailButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);

    //! \a words say what it counts; without them, "3 waiting".
    void setBadge(int count, const QString &words = {});

    int badge() const { return m_badge; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    int m_badge = 0;
};

//! The column at the left: the menu, then the panes that exist.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(const QList<PaneInfo> &panes, QWidget *parent = nullptr);

    void setCurrent(const QString &pane);
    void setBadge(const QString &pane, int count, const QString &words = {});
    //! Fills the menu each time it is opened.
    void setMenu(std::function<void(QMenu *)> fill);
    void openMenu();

    //! The button of \a pane, or null.
    RailButton *button(const QString &pane) const { return m_buttons.value(pane); }

    //! The words of the tool tip behind the name: "Ctrl+1".
    void setShortcut(const QString &pane, const QString &shortcut);

    QWidget *firstButton() const { return m_menuButton; }

Q_SIGNALS:
    void chosen(const QString &pane);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    RailButton *m_menuButton;
    QHash<QString, RailButton *> m_buttons;
    void showTip(const QString &pane);

    QHash<QString, QString> m_titles;
    QHash<QString, QString> m_shortcuts;
    QHash<QString, QString> m_words; //!< what the badges count
    std::function<void(QMenu *)> m_fill;
};

} // namespace portolan::views::shell
