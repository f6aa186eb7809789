// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/store/triagevalues.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <utility>

namespace portolan::store {

//! How many runs, or checks, ended how.
struct RunCounts
{
    qint64 pass = 0;
    qint64 warn = 0;
    qint64 fail = 0;
    qint64 error = 0;
    qint64 skipped = 0;
    qint64 unknown = 0;

    RunCounts &operator+=(const RunCounts &other);
    //! Counts one that ended with \a status.
    void add(domain::RunStatus status);

    //! Pass and warn.
    qint64 good() const { return pass + warn; }

    //! Those that tell: good and fail.
    qint64 known() const { return pass + warn + fail; }

    qint64 all() const { return known() + error + skipped + unknown; }

    bool operator==(const RunCounts &) const = default;
};

//! Which checks are asked for.
struct CheckRequest
{
    QUuid of; //!< of this asset, product, port, contract, or the check itself; null: all there are
    QDateTime at; //!< as of when; null is now

    bool operator==(const CheckRequest &) const = default;
};

//! One check and its newest run.
struct CheckRow
{
    QUuid id;
    QUuid account;
    QString nativeId;
    QString name;
    QString dimension; //!< canonical, see domain::canonicalDimension()
    QString severity; //!< as the source writes it, lower case; may be empty
    QUuid asset; //!< null when nobody knows what it is about
    QString assetName; //!< of the asset: label, else as the check names it
    QString field; //!< path; empty when it is about all of the asset
    QString source; //!< "dbt", "great-expectations", "soda", "openlineage", "odcs", …
    QString expected; //!< as declared
    QStringList domain; //!< of the asset
    QUuid owner; //!< of the asset
    QString ownerName;
    std::optional<domain::CheckRun> last; //!< at or before CheckRequest::at
    qint64 runs = 0; //!< at or before CheckRequest::at
    QDateTime since; //!< UTC, of the first of the bad runs that last came; null when it is not bad

    bool operator==(const CheckRow &) const = default;
};

//! What a chart needs of one run.
struct RunPoint
{
    qint64 at = 0; //!< UTC milliseconds
    domain::RunStatus status = domain::RunStatus::Unknown;
    qint64 failedRows = -1; //!< -1: not told
    qint64 totalRows = -1; //!< -1: not told

    bool operator==(const RunPoint &) const = default;
};

//! A run as a chart of the check's values shows it.
struct ValuePoint
{
    qint64 at = 0; //!< UTC milliseconds
    domain::RunStatus status = domain::RunStatus::Unknown;
    std::optional<double> value;

    bool operator==(const ValuePoint &) const = default;
};

//! The runs of one check, oldest first.
struct CheckPoints
{
    QString check; //!< native id
    QList<RunPoint> runs;

    bool operator==(const CheckPoints &) const = default;
};

//! A stretch of time of one check: made from roll-ups where it covers whole days.
struct RunBucket
{
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, exclusive
    RunCounts counts;
    std::optional<double> least; //!< of CheckRun::value
    std::optional<double> most;

    bool operator==(const RunBucket &) const = default;
};

//! One day of one dimension in one domain (UTC days).
struct DayTotals
{
    QDate day;
    QStringList domain; //!< empty: assets without one
    QString dimension; //!< canonical
    RunCounts counts;

    bool operator==(const DayTotals &) const = default;
};

//! Updates of one asset from one source, oldest first.
struct UpdatePoints
{
    QString source;
    bool sampled = false;
    qint64 observedUntil = 0; //!< UTC milliseconds; 0: never looked at
    QList<std::pair<qint64, qint64>> looks; //!< updated (0: no rows), seen; UTC milliseconds

    bool operator==(const UpdatePoints &) const = default;
};

//! An SLO and what it hangs on, found in the catalogue.
struct SloRow
{
    QUuid id; //!< ours, stable: of the account and the native id
    QUuid account;
    domain::Slo slo;
    QUuid asset; //!< null when it is not known
    QString assetName;
    QUuid product; //!< of the contract or the asset; null when there is none
    QString productName;
    QStringList domain;
    QUuid owner;
    QString ownerName;

    bool operator==(const SloRow &) const = default;
};

//! What is known about what one SLO measures, in a stretch of time.
struct SloEvidence
{
    QUuid slo;
    QList<CheckPoints> checks;
    QList<UpdatePoints> updates;

    bool operator==(const SloEvidence &) const = default;
};

//! How an SLO was found to stand; kept so that search and badges know it.
struct SloStanding
{
    QUuid slo;
    domain::SloState state = domain::SloState::Unknown;
    std::optional<double> sli;
    double remaining = 1; //!< fraction of the budget
    QDateTime at; //!< UTC, when it was found

    bool operator==(const SloStanding &) const = default;
};

//! The verdict of a check turned: the first run of a check, and each that is bad where the one
//! before was good, or the other way round. Fail and error are bad, pass and warn good, others do
//! not count.
struct Flip
{
    QUuid check;
    QUuid asset; //!< null when it is not known
    qint64 at = 0; //!< UTC milliseconds
    bool bad = false;
    domain::RunStatus status = domain::RunStatus::Unknown;
    qint64 seen = 0; //!< UTC milliseconds, when that run came to us; 0: not known

    bool operator==(const Flip &) const = default;
};

} // namespace portolan::store
