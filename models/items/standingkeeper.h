// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/store/store.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace portolan::items {

//! Works out how all service levels stand at \a at, and stores it, so that rows, badges and search
//! tell it. Blocks: for the pool and the command line.
[[nodiscard]] Result<void> renewStandings(store::Store &store, const QDateTime &at);

//! Keeps the standings of a profile true while the program runs: after changes, and as time goes
//! by, since unknown and stale come by themselves. Lives in the GUI thread; only the process that
//! syncs the profile needs one.
class StandingKeeper final : public QObject
{
    Q_OBJECT

public:
    //! \a store and \a clock outlive this object.
    StandingKeeper(store::Store &store, const Clock &clock, QObject *parent = nullptr);
    //! Waits for the work under way.
    ~StandingKeeper() override;

    //! Begins now.
    void start();

private:
    void renew();

    store::Store &m_store;
    const Clock &m_clock;
    QTimer m_soon; //!< after a change: many come together
    QTimer m_later; //!< without one
    bool m_running = false;
    bool m_again = false; //!< something changed meanwhile
    QThreadPool m_pool;
};

} // namespace portolan::items
