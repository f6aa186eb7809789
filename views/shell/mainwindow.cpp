// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/mainwindow.h"

#include "views/shared/safetext.h"
#include "views/shared/timetext.h"
#include "views/shell/commandpalette.h"
#include "views/shell/documenttabs.h"
#include "views/shell/firstrunpage.h"
#include "views/shell/rail.h"
#include "views/shell/topbar.h"
#include "views/shell/workspace.h"

#include <QAbstractItemView>
#include <QCloseEvent>
#include <QGridLayout>
#include <QScreen>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::shell {
namespace {

constexpr QSize firstSize(1440, 900);
constexpr QSize leastSize(720, 420); // a screen of 1440 x 900 at 200 %, with its panels
constexpr auto longEnough = 400ms;

} // namespace

MainWindow::MainWindow(const Context &context)
    : m_context(context)
    , m_actions(this)
    , m_workspace(new Workspace(context.factory, this))
    , m_rail(new Rail(context.factory.panes(), this))
    , m_statusLine(new StatusLine(this))
    , m_body(new QStackedWidget(this))
    , m_firstRun(new FirstRunPage(context.hasDemo, this))
    , m_palette(new CommandPalette(context.catalog, this))
{
    setWindowTitle(u"Portolan"_s);
    setMinimumSize(leastSize);
    resize(firstSize.boundedTo(screen()->availableSize()));
    addActions();
    m_topBar = new TopBar({.back = m_actions.find(u"go.back"_s),
                           .forward = m_actions.find(u"go.forward"_s),
                           .search = m_actions.find(u"go.palette"_s),
                           .collected = m_actions.find(u"go.collected"_s),
                           .theme = m_actions.find(u"view.theme"_s),
                           .sync = m_actions.find(u"mesh.sync"_s)},
                          this);
    m_body->addWidget(m_workspace);
    m_body->addWidget(m_firstRun);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_rail, 0, 0, 2, 1);
    grid->addWidget(m_topBar, 0, 1);
    grid->addWidget(m_body, 1, 1);
    grid->addWidget(m_statusLine, 2, 0, 1, 2);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(1, 1);
    connectParts();
    showState();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectParts()
{
    m_rail->setMenu([this](QMenu *menu) { m_actions.fill(menu); });
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPane);
    connect(m_workspace, &Workspace::currentChanged, this, &MainWindow::currentChanged);
    connect(m_workspace, &Workspace::placeChanged, this, &MainWindow::placeChanged);
    connect(m_workspace, &Workspace::actionsChanged, this, &MainWindow::currentChanged);
    connect(m_workspace, &Workspace::queryRequested, this, &MainWindow::showQuery);
    connect(m_workspace, &Workspace::collectRequested, this, &MainWindow::collectRequested);
    connect(m_workspace, &Workspace::workBegun, this, &MainWindow::takeWork);
    // A crash must not cost a person their tabs: written a while after the last change.
    m_saving.setSingleShot(true);
    m_saving.setInterval(5s);
    connect(m_workspace, &Workspace::arranged, &m_saving, qOverload<>(&QTimer::start));
    connect(&m_saving, &QTimer::timeout, this, &MainWindow::save);
    connect(m_topBar->breadcrumb(), &Breadcrumb::chosen, this, [this](const Crumb &crumb) {
        if (crumb.query.isEmpty())
            m_workspace->showPane(m_context.factory.panes().value(0).id);
        else
            showQuery(crumb.query);
    });
    connect(m_statusLine, &StatusLine::cancelRequested, this, &MainWindow::cancelShown);
    connect(m_statusLine, &StatusLine::failedClicked, this,
            [this] { m_workspace->showPane(u"accounts"_s); });
    connect(m_statusLine, &StatusLine::outboxClicked, this, [this] { showPane(u"outbox"_s); });
    connect(m_palette, &CommandPalette::commandsWanted, this,
            [this] { m_palette->model().setCommands(m_actions.commands()); });
    // The palette gives the focus back to where it was, which may be a bar: what was chosen is read
    // next, so the keys are its own.
    connect(m_palette, &CommandPalette::thingChosen, this, [this](const QUuid &id, OpenMode mode) {
        openThing(id, mode);
        if (mode == OpenMode::Tab)
            m_workspace->focusContent();
    });
    connect(m_palette, &CommandPalette::queryChosen, this, [this](const QString &query) {
        showQuery(query);
        m_workspace->focusContent();
    });
    connect(m_palette, &CommandPalette::commandChosen, this, [this](const QString &id) {
        if (auto *action = m_actions.find(id))
            action->trigger();
    });
    m_minute.start(1min);
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::showState);
    connect(&m_context.theme, &Theme::changed, this, &MainWindow::showState);
}

