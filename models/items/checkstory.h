// SPDX-License-Identifier: GPL-3.0-or-later
// What is read off the runs of one check.
#pragma once

#include "models/items/qualityvalues.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::items {

//! What a check expects of its number; each end is open where it is empty.
struct Expectation
{
    std::optional<double> least;
    std::optional<double> most;

    bool isEmpty() const { return !least && !most; }

    bool operator==(const Expectation &) const = default;
};

//! The bounds in \a text, as tools and contracts word them: "at most 5 %", "between 1 and 3",
//! "must be 0", "600 to 1,900", ">= 10". Empty where there are none, or where they are negated.
Expectation expectationOf(const QString &text);

//! Figures of a check over the period of its story.
struct CheckFigures
{
    qint64 runs = 0;
    std::optional<double> goodShare; //!< of the runs that tell
    std::optional<qint64>
        longestFailureMs; //!< from a bad run to the next good one; none: no bad run
    bool longestGoesOn = false; //!< that failure has not ended
    int turns = 0; //!< between good and bad, either way
    std::optional<qint64> medianGapMs;
    bool partial = false; //!< all but runs and goodShare are of the newest runs only

    bool operator==(const CheckFigures &) const = default;
};

CheckFigures figuresOf(const CheckStory &story);

//! Whether the story holds each run of its period.
bool hasAllRuns(const CheckStory &story);

//! "12 of 4,201", "12", or nothing.
QString failedRowsText(const domain::CheckRun &run);

//! Runs as CSV with a head; times in ISO 8601, UTC; oldest first.
QByteArray runsAsCsv(const QList<domain::CheckRun> &runs);

} // namespace portolan::items
