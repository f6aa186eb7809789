// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"

#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace portolan::quality {

//! UTC milliseconds since the Unix epoch.
using Moment = qint64;

inline constexpr Moment never = std::numeric_limits<Moment>::min();

//! Within the years 1 to 9999: what lies outside is a mistake of the source, and counts as absent.
constexpr bool isMoment(Moment moment)
{
    return moment >= -62135596800000 && moment < 253402300800000;
}

//! One run of a check, as far as an SLO needs it.
struct Verdict
{
    Moment at = never;
    domain::RunStatus status = domain::RunStatus::Unknown;

    bool operator==(const Verdict &) const = default;
};

//! The runs of one check, in any order, also twice.
struct CheckSeries
{
    QString check; //!< native id
    QList<Verdict> runs;
    std::optional<qint64> staleAfterMs; //!< empty: derived from the gaps (slo.md, section 1)

    bool operator==(const CheckSeries &) const = default;
};

//! One update of an asset's data, and when somebody looked. \a updated is never when no rows were
//! found.
struct Look
{
    Moment updated = never;
    Moment seen = never;

    bool operator==(const Look &) const = default;
};

//! The updates of one asset from one kind of source, in any order.
struct FreshnessSeries
{
    QList<Look> looks;
    bool sampled = false; //!< looked at now and then: between two looks updates were missed
    Moment observedUntil = never; //!< behind this nothing is known

    bool operator==(const FreshnessSeries &) const = default;
};

//! Rows that were counted at one time. Whoever brings the same one twice, changes nothing.
struct CountSample
{
    Moment at = never;
    qint64 good = 0;
    qint64 total = 0;
    QString check; //!< native id: two checks may count as many rows at the same time

    bool operator==(const CountSample &) const = default;
};

//! All that is known about what one SLO measures. Of a freshness SLO with several series an instant
//! is good when one of them says so, bad when one says so and none says good.
struct Evidence
{
    QList<CheckSeries> checks;
    QList<FreshnessSeries> freshness;
    QList<CountSample> counts;

    bool operator==(const Evidence &) const = default;
};

} // namespace portolan::quality
