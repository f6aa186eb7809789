// SPDX-License-Identifier: GPL-3.0-or-later
// A day is a byte with its number in the block and two flags, a byte with a bit for each status
// that occurs, a varint for each of these, and the least and most value where there are values.
#include "models/store/checkdays.h"

#include <algorithm>
#include <array>

namespace portolan::store {

namespace {

constexpr unsigned char dayMask = 0x1f;
constexpr unsigned char valuesFlag = 0x20; //!< there are values
constexpr unsigned char oneValueFlag = 0x40; //!< the least is the most

constexpr std::array countMembers{&RunCounts::pass,  &RunCounts::warn,    &RunCounts::fail,
                                  &RunCounts::error, &RunCounts::skipped, &RunCounts::unknown};

void appendNumber(QByteArray &bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.append(char(value | 0x80));
    bytes.append(char(value));
}

void appendReal(QByteArray &bytes, double value)
{
    std::array<char, sizeof value> raw{};
    std::memcpy(raw.data(), &value, sizeof value);
    bytes.append(raw.data(), qsizetype(raw.size()));
}

} // namespace

void DayRollup::add(domain::RunStatus status, const std::optional<double> &value)
{
    counts.add(status);
    if (!value)
        return;
    least = least ? std::min(*least, *value) : *value;
    most = most ? std::max(*most, *value) : *value;
}

void DayRollup::add(const DayRollup &other)
{
    counts += other.counts;
    if (!other.least)
        return;
    least = least ? std::min(*least, *other.least) : *other.least;
    most = most ? std::max(*most, *other.most) : *other.most;
}

QByteArray packedDays(qint64 block, const DayRollups &days)
{
    QByteArray bytes;
    for (const auto &[day, rollup] : days) {
        auto head = static_cast<unsigned char>(day - block * daysInBlock);
        if (rollup.least)
            head |= valuesFlag;
        if (rollup.least && *rollup.least == *rollup.most)
            head |= oneValueFlag;
        bytes.append(char(head));
        unsigned char occurs = 0;
        for (std::size_t i = 0; i < countMembers.size(); ++i)
            occurs |= static_cast<unsigned char>(rollup.counts.*countMembers[i] != 0 ? 1U << i : 0);
        bytes.append(char(occurs));
        for (const auto member : countMembers) {
            if (rollup.counts.*member != 0)
                appendNumber(bytes, quint64(rollup.counts.*member));
        }
        if (head & valuesFlag)
            appendReal(bytes, *rollup.least);
        if ((head & valuesFlag) && !(head & oneValueFlag))
            appendReal(bytes, *rollup.most);
    }
    return bytes;
}

unsigned char PackedDays::byte()
{
    if (m_at == m_end)
        damaged();
    return static_cast<unsigned char>(*m_at++);
}

qint64 PackedDays::count()
{
    quint64 value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
        const auto part = byte();
        value |= quint64(part & 0x7f) << shift;
        if ((part & 0x80) == 0)
            return qint64(value);
    }
    damaged();
}

double PackedDays::number()
{
    double value = 0;
    if (m_end - m_at < std::ptrdiff_t(sizeof value))
        damaged();
    std::memcpy(&value, m_at, sizeof value);
    m_at += sizeof value;
    return value;
}

bool PackedDays::next(qint64 &day, DayRollup &rollup)
{
    if (m_at == m_end)
        return false;
    const auto head = byte();
    const auto occurs = byte();
    day = m_first + (head & dayMask);
    rollup = {};
    for (std::size_t i = 0; i < countMembers.size(); ++i) {
        if (occurs & (1U << i))
            rollup.counts.*countMembers[i] = count();
    }
    if (head & valuesFlag) {
        rollup.least = number();
        rollup.most = (head & oneValueFlag) ? *rollup.least : number();
    }
    return true;
}

DayRollups CheckDayTable::of(qint64 check, qint64 block) const
{
    static constexpr auto sql = "SELECT days FROM check_days WHERE block = ?1 AND check_id = ?2";
    Query query(m_connection, sql);
    query.bind(block).bind(check);
    DayRollups days;
    if (!query.step())
        return days;
    const auto bytes = query.blob(0);
    PackedDays packed(block, bytes);
    qint64 day = 0;
    for (DayRollup rollup; packed.next(day, rollup);)
        days[day] = rollup;
    return days;
}

DayRollups CheckDayTable::days(qint64 check, qint64 from, qint64 to) const
{
    static constexpr auto boundsSql = "SELECT min(block), max(block) FROM check_days";
    DayRollups days;
    if (from >= to)
        return days;
    qint64 first = 0;
    qint64 last = 0;
    {
        Query bounds(m_connection, boundsSql);
        if (!bounds.step() || !bounds.number(0))
            return days;
        first = std::max(bounds.integer(0), flooredBy(from, daysInBlock));
        last = std::min(bounds.integer(1), flooredBy(to - 1, daysInBlock));
    }
    for (auto block = first; block <= last; ++block) {
        for (const auto &[day, rollup] : of(check, block)) {
            if (day >= from && day < to)
                days[day] = rollup;
        }
    }
    return days;
}

void CheckDayTable::put(qint64 check, qint64 block, const DayRollups &days)
{
    static constexpr auto sql = "INSERT INTO check_days (block, check_id, days) VALUES (?1, ?2, ?3)"
                                " ON CONFLICT DO UPDATE SET days = excluded.days";
    static constexpr auto removeSql = "DELETE FROM check_days WHERE block = ?1 AND check_id = ?2";
    const auto bytes = packedDays(block, days);
    Query query(m_connection, days.empty() ? removeSql : sql);
    query.bind(block).bind(check);
    if (!days.empty())
        query.bind(bytes);
    query.execute();
}

void CheckDayTable::removeAll()
{
    static constexpr auto sql = "DELETE FROM check_days";
    Query(m_connection, sql).execute();
}

void CheckDayTable::forEach(
    qint64 from, qint64 to,
    const std::function<void(qint64 check, qint64 day, const DayRollup &)> &take) const
{
    static constexpr auto sql =
        "SELECT block, check_id, days FROM check_days WHERE block BETWEEN ?1 AND ?2";
    if (from >= to)
        return;
    Query query(m_connection, sql);
    query.bind(flooredBy(from, daysInBlock)).bind(flooredBy(to - 1, daysInBlock));
    while (query.step()) {
        const auto check = query.integer(1);
        PackedDays packed(query.integer(0), query.bytes(2));
        qint64 day = 0;
        for (DayRollup rollup; packed.next(day, rollup);) {
            if (day >= from && day < to)
                take(check, day, rollup);
        }
    }
}

} // namespace portolan::store
