// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/story.h"

namespace portolan::demo {
namespace {

constexpr qint64 julianDayOfEpoch = 2440588;
// Before this hour a break as old as the story wants it would lie before the pipelines of the day.
constexpr Seconds dayBegins = 8 * hour + 30 * minute;
constexpr Seconds breakBegins = 9 * hour + 40 * minute;
// A break that is too fresh has not reached anything that reads the table. The demo's own day has
// its look around at 14:02, that is 4 h 22 min after it.
constexpr Seconds freshest = 4 * hour;
// An older one has used up the budget of four weeks: all it reaches would be missed, nothing burns.
constexpr Seconds oldest = 6 * hour;
constexpr Seconds usualAge = 4 * hour + 22 * minute;
constexpr Seconds repairTakes = 2 * hour;
constexpr Seconds formerBreakTook = 3 * hour;
constexpr int declineDays = 42;
constexpr int outageAround = -18;

quint64 hashOf(const QByteArray &name, qint64 turn)
{
    quint64 hash = 0xcbf29ce484222325ULL; // FNV-1a, then the finish of SplitMix64
    for (const char c : name) {
        hash ^= quint8(c);
        hash *= 0x100000001b3ULL;
    }
    hash += quint64(turn) * 0x9e3779b97f4a7c15ULL;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

void appendTwo(QByteArray &text, Seconds number)
{
    text += char('0' + number / 10);
    text += char('0' + number % 10);
}

qint64 daysSinceEpoch(Seconds moment)
{
    return (moment >= 0 ? moment : moment - wholeDay + 1) / wholeDay;
}

QByteArray withoutZone(Seconds moment)
{
    auto text = isoDate(moment);
    const auto inDay = moment - daysSinceEpoch(moment) * wholeDay;
    text += 'T';
    appendTwo(text, inDay / hour);
    text += ':';
    appendTwo(text, inDay / minute % 60);
    text += ':';
    appendTwo(text, inDay % 60);
    return text;
}

} // namespace

Story::Story(const QDateTime &firstStart)
    : m_firstStart(firstStart.toSecsSinceEpoch())
    , m_julianDay(julianDayOfEpoch + daysSinceEpoch(m_firstStart - dayBegins))
    , m_broke(at(0, breakBegins))
    , m_end(m_firstStart + repairTakes)
    , m_outage(outageAround)
{
    if (m_broke > m_firstStart - freshest || m_broke < m_firstStart - oldest)
        m_broke = m_firstStart - usualAge;
    while (date(m_outage).dayOfWeek() != Qt::Sunday)
        --m_outage;
}

std::array<Seconds, 2> Story::breaks() const
{
    return {at(formerBreak, breakBegins), m_broke};
}

QDate Story::date(int day) const
{
    return QDate::fromJulianDay(m_julianDay + day);
}

Seconds Story::at(int day, Seconds sinceMidnight) const
{
    return (m_julianDay - julianDayOfEpoch + day) * wholeDay + sinceMidnight;
}

int Story::dayOf(Seconds moment) const
{
    return int(daysSinceEpoch(moment) - (m_julianDay - julianDayOfEpoch));
}

bool Story::isBroken(Seconds moment, Seconds delay) const
{
    const auto former = breaks().front();
    return (moment >= m_broke + delay && moment < m_end)
        || (moment >= former + delay && moment < former + formerBreakTook);
}

double Story::decline(Seconds moment) const
{
    const auto begin = m_firstStart - declineDays * wholeDay;
    if (moment < begin || !isTold(moment))
        return 0;
    return double(moment - begin) / double(m_firstStart - begin + repairTakes);
}

double Story::volume(const QByteArray &name, int day) const
{
    constexpr double ofWeek[] = {0.58, 0.55, 0.56, 0.60, 0.66, 0.34, 0.26};
    return ofWeek[date(day).dayOfWeek() - 1] + 0.08 * (noise(name + "/volume", day) - 0.5);
}

double Story::noise(const QByteArray &name, qint64 turn)
{
    return double(hashOf(name, turn) >> 11) / double(1ULL << 53);
}

QByteArray Story::uuid(const QByteArray &name, qint64 turn)
{
    QByteArray hex = QByteArray::number(hashOf(name + "/uuid", turn), 16).rightJustified(16, '0')
        + QByteArray::number(hashOf(name + "/more", turn), 16).rightJustified(16, '0');
    hex[12] = '4'; // a random one, as the tools make them
    hex[16] = 'a';
    for (const auto place : {20, 16, 12, 8})
        hex.insert(place, '-');
    return hex;
}

QByteArray isoDate(Seconds moment)
{
    // Nearly all that is asked for in a row is of one day.
    thread_local qint64 lastDay = -1;
    thread_local QByteArray last;
    const auto day = daysSinceEpoch(moment);
    if (last.isEmpty() || day != lastDay) {
        lastDay = day;
        last = QDate::fromJulianDay(julianDayOfEpoch + day).toString(Qt::ISODate).toLatin1();
    }
    return last;
}

QByteArray isoTime(Seconds moment)
{
    return withoutZone(moment) + 'Z';
}

QByteArray isoTimeExact(Seconds moment, int microseconds)
{
    return withoutZone(moment) + '.' + QByteArray::number(microseconds).rightJustified(6, '0')
        + 'Z';
}

} // namespace portolan::demo
