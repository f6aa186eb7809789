// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/entity.h"
#include "models/domain/finding.h"
#include "models/domain/lineagegraph.h"
#include "models/domain/query.h"
#include "models/store/accessvalues.h"
#include "models/store/accountstore.h"
#include "models/store/changes.h"
#include "models/store/operationstore.h"
#include "models/store/pagewrite.h"
#include "models/store/profile.h"
#include "models/store/qualityvalues.h"
#include "models/store/search/search.h"
#include "models/store/triagestore.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <optional>

namespace portolan::store {

//! How many things of each kind there are, per account or altogether.
struct Counts
{
    QList<std::pair<domain::EntityKind, qint64>> perKind; //!< kinds that exist, in kind order
    qint64 datasetEdges = 0;
    qint64 fieldEdges = 0;
    qint64 checks = 0;
    qint64 checkRuns = 0; //!< of these checks
};

//! A match for a reference that a person or script gave.
struct Resolved
{
    domain::Entity entity;
    QString fieldPath; //!< when the reference names a field of that asset; else empty
};

//! Which part of the lineage is asked for.
struct LineageRequest
{
    QDateTime at; //!< as of when; null is now, as the accounts state it
    bool jobs = false; //!< jobs are nodes, between what they read and what they write
    bool fields = false; //!< with edges between columns
    QList<QUuid> fieldsOf; //!< only columns of these on either side; of everything when empty

    bool operator==(const LineageRequest &) const = default;
};

//! All that one account says about one edge.
struct LineageFact
{
    domain::LineageEdge edge;
    QUuid account;
    QString accountName;
    QString code; //!< of the job, where it is known

    bool operator==(const LineageFact &) const = default;
};

//! The three databases of a profile, their threads and the search index. Every function may be
//! called from any thread and returns at once; answers arrive in the future.
class Store final
{
public:
    //! Opens or creates the databases of \a profile, migrates them, and rebuilds or recovers what
    //! is damaged (reliability.md, corruption ladder). Blocks; \a clock outlives the store. \a vfs
    //! names the SQLite VFS, for tests with faults; empty is the machine's own. What had to be
    //! mended is among the findings of this run.
    [[nodiscard]] static Result<std::unique_ptr<Store>>
    open(const Profile &profile, const Clock &clock, const QByteArray &vfs = {});
    ~Store();

    const Profile &profile() const;
    //! Emits, coalesced to 4 a second, what was written; lives in the thread that opened the store.
    Changes &changes();
    //! Whether a sync may begin or go on: a DiskFull error below 250 MB free (ruling 34).
    [[nodiscard]] Result<void> roomToSync() const;

    // Writing: through the one writer thread, in the order of the calls.
    QFuture<Result<WriteCounts>> apply(PageWrite page);
    //! After a complete pull: removes what \a account has and \a seen lacks, 5,000 rows a
    //! transaction.
    QFuture<Result<WriteCounts>> removeUnseen(const QUuid &account, const QSet<QString> &seen);
    //! After a whole sweep: removes what \a account has and sweep \a sweep did not mark, 5,000 rows
    //! a transaction.
    QFuture<Result<WriteCounts>> removeUnswept(const QUuid &account, qint64 sweep);
    //! Ends a pull: stores its state, cursor and findings (which replace the account's former
    //! ones). With \a searchable the answer comes once all of it can be found by search.
    QFuture<Result<void>> finishPull(PullState state, QList<domain::Finding> findings,
                                     bool searchable = true);
    //! Forgets what \a account brought and what history.db keeps of it; AccountStore::remove() goes
    //! before.
    QFuture<Result<void>> removeAccount(const QUuid &account);
    //! Goes on with removals that an earlier run began. For who may sync this profile.
    void finishRemovals();
    //! Makes \a slos all service levels that \a account declares.
    QFuture<Result<void>> replaceSlos(const QUuid &account, QList<domain::Slo> slos);
    //! Makes \a book all that \a account says about access; without \a whole, what is not in it
    //! stays: it may be what could not be read.
    QFuture<Result<void>> replaceAccess(const QUuid &account, domain::AccessBook book, bool whole);
    //! Keeps how service levels were found to stand, for search and badges. Those that are not
    //! named keep theirs.
    QFuture<Result<void>> putStandings(QList<SloStanding> standings);

