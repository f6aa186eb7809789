// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/standingkeeper.h"

#include "models/base/async.h"
#include "models/items/servicelevels.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

#include <chrono>

using namespace std::chrono_literals;

namespace portolan::items {
namespace {

Q_LOGGING_CATEGORY(log, "portolan.quality")

// The smallest slice there is lasts a minute, but nobody reads a list of states every minute.
constexpr auto pauseAfterChange = 2s;
constexpr auto pauseWithoutChange = 5min;

} // namespace

Result<void> renewStandings(store::Store &store, const QDateTime &at)
{
    const auto rows = store.slos().takeResult();
    if (!rows)
        return tl::unexpected(rows.error());
    const auto levels = levelsOf(store, *rows, at);
    if (!levels)
        return tl::unexpected(levels.error());
    return store.putStandings(standingsOf(*levels, at)).takeResult();
}

StandingKeeper::StandingKeeper(store::Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseAfterChange);
    m_later.setInterval(pauseWithoutChange);
    connect(&m_soon, &QTimer::timeout, this, &StandingKeeper::renew);
    connect(&m_later, &QTimer::timeout, this, &StandingKeeper::renew);
    // Only the end of a sync brings evidence and promises; our own writing is none.
    connect(&store.changes(), &store::Changes::accountsChanged, &m_soon,
            qOverload<>(&QTimer::start));
    connect(&store.changes(), &store::Changes::qualityChanged, &m_soon,
            qOverload<>(&QTimer::start));
}

StandingKeeper::~StandingKeeper() = default;

void StandingKeeper::start()
{
    m_later.start();
    renew();
}

void StandingKeeper::renew()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    auto work = QtConcurrent::run(
        &m_pool, [&store = m_store, at = m_clock.now()] { return renewStandings(store, at); });
    onFinished(std::move(work), this, [this](const Result<void> &done) {
        m_running = false;
        if (!done)
            qCWarning(log) << "standings were not renewed:" << done.error().detail;
        if (m_again)
            m_soon.start();
    });
}

} // namespace portolan::items
