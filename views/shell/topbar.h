// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/tokens.h"
#include "views/shell/breadcrumb.h"

#include <QAbstractButton>
#include <QAction>
#include <QDateTime>
#include <QToolButton>
#include <QWidget>

namespace portolan::views::shell {

//! A button that looks like a field: it opens the palette, so that there is one place to type.
class SearchButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SearchButton(QWidget *parent = nullptr);

    void setShortcutText(const QString &text);

    QSize sizeHint() const override { return {size::search, size::control}; }

    QSize minimumSizeHint() const override { return {size::searchLeast, size::control}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_shortcut;
};

//! The bar above the tabs: back, forward, where you are, search, theme, sync and its age.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    //! Actions whose buttons stand in the bar.
    struct Buttons
    {
        QAction *back;
        QAction *forward;
        QAction *search;
        QAction *collected;
        QAction *theme;
        QAction *sync;
    };

    explicit TopBar(const Buttons &buttons, QWidget *parent = nullptr);

    Breadcrumb *breadcrumb() const { return m_breadcrumb; }

    QWidget *searchField() const { return m_search; }

    //! How many things are collected for a request; 0: nothing is to be seen of it.
    void setCollected(int count);

    //! The word beside the sync button, and its tool tip.
    void setAge(const QString &age, const QString &toolTip, bool running);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(QAction *action);

    Breadcrumb *m_breadcrumb;
    SearchButton *m_search;
    QToolButton *m_collected = nullptr;
    QToolButton *m_sync = nullptr;
};

} // namespace portolan::views::shell
