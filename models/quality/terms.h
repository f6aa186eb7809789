// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quality/evidence.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::quality {

//! A term of an ODCS contract (slaProperties) that is no SLO, as written.
struct Term
{
    QString property; //!< "retention", "timeToRepair", …, in any case
    QString value;
    QString unit;
};

//! The times of one incident, as far as they happened.
struct IncidentTimes
{
    Moment opened = never; //!< the first bad run
    std::optional<Moment> detected; //!< somebody saw it
    std::optional<Moment> notified; //!< those who use the data were told
    std::optional<Moment> resolved;
};

//! What is known about what the terms promise.
struct TermEvidence
{
    QList<IncidentTimes> incidents;
    std::optional<Moment> oldestRow;
    std::optional<qint64> badRows; //!< with allRows: of the period that is looked at
    std::optional<qint64> allRows;
};

//! How a term stands.
enum class TermVerdict {
    Kept,
    Broken,
    NoEvidence, //!< nothing tells
    NotUnderstood //!< value or unit has no meaning
};

//! A verdict with its figures, in the unit of the term: seconds, or a share from 0 to 1.
struct TermJudgement
{
    TermVerdict verdict = TermVerdict::NoEvidence;
    std::optional<double> promised;
    std::optional<double> observed; //!< the worst

    bool operator==(const TermJudgement &) const = default;
};

//! Judges \a term at \a at. retention: no row is older. timeToDetect, timeToNotify, timeToRepair:
//! no incident took longer, nor has one that is not so far yet. errorRate: no more rows are bad.
//! All others have no evidence.
[[nodiscard]] TermJudgement judge(const Term &term, const TermEvidence &evidence, Moment at);

} // namespace portolan::quality
