// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/finding.h"
#include "models/domain/namepairs.h"
#include "models/domain/record.h"
#include "models/formats/workspace/accessset.h"
#include "models/formats/workspace/cursor.h"
#include "models/formats/workspace/dbtset.h"
#include "models/formats/workspace/eventset.h"
#include "models/formats/workspace/knownfile.h"
#include "models/formats/workspace/listing.h"
#include "models/formats/workspace/resultset.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>

namespace portolan::formats::workspace {

//! Whom a reading talks to while it runs, in its own thread.
struct Listener
{
    TakeRecords take;
    TakeRecords takeFormer; //!< earlier states of what comes later: for the history alone
    TakeEvidence takeEvidence; //!< what tools found out, to be kept for good
    std::function<bool()> isCancelled;
    //! Whether others can see the file at a path with these bytes; nobody does when empty.
    AccessSet::IsShared isShared;
    EventNotes::Recall recall; //!< what earlier readings had noted; may be empty
    domain::NamePairs apart; //!< ids of this folder that a person keeps apart
    //! Of what is beside the files: another one makes the folder another one.
    QByteArray revision;
    std::function<void(qint64 done, qint64 total, const QString &what)> progress;
};

//! What a reading found.
struct Reading
{
    bool unchanged = false; //!< the folder is as the cursor says: nothing was handed over
    bool whole = true; //!< all of the folder could be read: what is not in \a seen is gone
    QSet<QString> seen; //!< native ids of everything there is, handed over or not
    QByteArray cursor;
    QList<domain::Finding> findings; //!< all there are, also when unchanged
    QList<domain::Slo> slos; //!< all that are declared, unless unchanged
    domain::AccessBook access; //!< all there is, unless unchanged
    domain::PullNotes notes; //!< to be kept once all of it is stored, for Listener::recall
};

//! How many documents of each kind a folder holds.
struct Survey
{
    int products = 0;
    int contracts = 0;
    int manifests = 0;
    int catalogs = 0;
    int eventFiles = 0;
    int resultFiles = 0; //!< of quality tools
    int objectives = 0; //!< OpenSLO documents that declare a service level
    int problems = 0; //!< errors
};

//! A folder with any mix of ODPS, ODCS and OpenSLO documents, dbt artifacts, OpenLineage events and
//! results of quality tools, as records and evidence. Remembers what it read, so that the next
//! reading costs what has changed. One thread at a time.
class Workspace
{
public:
    explicit Workspace(const QString &folder)
        : m_folder(folder)
    {
    }

    //! Hands everything the folder says to \a listener, unless nothing changed since \a cursor.
    //! Records of dbt and of events are handed over again only when their files changed or \a full
    //! is set. An error when the folder cannot be listed, or when the listener stopped it; never
    //! for a bad file.
    [[nodiscard]] Result<Reading> read(const QByteArray &cursor, bool full,
                                       const Listener &listener);

    //! Counts what is there, without making records of it.
    [[nodiscard]] Result<Survey> survey(const std::function<bool()> &isCancelled);

private:
    [[nodiscard]] Result<Reading> readAll(const Listing &listing, const Cursor &before, bool again,
                                          const Listener &listener);
    [[nodiscard]] Result<void> refresh(const Listing &listing, const Listener &listener);
    [[nodiscard]] Result<void> handOver(const QList<domain::Record> &records, Reading &reading,
                                        const Listener &listener);
    [[nodiscard]] Result<void>
    handOverHistory(const QHash<QString, QList<QList<domain::Record>>> &history,
                    const QSet<QString> &known, const Listener &listener);

    bool forgetUnread(const QList<const KnownFile *> &files);
    static void readAccess(const QList<const KnownFile *> &files,
                           const QList<domain::Record> &records, Reading &reading,
                           const Listener &listener);

    QString m_folder;
    QHash<QString, KnownFile> m_files; //!< by path
    DbtSet m_dbt;
    EventSet m_events;
    ResultSet m_results;
};

} // namespace portolan::formats::workspace
