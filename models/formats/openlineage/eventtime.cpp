// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/eventtime.h"

#include <array>
#include <chrono>

namespace portolan::formats::openlineage {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Takes numbers and signs from the front of a text.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    //! A number of exactly \a digits; -1 when there is none.
    int number(std::size_t digits)
    {
        if (m_rest.size() < digits)
            return -1;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!isDigit(m_rest[i]))
                return -1;
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(digits);
        return value;
    }

    bool take(std::string_view signs)
    {
        if (m_rest.empty() || signs.find(m_rest.front()) == std::string_view::npos)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    //! The digits behind a decimal sign as microseconds; those behind the sixth are passed over.
    Moment fraction()
    {
        Moment value = 0;
        int digits = 0;
        for (; !m_rest.empty() && isDigit(m_rest.front()); m_rest.remove_prefix(1), ++digits) {
            if (digits < 6)
                value = value * 10 + (m_rest.front() - '0');
        }
        for (; digits < 6; ++digits)
            value *= 10;
        return value;
    }

    char front() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

//! The zone at the end of a time, in minutes; empty for what is none.
std::optional<int> zoneOf(Scanner &scanner)
{
    if (scanner.atEnd() || scanner.take("Zz"))
        return 0;
    const int sign = scanner.front() == '-' ? -1 : 1;
    if (!scanner.take("+-"))
        return std::nullopt;
    const int hours = scanner.number(2);
    scanner.take(":");
    const int minutes = scanner.atEnd() ? 0 : scanner.number(2);
    if (hours < 0 || minutes < 0)
        return std::nullopt;
    return sign * (hours * 60 + minutes);
}

} // namespace

std::optional<Moment> momentOf(std::string_view text)
{
    using namespace std::chrono;
    Scanner scanner(text);
    const int year = scanner.number(4);
    scanner.take("-");
    const int month = scanner.number(2);
    scanner.take("-");
    const int day = scanner.number(2);
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (year < 0 || month < 0 || day < 0 || !date.ok() || !scanner.take("Tt "))
        return std::nullopt;
    std::array<int, 3> clock{};
    for (auto &part : clock) {
        part = scanner.number(2);
        if (part < 0)
            return std::nullopt;
        scanner.take(":");
    }
    const auto micros = scanner.take(".,") ? scanner.fraction() : 0;
    const auto zone = zoneOf(scanner);
    if (!zone || !scanner.atEnd())
        return std::nullopt;
    const auto time = sys_days(date) + hours(clock[0]) + minutes(clock[1] - *zone)
        + seconds(clock[2]) + microseconds(micros);
    return duration_cast<microseconds>(time.time_since_epoch()).count();
}

QDateTime dateTimeOf(Moment moment)
{
    // Rounded down, so that an order of microseconds stays one.
    const auto ms = moment >= 0 ? moment / 1000 : (moment - 999) / 1000;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace portolan::formats::openlineage
