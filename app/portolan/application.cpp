// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/application.h"

#include "app/composition/demofolder.h"
#include "app/portolan/firstrows.h"
#include "models/base/async.h"
#include "models/items/accessfacts.h"
#include "models/items/accessreading.h"
#include "models/platforms/builtinplatforms.h"
#include "views/accounts/accountspane.h"
#include "views/shared/messages.h"
#include "views/shell/firstrunpage.h"
#include "views/shell/workspace.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>
#include <QUrl>
#include <QtConcurrentRun>

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::app {
namespace {

constexpr auto takeOverAgain = 3s;
constexpr auto longestWait = 300ms; // for the first rows, before the folders are read

} // namespace

Application::Application(const Options &options, std::unique_ptr<store::Store> store,
                         const Clock &clock, views::Theme &theme, views::shell::WindowState &state)
    : m_options(options)
    , m_store(std::move(store))
    , m_clock(clock)
    , m_connections(clock, platforms::builtinPlatforms())
    , m_engine(*m_store, clock, platforms::builtinPlatforms())
    , m_search(*m_store, m_engine)
    , m_entry(*m_store, m_engine, m_connections.clients())
    , m_syncServer(m_engine)
    , m_catalog(*m_store)
    , m_pages(*m_store)
    , m_quality(*m_store, clock)
    , m_standings(*m_store, clock)
    , m_accounts(*m_store, m_engine, nullptr, &m_entry)
    , m_access(*m_store, m_engine, clock)
    , m_outbox(*m_store, m_engine, m_accounts, clock)
    , m_edits(*m_store, m_engine, clock)
    , m_lineage(*m_store, m_access)
    , m_governance(*m_store, m_engine, clock)
    , m_joinSource(*m_store, m_engine, clock)
    , m_joins(m_joinSource)
    , m_views(m_store->accounts(), m_store->changes())
    , m_basket(m_store->accounts(), m_store->changes())
    , m_feed(m_accounts)
    , m_panes({m_catalog, m_pages, m_lineage, m_quality, m_accounts, &m_views, clock, theme, state,
               m_store->profile().directory(), &m_access, &m_basket, &m_governance, &m_search,
               &m_joins, &m_outbox, &m_edits})
    , m_window({.factory = m_panes,
                .catalog = m_catalog,
                .theme = theme,
                .state = state,
                .clock = clock,
                .hasDemo = !demoFolder().isEmpty()})
    , m_outboxFeed(m_outbox, m_window)
    , m_news({.work = m_store->accounts(),
              .clock = clock,
              .notifier = m_notifier,
              .isWanted = [&state] { return state.isNotifying(); },
              .isSeen =
                  [this] {
                      return m_window.isActiveWindow()
                          && m_window.workspace()->currentPane() == u"access"_s
                          && m_window.workspace()->currentTab() == 0;
                  }})
{
    m_engine.setClients(m_connections.clients().source());
    m_engine.setSendCheck(items::sendCheck(*m_store, m_engine, clock));
    connectWindow();
    if (!options.tour.isEmpty()) {
        m_tour = std::make_unique<Tour>(
            Tour::Context{m_window, m_catalog, theme, options.tour, m_accounts});
    }
}

Application::~Application() = default;

void Application::connectWindow()
{
    using views::shell::MainWindow;
    connect(&m_window, &MainWindow::syncRequested, this, [this] {
        m_connections.tryNow();
        m_accounts.sync({});
    });
    connect(&m_window, &MainWindow::cancelRequested, this, [this] { m_accounts.cancelSync(); });
    connect(&m_window, &MainWindow::openFolderRequested, this, [this] {
        m_window.setFirstRun(false);
        m_window.workspace()->showPane(u"accounts"_s);
        auto *pane = qobject_cast<views::accounts::AccountsPane *>(m_window.workspace()->current());
        if (pane != nullptr)
            pane->addFolder();
    });
    const auto addServer = [this] {
        m_window.setFirstRun(false);
        m_window.workspace()->showPane(u"accounts"_s);
        auto *pane = qobject_cast<views::accounts::AccountsPane *>(m_window.workspace()->current());
        if (pane != nullptr)
            pane->addServer();
    };
    connect(&m_window, &MainWindow::addServerRequested, this, addServer);
    auto *firstRun = m_window.firstRun();
    connect(firstRun, &views::shell::FirstRunPage::serverWanted, this, addServer);
    connect(firstRun, &views::shell::FirstRunPage::demoChosen, this, &Application::openDemo);
    connect(firstRun, &views::shell::FirstRunPage::folderChosen, this, &Application::openFolder);
    connect(&m_panes, &WindowPanes::resetLayoutRequested, &m_window, &MainWindow::resetLayout);
    connect(&m_window, &MainWindow::collectRequested, &m_basket, &items::Basket::add);
    connect(&m_window, &MainWindow::collectedRequested, this,
            [this] { showAccess(u"collected"_s); });
    connect(&m_notifier, &Notifier::clicked, this, [this](const QString &query) {
        bringForward();
        showAccess(query);
    });
    connect(&m_basket, &items::Basket::changed, this,
            [this] { m_window.setCollected(m_basket.count()); });
    connect(&m_basket, &items::Basket::failed, this,
            [this](const Error &error) { reportFailure(tr("Collecting for a request"), error); });
    connect(&m_outbox, &items::StoreOutboxSource::sending, this,
            [this] { m_connections.tryNow(); });
    connect(&m_feed, &MeshFeed::changed, this, &Application::showFeed);
    connect(&m_access, &items::AccessSource::changed, this, &Application::showWaiting);
    showWaiting();
}

void Application::setTourLook(std::function<void(const QString &)> look)
{
    if (m_tour != nullptr)
        m_tour->setLook(std::move(look));
}

void Application::start()
{
    m_window.restore();
    if (m_tour == nullptr)
        m_window.show();
    if (m_options.demo || !m_options.workspace.isEmpty() || m_tour != nullptr)
        return begin();
    // What is cached is shown first: a lock is a file that is synchronised to the disk, and the
    // folders can wait for that as well. Where nothing is cached there is no first row.
    new FirstRows(m_window, [this] {
        if (!m_options.endWhenUsable)
            return begin();
        std::puts("usable");
        std::fflush(stdout);
        quit();
    });
    if (!m_options.endWhenUsable)
        QTimer::singleShot(longestWait, this, &Application::begin);
}

void Application::begin()
{
    if (std::exchange(m_begun, true))
        return;
    m_network.emplace(m_clock, m_connections, m_engine);
    takeOver();
    serve(m_options);
    if (m_choseSomething)
        return;
    onFinished(m_store->accounts().accounts(), this,
               [this](const Result<QList<store::Account>> &accounts) {
                   if (!accounts)
                       return read();
                   freshenDemo(*accounts);
               });
}

void Application::freshenDemo(const QList<store::Account> &accounts)
{
    onFinished(
        QtConcurrent::run([accounts, mesh = demoMesh(m_store->profile()), now = m_clock.now()] {
            return app::freshenDemo(accounts, mesh, now);
        }),
        this, [this](const Result<std::optional<store::Account>> &moved) {
            if (!moved)
                qWarning("the demo mesh: %s", qPrintable(moved.error().detail));
            if (!moved || !*moved)
                return read();
            onFinished(m_store->accounts().put(**moved), this,
                       [this](const Result<void> &) { read(); });
        });
}

void Application::takeOver()
{
    if (!m_engine.takeLock()) {
        // A command line that syncs, most likely: it is done in a moment.
        QTimer::singleShot(takeOverAgain, this, [this] {
            takeOver();
            if (m_engine.holdsLock())
                read();
        });
        m_window.setSyncObstacle(m_accounts.syncObstacle());
        return;
    }
    // Without the socket the command line cannot ask this window to sync; all else works.
    if (const auto listening =
            m_syncServer.listen(sync::syncSocketName(m_store->profile().socketName()));
        !listening)
        qWarning("no sync socket: %s", qPrintable(listening.error().detail));
    m_engine.watchAccounts();
    m_standings.start();
    m_window.setSyncObstacle(m_accounts.syncObstacle());
}

void Application::serve(const Options &options)
{
    m_choseSomething = options.demo || !options.workspace.isEmpty();
    if (options.demo)
        openDemo();
    if (!options.workspace.isEmpty())
        openFolder(options.workspace);
    if (!options.open.isEmpty())
        openNamed(options.open);
    if (m_tour == nullptr)
        bringForward();
}

void Application::bringForward()
{
    if (m_window.isMinimized())
        m_window.showNormal();
    m_window.raise();
    m_window.activateWindow();
}

void Application::openNamed(const QString &name)
{
    if (const QUuid id(name); !id.isNull())
        return m_window.openThing(id, views::OpenMode::Tab);
    onFinished(m_store->resolve(name), this, [this, name](const auto &found) {
        // Browsers hand over what they encoded; ids of DataHub have signs like that of their own.
        const auto decoded = QUrl::fromPercentEncoding(name.toUtf8());
        if (found && found->isEmpty() && decoded != name)
            return openNamed(decoded);
        const Error nothing{Error::Kind::NotFound, u"nothing has this id or name"_s};
        if (!found || found->isEmpty())
            return reportFailure(tr("Opening %1").arg(name), found ? nothing : found.error());
        m_window.openThing(found->first().entity.id, views::OpenMode::Tab);
    });
}

void Application::quit()
{
    m_window.close();
    QApplication::quit();
}

void Application::read()
{
    if (!m_engine.holdsLock()) {
        m_panes.setReading(false);
        if (m_tour != nullptr)
            m_tour->fail(tr("Another process reads the accounts of this profile."));
        return;
    }
    onFinished(m_engine.sync(), this, [this](const Result<sync::SyncReport> &report) {
        m_panes.setReading(false);
        if (!report)
            return reportFailure(tr("Reading the accounts"), report.error());
        if (m_tour != nullptr)
            m_tour->start();
    });
}

void Application::openDemo()
{
    if (demoFolder().isEmpty())
        return reportFailure(tr("Opening the demo mesh"),
                             {Error::Kind::NotFound, u"the folder of the demo mesh"_s});
    m_choseSomething = true;
    m_panes.setReading(true);
    m_window.setFirstRun(false);
    const auto mesh = demoMesh(m_store->profile());
    onFinished(QtConcurrent::run([mesh, now = m_clock.now()] { return mesh.bring(now); }), this,
               [this, mesh](const Result<void> &brought) {
                   if (!brought)
                       return failOpeningDemo(brought.error());
                   addDemo(mesh);
               });
}

void Application::addDemo(const demo::DemoMesh &mesh)
{
    onFinished(m_store->accounts().put(demoAccount(mesh)), this, [this](const Result<void> &done) {
        if (!done)
            return failOpeningDemo(done.error());
        read();
    });
}

void Application::failOpeningDemo(const Error &error)
{
    m_panes.setReading(false);
    reportFailure(tr("Opening the demo mesh"), error);
}

void Application::openFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir()) {
        m_choseSomething = false;
        showFeed();
        return reportFailure(tr("Opening the folder %1").arg(folder),
                             {Error::Kind::NotFound, folder});
    }
    m_choseSomething = true;
    const auto place = info.canonicalFilePath();
    onFinished(m_accounts.accounts(), this,
               [this, place](const Result<QList<items::AccountFacts>> &accounts) {
                   for (const auto &account : accounts ? *accounts : QList<items::AccountFacts>()) {
                       if (QFileInfo(account.place).canonicalFilePath() == place) {
                           m_window.setFirstRun(false);
                           return read();
                       }
                   }
                   addFolder(place);
               });
}

