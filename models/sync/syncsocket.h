// SPDX-License-Identifier: GPL-3.0-or-later
// A process that holds sync.lock answers others on a local socket of the profile, so that
// `portolan-cli sync` works while the window is open (ruling 5). One JSON document each way, each
// behind its length (4 bytes, big endian), at most 64 KiB in and 16 MiB out (security.md T18).
#pragma once

#include "models/base/result.h"
#include "models/sync/report.h"

#include <QObject>
#include <QString>
#include <QStringList>

class QLocalServer;
class QLocalSocket;

namespace portolan::sync {

class Engine;

//! The socket's name for the profile whose window listens on \a profileSocket.
QString syncSocketName(const QString &profileSocket);

//! Lets other processes of the same user ask \a engine for a sync.
class SyncServer final : public QObject
{
    Q_OBJECT

public:
    explicit SyncServer(Engine &engine, QObject *parent = nullptr);

    //! Listens as \a name, for this user only. Call it after the engine took the lock: what is left
    //! of a process that died is removed.
    [[nodiscard]] Result<void> listen(const QString &name);

private:
    void accept();
    void read(QLocalSocket *socket);

    Engine &m_engine;
    QLocalServer *m_server;
};

//! Asks the process that listens as \a name for a sync and waits for its report, as long as it
//! stays connected. Busy when nobody answers. For programs without a window: it blocks.
[[nodiscard]] Result<SyncReport> askForSync(const QString &name, const QStringList &accounts,
                                            bool full);

} // namespace portolan::sync
