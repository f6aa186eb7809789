// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace portolan::domain {

//! A duration of OpenSLO: some of one unit.
struct Duration
{
    enum class Unit { Minute, Hour, Day, Week, Month, Quarter, Year };

    qint64 count = 1;
    Unit unit = Unit::Day;

    //! Months, quarters and years, which have no length without a calendar.
    bool isOfMonths() const { return unit >= Unit::Month; }

    //! Days and weeks, which follow the clock of a time zone in calendar windows.
    bool isOfDays() const { return unit == Unit::Day || unit == Unit::Week; }

    //! Days of a duration of days.
    qint64 days() const { return unit == Unit::Week ? 7 * count : count; }

    //! Months of a duration of months.
    qint64 months() const;
    //! Milliseconds of one of minutes, hours, days (24 h) or weeks; 0 for one of months.
    qint64 ms() const;

    bool operator==(const Duration &) const = default;
};

//! "28d" (OpenSLO shorthand ^[1-9]\d*[mhdwMQY]$, at most a century). BadInput says what is wrong.
[[nodiscard]] Result<Duration> parseShorthand(const QString &text);

//! Seconds of an ISO 8601 duration, "P1DT12H" or "PT0.5S": a year counts 365 days, a month 30.
[[nodiscard]] Result<double> secondsOfIso(const QString &text);

//! Seconds of an ODCS term: a number and a unit in any spelling and case ("d", "Days", "hr",
//! "MIN", …; a year counts 365 days, a quarter 91, a month 30), a value that brings its unit
//! ("4 h"), or an ISO 8601 duration.
[[nodiscard]] Result<double> secondsOfTerm(const QString &value, const QString &unit);

} // namespace portolan::domain
