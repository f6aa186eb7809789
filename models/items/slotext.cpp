// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/slotext.h"

#include "models/items/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

class Quality
{
    Q_DECLARE_TR_FUNCTIONS(Quality)
};

constexpr double minute = 60;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;
constexpr int mostHours = 48;
constexpr int mostDays = 14;

//! \a format of the locale without the year and what stands beside it.
QString withoutYear(QString format)
{
    static const std::array words{u"yyyy"_s, u"yy"_s};
    for (const auto &word : words)
        format.remove(word);
    while (!format.isEmpty() && !format.back().isLetter() && format.back() != u'.')
        format.chop(1);
    while (!format.isEmpty() && !format.front().isLetter())
        format.remove(0, 1);
    return format;
}

QString clockText(const QTime &time)
{
    auto format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s).remove(u".ss"_s);
    return QLocale().toString(time, format);
}

} // namespace

QString stateText(domain::SloState state)
{
    switch (state) {
    case domain::SloState::Missed:
        return Quality::tr("Missed");
    case domain::SloState::Burning:
        return Quality::tr("Burning");
    case domain::SloState::Met:
        return Quality::tr("Met");
    case domain::SloState::Unknown:
        break;
    }
    return Quality::tr("Unknown");
}

std::optional<domain::SloState> stateFromWord(const QString &word)
{
    using domain::SloState;
    for (const auto state :
         {SloState::Missed, SloState::Burning, SloState::Unknown, SloState::Met}) {
        if (word.compare(domain::sloStateWord(state), Qt::CaseInsensitive) == 0)
            return state;
    }
    return std::nullopt;
}

QString stateFigure(const domain::Entity &entity)
{
    if (!entity.sloState)
        return {};
    const bool isShort = *entity.sloState == domain::SloState::Missed
        || *entity.sloState == domain::SloState::Burning;
    if (isShort && entity.budgetLeft <= 0)
        return Quality::tr("budget spent");
    if (isShort)
        return Quality::tr("%1 left").arg(percentText(entity.budgetLeft, 0));
    return entity.sli ? percentText(*entity.sli, 2) : Quality::tr("no evidence");
}

QString standingLine(const domain::Entity &entity)
{
    return entity.sloState
        ? Quality::tr("%1, %2").arg(stateText(*entity.sloState), stateFigure(entity))
        : QString();
}

QString runText(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Pass:
        return Quality::tr("Passed");
    case domain::RunStatus::Warn:
        return Quality::tr("Warned");
    case domain::RunStatus::Fail:
        return Quality::tr("Failed");
    case domain::RunStatus::Error:
        return Quality::tr("Error");
    case domain::RunStatus::Skipped:
        return Quality::tr("Skipped");
    case domain::RunStatus::Unknown:
        break;
    }
    return Quality::tr("Unknown");
}

QString dimensionText(const QString &dimension)
{
    static const QHash<QString, const char *> words{
        {u"completeness"_s, QT_TRANSLATE_NOOP("Quality", "Completeness")},
        {u"accuracy"_s, QT_TRANSLATE_NOOP("Quality", "Accuracy")},
        {u"freshness"_s, QT_TRANSLATE_NOOP("Quality", "Freshness")},
        {u"validity"_s, QT_TRANSLATE_NOOP("Quality", "Validity")},
        {u"uniqueness"_s, QT_TRANSLATE_NOOP("Quality", "Uniqueness")},
        {u"consistency"_s, QT_TRANSLATE_NOOP("Quality", "Consistency")},
        {u"volume"_s, QT_TRANSLATE_NOOP("Quality", "Volume")},
        {u"other"_s, QT_TRANSLATE_NOOP("Quality", "Other")}};
    const auto *word = words.value(dimension, nullptr);
    return word != nullptr ? Quality::tr(word) : capitalised(oneLine(dimension));
}

QString measureTitle(const domain::Slo &slo)
{
    if (!slo.dimension.isEmpty())
        return dimensionText(slo.dimension);
    return slo.nativeId.contains(u"#sla/availability"_s) ? Quality::tr("Availability")
                                                         : oneLine(slo.name, 80);
}

