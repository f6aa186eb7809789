// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/policyquestion.h"
#include "models/platforms/platform.h"
#include "models/store/store.h"
#include "models/sync/pullrun.h"
#include "models/sync/pullschedule.h"
#include "models/sync/report.h"
#include "models/sync/sender.h"
#include "models/sync/sendrun.h"

#include <QFuture>
#include <QLockFile>
#include <QObject>
#include <QPromise>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace portolan::sync {

//! Sends what waits in the outbox, brings what the accounts have into the store, and keeps it
//! there: on demand and, where a platform can be watched, by itself. Lives in the thread that made
//! it; all of that runs in the pool, one sync at a time. Only a process that holds the profile's
//! sync.lock may send and pull (ruling 5).
class Engine final : public QObject
{
    Q_OBJECT

public:
    using Platforms = std::vector<std::unique_ptr<platforms::Platform>>;

    //! \a random is from 0 to below 1, for the pauses between attempts; the machine's when empty.
    Engine(store::Store &store, const Clock &clock, Platforms platforms, QObject *parent = nullptr,
           std::function<double()> random = {});
    //! Stops what runs and waits for it: at most for the page under way.
    ~Engine() override;

    //! What the requests of accounts with an address go through; before the first sync. Without it
    //! such accounts cannot be reached.
    void setClients(ClientSource clients) { m_clients = std::move(clients); }

    //! What looks once more at an operation before it is sent; before the first sync. It is called
    //! in the pool, also while the engine is going away.
    void setSendCheck(SendCheck check) { m_sender.setCheck(std::move(check)); }

    //! Takes sync.lock for as long as the engine lives. Busy when another process has it.
    [[nodiscard]] Result<void> takeLock();
    //! takeLock(), where asking the platform of \a account may renew a sign-in: used by two
    //! processes, what renews it looks stolen, and the provider ends it.
    [[nodiscard]] Result<void> takeRenewals(const store::Account &account);
    bool holdsLock() const;

    const Platforms &platforms() const { return m_platforms; }

    //! The adapter called \a name, or null.
    const platforms::Platform *platform(const QString &name) const;

    using AccessHost = platforms::AccessHost;

    //! Asks the adapter of \a account. May block; any thread.
    AccessHost accessHost(const store::Account &account) const;

    //! Whether \a account has policies that can be asked.
    bool judges(const store::Account &account) const;
    //! How long somebody in front of a form is kept waiting, in milliseconds.
    static constexpr qint64 judgingPatienceMs = 8000;

    //! What the policies of \a account say to \a questions: an answer for each, in their order.
    //! Once the account cannot be reached, or all of it takes longer than \a patienceMs, the rest
    //! is not asked; the same once \a isOver, where there is one. Blocks; any thread.
    QList<Result<domain::PolicyAnswer>> judge(const store::Account &account,
                                              const QList<domain::PolicyQuestion> &questions,
                                              qint64 patienceMs = judgingPatienceMs,
                                              const std::function<bool()> &isOver = {}) const;

    //! Whether things can be searched for on the platform of \a account.
    bool searches(const store::Account &account) const;
    //! What searches there, with the account's own signed client; ends as Cancelled soon after \a
    //! isOver. Any thread; asks the platform nothing yet.
    [[nodiscard]] Result<std::unique_ptr<platforms::RemoteSearch>>
    openSearch(const store::Account &account, const std::function<bool()> &isOver) const;

    //! Whether \a account could be used: what was found, or why not. Stores nothing.
    QFuture<Result<QString>> check(const store::Account &account) const;

    //! Sends what waits for the accounts called \a names, all when empty, and then pulls them. A
    //! sync asked for while one runs starts after it. An unknown name is a NotFound error. Needs
    //! the lock.
    QFuture<Result<SyncReport>> sync(const QStringList &names = {}, bool full = false);
    //! Where it is watched that accounts change, tries what failed before again: the network is
    //! there, or another one. What a platform asked to wait for still is waited for.
    void tryNow();
    //! Stops the sync that runs, and those that wait; their reports say "partial".
    void cancel();
    //! Stops what runs, forgets what is known of \a account, and calls \a then once nothing runs:
    //! for what must not happen beside a pull. Busy when another process syncs this profile.
    Result<void> quiesce(const QUuid &account, std::function<void()> then);

