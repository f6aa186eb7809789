// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "views/shared/longwork.h"
#include "views/shared/pane.h"
#include "views/shared/theme.h"
#include "views/shell/actions.h"
#include "views/shell/statusline.h"
#include "views/shell/windowstate.h"

#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QWidget>

namespace portolan::items {
class CatalogSource;
}

namespace portolan::views::shell {

class CommandPalette;
class FirstRunPage;
class Rail;
class TopBar;
class Workspace;

//! The window: rail, top bar, tabs with what stands in them, status line, and the palette over it.
//! Holds panes and actions, and knows none of the panes.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    //! What the window works with; all of it outlives the window.
    struct Context
    {
        PaneFactory &factory;
        items::CatalogSource &catalog;
        Theme &theme;
        WindowState &state;
        const Clock &clock;
        bool hasDemo = false;
    };

    explicit MainWindow(const Context &context);
    ~MainWindow() override;

    //! Puts everything back where the person left it. Before the first show().
    void restore();
    void save();

    Workspace *workspace() const { return m_workspace; }

    CommandPalette *palettePopup() const { return m_palette; }

    FirstRunPage *firstRun() const { return m_firstRun; }

    const Actions &actions() const { return m_actions; }

    //! Shows the page for people without an account, or the workspace.
    void setFirstRun(bool on);
    void setMeshState(const MeshState &state);
    //! Why syncing is not possible now; empty when it is.
    void setSyncObstacle(const QString &why);
    //! The number on the button of \a pane on the rail; \a words say what it counts.
    void setBadge(const QString &pane, int count, const QString &words = {});
    //! What is in the outbox, in \a words, and how many; empty and 0 where nothing waits.
    void setOutbox(const QString &words, int count, bool needsPerson);
    //! How many things are collected for a request; the button for them is there when there are
    //! any.
    void setCollected(int count);
    void showPane(const QString &id);
    void openThing(const QUuid &id, OpenMode mode);
    void showQuery(const QString &query);
    void resetLayout();

Q_SIGNALS:
    void syncRequested();
    void cancelRequested();
    void openFolderRequested();
    void addServerRequested();
    //! A thing, or some fields of it, is to be collected for a request.
    void collectRequested(const QUuid &id, const QStringList &fields);
    //! What is collected is to be asked for.
    void collectedRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addActions();
    void addGoActions();
    void addViewActions();
    void connectParts();
    void currentChanged();
    void placeChanged();
    void showState();
    void takeWork(LongWork *work);
    void cancelShown();
    void nextPart(int step);
    QList<QWidget *> parts() const;
    qsizetype partWithFocus(const QList<QWidget *> &all) const;
    void nextTheme();

    Context m_context;
    Actions m_actions;
    MeshState m_state;
    QString m_outbox;
    bool m_outboxNeedsPerson = false;
    QList<QPointer<LongWork>> m_works; //!< that take long, in the order in which they were begun
    Workspace *m_workspace;
    Rail *m_rail;
    TopBar *m_topBar = nullptr;
    StatusLine *m_statusLine;
    QStackedWidget *m_body;
    FirstRunPage *m_firstRun;
    CommandPalette *m_palette;
    QTimer m_minute;
    QTimer m_saving;
};

} // namespace portolan::views::shell