QString measurePhrase(const domain::Slo &slo)
{
    if (!slo.dimension.isEmpty())
        return dimensionWord(slo.dimension);
    return slo.nativeId.contains(u"#sla/availability"_s) ? Quality::tr("availability")
                                                         : oneLine(slo.name, 80);
}

QString dimensionWord(const QString &dimension)
{
    static const QHash<QString, const char *> words{
        {u"completeness"_s, QT_TRANSLATE_NOOP("Quality", "completeness")},
        {u"accuracy"_s, QT_TRANSLATE_NOOP("Quality", "accuracy")},
        {u"freshness"_s, QT_TRANSLATE_NOOP("Quality", "freshness")},
        {u"validity"_s, QT_TRANSLATE_NOOP("Quality", "validity")},
        {u"uniqueness"_s, QT_TRANSLATE_NOOP("Quality", "uniqueness")},
        {u"consistency"_s, QT_TRANSLATE_NOOP("Quality", "consistency")},
        {u"volume"_s, QT_TRANSLATE_NOOP("Quality", "volume")},
        {u"other"_s, QT_TRANSLATE_NOOP("Quality", "other checks")}};
    const auto *word = words.value(dimension, nullptr);
    return word != nullptr ? Quality::tr(word) : oneLine(dimension);
}

QString dimensionShort(const QString &dimension)
{
    static const QHash<QString, const char *> words{
        {u"completeness"_s, QT_TRANSLATE_NOOP("Quality", "complete")},
        {u"accuracy"_s, QT_TRANSLATE_NOOP("Quality", "accurate")},
        {u"freshness"_s, QT_TRANSLATE_NOOP("Quality", "fresh")},
        {u"validity"_s, QT_TRANSLATE_NOOP("Quality", "valid")},
        {u"uniqueness"_s, QT_TRANSLATE_NOOP("Quality", "unique")},
        {u"consistency"_s, QT_TRANSLATE_NOOP("Quality", "consistent")},
        {u"volume"_s, QT_TRANSLATE_NOOP("Quality", "volume")},
        {u"other"_s, QT_TRANSLATE_NOOP("Quality", "other")}};
    const auto *word = words.value(dimension, nullptr);
    return word != nullptr ? Quality::tr(word) : oneLine(dimension);
}

QString domainText(const QStringList &domain)
{
    return domain.isEmpty() ? Quality::tr("No domain") : oneLine(domain.join(u" › "_s));
}

QString percentText(double fraction, int digits)
{
    // Rounding must not turn what was missed into a whole: 99.996 % is not 100.00 %.
    const auto scale = std::pow(10, digits);
    auto value = fraction * 100;
    if (fraction < 1 && std::round(value * scale) >= 100 * scale)
        value = std::floor(value * scale) / scale;
    auto number = QLocale().toString(value, 'f', digits);
    if (number.startsWith(u'-'))
        number.replace(0, 1, u"−"_s);
    return Quality::tr("%1 %").arg(number);
}

QString targetText(double target)
{
    for (int digits = 1; digits < 4; ++digits) {
        const auto scaled = target * std::pow(10, digits + 2);
        if (std::abs(scaled - std::round(scaled)) < 1e-6)
            return percentText(target, digits);
    }
    return percentText(target, 4);
}

QString rateText(const std::optional<double> &rate)
{
    constexpr double large = 100; // of which a tenth tells nothing
    return rate ? Quality::tr("%1×").arg(QLocale().toString(*rate, 'f', *rate < large ? 1 : 0))
                : u"–"_s;
}

