// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/indexer.h"

#include "models/base/background.h"
#include "models/base/memory.h"
#include "models/domain/query.h"
#include "models/store/cacheindexsource.h"
#include "models/store/recovery.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

Q_LOGGING_CATEGORY(log, "portolan.store.index")

// The work is in proportion to what came meanwhile: resting longer leaves it for the end of an
// import, and at a million things more came in four times the work than had been worked off. Of two
// cores the window wants one, though, and the import the other: at once the work the window waited
// longer for a core.
constexpr qint64 restPerWork = 2;
constexpr qint64 keptMs = 10'000;
// While much is imported: what would have to be read again after a kill.
constexpr std::size_t mostUnsaved = 100'000;

} // namespace

Indexer::Indexer(Setup setup)
    : m_setup(std::move(setup))
    , m_index(m_setup.indexFile)
    , m_thread([this] { run(); })
{
}

Indexer::~Indexer()
{
    close();
}

void Indexer::close()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread.join();
    // Only a connection that may write can empty the journal when it is the last to close.
    m_connection.reset();
}

void Indexer::noteChange()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_changed = true;
    }
    m_wake.notify_one();
}

void Indexer::whenCurrent(std::function<void()> then)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(then));
    }
    m_wake.notify_one();
}

void Indexer::whenUsable(std::function<void()> then)
{
    bool usable = false;
    {
        const std::scoped_lock lock(m_mutex);
        usable = m_usable;
    }
    if (usable)
        then();
    else
        whenCurrent(std::move(then));
}

void Indexer::rebuild()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_rebuild = true;
    }
    noteChange();
}

void Indexer::noteAccount(const QUuid &account)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_named.append(account);
    }
    noteChange();
}

//! Whether things are in the index as those of an account with the name \a account.
bool Indexer::holds(const QString &account) const
{
    const QString query = u"account:"_s % domain::quotedValue(account);
    return m_index.snapshot()->search({.query = query, .limit = 1}).total > 0;
}

//! Whether things of one of \a accounts are in the index without its name.
bool Indexer::holdsNameless(const QList<QUuid> &accounts) const
{
    return std::ranges::any_of(
        accounts, [this](const QUuid &account) { return holds(AccountsNow().nameOf(account)); });
}

//! Whether things are in the index under a name that no account has: whoever changed it ended
//! before they were read anew.
bool Indexer::holdsFormerName() const
{
    const auto now = m_setup.accounts->now();
    if (!now->removed.isEmpty())
        return false; // what is on its way out has a name of before, and needs none of now
    const auto isFormer = [&](const QString &name) {
        const auto isOf = [&name](const Account &account) {
            return account.name.trimmed() == name;
        };
        const QUuid id(name); // of an account that nobody knows, its things have that
        const bool isNobodys = !id.isNull() && now->positionOf(id) >= now->accounts.size();
        return std::ranges::none_of(now->accounts, isOf) && !isNobodys && holds(name);
    };
    return std::ranges::any_of(m_index.accountNames(), isFormer);
}

void Indexer::run()
{
    // A file that cannot be used leaves an empty index, which the first refresh fills.
    static_cast<void>(m_index.open());
    if (holdsFormerName())
        rebuild();
    std::unique_lock lock(m_mutex);
    while (true) {
        const auto due = [this] {
            return m_closing || !m_waiting.empty()
                || (m_changed && m_setup.clock->monotonicMs() >= m_notBefore);
        };
        while (!due())
            rest(lock);
        const bool closing = m_closing;
        const bool anew = std::exchange(m_rebuild, false);
        const bool work = std::exchange(m_changed, false) || !m_usable;
        const auto waiting = std::exchange(m_waiting, {});
        const auto named = std::exchange(m_named, {});
        lock.unlock();
        if (work && !closing) // what is missing then comes at the next start
            refresh(anew);
        if (!closing && holdsNameless(named))
            refresh(true);
        lock.lock();
        const bool isFirst = !std::exchange(m_usable, true);
        lock.unlock();
        if (isFirst)
            giveWay(); // a start is waited for, what comes later is not
        for (const auto &then : waiting)
            then();
        // Behind the answers: now and then everything is written anew, which takes as long as the
        // catalogue is large. What was not saved is found in the cache's log of changes.
        if (closing)
            save(Saving::Closing);
        else if (!waiting.empty())
            save(Saving::Settled);
        else if (m_index.unsaved() >= mostUnsaved)
            save(Saving::Midway);
        lock.lock();
        if (closing && m_waiting.empty())
            return;
    }
}

std::shared_ptr<const IndexSnapshot> Indexer::snapshot()
{
    bool isFirst = false;
    {
        const std::scoped_lock lock(m_mutex);
        m_askedAt = m_setup.clock->monotonicMs();
        isFirst = !std::exchange(m_isAsked, true);
    }
    if (isFirst)
        m_wake.notify_one(); // its time runs from now on
    return m_index.snapshot();
}

//! Waits for something to do, or for the time to do it.
void Indexer::rest(std::unique_lock<std::mutex> &lock)
{
    const auto now = m_setup.clock->monotonicMs();
    if (m_isAsked && now - m_askedAt >= keptMs) {
        m_isAsked = false;
        m_index.giveBack();
    }
    constexpr auto forever = std::numeric_limits<qint64>::max();
    auto wait = m_changed ? m_notBefore - now : forever;
    if (m_isAsked)
        wait = std::min(wait, m_askedAt + keptMs - now);
    if (wait == forever)
        m_wake.wait(lock);
    else
        m_wake.wait_for(lock, std::chrono::milliseconds(std::max<qint64>(wait, 1)));
}

void Indexer::refresh(bool anew)
{
    const auto started = m_setup.clock->monotonicMs();
    const auto opened = guarded([&] {
        if (!m_connection) {
            m_connection = std::make_unique<Connection>(m_setup.cache);
            m_connection->restrict();
        }
        const auto isClosing = [this] { return m_closing.load(); };
        CacheIndexSource source(*m_connection, m_setup.accounts->now(), isClosing);
        const auto done =
            anew ? m_index.rebuild(source, isClosing) : m_index.refresh(source, isClosing);
        if (source.sawDamage()) {
            qCWarning(log) << "a stored document is damaged; the next start fills the cache anew";
            Recovery::markDamaged(m_setup.cache.file);
        }
        if (!done)
            throw done.error();
    });
    if (!opened) {
        // The index stays as it was; the next change, or the next start, tries again.
        if (opened.error().kind != Error::Kind::Cancelled) // by closing
            qCWarning(log).noquote()
                << "the search index could not be refreshed:" << opened.error().detail;
        m_connection.reset();
        const std::scoped_lock lock(m_mutex);
        m_rebuild = m_rebuild || anew;
    }
    const auto now = m_setup.clock->monotonicMs();
    {
        const std::scoped_lock lock(m_mutex);
        m_notBefore = now + restPerWork * (now - started);
    }
    if (opened && m_setup.refreshed)
        m_setup.refreshed();
}

void Indexer::save(Saving how)
{
    if (m_setup.hasRoom && !m_setup.hasRoom())
        return; // what is left on the disk is for the user's own work
    const auto saved = m_index.save(how, [this] { return m_closing.load(); });
    if (!saved && saved.error().kind != Error::Kind::Cancelled)
        qCWarning(log).noquote() << "the search index could not be saved:" << saved.error().detail;
    giveBackFreeMemory();
}

} // namespace portolan::store
