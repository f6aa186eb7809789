// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/quality.h"
#include "models/quality/evidence.h"
#include "models/quality/states.h"

#include <QList>

#include <array>
#include <optional>

namespace portolan::quality {

//! The figures of an SLO that charts follow over time, at one instant.
struct HistoryPoint
{
    Moment at = never;
    std::optional<double> sli;
    double remaining = 1; //!< fraction of the budget
    std::array<std::optional<double>, 3> burnRates; //!< short, middle, long

    bool operator==(const HistoryPoint &) const = default;
};

//! How an SLO stood over time.
struct History
{
    QList<HistoryPoint> points; //!< oldest first

    bool operator==(const History &) const = default;
};

//! Slices of one state, one after the other; half-open.
struct Span
{
    Moment from = never;
    Moment to = never;
    State state = State::Unknown;

    bool operator==(const Span &) const = default;
};

//! One measurement behind an SLO.
struct Sample
{
    Moment at = never;
    double value =
        0; //!< seconds of age; the share of good rows; 1 for a good run and 0 for a bad one
    bool isGood = true;

    bool operator==(const Sample &) const = default;
};

//! The figures at \a from, at \a to and at ends of slices between them (of occurrences: at even
//! steps), at most \a mostPoints (at least 2): those of figuresOf() at each instant, in time linear
//! in slices and points.
[[nodiscard]] Result<History> historyOf(const domain::Slo &slo, const Evidence &evidence,
                                        Moment from, Moment to, int mostPoints);

//! The states of the slices that are complete at \a to, as far as they lie behind \a from; none for
//! occurrences.
[[nodiscard]] Result<QList<Span>> spansOf(const domain::Slo &slo, const Evidence &evidence,
                                          Moment from, Moment to);

//! The newest \a most measurements from \a from up to, not including, \a to, oldest first. Of
//! freshness: the age at each look, and how old the data became before each update that cannot have
//! been missed. A run that did not tell is no measurement.
[[nodiscard]] Result<QList<Sample>> samplesOf(const domain::Slo &slo, const Evidence &evidence,
                                              Moment from, Moment to, int most);

} // namespace portolan::quality
