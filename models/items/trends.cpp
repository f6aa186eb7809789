// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/trends.h"

#include "models/items/displaytext.h"

#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr qsizetype lastDays = 7;

//! Good and known runs of a day.
struct Day
{
    qint64 good = 0;
    qint64 known = 0;

    void add(const Day &other)
    {
        good += other.good;
        known += other.known;
    }

    std::optional<double> share() const
    {
        return known == 0 ? std::nullopt : std::optional(double(good) / double(known));
    }
};

using Days = QList<Day>;

std::optional<double> lately(const Days &days)
{
    Day sum;
    for (auto i = std::max<qsizetype>(0, days.size() - lastDays); i < days.size(); ++i)
        sum.add(days.at(i));
    return sum.share();
}

TrendLine lineOf(const QString &name, const Days &days)
{
    TrendLine line{name, {}};
    for (const auto &day : days)
        line.shares.append(day.share());
    return line;
}

//! The domain as a short label: its last part.
QString labelOf(const QStringList &domain)
{
    return domain.isEmpty() ? QString() : oneLine(domain.last(), 40);
}

Trend trendOf(const QString &dimension, const QList<QDate> &days,
              const std::map<QStringList, Days> &byDomain)
{
    Trend trend{dimension, days, {}};
    QList<std::pair<double, QStringList>> outliers;
    for (const auto &[domain, counts] : byDomain) {
        const auto share = lately(counts);
        if (share && *share < usualTarget && !domain.isEmpty())
            outliers.append({*share, domain});
    }
    std::sort(outliers.begin(), outliers.end());
    if (outliers.size() > mostOutliers)
        outliers.resize(mostOutliers);
    Days others(days.size());
    for (const auto &[domain, counts] : byDomain) {
        const bool stands = std::any_of(outliers.begin(), outliers.end(),
                                        [&](const auto &one) { return one.second == domain; });
        for (qsizetype i = 0; !stands && i < days.size(); ++i)
            others[i].add(counts.at(i));
    }
    trend.lines.append(lineOf({}, others));
    for (auto one = outliers.crbegin(); one != outliers.crend(); ++one)
        trend.lines.append(lineOf(labelOf(one->second), byDomain.at(one->second)));
    return trend;
}

} // namespace

std::optional<double> TrendLine::last() const
{
    for (auto share = shares.crbegin(); share != shares.crend(); ++share) {
        if (*share)
            return *share;
    }
    return {};
}

QList<Trend> trendsOf(const QualityBoard &board, const QualityFilter &filter)
{
    QList<QDate> days;
    const auto first = board.period.from.toUTC().date();
    const auto last = board.period.to.toUTC().date();
    for (auto day = first; day <= last; day = day.addDays(1))
        days.append(day);
    QHash<QString, std::map<QStringList, Days>> counts;
    for (const auto &total : board.days) {
        const auto at = first.daysTo(total.day);
        if (at < 0 || at >= days.size())
            continue;
        if (!filter.isEmpty()
            && !filter.matchesPlace(
                {total.domain.join(u' '), total.domain, {}, {}, total.dimension, {}, {}}))
            continue;
        auto &line = counts[total.dimension][total.domain];
        if (line.isEmpty())
            line.resize(days.size());
        line[at].add({total.counts.good(), total.counts.known()});
    }
    QList<Trend> trends;
    for (const auto &dimension : {u"completeness"_s, u"accuracy"_s, u"freshness"_s, u"validity"_s})
        trends.append(trendOf(dimension, days, counts.value(dimension)));
    return trends;
}

} // namespace portolan::items
