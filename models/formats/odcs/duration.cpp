// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/duration.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

constexpr double minute = 60;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;
constexpr double week = 7 * day;
constexpr double month = 30 * day;
constexpr double year = 365 * day;

//! 0 for a word that is no unit.
double unitSeconds(const QString &word)
{
    static const QHash<QString, double> units{
        {u"ms"_s, 0.001},
        {u"millisecond"_s, 0.001},
        {u"milliseconds"_s, 0.001},
        {u"s"_s, 1},
        {u"sec"_s, 1},
        {u"secs"_s, 1},
        {u"second"_s, 1},
        {u"seconds"_s, 1},
        {u"m"_s, minute},
        {u"min"_s, minute},
        {u"mins"_s, minute},
        {u"minute"_s, minute},
        {u"minutes"_s, minute},
        {u"h"_s, hour},
        {u"hr"_s, hour},
        {u"hrs"_s, hour},
        {u"hour"_s, hour},
        {u"hours"_s, hour},
        {u"d"_s, day},
        {u"day"_s, day},
        {u"days"_s, day},
        {u"w"_s, week},
        {u"wk"_s, week},
        {u"week"_s, week},
        {u"weeks"_s, week},
        {u"mo"_s, month},
        {u"month"_s, month},
        {u"months"_s, month},
        {u"y"_s, year},
        {u"yr"_s, year},
        {u"yrs"_s, year},
        {u"year"_s, year},
        {u"years"_s, year},
    };
    return units.value(word.trimmed().toLower(), 0);
}

//! The seconds of an ISO 8601 duration; 0 for what is none.
double isoSeconds(const QString &text)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(
            uR"(P(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?)"
            uR"((?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?)"_s),
        QRegularExpression::CaseInsensitiveOption);
    constexpr std::array units{year, month, week, day, hour, minute, 1.0};
    const auto match = pattern.match(text);
    double seconds = 0;
    for (std::size_t i = 0; match.hasMatch() && i < units.size(); ++i) {
        auto part = match.captured(static_cast<int>(i) + 1);
        auto ok = part.isEmpty();
        seconds += units.at(i) * part.replace(u',', u'.').toDouble(ok ? nullptr : &ok);
        if (!ok)
            return 0;
    }
    return seconds;
}

} // namespace

std::optional<double> secondsOf(const QString &value, const QString &unit)
{
    // Nothing that is promised takes longer; and the arithmetic of times stays in its bounds.
    constexpr double longest = 1000 * year;
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(uR"((\d+(?:\.\d+)?|\.\d+)\s*([A-Za-z]*))"_s));
    auto seconds = isoSeconds(value.trimmed());
    if (const auto match = pattern.match(value.trimmed()); match.hasMatch())
        seconds = match.captured(1).toDouble()
            * unitSeconds(match.captured(2).isEmpty() ? unit : match.captured(2));
    return seconds > 0 && seconds <= longest ? std::optional(seconds) : std::nullopt;
}

} // namespace portolan::formats::odcs
