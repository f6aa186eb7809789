// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/domain/finding.h"
#include "models/store/connection.h"
#include "models/store/migration.h"
#include "models/store/profile.h"

#include <QByteArray>
#include <QList>

namespace portolan::store {

//! How the three files of a profile are opened.
struct FileOptions
{
    OpenOptions cache;
    OpenOptions history;
    OpenOptions outbox;
};

FileOptions fileOptions(const Profile &profile, const QByteArray &vfs);

//! Opens a profile's files for the first time in a run: checks them where that is due, puts damaged
//! ones aside, brings all to this version's schema (reliability.md, corruption ladder).
class Recovery
{
public:
    Recovery(const Profile &profile, const FileOptions &options, const Clock &clock);

    //! Throws what cannot be mended: a newer file, another program's, a disk that fails.
    void run();

    //! What a person has to know: what was damaged, and what became of it.
    const QList<domain::Finding> &findings() const { return m_findings; }

    //! Whether cache.db began anew: everything has to be pulled again.
    bool cacheLost() const { return m_cacheLost; }

    //! Whether the catalogue, too large to be checked while a person waits, is due for a check.
    bool cacheCheckDue() const { return m_cacheCheckDue; }

    //! Sees to it that the next start puts the cache \a file aside: something in it was damaged.
    static void markDamaged(const QString &file);
    //! Checks the cache; when it is damaged, sees to it that the next start puts it aside.
    static void checkCacheLater(const Profile &profile, Connection &cache);

private:
    void openCache(bool due);
    void removeOldBackups() const;
    void openKept(const OpenOptions &options, const Schema &schema, bool due);
    void salvage(const OpenOptions &options, const Schema &schema, const QString &problem);
    QString putAside(const QString &file);
    void refuseWhileOthersRun(const QString &file) const;
    void tell(const QString &file, const QString &rule, const QString &message,
              const QString &remedy);

    const Profile &m_profile;
    const FileOptions &m_options;
    const Clock &m_clock;
    QList<domain::Finding> m_findings;
    bool m_cacheLost = false;
    bool m_cacheCheckDue = false;
};

//! How many rows were taken over from a damaged file.
struct Salvaged
{
    qint64 rows = 0;
    bool whole = true; //!< no table had a place that could not be read
};

//! Copies every row of \a tables that can still be read from \a from to the empty tables of \a to.
//! Never throws for damage in \a from.
Salvaged salvageRows(Connection &from, Connection &to, const QList<QByteArray> &tables);

} // namespace portolan::store
