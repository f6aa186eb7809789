// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/networkwatch.h"

#include <QNetworkInformation>

#include <utility>

namespace portolan::sync {

namespace {

constexpr int everyMs = 15'000;
constexpr qint64 sleptMs = 30'000;

} // namespace

NetworkWatch::NetworkWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_wall(clock.now())
    , m_monotonicMs(clock.monotonicMs())
{
    connect(&m_timer, &QTimer::timeout, this, &NetworkWatch::look);
    m_timer.start(everyMs);
    watchDesktop();
}

//! Without a desktop that says so, requests find out.
void NetworkWatch::watchDesktop()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    using Reachability = QNetworkInformation::Reachability;
    auto *network = QNetworkInformation::instance();
    const auto isOnline = [](Reachability reach) { return reach >= Reachability::Site; };
    m_wasOnline = isOnline(network->reachability());
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this, isOnline](Reachability reach) {
                const bool wasOnline = std::exchange(m_wasOnline, isOnline(reach));
                if (m_wasOnline && !wasOnline)
                    Q_EMIT returned();
            });
    connect(network, &QNetworkInformation::transportMediumChanged, this, [this] {
        if (m_wasOnline)
            Q_EMIT returned();
    });
}

//! The clock for waiting stands still while the machine sleeps, and the one on the wall does not.
void NetworkWatch::look()
{
    const auto before = std::exchange(m_wall, m_clock.now());
    const auto beforeMs = std::exchange(m_monotonicMs, m_clock.monotonicMs());
    if (before.msecsTo(m_wall) - (m_monotonicMs - beforeMs) >= sleptMs)
        Q_EMIT returned();
}

} // namespace portolan::sync
