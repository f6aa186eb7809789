// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/checkfacttable.h"
#include "models/store/checklist.h"
#include "models/store/entityreader.h"
#include "models/store/qualityhistory.h"
#include "models/store/qualityvalues.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QUuid>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace portolan::store {

//! Answers what is asked about quality, from the catalogue and the evidence together, each in one
//! snapshot. Times are half open: from, but not to; a null one is without a bound. Throws.
class QualityReader
{
public:
    //! \a kept stays with the two connections.
    QualityReader(EntityReader &cache, Connection &history, CheckList &kept);
    ~QualityReader();
    QualityReader(const QualityReader &) = delete;
    QualityReader &operator=(const QualityReader &) = delete;

    QList<CheckRow> checks(const CheckRequest &request);
    QList<domain::CheckRun> runs(const QUuid &check, const QDateTime &from, const QDateTime &to,
                                 int limit);
    QList<RunBucket> buckets(const QUuid &check, const QDateTime &from, const QDateTime &to,
                             int most);
    QList<ValuePoint> points(const QUuid &check, const QDateTime &from, const QDateTime &to);
    QList<DayTotals> days(const QDateTime &from, const QDateTime &to);
    QList<Flip> flips(const QList<QUuid> &assets);
    QList<SloRow> slos();
    QList<SloEvidence> evidence(const QList<QUuid> &slos, const QDateTime &from,
                                const QDateTime &to);
    //! Runs of the checks that there are, of \a account or all.
    qint64 runCount(const QUuid &account);

private:
    //! What is shown of an asset beside its checks.
    struct Asset
    {
        QUuid id;
        QString name;
        QStringList domain;
        QUuid owner;
        QString ownerName;
    };

    //! A check, and what it is about.
    struct Check
    {
        CheckFactTable::Row row;
        std::optional<qint64> asset;
    };

    using Name = CheckList::Name;

    //! All checks, as the catalogue has them in this snapshot.
    const CheckList &list();
    Check withAsset(CheckFactTable::Row &&row);
    std::optional<Check> checkOf(qint64 entity);
    //! The checks of what \a entity is: of itself, its assets, of what stands behind its ports.
    QList<qint64> checksAround(qint64 entity);
    CheckFact factOf(const CheckFactTable::Row &row);
    const Asset &assetOf(qint64 entity);
    QList<Name> namesOf(const CheckFactTable::Row &row);
    CheckRow shown(const Check &check);
    void addRuns(CheckRow &row, const CheckState &state, const QString &nativeId,
                 const QDateTime &at) const;
    QList<CheckRow> checksOf(const CheckRequest &request);
    //! The flips of the checks of \a asset.
    void addFlipsOf(qint64 asset, QList<Flip> &flips);
    //! The numbers of the runs of \a check. Throws NotFound when there is no such check.
    QList<qint64> historyOf(const QUuid &check);

    QList<UpdatePoints> updatesOf(qint64 asset, qint64 from, qint64 to);
    CheckPoints pointsOf(const QString &nativeId, qint64 account, qint64 from, qint64 to);

    EntityReader &m_cache;
    Connection &m_file;
    bool m_ownsTransaction = false;
    QualityHistory m_history;
    CheckFactTable m_facts;
    CheckList &m_list;
    bool m_isListCurrent = false; //!< in this snapshot
    QHash<qint64, Asset> m_assets; //!< looked up in this snapshot
    QHash<std::pair<qint64, QString>, std::optional<qint64>> m_assetNames;
};

//! UTC milliseconds of the bounds of a stretch of time.
std::pair<qint64, qint64> boundsOf(const QDateTime &from, const QDateTime &to);

} // namespace portolan::store