QString spanText(double given)
{
    const auto seconds = std::abs(given);
    const auto sign = given < 0 ? u"−"_s : QString();
    if (seconds < minute)
        return sign + Quality::tr("%1 s").arg(QLocale().toString(std::round(seconds), 'f', 0));
    const auto two = [&](double unit, double smaller, const QString &large,
                         const QString &small) -> QString {
        auto whole = std::floor(seconds / unit);
        auto rest = std::round((seconds - whole * unit) / smaller);
        if (rest >= unit / smaller) {
            ++whole;
            rest = 0;
        }
        const auto first = large.arg(QLocale().toString(whole, 'f', 0));
        return sign
            + (rest > 0 ? first + u' ' + small.arg(QLocale().toString(rest, 'f', 0)) : first);
    };
    if (seconds < hour)
        return sign
            + Quality::tr("%1 min").arg(QLocale().toString(std::round(seconds / 60), 'f', 0));
    if (seconds < day)
        return two(hour, minute, Quality::tr("%1 h"), Quality::tr("%1 min"));
    return two(day, hour, Quality::tr("%1 d"), Quality::tr("%1 h"));
}

QString windowText(const quality::BurnRate &rate)
{
    return spanText(double(rate.seconds));
}

QString windowWords(const quality::BurnRate &rate)
{
    const auto hours = int(rate.seconds / 3600);
    return hours % 24 == 0 ? Quality::tr("%n day(s)", nullptr, hours / 24)
                           : Quality::tr("%n hour(s)", nullptr, hours);
}

QString shorthandText(const QString &duration)
{
    bool isNumber = false;
    const int count = QStringView(duration).chopped(duration.isEmpty() ? 0 : 1).toInt(&isNumber);
    if (!isNumber)
        return oneLine(duration);
    switch (duration.back().unicode()) {
    case u'm':
        return Quality::tr("%n minute(s)", nullptr, count);
    case u'h':
        return Quality::tr("%n hour(s)", nullptr, count);
    case u'd':
        return Quality::tr("%n day(s)", nullptr, count);
    case u'w':
        return Quality::tr("%n week(s)", nullptr, count);
    case u'M':
        return Quality::tr("%n month(s)", nullptr, count);
    case u'Q':
        return Quality::tr("%n quarter(s)", nullptr, count);
    case u'Y':
        return Quality::tr("%n year(s)", nullptr, count);
    default:
        return oneLine(duration);
    }
}

QString sliceSpanText(const quality::Figures &figures, double slices)
{
    return figures.sliceSeconds > 0 ? spanText(slices * double(figures.sliceSeconds)) : QString();
}

QString timeText(qint64 ms)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(ms);
    return Quality::tr("%1, %2").arg(dayText(local.date()), clockText(local.time()));
}

QString dayText(const QDate &date)
{
    const QLocale locale;
    auto format = locale.dateFormat(QLocale::LongFormat);
    format.remove(u"dddd"_s).replace(u"MMMM"_s, u"MMM"_s);
    return locale.toString(date, withoutYear(format));
}

QString agoText(const QDateTime &then, const QDateTime &now)
{
    const auto seconds = double(then.secsTo(now));
    if (seconds < minute)
        return Quality::tr("just now");
    if (seconds < hour)
        return Quality::tr("%n minute(s) ago", nullptr, int(seconds / minute));
    if (seconds < mostHours * hour)
        return Quality::tr("%n hour(s) ago", nullptr, int(seconds / hour));
    if (seconds < mostDays * day)
        return Quality::tr("%n day(s) ago", nullptr, int(seconds / day));
    return dayText(then.toLocalTime().date());
}

QString countsText(const QList<ServiceLevel> &levels)
{
    QStringList parts;
    const auto add = [&](domain::SloState state, const QString &text) {
        const auto count = std::count_if(levels.begin(), levels.end(), [state](const auto &level) {
            return level.state() == state;
        });
        if (count > 0)
            parts.append(text.arg(QLocale().toString(qlonglong(count))));
    };
    add(domain::SloState::Missed, Quality::tr("%1 missed"));
    add(domain::SloState::Burning, Quality::tr("%1 burning"));
    add(domain::SloState::Unknown, Quality::tr("%1 unknown"));
    add(domain::SloState::Met, Quality::tr("%1 met"));
    return parts.join(u" · "_s);
}

} // namespace portolan::items
