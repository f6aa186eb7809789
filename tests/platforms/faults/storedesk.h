// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "tests/platforms/faults/pullbench.h"

#include <QTemporaryDir>

namespace portolan::tests {

//! A profile with the real engine and the real store, and one account at an installation.
class StoreDesk
{
public:
    StoreDesk(const QString &address, std::unique_ptr<platforms::Platform> platform,
              const Clock &clock);
    ~StoreDesk();

    StoreDesk(const StoreDesk &) = delete;
    StoreDesk &operator=(const StoreDesk &) = delete;

    bool isReady() const { return m_isReady; }

    store::Store &store() { return *m_store; }

    sync::Engine &engine() { return *m_engine; }

    //! Whether requests for its ports go to the account itself (ruling 23).
    bool takesRequests();
    //! How the sync of the account ended: "complete", "partial" or "failed".
    QString sync(bool full = false);
    //! Everything that the store says, as lines that can be compared.
    QStringList content();

private:
    const Clock &m_clock;
    SystemClock m_real; //!< of the network
    QTemporaryDir m_dir;
    net::CurlClient m_curl;
    net::PatientClient m_patient;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::Engine> m_engine;
    bool m_isReady = false;
};

//! What the first line that differs has and the other's has not, or the other way round; empty
//! where both are the same.
QString firstDifference(const QStringList &left, const QStringList &right);

} // namespace portolan::tests
