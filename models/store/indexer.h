// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/store/accountregistry.h"
#include "models/store/connection.h"
#include "models/store/search/searchindex.h"

#include <QList>
#include <QUuid>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace portolan::store {

//! Keeps the search index at the state of the cache, in a thread of its own. While many changes
//! come it rests twice as long as it worked, so that an import has the processor for itself most of
//! the time; whoever needs the newest state says so with whenCurrent().
class Indexer
{
public:
    struct Setup
    {
        QString indexFile;
        OpenOptions cache;
        const AccountRegistry *accounts = nullptr;
        const Clock *clock = nullptr;
        std::function<bool()> hasRoom; //!< whether the file may be written; else it is made later
        std::function<void()> refreshed; //!< in the index's thread, after it took in changes
    };

    explicit Indexer(Setup setup);
    ~Indexer();
    Indexer(const Indexer &) = delete;
    Indexer &operator=(const Indexer &) = delete;

    //! Brings the index to the newest state, saves it and ends the thread.
    void close();

    //! The cache changed. Any thread.
    void noteChange();
    //! Calls \a then in the index's thread once everything committed so far is in the index.
    void whenCurrent(std::function<void()> then);
    //! Calls \a then at once when the index was ever current, else as whenCurrent().
    void whenUsable(std::function<void()> then);
    //! Everything is read anew: names of accounts, which the index holds, changed.
    void rebuild();
    //! \a account has a name from now on: the same where something of it is in the index already.
    void noteAccount(const QUuid &account);

    //! To be asked at once. When nobody has asked for ten seconds, the pages of the index file are
    //! given back to the system.
    std::shared_ptr<const IndexSnapshot> snapshot();

private:
    void run();
    void rest(std::unique_lock<std::mutex> &lock);
    void refresh(bool anew);
    bool holds(const QString &account) const;
    bool holdsNameless(const QList<QUuid> &accounts) const;
    bool holdsFormerName() const;
    void save(Saving how);

    Setup m_setup;
    SearchIndex m_index;
    std::unique_ptr<Connection> m_connection;
    std::mutex m_mutex; // guards what follows, never held while the index works
    std::condition_variable m_wake;
    std::vector<std::function<void()>> m_waiting;
    bool m_changed = true;
    bool m_rebuild = false;
    QList<QUuid> m_named; //!< accounts that are new
    bool m_usable = false;
    bool m_isAsked = false; //!< since pages were given back
    qint64 m_askedAt = 0; //!< ms, monotonic
    std::atomic<bool> m_closing = false;
    qint64 m_notBefore = 0;
    std::thread m_thread;
};

} // namespace portolan::store
