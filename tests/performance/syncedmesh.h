// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/connections.h"
#include "models/base/clock.h"
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "tests/performance/datahubpages.h"

#include <QProcess>
#include <QString>
#include <QUuid>

#include <memory>

namespace portolan::performance {

//! The account on the server of the synthetic mesh, for every profile that has one.
store::Account meshAccount(const QString &address);

//! A DataHub of the synthetic mesh in a process of its own, for as long as this lives. Ends the
//! program when it does not start.
class MeshServer
{
public:
    //! \a program is that of tests/performance/datahubservermain.cpp; \a pages its file.
    MeshServer(const QString &program, const QString &pages);
    ~MeshServer();

    //! "http://127.0.0.1:PORT".
    const QString &address() const { return m_address; }

    //! Changes \a count datasets, every \a step from \a first on.
    void change(qint64 first, qint64 step, qint64 count);
    //! Processor time that it has used.
    double processorSeconds() const;

private:
    QByteArray line();

    QProcess m_process;
    QString m_address;
};

//! A profile that is synchronised with a MeshServer as the program does it: with its network, its
//! adapters, its engine and its store. Needs an event loop's thread.
class SyncedMesh
{
public:
    //! Opens or makes the profile at \a folder; ends the program when that fails.
    SyncedMesh(const QString &folder, const QString &address);

    //! Synchronises, and waits for it with an event loop; ends the program when it fails.
    sync::AccountReport sync();

    store::Store &store() { return *m_store; }

private:
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    app::Connections m_connections;
    sync::Engine m_engine;
};

} // namespace portolan::performance
