// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/connections.h"
#include "app/composition/demofolder.h"
#include "app/portolan/accessnotifier.h"
#include "app/portolan/desktopnotifier.h"
#include "app/portolan/instance.h"
#include "app/portolan/meshfeed.h"
#include "app/portolan/networkreturn.h"
#include "app/portolan/options.h"
#include "app/portolan/outboxfeed.h"
#include "app/portolan/tour.h"
#include "app/portolan/windowpanes.h"
#include "models/items/basket.h"
#include "models/items/joinacts.h"
#include "models/items/savedviewmodel.h"
#include "models/items/standingkeeper.h"
#include "models/items/storeaccesssource.h"
#include "models/items/storeaccountsource.h"
#include "models/items/storecatalogsource.h"
#include "models/items/storeeditsource.h"
#include "models/items/storegovernancesource.h"
#include "models/items/storejoinsource.h"
#include "models/items/storelineagesource.h"
#include "models/items/storeoutboxsource.h"
#include "models/items/storepagesource.h"
#include "models/items/storequalitysource.h"
#include "models/store/store.h"
#include "models/sync/accountentry.h"
#include "models/sync/accountsearch.h"
#include "models/sync/engine.h"
#include "models/sync/syncsocket.h"
#include "views/shell/mainwindow.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace portolan::app {

//! Everything the window is made of, in order of need. What is above is known to what is below.
class Application final : public QObject
{
    Q_OBJECT

public:
    //! \a profile and \a store are open; \a theme outlives this object.
    Application(const Options &options, std::unique_ptr<store::Store> store, const Clock &clock,
                views::Theme &theme, views::shell::WindowState &state);
    ~Application() override;

    //! Shows the window and begins to read; a tour runs instead where one was asked for.
    void start();
    //! Has \a look called at each state of the tour, instead of a picture taken.
    void setTourLook(std::function<void(const QString &)> look);
    //! Does what another start asked for.
    void serve(const Options &options);
    //! Saves what was arranged and closes.
    void quit();

private:
    void begin();
    //! Takes the part of the process that pulls; tries again later while another one has it.
    void takeOver();
    void connectWindow();
    void showWaiting();
    void showAccess(const QString &query);
    void bringForward();
    void showFeed();
    void read();
    void openNamed(const QString &name);
    void freshenDemo(const QList<store::Account> &accounts);
    void openDemo();
    void addDemo(const demo::DemoMesh &mesh);
    void failOpeningDemo(const Error &error);
    void openFolder(const QString &folder);
    void addFolder(const QString &folder);
    void reportFailure(const QString &doing, const Error &error);

    Options m_options;
    std::unique_ptr<store::Store> m_store;
    const Clock &m_clock;
    Connections m_connections;
    sync::Engine m_engine;
    sync::AccountSearch m_search;
    sync::AccountEntry m_entry;
    sync::SyncServer m_syncServer;
    items::StoreCatalogSource m_catalog;
    items::StorePageSource m_pages;
    items::StoreQualitySource m_quality;
    items::StandingKeeper m_standings;
    items::StoreAccountSource m_accounts;
    items::StoreAccessSource m_access;
    items::StoreOutboxSource m_outbox;
    items::StoreEditSource m_edits;
    items::StoreLineageSource m_lineage;
    items::StoreGovernanceSource m_governance;
    items::StoreJoinSource m_joinSource;
    items::JoinActs m_joins;
    items::SavedViewModel m_views;
    items::Basket m_basket;
    MeshFeed m_feed;
    WindowPanes m_panes;
    views::shell::MainWindow m_window;
    OutboxFeed m_outboxFeed;
    DesktopNotifier m_notifier;
    AccessNotifier m_news;
    std::optional<NetworkReturn> m_network; //!< from begin() on: the desktop is asked for it
    std::unique_ptr<Tour> m_tour;
    bool m_begun = false;
    bool m_choseSomething = false; //!< a demo or folder was asked for: no first-run page meanwhile
    bool m_isStartOffered = false; //!< that there is nothing yet was told
};

} // namespace portolan::app