void Application::addFolder(const QString &folder)
{
    auto name = QDir(folder).dirName();
    for (const auto &account : m_feed.accounts()) {
        if (account.name == name)
            name = folder;
    }
    m_panes.setReading(true);
    onFinished(m_accounts.addFolder(name, folder), this, [this, folder](const Result<void> &done) {
        if (!done) {
            m_panes.setReading(false);
            return reportFailure(tr("Opening the folder %1").arg(folder), done.error());
        }
        m_window.setFirstRun(false);
        read();
    });
}

void Application::reportFailure(const QString &doing, const Error &error)
{
    if (m_tour != nullptr)
        return m_tour->fail(doing + u": "_s + error.detail);
    views::ui::error(&m_window, doing, error);
}

//! How many requests wait for the person, whether the pane was opened or not.
void Application::showWaiting()
{
    onFinished(m_access.board(), this, [this](const Result<items::AccessBoard> &board) {
        if (!board)
            return;
        const auto waiting =
            std::count_if(board->cases.cbegin(), board->cases.cend(), [&board](const auto &one) {
                return !items::itemsToDecide(one, *board).isEmpty()
                    && !items::isAskedBack(one, *board);
            });
        m_window.setBadge(u"access"_s, int(waiting));
        if (m_tour == nullptr)
            m_news.look(*board);
    });
}

void Application::showAccess(const QString &query)
{
    m_window.showPane(u"access"_s);
    if (auto *pane = m_window.workspace()->current())
        pane->showQuery(query);
}

void Application::showFeed()
{
    m_window.setMeshState(m_feed.state());
    m_window.setSyncObstacle(m_accounts.syncObstacle());
    m_window.setBadge(u"problems"_s, m_feed.problems());
    if (!m_feed.isKnown() || m_tour != nullptr)
        return;
    // Once: who has left the page for another pane is not brought back to it.
    const bool isEmpty = m_feed.accounts().isEmpty();
    if (isEmpty && (m_choseSomething || m_isStartOffered))
        return;
    m_window.setFirstRun(isEmpty);
    m_isStartOffered = isEmpty;
}

} // namespace portolan::app