    bool isRunning() const { return m_running; }

    //! Whether what runs is to stop; any thread.
    bool isCancelled() const { return m_cancelled; }

    //! From now on, pulls an account by itself when its platform says that something changed, or
    //! where none says so at intervals; sends what waits when it is due; and follows accounts that
    //! are added or removed. What people decide about the names of one account is followed by a
    //! pull of it: what its records mean may hang on that.
    void watchAccounts();

Q_SIGNALS:
    void started(const QString &account);
    //! \a total is 0 while unknown. At most 10 a second.
    void progressed(const QString &account, qint64 done, qint64 total, const QString &what);
    void finished(const portolan::sync::AccountReport &report);
    void runningChanged(bool running);

private:
    struct Watch
    {
        platforms::AccountSettings settings;
        std::unique_ptr<QObject> watch;
    };

    struct Request
    {
        QStringList names;
        QList<QUuid> due; //!< instead of names; those that are gone are left out
        bool full = false;
        bool pull = true; //!< else only what waits is sent
        bool asked = true; //!< by a person; else what failed to be sent waits for its time
        std::shared_ptr<QPromise<Result<SyncReport>>> promise =
            std::make_shared<QPromise<Result<SyncReport>>>();
    };

    void startNext();
    Result<QList<store::Account>> accountsOf(const Request &request,
                                             const Result<QList<store::Account>> &all);
    void goOn(bool wentWell);
    void rewatch();
    void followDecisions();
    void sendDue();
    void pullDue();
    SyncReport syncAll(const QList<store::Account> &accounts, const Request &request);
    AccountReport sendTo(const store::Account &account, OpenAccount &open, bool asked);
    bool isLeftAlone(const QUuid &account, const Result<QList<domain::Operation>> &waiting) const;
    void sendMeanwhile(const QUuid &pulled, const QList<store::Account> &accounts,
                       SyncReport &report);
    void pullFrom(const store::Account &account, bool full, const QList<domain::Operation> &before,
                  const std::function<void()> &between, AccountReport &report);
    OpenAccount &opened(const store::Account &account);
    void reportProgress(const QString &account, qint64 done, qint64 total, const QString &what);

    store::Store &m_store;
    const Clock &m_clock;
    ClientSource m_clients;
    Platforms m_platforms;
    QLockFile m_lock;
    std::atomic<bool> m_cancelled = false;
    std::stop_source m_stop; //!< of the sync that runs; replaced between two of them only
    bool m_running = false;
    bool m_isHurried = false; //!< tryNow() once it has ended
    QList<Request> m_waiting;
    QList<std::function<void()>> m_whenIdle;
    QFuture<SyncReport> m_current;
    QThreadPool m_work; //!< of that: its thread gives way to others
    mutable QThreadPool m_checks; //!< of check(); nothing of it outlives the adapters
    // Touched by the sync that runs only; m_open is keyed by the account's id.
    std::map<QUuid, OpenAccount> m_open;
    std::function<double()> m_random;
    Sender m_sender;
    SendSchedule m_schedule;
    QTimer m_sendTimer;
    PullSchedule m_pullSchedule;
    QTimer m_pullTimer;
    qint64 m_lastProgress = 0;
    qint64 m_lastSending = 0; //!< of sendMeanwhile()
    std::atomic<bool> m_sendsByItself = false;
    std::vector<platforms::AccountSettings> m_watched;
    std::vector<Watch> m_watches;
    std::optional<QHash<QUuid, domain::NamePairs>> m_apart; //!< when it was looked at last
};

} // namespace portolan::sync
