// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/platformhitmodel.h"
#include "views/shared/keybutton.h"
#include "views/shared/labels.h"
#include "views/shared/pane.h"
#include "views/shared/rowlist.h"

#include <QKeySequence>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QWidget>

namespace portolan::views {
class EmptyState;
}

namespace portolan::views::catalog {

//! The keys that ask the platforms: one more than those of the search field.
inline QKeySequence searchPlatformsKeys()
{
    return Qt::CTRL | Qt::SHIFT | Qt::Key_K;
}

//! What the platforms of the accounts have, below the results of the cache: a strip that offers to
//! ask, and what they found once a person asked. It asks by itself for nothing.
class PlatformPanel : public QWidget
{
    Q_OBJECT

public:
    //! \a search outlives this widget.
    explicit PlatformPanel(sync::PlatformSearch &search, QWidget *parent = nullptr);

    //! What would be asked for.
    void setQuery(const QString &query);
    //! Opens, and asks all platforms for the words of the query.
    void ask();
    //! Shuts, and forgets what was found.
    void shut();

    bool isOpen() const { return m_isOpen; }

    //! Whether there is a platform that could be asked.
    bool hasPlatforms() const { return !m_search.accounts().isEmpty(); }

    //! The height of the strip alone.
    int stripHeight() const;
    //! What F6 goes to; null while there is nothing.
    QWidget *part() const;

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    //! The account called \a name needs a person.
    void accountWanted(const QString &name);
    void accountsWanted();
    //! A person who was in it shut it.
    void left();
    //! It was opened or shut, or whether there is anybody to ask differs.
    void arranged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildStrip();
    void connectList();
    void refresh();
    void showEmpty();
    void showNote();
    void setOpen(bool open);
    void activate(const QModelIndex &index, OpenMode mode);

    sync::PlatformSearch &m_search;
    items::PlatformHitModel m_model;
    QString m_query;
    bool m_isOpen = false;
    QWidget *m_strip;
    SafeLabel *m_title = nullptr;
    ElidedLabel *m_summary = nullptr;
    KeyButton *m_ask = nullptr;
    QPushButton *m_stop = nullptr;
    QToolButton *m_close = nullptr;
    QStackedWidget *m_stack;
    RowList *m_list;
    EmptyState *m_empty;
    ElidedLabel *m_note;
};

} // namespace portolan::views::catalog
