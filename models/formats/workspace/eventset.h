// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/record.h"
#include "models/formats/openlineage/eventlines.h"
#include "models/formats/openlineage/fold.h"
#include "models/formats/workspace/assetnames.h"
#include "models/formats/workspace/dbtset.h"
#include "models/formats/workspace/eventnotes.h"
#include "models/formats/workspace/knownfile.h"
#include "models/formats/workspace/resultset.h"
#include "models/formats/workspace/vocabulary.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <utility>

namespace portolan::formats::workspace {

//! Whom the reading of events talks to.
struct EventListener
{
    const TakeRecords &take;
    const TakeEvidence &takeEvidence;
    const std::function<bool()> &isCancelled;
    const domain::NamePairs &apart; //!< datasets that are two, whatever events say
    const EventNotes::Recall &recall; //!< asked where nothing is in memory
};

//! All OpenLineage events of a folder: lineage, and evidence about quality. Files are read line by
//! line; what is kept is what the events mean. A file that only grew is read on from where it
//! ended, also after a new start; any other change reads all again.
class EventSet
{
public:
    //! Reads \a files (those with events) below \a root and hands their records to \a listener,
    //! except when all of this, and what is apart, is as in the call before and \a again is false.
    [[nodiscard]] Result<void> read(const QString &root, const QList<const KnownFile *> &files,
                                    const QSet<QString> &wantedNames, bool again,
                                    const EventListener &listener);

    const QSet<QString> &ids() const { return m_ids; }

    const Vocabulary &vocabulary() const { return m_vocabulary; }

    //! What events have under the names that contracts use.
    const AssetNames &names() const { return m_names; }

    QList<domain::Finding> findings() const;

    //! Something could not be read that may be readable a moment later (isMomentary()): then
    //! nothing is noted, or it would count as read for good.
    bool isToRepeat() const { return m_isToRepeat; }

    //! What is to be noted once everything that was handed over is stored; for recall later.
    domain::PullNotes takeNotes() { return std::exchange(m_notes, {}); }

private:
    bool recall(bool again, const EventNotes::Recall &recall);
    bool canContinue(const QString &root, const QList<const KnownFile *> &files) const;
    [[nodiscard]] Result<void> readFile(const QString &root, const FileState &state,
                                        const std::function<bool()> &isCancelled);
    [[nodiscard]] Result<bool> readLines(const QString &root, const QString &path,
                                         EventProgress &progress, openlineage::EventLines &lines,
                                         const std::function<bool()> &isCancelled) const;
    void addUnreadable(EventProgress &progress, const QString &path, const Error &why);
    [[nodiscard]] Result<void> handOver(const TakeRecords &take);

    QList<FileState> m_states; //!< of what was handed over
    domain::NamePairs m_apart; //!< the same
    EventMemory m_memory;
    EventNotes m_noted;
    domain::PullNotes m_notes;
    bool m_isToRepeat = false;
    QStringList m_files; //!< as the fold numbers them
    QList<domain::Finding> m_findings; //!< about what all events mean together
    QSet<QString> m_ids;
    Vocabulary m_vocabulary;
    AssetNames m_names;
};

} // namespace portolan::formats::workspace
