// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"
#include "models/store/packing.h"
#include "models/store/qualityvalues.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>
#include <functional>
#include <map>
#include <optional>

namespace portolan::store {

inline constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
inline constexpr qint64 daysInBlock = 32;

//! \a value divided by \a by, rounded down: times may lie before 1970.
constexpr qint64 flooredBy(qint64 value, qint64 by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

//! The UTC day of \a ms, counted from 1970-01-01.
constexpr qint64 dayOf(qint64 ms)
{
    return flooredBy(ms, dayMs);
}

//! What the runs of one check on one day amount to.
struct DayRollup
{
    RunCounts counts;
    std::optional<double> least; //!< of CheckRun::value
    std::optional<double> most;

    void add(domain::RunStatus status, const std::optional<double> &value);
    void add(const DayRollup &other);

    bool operator==(const DayRollup &) const = default;
};

//! Roll-ups by day.
using DayRollups = std::map<qint64, DayRollup>;

//! The days of one block as bytes.
QByteArray packedDays(qint64 block, const DayRollups &days);

//! Takes the packed days of a block apart, in order. Throws when the bytes are damaged.
class PackedDays
{
public:
    PackedDays(qint64 block, QByteArrayView bytes)
        : m_first(block * daysInBlock)
        , m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {
    }

    //! Reads the next day; false behind the last one.
    bool next(qint64 &day, DayRollup &rollup);

private:
    unsigned char byte();
    qint64 count();
    double number();

    qint64 m_first;
    const char *m_at;
    const char *m_end;
};

//! The check_days table of history.db: roll-ups of each check by UTC day. Throws.
class CheckDayTable
{
public:
    explicit CheckDayTable(Connection &connection)
        : m_connection(connection)
    {
    }

    DayRollups of(qint64 check, qint64 block) const;
    //! Every day of \a check from day \a from to day \a to, exclusive.
    DayRollups days(qint64 check, qint64 from, qint64 to) const;
    //! Replaces a block; removes it when there are no \a days.
    void put(qint64 check, qint64 block, const DayRollups &days);
    void removeAll();
    //! Goes over the days of all checks from day \a from to day \a to, exclusive.
    void
    forEach(qint64 from, qint64 to,
            const std::function<void(qint64 check, qint64 day, const DayRollup &)> &take) const;

private:
    Connection &m_connection;
};

} // namespace portolan::store
