// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/connections.h"
#include "models/sync/engine.h"
#include "models/sync/networkwatch.h"

namespace portolan::app {

//! Has what failed tried again once there is a network, or another one, or the machine woke up.
class NetworkReturn
{
public:
    NetworkReturn(const Clock &clock, Connections &connections, sync::Engine &engine)
        : m_watch(clock)
    {
        QObject::connect(&m_watch, &sync::NetworkWatch::returned, &engine, [&connections, &engine] {
            connections.tryNow();
            engine.tryNow();
        });
    }

private:
    sync::NetworkWatch m_watch;
};

} // namespace portolan::app
