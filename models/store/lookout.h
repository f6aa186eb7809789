// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"
#include "models/store/taskthread.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace portolan::store {

//! Looks every two seconds whether another process wrote to the cache (PRAGMA data_version). What
//! this process wrote since the look before explains a change as well; it is told by itself.
class Lookout final : public QObject
{
public:
    //! \a eachLook is called at each look, in the thread this lives in; \a othersWrote in a thread
    //! of its own.
    Lookout(const OpenOptions &cache, const std::function<void()> &eachLook,
            std::function<void()> othersWrote);
    ~Lookout() override;

    //! Called behind each commit of this process, in any thread.
    void noteOwnCommit() { m_ownCommits.fetch_add(1); }

private:
    struct Seen
    {
        std::unique_ptr<Connection> connection;
        qint64 version = 0;
        quint64 ownCommits = 0;
    };

    void look(Seen &seen);

    OpenOptions m_cache;
    std::function<void()> m_othersWrote;
    std::atomic<quint64> m_ownCommits = 0;
    std::atomic<bool> m_looking = false;
    QTimer m_timer;
    std::unique_ptr<TaskThreads<Seen>> m_thread;
};

} // namespace portolan::store
