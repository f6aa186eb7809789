// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace portolan::views {

//! How long ago \a then was at \a now, short: "now", "2 min", "3 h", "5 days", else the date.
QString ageText(const QDateTime &then, const QDateTime &now);

//! The moment in the person's locale and time zone, with the zone: for tool tips.
QString momentText(const QDateTime &then);

//! "14:02" for today, else the date: what "as of" is followed by.
QString asOfText(const QDateTime &then, const QDateTime &now);

} // namespace portolan::views
