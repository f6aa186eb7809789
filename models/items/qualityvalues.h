// SPDX-License-Identifier: GPL-3.0-or-later
// What the quality pane shows, as values: made by a QualitySource, shown by models and views.
#pragma once

#include "models/domain/entity.h"
#include "models/domain/quality.h"
#include "models/quality/figures.h"
#include "models/store/qualityvalues.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! A stretch of time that is looked at.
struct Period
{
    QDateTime from; //!< UTC
    QDateTime to; //!< UTC, exclusive; figures are as of this instant

    bool operator==(const Period &) const = default;
};

//! One service level and how it stands.
struct ServiceLevel
{
    store::SloRow row;
    quality::Figures figures;
    QString problem; //!< why there are no figures, in words; empty when there are
    int dependents = 0; //!< assets and products downstream

    //! "Order events": the product, else the asset, else the SLO's own name.
    QString title() const;
    //! Problem or not, the state it is shown with.
    domain::SloState state() const;
};

//! The checks of one dimension in one domain over a period.
struct HeatCell
{
    QStringList domain;
    QString dimension;
    store::RunCounts counts;

    //! Share of good runs among those that tell; empty when none does.
    std::optional<double> share() const;
    bool operator==(const HeatCell &) const = default;
};

//! One of the things that fail, with what fails below it and nothing failing above it.
struct FailureRoot
{
    QUuid asset;
    QString name;
    QString dimension; //!< of its worst check
    QDateTime since; //!< UTC, of the first failing run that still holds
    bool isUnknown = false; //!< no run rather than a bad one
    QList<QUuid> hit; //!< failing assets and service levels below it, nearest first
    QStringList hitNames;
    int affected = 0; //!< everything below it, failing or not
};

//! All that the overview, the list of service levels and the list of checks show.
struct QualityBoard
{
    Period period;
    QList<ServiceLevel> levels; //!< worst first, of a state the least budget first
    QList<store::CheckRow> checks; //!< as of period.to
    store::RunCounts totals; //!< newest run of each check
    QList<HeatCell> heat; //!< by domain, dimension
    QList<store::DayTotals> days; //!< for the trends
    QList<FailureRoot> roots; //!< most affected first
};

//! One instant of an SLO's history.
struct SloPoint
{
    quality::Moment at = quality::never;
    std::optional<double> sli;
    double remaining = 1; //!< fraction of the budget
    QList<std::optional<double>> burnRates; //!< short, middle, long
};

//! A stretch of slices of one state, for bands behind a chart.
struct SliceSpan
{
    quality::Moment from = quality::never;
    quality::Moment to = quality::never;
    enum class State { Good, Bad, Unknown } state = State::Unknown;
};

//! One measurement behind an SLO: age of the data, or the verdict of a run.
struct SloSample
{
    quality::Moment at = quality::never;
    double value = 0; //!< seconds of age; for checks 1 good, 0 bad
    bool isGood = true;
};

//! What the page of one SLO shows.
struct SloStory
{
    Period period;
    ServiceLevel level;
    QList<SloPoint> points; //!< the SLI and budget over the period, oldest first
    QList<SliceSpan> spans; //!< of the period
    QList<SloSample> samples; //!< of the last three days, or the newest 2,000
    store::SloEvidence evidence; //!< for what-if: the same arithmetic with another target
};

//! What the page of one check shows.
struct CheckStory
{
    Period period;
    store::CheckRow check;
    QList<store::RunBucket> buckets; //!< of the period
    QList<domain::CheckRun> runs; //!< of the period, newest first, at most 10,000
};

//! How far an incident is. The order is that of its life.
enum class IncidentState { New, Acknowledged, InProgress, Resolved, Reopened };

//! Something broke: all checks of one asset that fail together (ruling 20).
struct Incident
{
    QUuid id;
    QString label; //!< "INC-" and six hex digits of the id
    QUuid asset;
    QString assetName;
    QString title; //!< what broke, in words
    QStringList domain;
    QString ownerName;
    QString assignee;
    QString severity; //!< "severe", "major", "minor"
    IncidentState state = IncidentState::New;
    QList<QUuid> checks; //!< that failed since it opened, also those that pass again
    QStringList checkNames;
    int failing = 0; //!< of checks: those that fail now; all of them when it is over
    QDateTime failsSince; //!< UTC, of the failure that goes on, or the last one
    QDateTime opened; //!< UTC, of the first bad run
    std::optional<QDateTime> seen; //!< when that run came to us; empty: not known
    std::optional<QDateTime> acknowledged;
    std::optional<QDateTime> resolved;
    std::optional<QDateTime> reopened;
    std::optional<QDateTime> snoozedUntil;
    QUuid root; //!< incident of the earliest failing ancestor; its own id when it is the root
    QUuid rootAsset;
    QString rootName;
    QList<store::TriageAction> actions; //!< oldest first

    bool isOpen() const { return state != IncidentState::Resolved; }
};

//! A field or asset that deserves a check and has none, or none that ran.
struct CoverageRow
{
    QUuid asset;
    QString assetName;
    QString field; //!< path; empty for the asset as a whole
    QString why; //!< why it matters: "primary key", "restricted", "3 products read it", …
    QStringList domain;
    QString ownerName;
    int checks = 0; //!< there are
    int checksThatRan = 0;
};

} // namespace portolan::items
