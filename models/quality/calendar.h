// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/duration.h"
#include "models/domain/quality.h"
#include "models/quality/evidence.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>

namespace portolan::quality {

//! The zone of an IANA name; empty is UTC. BadInput when there is none.
[[nodiscard]] Result<QTimeZone> zoneOf(const QString &name);

//! What the clocks of \a zone show at \a moment.
QDateTime localTime(const QTimeZone &zone, Moment moment);

//! The first instant at which the clocks of \a zone show \a date and \a time or later: the first
//! of two where they are set back, the instant of the jump where they skip it.
Moment instantOf(const QTimeZone &zone, QDate date, QTime time);

//! A stretch of time, half-open.
struct Stretch
{
    Moment start = never;
    Moment end = never; //!< exclusive

    bool contains(Moment moment) const { return start <= moment && moment < end; }

    bool operator==(const Stretch &) const = default;
};

//! The periods of a calendar window: one after the other without a gap, on both sides of the start
//! that the SLO names.
class CalendarPeriods
{
public:
    //! BadInput when the start or the time zone has no meaning.
    [[nodiscard]] static Result<CalendarPeriods> of(const domain::SloWindow &window,
                                                    const domain::Duration &duration);

    //! The one that contains \a moment.
    Stretch at(Moment moment) const;

private:
    Moment startOf(qint64 number) const;
    qint64 guess(Moment moment) const;

    QTimeZone m_zone;
    QDate m_date; //!< of the start, in the zone
    QTime m_time; //!< of the start, in the zone
    Moment m_start = never;
    domain::Duration m_duration;
};

} // namespace portolan::quality