void MainWindow::restore()
{
    m_context.state.restoreGeometry(this);
    m_workspace->restoreState(m_context.state.workspace());
    currentChanged();
}

void MainWindow::save()
{
    m_context.state.save(this, m_workspace->saveState());
}

void MainWindow::resetLayout()
{
    m_context.state.resetLayout();
    m_workspace->reset();
    resize(firstSize.boundedTo(screen()->availableSize()));
}

void MainWindow::setCollected(int count)
{
    m_topBar->setCollected(count);
}

void MainWindow::setFirstRun(bool on)
{
    m_body->setCurrentWidget(on ? static_cast<QWidget *>(m_firstRun) : m_workspace);
    m_topBar->setEnabled(!on);
    if (on)
        m_firstRun->firstButton()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setMeshState(const MeshState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    showState();
}

void MainWindow::setSyncObstacle(const QString &why)
{
    auto *sync = m_actions.find(u"mesh.sync"_s);
    sync->setEnabled(why.isEmpty());
    sync->setStatusTip(why);
    showState();
}

void MainWindow::setBadge(const QString &pane, int count, const QString &words)
{
    m_rail->setBadge(pane, count, words);
}

void MainWindow::setOutbox(const QString &words, int count, bool needsPerson)
{
    m_rail->setBadge(u"outbox"_s, count, words);
    if (words == m_outbox && needsPerson == m_outboxNeedsPerson)
        return;
    m_outbox = words;
    m_outboxNeedsPerson = needsPerson;
    showState();
}

void MainWindow::showState()
{
    const auto now = m_context.clock.now();
    // What a person has just asked for comes before what goes on by itself.
    auto state = m_state;
    state.outbox = m_outbox;
    state.needsPerson = m_outboxNeedsPerson;
    if (!m_works.isEmpty()) {
        state.running = true;
        state.job = m_works.last()->text();
        state.percent = m_works.last()->percent();
    }
    m_statusLine->setState(state, now);
    const auto *sync = m_actions.find(u"mesh.sync"_s);
    const auto keys = sync->shortcut().toString(QKeySequence::NativeText);
    auto tip = tr("Sync now (%1)").arg(keys);
    if (!sync->isEnabled())
        tip = sync->statusTip();
    else if (m_state.asOf.isValid())
        tip += u'\n' + tr("Last sync: %1").arg(momentText(m_state.asOf));
    auto age = m_state.asOf.isValid() ? ageText(m_state.asOf, now) : tr("Sync");
    if (m_state.running && m_state.percent >= 0)
        age = locale().toString(m_state.percent) + u" %"_s;
    m_topBar->setAge(age, tip, m_state.running);
}

void MainWindow::takeWork(LongWork *work)
{
    // What is done in a moment is not spoken of.
    QTimer::singleShot(longEnough, this, [this, work = QPointer(work)] {
        if (!work || work->isEnded())
            return;
        m_works.append(work);
        connect(work, &LongWork::advanced, this, &MainWindow::showState);
        showState();
    });
    connect(work, &LongWork::finished, this, [this, work] {
        m_works.removeAll(work);
        showState();
    });
}

void MainWindow::cancelShown()
{
    if (m_works.isEmpty())
        Q_EMIT cancelRequested();
    else
        m_works.last()->cancel();
}

void MainWindow::showPane(const QString &id)
{
    setFirstRun(false);
    m_workspace->showPane(id);
}

void MainWindow::openThing(const QUuid &id, OpenMode mode)
{
    setFirstRun(false);
    m_workspace->openDocument(id, mode);
}

void MainWindow::showQuery(const QString &query)
{
    const auto home = m_context.factory.panes().value(0).id;
    m_workspace->showPane(home);
    if (auto *pane = m_workspace->pane(home))
        pane->showQuery(query);
}

void MainWindow::currentChanged()
{
    const auto *pane = m_workspace->current();
    if (pane == nullptr)
        return;
    m_rail->setCurrent(m_workspace->currentPane());
    m_actions.setPaneActions(tr("Pane"), pane->paneActions());
    placeChanged();
}

void MainWindow::placeChanged()
{
    m_topBar->breadcrumb()->setCrumbs(m_workspace->breadcrumb());
    m_actions.find(u"go.back"_s)->setEnabled(m_workspace->canGoBack());
    m_actions.find(u"go.forward"_s)->setEnabled(m_workspace->canGoForward());
    const auto *pane = m_workspace->current();
    if (pane != nullptr)
        setWindowTitle(visibleText(pane->title()).simplified().left(200) + u" – Portolan"_s);
}

namespace {

//! Where the focus goes that is sent to \a part: a page that only holds others takes none, as
//! nothing would show it, and its list comes before the fields above. Null where nothing takes it.
QWidget *entryOf(QWidget *part)
{
    if (part->focusProxy() != nullptr || part->focusPolicy() != Qt::NoFocus)
        return part;
    QWidget *first = nullptr;
    for (auto *next = part->nextInFocusChain(); next != part; next = next->nextInFocusChain()) {
        if (!part->isAncestorOf(next) || !next->isVisible() || !next->isEnabled()
            || !(next->focusPolicy() & Qt::TabFocus))
            continue;
        if (qobject_cast<QAbstractItemView *>(next) != nullptr)
            return next;
        if (first == nullptr)
            first = next;
    }
    return first;
}

} // namespace

QList<QWidget *> MainWindow::parts() const
{
    QList<QWidget *> parts{m_rail->firstButton(), m_topBar->searchField()};
    if (m_body->currentWidget() == m_firstRun) {
        parts.append(m_firstRun->firstButton());
    } else {
        parts.append(m_workspace->tabs());
        if (const auto *pane = m_workspace->current())
            parts += pane->parts();
    }
    if (m_statusLine->cancelButton()->isVisible())
        parts.append(m_statusLine->cancelButton());
    parts.removeIf([](const QWidget *part) { return !part->isVisible() || !part->isEnabled(); });
    return parts;
}

qsizetype MainWindow::partWithFocus(const QList<QWidget *> &all) const
{
    const auto *focus = focusWidget();
    if (focus == nullptr)
        return -1;
    qsizetype inner = -1; // a part may stand in another, as the side of a page does
    for (qsizetype i = 0; i < all.size(); ++i) {
        if ((all.at(i) == focus || all.at(i)->isAncestorOf(focus))
            && (inner < 0 || all.at(inner)->isAncestorOf(all.at(i))))
            inner = i;
    }
    if (inner >= 0)
        return inner;
    // Elsewhere in a bar: the part that stands for the bar.
    for (const QWidget *bar : {static_cast<QWidget *>(m_rail), static_cast<QWidget *>(m_topBar),
                               static_cast<QWidget *>(m_statusLine)}) {
        for (qsizetype i = 0; i < all.size() && bar->isAncestorOf(focus); ++i) {
            if (bar->isAncestorOf(all.at(i)))
                return i;
        }
    }
    return -1;
}

void MainWindow::nextPart(int step)
{
    const auto all = parts();
    if (all.isEmpty())
        return;
    auto at = partWithFocus(all);
    if (at < 0 && step < 0)
        at = 0;
    for (qsizetype left = all.size(); left > 0; --left) {
        at = (at + step + all.size()) % all.size();
        if (auto *entry = entryOf(all.at(at))) {
            entry->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    const auto windows = m_workspace->detached();
    for (auto *window : windows)
        window->close();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_palette->isVisible())
        m_palette->follow();
}

} // namespace portolan::views::shell
