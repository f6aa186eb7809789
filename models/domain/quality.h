// SPDX-License-Identifier: GPL-3.0-or-later
// What tools say about data that they looked at: evidence. Verdicts over time (SLOs) are made of it
// by models/quality; here are the words and values that all layers share.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::domain {

//! How one evaluation of a check ended. The numbers are stored: never renumber.
enum class RunStatus {
    Pass = 1,
    Warn = 2,
    Fail = 3,
    Error = 4, //!< it ran and could not tell
    Skipped = 5, //!< it was not run, since something before it failed
    Unknown = 6 //!< the tool ran and did not mention it
};

//! "pass", "warn", "fail", "error", "skipped" or "unknown": the words of `quality`.
QString statusWord(RunStatus status);

//! One evaluation of one check. Its key is (check, at, runId): whoever brings it twice, changes
//! nothing. Never holds rows of the data themselves.
struct CheckRun
{
    QString check; //!< native id
    QDateTime at; //!< UTC
    QString runId; //!< of the tool; may be empty
    RunStatus status = RunStatus::Unknown;
    QString observed; //!< what was found, in the tool's own figures: "12", "0.25 %"
    QString expected; //!< what was asked for at that time: "at most 5 %"
    std::optional<double> value; //!< observed as a number, where it is one
    std::optional<qint64> failedRows;
    std::optional<qint64> totalRows; //!< rows looked at
    QString message; //!< of a failure or error, one line, untrusted

    bool operator==(const CheckRun &) const = default;
};

//! That data of an asset were new at a time. Its key is (asset, at, seen, source).
struct FreshnessUpdate
{
    QString asset; //!< native id
    QDateTime at; //!< UTC, of the update; null: whoever looked found no rows at all
    QDateTime seen; //!< UTC, when it was looked at; for an event the event's own time
    QString source; //!< "openlineage", "dbt", …: one that was observed until some time
    bool sampled = false; //!< seen by a look only now and then: updates in between were missed

    bool operator==(const FreshnessUpdate &) const = default;
};

//! Until when a source of updates was looked at: behind that nothing is known.
struct Observation
{
    QString source; //!< as FreshnessUpdate::source
    QString asset; //!< native id; empty when the time is that of the whole source
    QDateTime until; //!< UTC

    bool operator==(const Observation &) const = default;
};

//! What an account brings as evidence: it is kept for good, since the tools overwrite their files.
struct Evidence
{
    QList<CheckRun> runs;
    QList<FreshnessUpdate> updates;
    QList<Observation> observations;

    bool isEmpty() const { return runs.isEmpty() && updates.isEmpty() && observations.isEmpty(); }

    bool operator==(const Evidence &) const = default;
};

//! What an SLO measures (OpenSLO metricSource of type "portolan"). Stored: never renumber.
enum class SloMeasure {
    Freshness = 1, //!< age of the newest data of an asset
    Check = 2, //!< the verdict that holds, of all its checks
    Count = 3 //!< good rows among all rows
};

//! "freshness", "check" or "count".
QString measureWord(SloMeasure measure);

//! OpenSLO budgetingMethod. Stored: never renumber.
enum class SloMethod { TimeSlices = 1, Occurrences = 2 };

//! "Timeslices" or "Occurrences", as OpenSLO writes them.
QString methodWord(SloMethod method);

//! OpenSLO timeWindow, of which there is one.
struct SloWindow
{
    QString duration = QStringLiteral("28d"); //!< OpenSLO shorthand: ^[1-9]\d*[mhdwMQY]$
    bool rolling = true;
    QString start; //!< of a calendar window, as written: "2022-01-01 12:00:00", local to timeZone
    QString timeZone; //!< IANA name; empty is UTC

    bool operator==(const SloWindow &) const = default;
};

//! A target over a window, as its source declares it (slo.md, section 4).
struct Slo
{
    QString nativeId; //!< "slo:<name>" or "<contract id>#sla/<property>[/<element>]"
    QString name;
    QString description;
    QString asset; //!< native id of what is measured; empty when only checks are named
    QString product; //!< native id of the product that promises it; may be empty
    QString contract; //!< native id of the contract that it is in; may be empty
    SloMeasure measure = SloMeasure::Check;
    SloMethod method = SloMethod::TimeSlices;
    double target = 0.99; //!< 0 to 1
    double sliceTarget = 1; //!< timeSliceTarget, 0 to 1
    QString slice = QStringLiteral("1h"); //!< timeSliceWindow, OpenSLO shorthand
    SloWindow window;
    std::optional<double> thresholdSeconds; //!< of a freshness SLO: the age that is still good
    QString dimension; //!< canonical, see canonicalDimension(); "freshness" for freshness SLOs
    QStringList checks; //!< native ids of a check or count SLO
    QString source; //!< "openslo" or "odcs"
    QString file; //!< relative to the workspace
    int line = 0;
    QString notEvaluated; //!< why no figure can be made of it here; empty when it can

    bool operator==(const Slo &) const = default;
};

//! How an SLO stands (slo.md, state words). Stored: never renumber. Worst first.
enum class SloState { Missed = 1, Burning = 2, Unknown = 3, Met = 4 };

//! "missed", "burning", "unknown" or "met": the words of filters and documents.
QString sloStateWord(SloState state);

//! The canonical dimensions, in the order in which they are shown: completeness, accuracy,
//! freshness, validity, uniqueness, consistency, volume.
const QStringList &dimensions();

//! \a word as a canonical dimension ("conformity" is validity, "timeliness" is freshness, …, in any
//! case); a word that nobody mapped stays as it is, and an empty one is "other".
QString canonicalDimension(const QString &word);

} // namespace portolan::domain
