// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/quality.h"
#include "models/quality/evidence.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace portolan::quality {

//! Slices of a window, or rows for occurrences.
struct SliceCounts
{
    qint64 total = 0; //!< N: also future slices of a calendar window
    qint64 good = 0;
    qint64 bad = 0;
    qint64 unknown = 0;

    bool operator==(const SliceCounts &) const = default;
};

//! In slices (rows for occurrences), and as fractions of the budget.
struct Budget
{
    double total = 0;
    double spent = 0;
    double remaining = 1; //!< fraction; negative once overspent
    double remainingAtWorst = 1; //!< fraction, if all that is unknown was bad

    bool operator==(const Budget &) const = default;
};

//! How fast the budget was spent over one window of time, and whether that is an alert.
struct BurnRate
{
    QString window; //!< ISO 8601: "PT1H", "PT6H", "P3D", …
    qint64 seconds = 0;
    std::optional<double> rate; //!< 1 spends exactly the budget; empty when nothing is known
    std::optional<double> shortRate; //!< over a twelfth of the window, at least one slice
    double alertAt = 0; //!< the rate at which it is an alert
    bool isPage = false; //!< an alert of this window is a page, else a ticket
    bool alerts = false; //!< both rates reach alertAt

    bool operator==(const BurnRate &) const = default;
};

//! When the budget will be spent at the pace of the longest burn window.
struct Exhaustion
{
    Moment at = never;
    std::optional<Moment> low; //!< at the upper limit of the pace; empty: not within one window
    std::optional<Moment> high; //!< at the lower limit of the pace; empty: not within one window

    bool operator==(const Exhaustion &) const = default;
};

//! Why there is no Exhaustion.
enum class NoForecast {
    None, //!< there is one
    NotInSight, //!< not within one window length, or not in this period
    NothingKnown, //!< the longest burn window knows nothing
    Occurrences //!< none is made of counts
};

//! Everything slo.md defines for one SLO at one instant.
struct Figures
{
    Moment at = never;
    Moment windowStart = never;
    Moment windowEnd = never; //!< exclusive
    qint64 sliceSeconds = 0; //!< 86400 for slices of a local day; 0 for occurrences
    SliceCounts slices;
    std::optional<double> sli;
    std::optional<std::pair<double, double>> sliBounds;
    Budget budget;
    QList<BurnRate> burnRates; //!< short, middle, long
    std::optional<Exhaustion> exhaustion;
    NoForecast noForecast = NoForecast::None;
    std::optional<bool> met; //!< empty when nothing is known
    domain::SloState state = domain::SloState::Unknown;

    bool operator==(const Figures &) const = default;
};

//! The figures of \a slo at \a at (slo.md). A BadInput error names the member of \a slo that has no
//! meaning. Any thread.
[[nodiscard]] Result<Figures> figuresOf(const domain::Slo &slo, const Evidence &evidence,
                                        Moment at);

} // namespace portolan::quality
