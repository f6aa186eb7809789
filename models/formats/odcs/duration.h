// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace portolan::formats::odcs {

//! The seconds of \a value, an amount in \a unit, with a unit of its own ("500ms", "4 h"), or an
//! ISO 8601 duration ("PT4H"). Units are those of the standard in any case and spelling; a month is
//! 30 days and a year 365, as nobody promises the age of data to the day of a calendar. Empty for
//! what is no duration above zero.
std::optional<double> secondsOf(const QString &value, const QString &unit);

} // namespace portolan::formats::odcs
