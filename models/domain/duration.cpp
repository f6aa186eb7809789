// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/duration.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {

namespace {

constexpr double minute = 60;
constexpr double hour = 3600;
constexpr double day = 86400;

//! What a file says, in a message: no longer than a line.
QString quoted(const QString &text)
{
    return u'"' + text.left(60) + u'"';
}

//! Seconds of one \a unit of ODCS, whose "any case" makes "M" minutes; 0 for no unit at all.
double secondsOfUnit(const QString &unit)
{
    static const QHash<QString, double> units{{u"ms"_s, 0.001},
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
                                              {u"w"_s, 7 * day},
                                              {u"wk"_s, 7 * day},
                                              {u"wks"_s, 7 * day},
                                              {u"week"_s, 7 * day},
                                              {u"weeks"_s, 7 * day},
                                              {u"mo"_s, 30 * day},
                                              {u"mon"_s, 30 * day},
                                              {u"month"_s, 30 * day},
                                              {u"months"_s, 30 * day},
                                              {u"q"_s, 91 * day},
                                              {u"quarter"_s, 91 * day},
                                              {u"quarters"_s, 91 * day},
                                              {u"y"_s, 365 * day},
                                              {u"yr"_s, 365 * day},
                                              {u"yrs"_s, 365 * day},
                                              {u"year"_s, 365 * day},
                                              {u"years"_s, 365 * day}};
    return units.value(unit.trimmed().toLower(), 0);
}

//! The seconds of the named groups of \a match, in \a names; only the last one that is there may
//! have a fraction.
std::optional<double> sumOf(const QRegularExpressionMatch &match)
{
    static constexpr std::array lengths{365 * day, 30 * day, 7 * day, day, hour, minute, 1.0};
    double seconds = 0;
    bool any = false;
    bool fraction = false;
    for (int i = 0; i < int(lengths.size()); ++i) {
        auto digits = match.captured(i + 1);
        if (digits.isEmpty())
            continue;
        if (fraction)
            return {};
        digits.replace(u',', u'.');
        fraction = digits.contains(u'.');
        any = true;
        seconds += digits.toDouble() * lengths.at(size_t(i));
    }
    return any && std::isfinite(seconds) ? std::optional(seconds) : std::nullopt;
}

} // namespace

qint64 Duration::months() const
{
    switch (unit) {
    case Unit::Month:
        return count;
    case Unit::Quarter:
        return 3 * count;
    case Unit::Year:
        return 12 * count;
    default:
        return 0;
    }
}

qint64 Duration::ms() const
{
    switch (unit) {
    case Unit::Minute:
        return count * 60000;
    case Unit::Hour:
        return count * 3600000;
    case Unit::Day:
    case Unit::Week:
        return days() * 86400000;
    default:
        return 0;
    }
}

Result<Duration> parseShorthand(const QString &text)
{
    // \z and not $, which would let a line break at the end pass.
    static const QRegularExpression shorthand(u"\\A([1-9][0-9]*)([mhdwMQY])\\z"_s);
    const auto match = shorthand.match(text);
    if (!match.hasMatch()) {
        return failure(Error::Kind::BadInput,
                       u"%1 is no duration: a whole number from 1 and one of m, h, d, w, M, Q, Y "
                       "is expected"_s.arg(quoted(text)));
    }
    static const QString letters = u"mhdwMQY"_s;
    Duration duration;
    bool isNumber = false;
    duration.count = match.captured(1).toInt(&isNumber);
    duration.unit = Duration::Unit(letters.indexOf(match.captured(2)));
    constexpr qint64 century = 36525 * qint64(86400000);
    if (!isNumber || duration.ms() > century || duration.months() > 1200) {
        return failure(Error::Kind::BadInput, u"%1 is longer than a century"_s.arg(quoted(text)));
    }
    return duration;
}

Result<double> secondsOfIso(const QString &text)
{
    static const QRegularExpression iso(
        u"\\AP(?:([0-9]+(?:[.,][0-9]+)?)Y)?(?:([0-9]+(?:[.,][0-9]+)?)M)?"
        "(?:([0-9]+(?:[.,][0-9]+)?)W)?(?:([0-9]+(?:[.,][0-9]+)?)D)?"
        "(?:T(?=[0-9])(?:([0-9]+(?:[.,][0-9]+)?)H)?(?:([0-9]+(?:[.,][0-9]+)?)M)?"
        "(?:([0-9]+(?:[.,][0-9]+)?)S)?)?\\z"_s);
    const auto match = iso.match(text);
    const auto seconds = match.hasMatch() ? sumOf(match) : std::nullopt;
    if (!seconds) {
        return failure(Error::Kind::BadInput,
                       u"%1 is no ISO 8601 duration, such as P1D or PT36H"_s.arg(quoted(text)));
    }
    return *seconds;
}

Result<double> secondsOfTerm(const QString &value, const QString &unit)
{
    const auto trimmed = value.trimmed();
    if (trimmed.startsWith(u'P'))
        return secondsOfIso(trimmed);
    static const QRegularExpression number(u"\\A([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]*)\\z"_s);
    const auto match = number.match(trimmed);
    if (!match.hasMatch()) {
        return failure(Error::Kind::BadInput, u"%1 is no amount of time"_s.arg(quoted(value)));
    }
    const auto own = match.captured(2);
    const auto &word = own.isEmpty() ? unit : own;
    const double each = secondsOfUnit(word);
    if (each <= 0) {
        return failure(Error::Kind::BadInput,
                       word.trimmed().isEmpty() ? u"%1 has no unit of time"_s.arg(quoted(value))
                                                : u"%1 is no unit of time"_s.arg(quoted(word)));
    }
    const double seconds = match.captured(1).toDouble() * each;
    if (!std::isfinite(seconds)) {
        return failure(Error::Kind::BadInput, u"%1 is no amount of time"_s.arg(quoted(value)));
    }
    return seconds;
}

} // namespace portolan::domain
