// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/engine.h"

#include "models/base/async.h"
#include "models/base/background.h"
#include "models/base/processlock.h"
#include "models/sync/namesapart.h"
#include "models/sync/pullrun.h"
#include "models/sync/signingrules.h"
#include "models/sync/whatanswers.h"

#include <QRandomGenerator>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

constexpr qint64 progressIntervalMs = 100;

// After accounts have changed, before what is due among them is pulled.
constexpr int settleMs = 500;

// Before what could not even begin is tried again by itself.
constexpr int pauseMs = 30 * 1000;

//! The accounts called \a names, in account order; all when \a names is empty.
Result<QList<store::Account>> chosen(const Result<QList<store::Account>> &all,
                                     const QStringList &names)
{
    if (!all || names.isEmpty())
        return all;
    QList<store::Account> list;
    for (const auto &account : *all) {
        if (names.contains(account.name))
            list.append(account);
    }
    for (const auto &name : names) {
        const bool known = std::any_of(list.begin(), list.end(),
                                       [&](const auto &account) { return account.name == name; });
        if (!known) {
            return failure(Error::Kind::NotFound,
                           u"no account is called \"%1\"; `accounts list` names them"_s.arg(name));
        }
    }
    return list;
}

void answer(QPromise<Result<SyncReport>> &promise, Result<SyncReport> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

Engine::Engine(store::Store &store, const Clock &clock, Platforms platforms, QObject *parent,
               std::function<double()> random)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_platforms(std::move(platforms))
    , m_lock(store.profile().syncLockFile())
    , m_random(random ? std::move(random)
                      : [] { return QRandomGenerator::global()->generateDouble(); })
    , m_sender({.operations = store.operations(), .clock = clock, .random = m_random})
{
    m_sendTimer.setSingleShot(true);
    connect(&m_sendTimer, &QTimer::timeout, this, &Engine::sendDue);
    m_pullTimer.setSingleShot(true);
    connect(&m_pullTimer, &QTimer::timeout, this, &Engine::pullDue);
    m_lock.setStaleLockTime(0);
    m_work.setMaxThreadCount(1);
    qRegisterMetaType<AccountReport>();
}

Engine::~Engine()
{
    m_watches.clear();
    cancel();
    m_current.waitForFinished();
    m_checks.waitForDone();
}

Result<void> Engine::takeLock()
{
    const bool hadIt = m_lock.isLocked();
    if (takeFromTheDead(m_lock)) {
        if (!hadIt)
            m_store.finishRemovals();
        return {};
    }
    // Nobody holds it: it cannot be written.
    if (m_lock.error() != QLockFile::LockFailedError) {
        if (auto room = m_store.roomToSync(); !room)
            return room;
        return failure(Error::Kind::Store,
                       u"%1 cannot be written, which keeps two programs from syncing at once; make "
                       "it and its folder writable"_s.arg(m_lock.fileName()));
    }
    qint64 pid = 0;
    QString host;
    QString program;
    m_lock.getLockInfo(&pid, &host, &program);
    return failure(Error::Kind::Busy,
                   u"%1 (process %2) has this profile open and syncs it: do this there, or "
                   "close it first"_s.arg(program)
                       .arg(pid));
}

Result<void> Engine::takeRenewals(const store::Account &account)
{
    const auto *adapter = platform(account.platform);
    const bool mayRenew = adapter != nullptr
        && signInWayOf(settingsOf(account), adapter->signInWays()) == platforms::SignInWay::OpenId;
    const auto alone = mayRenew ? takeLock() : Result<void>();
    if (alone || alone.error().kind != Error::Kind::Busy)
        return alone;
    return failure(
        alone.error().kind,
        u"%1, and it alone renews the sign-in of “%2”"_s.arg(alone.error().detail, account.name));
}

bool Engine::holdsLock() const
{
    return m_lock.isLocked();
}

const platforms::Platform *Engine::platform(const QString &name) const
{
    const auto it = std::find_if(m_platforms.begin(), m_platforms.end(),
                                 [&](const auto &candidate) { return candidate->name() == name; });
    return it == m_platforms.end() ? nullptr : it->get();
}

Engine::AccessHost Engine::accessHost(const store::Account &account) const
{
    const auto *adapter = platform(account.platform);
    const bool takes = adapter != nullptr
        && adapter->capabilities().testFlag(platforms::Capability::AccessRequests);
    if (!takes)
        return {};
    const auto known = stateBefore(m_store, account.id);
    return adapter->accessHost(settingsOf(account), known ? known->cursor : QByteArray());
}

QFuture<Result<QString>> Engine::check(const store::Account &account) const
{
    const auto *adapter = platform(account.platform);
    return QtConcurrent::run(
        &m_checks,
        [adapter, settings = settingsOf(account), clock = &m_clock, clients = m_clients,
         all = &m_platforms]() -> Result<QString> {
            if (!adapter) {
                return failure(
                    Error::Kind::Usage,
                    u"there is no platform \"%1\"; `accounts platforms` lists them"_s.arg(
                        settings.platform));
            }
            const auto services = servicesFor(settings, *clock, clients);
            if (!services)
                return tl::unexpected(services.error());
            const auto found = adapter->check(settings, *services);
            if (found)
                return found;
            return tl::unexpected(explainedByWhatAnswers(*all, settings, *services, found.error()));
        });
}

QFuture<Result<SyncReport>> Engine::sync(const QStringList &names, bool full)
{
    Request request{.names = names, .full = full};
    request.promise->start();
    auto future = request.promise->future();
    m_waiting.append(std::move(request));
    startNext();
    return future;
}

void Engine::cancel()
{
    m_cancelled = true;
    m_stop.request_stop(); // after it was said: who is woken asks
    for (const auto &request : std::as_const(m_waiting))
        answer(*request.promise, failure(Error::Kind::Cancelled, u"stopped by the user"_s));
    m_waiting.clear();
}

Result<void> Engine::quiesce(const QUuid &account, std::function<void()> then)
{
    if (auto locked = takeLock(); !locked)
        return locked;
    cancel();
    const auto forgetAndGoOn = [this, account, then = std::move(then)] {
        m_open.erase(account);
        then();
    };
    if (m_running)
        m_whenIdle.append(forgetAndGoOn);
    else
        forgetAndGoOn();
    return {};
}

void Engine::startNext()
{
    if (m_running || m_waiting.isEmpty())
        return;
    const auto request = m_waiting.takeFirst();
    if (const auto locked = takeLock(); !locked) {
        answer(*request.promise, tl::unexpected(locked.error()));
        return startNext();
    }
    m_running = true;
    m_cancelled = false;
    m_stop = {};
    Q_EMIT runningChanged(true);
    const auto done = [this, request](Result<SyncReport> result) {
        m_running = false;
        // Its result was taken, and a future without one never counts as finished again.
        m_current = {};
        const bool wentWell = result.has_value();
        answer(*request.promise, std::move(result));
        for (const auto &then : std::exchange(m_whenIdle, {}))
            then();
        startNext();
        if (m_running)
            return;
        Q_EMIT runningChanged(false);
        goOn(wentWell);
        if (std::exchange(m_isHurried, false))
            tryNow();
    };
    onFinished(m_store.accounts().accounts(), this, [this, request, done](const auto &all) {
        const auto accounts = accountsOf(request, all);
        if (!accounts)
            return done(tl::unexpected(accounts.error()));
        m_current = QtConcurrent::run(&m_work, [this, list = *accounts, request] {
            giveWay();
            return syncAll(list, request);
        });
        onFinished(m_current, this, done);
    });
}

//! Those of \a all that \a request is about. What was due and is gone counts as a pull that failed:
//! it is not due again at once.
Result<QList<store::Account>> Engine::accountsOf(const Request &request,
                                                 const Result<QList<store::Account>> &all)
{
    if (!all || request.due.isEmpty())
        return chosen(all, request.names);
    QList<store::Account> list;
    for (const auto &account : *all) {
        if (request.due.contains(account.id))
            list.append(account);
    }
    for (const auto &id : request.due) {
        const bool isThere = std::any_of(list.begin(), list.end(),
                                         [&](const auto &account) { return account.id == id; });
        if (!isThere)
            m_pullSchedule.note(id, false, m_clock.monotonicMs(), m_random());
    }
    return list;
}

//! Sends and pulls what is due. After a sync that could not begin what is due still is, and would
//! be asked for again at once, without end.
void Engine::goOn(bool wentWell)
{
    if (wentWell) {
        sendDue();
        pullDue();
        return;
    }
    for (auto *timer : {&m_sendTimer, &m_pullTimer}) {
        if (!timer->isActive())
            timer->start(pauseMs);
    }
}

void Engine::reportProgress(const QString &account, qint64 done, qint64 total, const QString &what)
{
    const auto now = m_clock.monotonicMs();
    if (done != total && now - m_lastProgress < progressIntervalMs)
        return;
    m_lastProgress = now;
    Q_EMIT progressed(account, done, total, what);
}

void Engine::watchAccounts()
{
    connect(&m_store.changes(), &store::Changes::accountsChanged, this, &Engine::rewatch,
            Qt::UniqueConnection);
    connect(&m_store.changes(), &store::Changes::ownWorkChanged, this, &Engine::sendDue,
            Qt::UniqueConnection);
    connect(&m_store.changes(), &store::Changes::ownWorkChanged, this, &Engine::followDecisions,
            Qt::UniqueConnection);
    m_sendsByItself = true;
    rewatch();
    followDecisions();
}

void Engine::followDecisions()
{
    onFinished(m_store.accounts().joinDecisions(), this, [this](const auto &decisions) {
        if (!decisions)
            return;
        const auto before = std::exchange(m_apart, namesApart(*decisions));
        if (!before || before == m_apart)
            return;
        QStringList names;
        for (const auto &account : m_watched) {
            if (before->value(account.id) != m_apart->value(account.id))
                names.append(account.name);
        }
        if (!names.isEmpty())
            sync(names);
    });
}

void Engine::rewatch()
{
    onFinished(m_store.accounts().accounts(), this, [this](const auto &accounts) {
        if (!accounts)
            return;
        std::vector<platforms::AccountSettings> wanted;
        std::transform(accounts->begin(), accounts->end(), std::back_inserter(wanted), settingsOf);
        // A pull that ends is no reason to watch anew, and to miss what changes meanwhile.
        if (wanted == m_watched)
            return;
        // A watch that goes on keeps what it has seen: a new one would take a change that is still
        // to be told for how the folder always was.
        std::vector<Watch> watches;
        for (const auto &settings : wanted) {
            const auto same =
                std::find_if(m_watches.begin(), m_watches.end(),
                             [&](const Watch &old) { return old.settings == settings; });
            if (same != m_watches.end()) {
                watches.push_back(std::move(*same));
                continue;
            }
            const auto *adapter = platform(settings.platform);
            auto watch = adapter
                ? adapter->watch(settings, [this, name = settings.name] { sync({name}); })
                : nullptr;
            if (watch)
                watches.push_back({settings, std::move(watch)});
        }
        m_watches = std::move(watches);
        m_watched = std::move(wanted);
        sendDue();
        // Who adds an account pulls it, and tells what came: pulled before that, it would tell of
        // nothing new.
        m_pullTimer.start(settleMs);
    });
}

} // namespace portolan::sync
