// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/store/accesstable.h"
#include "models/store/accountregistry.h"
#include "models/store/cachetables.h"
#include "models/store/checkfacttable.h"
#include "models/store/counttable.h"
#include "models/store/entitytable.h"
#include "models/store/history.h"
#include "models/store/joinground.h"
#include "models/store/lineagetable.h"
#include "models/store/prepared.h"
#include "models/store/recordtable.h"
#include "models/store/sloplacement.h"
#include "models/store/slotable.h"
#include "models/store/store.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace portolan::store {

//! A page made ready for the writer.
struct PreparedPage
{
    QUuid account;
    QList<PreparedRecord> records;
    QStringList removed;
    bool former = false; //!< earlier states: each is a version as soon as it is written
    domain::Evidence evidence;
    bool isLineageApart = false;
    QList<PreparedLineage> lineage;
    qint64 sweep = 0;
    std::optional<QByteArray> cursor;
    domain::PullNotes notes;
};

//! Everything that writes to cache.db, inside the writer's transaction. Keeps entities merged as
//! rulings 7 and 8 say after each job. Throws.
class CacheWriter
{
public:
    CacheWriter(Connection &cache, History &history, const Clock &clock);

    //! The accounts and decisions that count from here on; merges again when their order changed.
    //! To be called in every transaction before anything else.
    void setAccounts(std::shared_ptr<const AccountsNow> accounts);

    WriteCounts apply(const PreparedPage &page);
    //! The records of \a account that \a seen lacks.
    QList<qint64> unseen(const QUuid &account, const QSet<QString> &seen);
    QList<qint64> unswept(const QUuid &account, qint64 sweep);
    void removeRecords(const QList<qint64> &records);

    //! How far finishPull() has come.
    struct PullEnd
    {
        bool isSettled = false;
        std::optional<qint64> versionsTo = 0; //!< record; empty when all are written
    };

    //! Writes due versions to history, then the state and findings, a part at each call; true while
    //! there is more, to be done in the next transaction.
    bool finishPull(const PullState &state, const QList<domain::Finding> &findings, PullEnd &end);
    //! Forgets how far \a account was pulled: a pull that begins from now on brings everything.
    void forgetPulls(const QUuid &account);
    //! Forgets an account whose records are gone.
    void removeAccount(const QUuid &account);

    //! The same for about \a rows rows of its history; true while there may be more.
    bool removeHistory(HistoryRemoval &removal, qint64 rows)
    {
        return m_history.removePart(removal, rows);
    }

    //! Merges again everything that has several aliases: the order of accounts changed.
    void mergeAgain();

    //! Makes \a slos all service levels that \a account declares.
    void replaceSlos(const QUuid &account, const QList<domain::Slo> &slos);
    //! Makes \a book all that \a account says about access; without \a whole, what is not in it
    //! stays. True when something changed.
    bool replaceAccess(const QUuid &account, const domain::AccessBook &book, bool whole);
    //! Keeps how service levels were found to stand, and passes it on to what they hang on.
    void putStandings(const QList<SloStanding> &standings);

    //! Rows written since takeChanged(), which says when a transaction is large enough.
    qint64 pending() const { return m_pending; }

    //! To be called at the end of every step of a job: writes what was counted.
    void endStep();

    //! Forgets what was noted: the transaction, or a part of it, is rolled back.
    void forget();
    //! Entities that changed since the last call; written to the change log as one generation.
    QSet<qint64> takeChanged();

private:
    enum class Write { Added, Changed, Unchanged };

    Write write(qint64 account, const PreparedRecord &prepared, const PreparedPage &page,
                qint64 now);
    //! Whether the record is stored and stated something else before.
    bool writeLineageOf(qint64 account, const PreparedLineage &prepared);
    //! Appends states of contracts and products that changed to the history, those of \a most
    //! records behind \a after. The last of these, or empty when there are no more.
    std::optional<qint64> keepVersions(const QUuid &uuid, qint64 account, qint64 after, int most);
    void keepVersion(const QUuid &uuid, const RecordRow &row);
    void writeLinks(qint64 account, qint64 record, const QList<domain::RelationTo> &before,
                    const QList<domain::RelationTo> &after);
    bool remove(qint64 account, const QString &nativeId);
    void removeRow(const RecordRow &row);
    //! Whether there was one.
    bool dropEntity(qint64 id);
    QList<domain::RelationTo> storedRelations(qint64 record);
    void noteDependents(qint64 account, const domain::Record &record, qint64 id);
    bool joins(const RecordRow &row);

    void writeLineage(const RecordRow &row, const LineageDocument &after, const QByteArray &bytes,
                      bool known);
    void writeLineage(const RecordRow &row, const PreparedRecord &prepared, bool isApart,
                      bool known);
    void removeLineage(const RecordRow &row);
    void renameThing(const RecordRow &row, const QString &before, const QString &after);
    void settleHistory(const PullState &state, qint64 account);
    static QString settledKey(const QUuid &account);
    QUuid accountOf(qint64 row);

    void settle();
    void seedDecisions(const QList<JoinDecision> &before);
    void regroup(const QSet<qint64> &seeds);
    void refresh(qint64 entity);
    void putAlone(const RecordRow &row, const PreparedRecord &prepared);
    void put(EntityRow row, const domain::Record &merged, const QList<RecordRow> &aliases);
    QStringList portTypesOf(const domain::Record &product, const QList<RecordRow> &aliases);
    QString ownerNameOf(qint64 account, const QString &nativeId);
    void nameOwners();
    void writeCheckFact(const domain::Record &merged, const EntityRow &row);
    void restate();

    Connection &m_cache;
    History &m_history;
    const Clock &m_clock;
    RecordTable m_records;
    DocumentTable m_documents;
    EntityTable m_entities;
    CountTable m_counts;
    LinkTable m_links;
    LineageTable m_lineage;
    OtherNameTable m_otherNames;
    MergedDecisionTable m_mergedDecisions;
    JoinGround m_ground;
    CacheAccountTable m_accountRows;
    FindingTable m_findings;
    PullStateTable m_pullStates;
    ChangeTable m_changes;
    VersionDueTable m_versionsDue;
    AccessTable m_access;
    SloTable m_slos;
    EntitySloTable m_entitySlos;
    CheckFactTable m_checkFacts;
    std::shared_ptr<const AccountsNow> m_accounts;
    bool m_isMergingDue = false; //!< what setAccounts() did may have been taken back
    QSet<qint64> m_seeds; //!< records around which the job has to join again
    QSet<qint64> m_stale; //!< entities that the job has to merge again
    QSet<qint64> m_changed; //!< since takeChanged()
    QHash<qint64, QUuid> m_accountOfRow; //!< looked up lately
    bool m_statesDue = false; //!< entities or service levels changed since restate()
    SloPlacement m_sloPlaces;
    qint64 m_pending = 0;
};

} // namespace portolan::store
