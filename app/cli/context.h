// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/composition/connections.h"
#include "models/base/clock.h"
#include "models/base/messagelog.h"
#include "models/base/result.h"
#include "models/store/store.h"
#include "models/sync/accountentry.h"
#include "models/sync/engine.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

#include <functional>
#include <memory>

namespace portolan::cli {

//! Runs the event loop until \a future is done. For a program without a window only.
template <typename T>
T await(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.takeResult();
}

//! Makes the adapters that there are; a test adds its own.
using MakePlatforms = std::function<sync::Engine::Platforms()>;

//! The profile's log, its store, the connections and the engine, opened when a command first needs
//! them.
class Context
{
public:
    //! \a command is what the log says that the process was started for.
    explicit Context(QString profileDirectory, MakePlatforms makePlatforms = {},
                     const QString &command = {});
    ~Context();

    [[nodiscard]] Result<store::Profile> profile();
    [[nodiscard]] Result<store::Store *> store();
    [[nodiscard]] Result<sync::Engine *> engine();

    //! The network and the keyring.
    app::Connections &connections();
    //! What changes accounts, over engine(), which \a engine is.
    sync::AccountEntry &entry(sync::Engine &engine);

    const Clock &clock() const { return m_clock; }

private:
    QString m_directory;
    QString m_name; //!< of this process, for the log
    std::unique_ptr<MessageLog> m_log;
    SystemClock m_clock;
    MakePlatforms m_makePlatforms;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<app::Connections> m_connections;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<sync::AccountEntry> m_entry;
};

} // namespace portolan::cli
