// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents, derived from the verdicts of checks (ruling 20), and what people did about them.
// Nothing here is stored but the deeds: the same evidence gives the same incidents, in whatever
// order it came.
#pragma once

#include "models/quality/evidence.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>

namespace portolan::quality {

//! Within this time after it was resolved a failure is the same incident again.
inline constexpr qint64 reopensWithinMs = qint64(24) * 60 * 60 * 1000;

//! A verdict of a check that counts: good (pass, warn) or bad (fail, error). Only turns are needed;
//! more than those do no harm.
struct Turn
{
    QUuid check;
    QUuid asset; //!< null when it is not known: then the check stands for it
    Moment at = never;
    bool bad = false;
    Moment seen = never; //!< when it came to us; never: not known

    bool operator==(const Turn &) const = default;
};

//! From a failure until all that failed is good again.
struct Episode
{
    Moment from = never;
    Moment to = never; //!< never: it still fails

    bool operator==(const Episode &) const = default;
};

//! What the evidence alone says of one incident.
struct Outage
{
    QUuid id; //!< UUIDv5 of the asset and the time of the first bad run
    QUuid asset; //!< of the turns; the check where that is null
    QList<QUuid> checks; //!< in the order in which they failed
    QList<Episode> episodes; //!< oldest first; never empty
    QList<Moment> failures; //!< bad verdicts, oldest first
    Moment seen = never; //!< when the first failure came to us; never: not known

    Moment opened() const { return episodes.first().from; }

    bool fails() const { return episodes.last().to == never; }

    bool operator==(const Outage &) const = default;
};

//! The id of the incident of \a asset whose first bad run was at \a firstBad.
QUuid outageId(const QUuid &asset, Moment firstBad);

//! The incidents that \a turns tell of, by asset and time. What happens at one instant happens at
//! once: a check that passes in the same run in which another one fails resolves nothing.
[[nodiscard]] QList<Outage> outagesOf(QList<Turn> turns);

//! How far an incident is.
enum class Stage { New, Acknowledged, InProgress, Resolved, Reopened };

//! What moves it on: people and evidence.
enum class Step {
    Acknowledge, //!< somebody saw it
    Start, //!< somebody works on it
    Resolve, //!< somebody says that it is over
    Recover, //!< all its checks are good again
    Fail //!< a check failed
};

//! The stage after \a step: the whole of the state machine. A step that means nothing in \a stage
//! leaves it as it is.
[[nodiscard]] Stage nextStage(Stage stage, Step step);

//! What a person did about an incident.
struct Deed
{
    enum class Kind { Acknowledge, Start, Resolve, Assign, Snooze, Note };

    Kind kind = Kind::Acknowledge;
    Moment at = never;
    QString who;
    QString text; //!< of Assign the name, of Note the note
    Moment until = never; //!< of Snooze

    bool operator==(const Deed &) const = default;
};

//! One incident with what was done about it.
struct Standing
{
    Stage stage = Stage::New;
    QString assignee;
    std::optional<Moment> acknowledged; //!< the first sign of a person; of the first episode on
    std::optional<Moment> resolved; //!< empty while it is open
    std::optional<Moment> reopened; //!< the last time
    std::optional<Moment> snoozedUntil;

    bool isOpen() const { return stage != Stage::Resolved; }

    bool operator==(const Standing &) const = default;
};

//! How \a outage stands after \a deeds, in any order. A deed from before it opened (of a machine
//! whose clock is behind) counts from then on. A failure after it was resolved wakes it, and ends a
//! snooze.
[[nodiscard]] Standing standingOf(const Outage &outage, QList<Deed> deeds);

//! Milliseconds from one thing to the other; empty when the other is not known or not yet.
struct ResponseTimes
{
    std::optional<qint64> toDetect; //!< first bad run until it came to us
    std::optional<qint64> toRespond; //!< opened until somebody acknowledged
    std::optional<qint64> toResolve; //!< opened until resolved

    bool operator==(const ResponseTimes &) const = default;
};

[[nodiscard]] ResponseTimes timesOf(const Outage &outage, const Standing &standing);

//! The mean of each time over those that have it.
[[nodiscard]] ResponseTimes meanTimes(const QList<ResponseTimes> &times);

enum class Severity { Severe, Major, Minor };

//! "severe", "major" or "minor".
QString severityWord(Severity severity);

//! So many assets and products below make an incident one step more severe.
inline constexpr int manyDependents = 10;

//! The worst of \a words (severities of the failing checks as the tools write them: critical,
//! blocker, fatal and the like are severe; warn, low, info and the like minor; everything else,
//! nothing included, major), one step up where \a dependents are manyDependents or more.
[[nodiscard]] Severity severityOf(const QStringList &words, int dependents);

//! What grouping needs of an open incident.
struct Failing
{
    QUuid incident;
    QUuid asset;
};

//! For each incident that of its earliest failing ancestor: \a rootOf tells the asset where the
//! failure of an asset began (null or itself: here). An ancestor without an incident heads
//! nothing: then each incident is its own root.
[[nodiscard]] QHash<QUuid, QUuid> rootsOf(const QList<Failing> &failing,
                                          const std::function<QUuid(const QUuid &asset)> &rootOf);

} // namespace portolan::quality
