// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/filelock.h"

#include <QString>
#include <QStringList>

namespace portolan::store {

//! A file that is there, and locked, while a process has the profile open, so that the next one
//! sees when it went without closing it. Several processes have one each. Made and looked at under
//! the lock of Store::open() only: between making and locking one it looks like that of a dead
//! process.
class RunMarker
{
public:
    explicit RunMarker(const QString &directory);
    //! Takes the marker away: a clean exit.
    ~RunMarker();
    RunMarker(const RunMarker &) = delete;
    RunMarker &operator=(const RunMarker &) = delete;

    //! Markers of processes that are gone.
    static QStringList left(const QString &directory);

    //! Whether a living process has the profile open.
    static bool othersRun(const QString &directory);

private:
    QString m_file;
    FileLock m_lock;
};

} // namespace portolan::store
