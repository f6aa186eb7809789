// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/calendar.h"

#include "models/quality/slices.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portolan::quality {

namespace {

constexpr qint64 dayMs = 86400000;

qint64 offsetMs(const QTimeZone &zone, Moment moment)
{
    return 1000 * qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)));
}

//! \a text as local time of \a zone: a date, or date and time, with a blank or a T between them.
//! One with an offset of its own is an instant, and becomes local.
QDateTime parsedStart(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression shape(
        u"\\A(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?"
        "(Z|[+-]\\d\\d:\\d\\d)?)?\\z"_s);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const auto clock = match.captured(2).isEmpty() ? u"00:00"_s : match.captured(2);
    const QString written = match.captured(1) + u'T' + clock + match.captured(3);
    const auto parsed = QDateTime::fromString(written, Qt::ISODate);
    if (!parsed.isValid() || !isMoment(parsed.toMSecsSinceEpoch()))
        return {};
    if (match.captured(3).isEmpty())
        return QDateTime(parsed.date(), parsed.time(), Qt::UTC);
    return localTime(zone, parsed.toMSecsSinceEpoch());
}

} // namespace

Result<QTimeZone> zoneOf(const QString &name)
{
    if (name.isEmpty())
        return QTimeZone::utc();
    // The name comes from a file and ends in a path: no dots, so nothing beside the zones.
    static const QRegularExpression shape(u"\\A[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\\z"_s);
    const QTimeZone zone = shape.match(name).hasMatch() ? QTimeZone(name.toLatin1()) : QTimeZone();
    if (!zone.isValid()) {
        return failure(Error::Kind::BadInput,
                       u"window.timeZone: \"%1\" is no time zone"_s.arg(name.left(60)));
    }
    return zone;
}

QDateTime localTime(const QTimeZone &zone, Moment moment)
{
    // Shown as UTC, so that nothing below ever asks the zone for a second opinion.
    return QDateTime::fromMSecsSinceEpoch(moment + offsetMs(zone, moment), Qt::UTC);
}

Moment instantOf(const QTimeZone &zone, QDate date, QTime time)
{
    const Moment wanted = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const qint64 before = offsetMs(zone, wanted - dayMs);
    const qint64 after = offsetMs(zone, wanted + dayMs);
    if (offsetMs(zone, wanted - before) == before)
        return wanted - before;
    if (offsetMs(zone, wanted - after) == after)
        return wanted - after;
    // Skipped: look for the jump, which is where the offset of before ends.
    Moment low = wanted - dayMs;
    Moment high = wanted + dayMs;
    while (high - low > 1) {
        const Moment middle = low + (high - low) / 2;
        (offsetMs(zone, middle) == before ? low : high) = middle;
    }
    return high;
}

Result<CalendarPeriods> CalendarPeriods::of(const domain::SloWindow &window,
                                            const domain::Duration &duration)
{
    const auto zone = zoneOf(window.timeZone);
    if (!zone)
        return tl::make_unexpected(zone.error());
    CalendarPeriods periods;
    periods.m_zone = *zone;
    periods.m_duration = duration;
    // 1970 began on a Thursday, and weeks begin on Mondays.
    periods.m_date = QDate(1970, 1, duration.unit == domain::Duration::Unit::Week ? 5 : 1);
    periods.m_time = QTime(0, 0);
    if (!window.start.trimmed().isEmpty()) {
        const auto start = parsedStart(window.start, *zone);
        if (!start.isValid()) {
            return failure(Error::Kind::BadInput,
                           u"window.start: \"%1\" is no date with or without a time"_s.arg(
                               window.start.left(60)));
        }
        periods.m_date = start.date();
        periods.m_time = start.time();
    }
    periods.m_start = instantOf(*zone, periods.m_date, periods.m_time);
    return periods;
}

Stretch CalendarPeriods::at(Moment moment) const
{
    auto number = guess(moment);
    while (startOf(number) > moment)
        --number;
    while (startOf(number + 1) <= moment)
        ++number;
    return {startOf(number), startOf(number + 1)};
}

Moment CalendarPeriods::startOf(qint64 number) const
{
    // Always from the first start, so that the 31st is met again after a shorter month.
    if (m_duration.isOfMonths())
        return instantOf(m_zone, m_date.addMonths(int(number * m_duration.months())), m_time);
    if (m_duration.isOfDays())
        return instantOf(m_zone, m_date.addDays(number * m_duration.days()), m_time);
    return m_start + number * m_duration.ms();
}

qint64 CalendarPeriods::guess(Moment moment) const
{
    const auto date = localTime(m_zone, moment).date();
    if (m_duration.isOfMonths()) {
        const qint64 months = 12 * (date.year() - m_date.year()) + date.month() - m_date.month();
        return floorDivided(months, m_duration.months());
    }
    if (m_duration.isOfDays())
        return floorDivided(m_date.daysTo(date), m_duration.days());
    return floorDivided(moment - m_start, m_duration.ms());
}

} // namespace portolan::quality
