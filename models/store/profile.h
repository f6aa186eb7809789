// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace portolan::store {

//! Where a profile keeps its files. Directories are 0700 and files 0600 (security.md T19).
class Profile
{
public:
    //! The profile in \a directory, all files below it; or, when empty, the XDG directories of the
    //! user (cache.db in the cache, history.db and outbox.db in the data, settings in the config).
    //! Creates what is missing and narrows permissions that are too wide.
    [[nodiscard]] static Result<Profile> open(const QString &directory);

    QString directory() const { return m_data; }

    QString cacheFile() const;
    QString historyFile() const;
    QString outboxFile() const;
    QString indexFile() const; //!< the search index beside cache.db
    QString settingsFile() const; //!< INI: everything a person arranged
    QString syncLockFile() const; //!< held by the process that sends and pulls (ruling 5)
    QString windowLockFile() const; //!< held by the one window of the profile
    QString socketName() const; //!< of the local server that a second start talks to
    QString logFile() const;
    QString backupDirectory() const;

private:
    QString m_data;
    QString m_cache;
    QString m_config;
    QString m_state;
};

} // namespace portolan::store
