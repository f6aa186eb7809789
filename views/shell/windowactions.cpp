// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the window, all in one place: the registry makes menus, palette and shortcut sheet
// of them.
#include "views/shell/commandpalette.h"
#include "views/shell/dialogs.h"
#include "views/shell/mainwindow.h"
#include "views/shell/rail.h"
#include "views/shell/topbar.h"
#include "views/shell/workspace.h"

#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int mostNumbered = 9;

QList<QKeySequence> keys(std::initializer_list<QKeySequence> sequences)
{
    return sequences;
}

} // namespace

void MainWindow::addActions()
{
    const auto mesh = tr("Mesh");
    m_actions.add({u"mesh.folder"_s,
                   mesh,
                   tr("Open a folder…"),
                   u"folder"_s,
                   {QKeySequence(QKeySequence::Open)}},
                  [this] { Q_EMIT openFolderRequested(); });
    m_actions.add({u"mesh.server"_s, mesh, tr("Add a server…"), u"link"_s, {}},
                  [this] { Q_EMIT addServerRequested(); });
    // F5, and what the desktop uses for it where that differs (Ctrl+R on GNOME).
    auto refresh = QKeySequence::keyBindings(QKeySequence::Refresh);
    if (!refresh.contains(QKeySequence(Qt::Key_F5)))
        refresh.prepend(Qt::Key_F5);
    m_actions.add({u"mesh.sync"_s, mesh, tr("Sync now"), u"sync-now"_s, refresh},
                  [this] { Q_EMIT syncRequested(); });
    m_actions.add({u"mesh.cancel"_s, mesh, tr("Stop syncing"), {}, {}},
                  [this] { Q_EMIT cancelRequested(); });
    m_actions.add({u"mesh.quit"_s, mesh, tr("Quit"), {}, keys({Qt::CTRL | Qt::Key_Q})},
                  [this] { close(); });
    addGoActions();
    addViewActions();
    const auto help = tr("Help");
    m_actions.add({u"help.shortcuts"_s, help, tr("Keyboard shortcuts"), u"keyboard"_s,
                   keys({Qt::Key_F1, Qt::SHIFT | Qt::Key_F1, Qt::Key_Question})},
                  [this] { showShortcuts(this, m_actions); });
    m_actions.add({u"help.about"_s, help, tr("About Portolan"), u"help"_s, {}},
                  [this] { showAbout(this); });
}

void MainWindow::addGoActions()
{
    const auto go = tr("Go");
    m_actions.add({u"go.palette"_s, go, tr("Search and commands"), u"search"_s,
                   keys({Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_F})},
                  [this] { m_palette->open(); });
    m_actions.add(
        {u"go.commands"_s, go, tr("Commands"), {}, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_P})},
        [this] { m_palette->open(u">"_s); });
    m_actions.add({u"go.back"_s, go, tr("Back"), u"back"_s, keys({Qt::ALT | Qt::Key_Left})},
                  [this] { m_workspace->goBack(); });
    m_actions.add(
        {u"go.forward"_s, go, tr("Forward"), u"forward"_s, keys({Qt::ALT | Qt::Key_Right})},
        [this] { m_workspace->goForward(); });
    m_actions.add(
        {u"go.find"_s, go, tr("Find in this pane"), u"filter"_s, keys({Qt::CTRL | Qt::Key_F})},
        [this] {
            if (auto *pane = m_workspace->current(); pane != nullptr && !pane->focusFilter())
                m_palette->open();
        });
    int number = 0;
    for (const auto &info : m_context.factory.panes()) {
        QList<QKeySequence> shortcuts;
        if (info.id == u"settings"_s)
            shortcuts.append(Qt::CTRL | Qt::Key_Comma);
        else if (info.place != PaneInfo::Place::Menu && number < mostNumbered)
            shortcuts.append(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number++)));
        auto *action = m_actions.add({u"go."_s + info.id, go, info.title, info.iconName, shortcuts},
                                     [this, id = info.id] {
                                         showPane(id);
                                         m_workspace->focusContent();
                                     });
        m_rail->setShortcut(info.id, action->shortcut().toString(QKeySequence::NativeText));
    }
    m_actions
        .add({u"go.collected"_s, go, tr("Request what is collected"), u"basket"_s,
              keys({Qt::CTRL | Qt::SHIFT | Qt::Key_B})},
             [this] { Q_EMIT collectedRequested(); })
        ->setEnabled(false);
    m_actions.add({u"go.nextPart"_s, go, tr("Next part of the window"), {}, keys({Qt::Key_F6})},
                  [this] { nextPart(1); });
    m_actions.add({u"go.previousPart"_s,
                   go,
                   tr("Previous part of the window"),
                   {},
                   keys({Qt::SHIFT | Qt::Key_F6})},
                  [this] { nextPart(-1); });
}

void MainWindow::addViewActions()
{
    const auto tabs = tr("Tabs");
    m_actions.add(
        {u"tab.new"_s, tabs, tr("Open something in a tab"), u"add"_s, keys({Qt::CTRL | Qt::Key_T})},
        [this] { m_palette->open(); });
    m_actions.add({u"tab.close"_s, tabs, tr("Close tab"), u"close"_s, keys({Qt::CTRL | Qt::Key_W})},
                  [this] { m_workspace->closeCurrent(); });
    m_actions.add({u"tab.next"_s, tabs, tr("Next tab"), {}, keys({Qt::CTRL | Qt::Key_Tab})},
                  [this] { m_workspace->nextTab(1); });
    m_actions.add({u"tab.previous"_s,
                   tabs,
                   tr("Previous tab"),
                   {},
                   keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Tab})},
                  [this] { m_workspace->nextTab(-1); });
    m_actions.add(
        {u"tab.tearOff"_s, tabs, tr("Move tab to a window of its own"), u"tear-off"_s, {}},
        [this] { m_workspace->tearOff(m_workspace->currentTab()); });
    const auto view = tr("View");
    m_actions.add(
        {u"view.theme"_s, view, tr("Next look: light, dark, high contrast"), u"theme"_s, {}},
        [this] { nextTheme(); });
    m_actions.add(
        {u"view.fullScreen"_s, view, tr("Full screen"), u"full-screen"_s, keys({Qt::Key_F11})},
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    m_actions.add({u"view.menu"_s, view, tr("Menu"), u"menu"_s, keys({Qt::Key_F10})},
                  [this] { m_rail->openMenu(); });
    m_actions.add({u"view.reset"_s, view, tr("Reset layout"), {}, {}}, [this] { resetLayout(); });
}

void MainWindow::nextTheme()
{
    using Choice = Theme::Choice;
    auto next = Choice::Light;
    if (m_context.theme.scheme() == Scheme::Light)
        next = Choice::Dark;
    else if (m_context.theme.scheme() == Scheme::Dark)
        next = Choice::HighContrast;
    m_context.theme.setChoice(next);
    m_context.state.setTheme(Theme::word(next));
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // "?" is typed differently on every keyboard, and must stay a letter in fields.
    if (event->text() == u"?"_s)
        return showShortcuts(this, m_actions);
    QWidget::keyPressEvent(event);
}

} // namespace portolan::views::shell