    // Reading: on reader threads, each with its own read-only connection.
    QFuture<Result<domain::Page>> page(const QUuid &id);
    QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset);
    QFuture<Result<QList<domain::Entity>>> entities(const QList<QUuid> &ids);
    //! Everything that \a reference may mean: our id, a native id, else a name; best first.
    QFuture<Result<QList<Resolved>>> resolve(const QString &reference, int limit = 20);
    //! Our ids of what \a account calls \a nativeIds, by these; what is not there is left out.
    QFuture<Result<QHash<QString, QUuid>>> known(const QUuid &account,
                                                 const QStringList &nativeIds);
    QFuture<Result<Counts>> counts(const QUuid &account = {});
    QFuture<Result<QList<PullState>>> pullStates();
    //! What the adapter of \a account noted for its later pulls (PageWrite::notes).
    QFuture<Result<QHash<QString, QByteArray>>> pullNotes(const QUuid &account);
    QFuture<Result<QList<domain::Finding>>> findings(const QUuid &account = {});
    //! Entities of a kind in nativeId order, for exports: those after \a after, at most \a limit.
    QFuture<Result<QList<domain::Entity>>> list(domain::EntityKind kind, const QString &after,
                                                int limit);

    //! The whole lineage, dense (LineageGraph). A million edges take some two seconds.
    QFuture<Result<domain::LineageGraph>> lineage(const LineageRequest &request = {});
    //! What held at \a from or at \a to, each link with how it differs; request.at is ignored.
    QFuture<Result<domain::LineageGraph>> lineageChanges(const QDateTime &from, const QDateTime &to,
                                                         const LineageRequest &request = {});
    //! Everything that is said about the edges from \a source to \a target, of every level.
    QFuture<Result<QList<LineageFact>>> lineageFacts(const QUuid &source, const QUuid &target);

    // Joins (rulings 7 and 8): what is one thing, why, what may be, and what an act would change;
    // AccountStore::decide() then does it.
    QFuture<Result<domain::ThingJoins>> joins(const QUuid &thing);
    QFuture<Result<domain::JoinBook>> joinBook(); //!< a million things take seconds
    //! Makes the name a thing of its own, with those that only it ties to the rest.
    QFuture<Result<JoinStep>> stepApart(const QUuid &account, const QString &nativeId);
    //! Makes the two names of \a pair one thing, forgetting whatever keeps them apart.
    QFuture<Result<JoinStep>> stepTogether(const JoinDecision &pair);
    //! Done once the catalogue and its index follow what was decided before.
    QFuture<Result<void>> settled();

    // Quality: stretches of time are half open, from but not to; a null time is without a bound.
    //! Checks that there are, by native id. What one no longer found stays in history.db.
    QFuture<Result<QList<CheckRow>>> checks(const CheckRequest &request = {});
    //! Newest first, at most \a limit.
    QFuture<Result<QList<domain::CheckRun>>> checkRuns(const QUuid &check, const QDateTime &from,
                                                       const QDateTime &to, int limit);
    //! At most \a most stretches, in order; those without a run are left out.
    QFuture<Result<QList<RunBucket>>> checkBuckets(const QUuid &check, const QDateTime &from,
                                                   const QDateTime &to, int most);
    //! Every run, oldest first.
    QFuture<Result<QList<ValuePoint>>> checkPoints(const QUuid &check, const QDateTime &from,
                                                   const QDateTime &to);
    //! Whole UTC days that the stretch touches, by day, domain, dimension; empty ones are left out.
    QFuture<Result<QList<DayTotals>>> qualityDays(const QDateTime &from, const QDateTime &to);
    //! Of the checks of \a assets, of all when empty; each check's together, oldest first.
    QFuture<Result<QList<Flip>>> flips(const QList<QUuid> &assets = {});
    QFuture<Result<QList<SloRow>>> slos(); //!< by native id
    //! Also the last 11 runs and 2 updates before \a from; an SLO that is not there is left out.
    QFuture<Result<QList<SloEvidence>>> sloEvidence(const QList<QUuid> &slos, const QDateTime &from,
                                                    const QDateTime &to);
    QFuture<Result<QList<SloStanding>>> standings();
    //! What each account says about access, in their order; those that say nothing are left out.
    QFuture<Result<QList<AccountAccess>>> access();

    // Searching: on the reader threads, over the name index.
    QFuture<Result<SearchAnswer>> search(const SearchRequest &request);
    QFuture<Result<QList<Facet>>> facets(const QString &query);

    //! The accounts and the user's own work (outbox.db); its own writer thread.
    AccountStore &accounts();
    //! What people did about incidents (outbox.db, the same thread).
    TriageStore &triage();
    //! What waits to be sent, and what became of it (outbox.db, the same thread).
    OperationStore &operations();

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace portolan::store
