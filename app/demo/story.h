// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>

#include <array>

namespace portolan::demo {

//! Seconds since the Unix epoch, UTC.
using Seconds = qint64;

inline constexpr Seconds minute = 60;
inline constexpr Seconds hour = 3600;
inline constexpr Seconds wholeDay = 24 * hour;

//! What happened to the data of the demo mesh, and when. Everything hangs on the first start: day 0
//! is its day, the days before it are negative, and what happens on a day is drawn from names and
//! that number alone, so that two first starts differ by their dates only.
class Story
{
public:
    //! How many days lie before the first start.
    static constexpr int days = 120;
    //! The day on which the carriers were away for three hours.
    static constexpr int formerBreak = -40;

    explicit Story(const QDateTime &firstStart);

    Seconds firstStart() const { return m_firstStart; }

    QDate date(int day) const;
    Seconds at(int day, Seconds sinceMidnight) const;
    int dayOf(Seconds moment) const;

    bool isWeekend(int day) const { return date(day).dayOfWeek() > 5; }

    //! The Sunday on which the machine that runs all checks was being moved.
    bool isOutage(int day) const { return day == m_outage; }

    //! When the carriers stopped to send, on the day of the first start.
    Seconds broke() const { return m_broke; }

    //! When each of the two breaks began, the older first.
    std::array<Seconds, 2> breaks() const;
    //! Whether \a moment lies in one of the two breaks, for something that feels them \a delay
    //! later than the carriers' own table.
    bool isBroken(Seconds moment, Seconds delay) const;

    //! Whether \a moment is before the end of the story, after which all is ordinary.
    bool isTold(Seconds moment) const { return moment <= m_end; }

    //! Whether \a moment is within the last day before the first start, or in what is told after.
    bool isLastDay(Seconds moment) const
    {
        return moment > m_firstStart - wholeDay && isTold(moment);
    }

    //! From 0 to 1 in the six weeks before the first start, 0 before and after.
    double decline(Seconds moment) const;
    //! From 0 to 1: what is usual for a day of the week, a little different each time.
    double volume(const QByteArray &name, int day) const;
    //! From 0 to 1, the same for the same \a name and \a turn.
    static double noise(const QByteArray &name, qint64 turn);
    //! A UUID, the same for the same \a name and \a turn.
    static QByteArray uuid(const QByteArray &name, qint64 turn);

private:
    Seconds m_firstStart;
    qint64 m_julianDay; //!< of day 0
    Seconds m_broke;
    Seconds m_end;
    int m_outage;
};

//! "2026-11-23T09:40:00Z".
QByteArray isoTime(Seconds moment);
//! "2026-11-23T09:40:00.123456Z", as tools in Python write it; the fraction is \a microseconds.
QByteArray isoTimeExact(Seconds moment, int microseconds);
//! "2026-11-23".
QByteArray isoDate(Seconds moment);

} // namespace portolan::demo
