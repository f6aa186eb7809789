// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"
#include "models/store/store.h"
#include "models/sync/report.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QUuid>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

namespace portolan::sync {

//! An account together with the session that its last pull left open.
struct OpenAccount
{
    platforms::AccountSettings settings;
    std::unique_ptr<platforms::Session> session;
};

//! Makes what the requests of an account go through, or says why there is nothing; null for an
//! account without an address. Any thread; may not block.
using ClientSource =
    std::function<Result<std::shared_ptr<net::HttpClient>>(const platforms::AccountSettings &)>;

//! What a pull needs from outside. \a progress and \a room are called in the thread of the pull.
struct PullContext
{
    store::Store &store;
    const Clock &clock;
    const ClientSource &clients;
    const std::atomic<bool> &cancelled;
    std::stop_token stop = {}; //!< says the same to who waits
    bool full = false;
    std::function<void(qint64 done, qint64 total, const QString &what)> progress;
    //! Asked before the pull and before each page; an error ends the pull before the disk is full,
    //! so that what a person does still finds room. Without it, the disk is not looked at.
    std::function<Result<void>()> room;
    //! Called before each page goes to the store: time for what must not wait for the end of a
    //! pull.
    std::function<void()> between;
    QSet<QString> awaited; //!< native ids of which \a pulled shall hear whether they were read
    //! Told how a pull ended that went well, once its end is stored; \a read are those of \a
    //! awaited that it read, or found gone.
    std::function<void(const platforms::PullResult &pulled, const QSet<QString> &read)> pulled;
};

//! What the adapter sees of \a account.
platforms::AccountSettings settingsOf(const store::Account &account);

//! How the last pull of \a account ended; with the cursor of its last page. Blocks.
[[nodiscard]] Result<store::PullState> stateBefore(store::Store &store, const QUuid &account);

//! Opens the session of \a account unless it is open.
[[nodiscard]] Result<void> openSession(OpenAccount &account, const platforms::Platform &platform,
                                       const Clock &clock, const ClientSource &clients);
//! What an adapter is given for an account of \a settings.
[[nodiscard]] Result<platforms::Services> servicesFor(const platforms::AccountSettings &settings,
                                                      const Clock &clock,
                                                      const ClientSource &clients);

//! Pulls one account to its end: opens the session if need be, writes each page, removes what a
//! complete pull did not see, and stores the state. Blocks; called in the pool, one pull of an
//! account at a time. What went wrong is in the report: nothing is thrown, nothing half written
//! counts as complete.
AccountReport pullAccount(OpenAccount &account, const platforms::Platform &platform,
                          const PullContext &context);

} // namespace portolan::sync
