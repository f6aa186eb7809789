// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/slocharts.h"

#include "models/items/slotext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace portolan::views::quality {
namespace {

using Kind = items::FigureTable::Kind;
using SpanState = items::SliceSpan::State;

class Charts
{
    Q_DECLARE_TR_FUNCTIONS(SloCharts)
};

const double unknown = std::nan("");
constexpr double margin = 1.15; // of room below the lowest value

qint64 endOf(const items::SloStory &story)
{
    return story.period.to.toMSecsSinceEpoch();
}

//! A range that holds \a needed, whose quarters are round.
double niceRange(double needed)
{
    const auto power = std::pow(10, std::floor(std::log10(std::max(needed, 1e-6))));
    for (const auto factor : {1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0, 10.0}) {
        if (factor * power >= needed)
            return factor * power;
    }
    return needed;
}

QString percentAt(double value, double range)
{
    // As many digits as a quarter of the range has.
    int digits = 0;
    auto step = range / 4 * 100;
    for (; digits < 4 && std::abs(step - std::round(step)) > 1e-6; ++digits)
        step *= 10;
    return items::percentText(value, range < 0.05 ? std::max(digits, 2) : digits);
}

QList<ChartBand> unknownBands(const items::SloStory &story)
{
    QList<ChartBand> bands;
    for (const auto &span : story.spans) {
        if (span.state == SpanState::Unknown)
            bands.append(
                {span.from, span.to,
                 Charts::tr("%1 unknown").arg(items::spanText(double(span.to - span.from) / 1000)),
                 Colour::HeatHatch});
    }
    return bands;
}

//! What made the SLI miss the target from \a from to \a to: "outages of 3 h and 2 h". Empty where
//! some of that may have been before the period.
QString outagesText(const items::SloStory &story, qint64 from, qint64 to)
{
    // What is bad counts for as long as a window: what lies before the period nobody sees here.
    const auto &figures = story.level.figures;
    const auto window = std::max<qint64>(0, endOf(story) - figures.windowStart);
    if (from - window < story.period.from.toMSecsSinceEpoch())
        return {};
    QList<double> seconds;
    for (const auto &span : story.spans) {
        if (span.from >= to)
            break;
        if (span.state == SpanState::Bad && span.to > from - window)
            seconds.append(double(span.to - span.from) / 1000);
    }
    if (seconds.isEmpty())
        return {};
    if (seconds.size() == 1)
        return Charts::tr("outage of %1").arg(items::spanText(seconds.first()));
    if (seconds.size() == 2)
        return Charts::tr("outages of %1 and %2")
            .arg(items::spanText(seconds.first()), items::spanText(seconds.last()));
    return Charts::tr("%n outage(s), %1 in all", nullptr, int(seconds.size()))
        .arg(items::spanText(std::accumulate(seconds.begin(), seconds.end(), 0.0)));
}

double remainingAfter(const ::portolan::quality::Figures &figures, double bad)
{
    if (figures.budget.total <= 0)
        return bad > 0 ? 0 : 1;
    return 1 - bad / figures.budget.total;
}

ChartPoints rates(const items::SloStory &story, int number)
{
    ChartPoints points;
    for (const auto &point : story.points) {
        const auto rate =
            number < point.burnRates.size() ? point.burnRates.at(number) : std::nullopt;
        points.append({double(point.at), rate.value_or(unknown)});
    }
    return points;
}

} // namespace

ChartContent sliContent(const items::SloStory &story)
{
    ChartContent content;
    content.from = story.period.from.toMSecsSinceEpoch();
    content.to = endOf(story);
    ChartLine line;
    line.name = Charts::tr("SLI");
    line.width = 2;
    line.isStepped = true;
    auto least = story.level.row.slo.target;
    for (const auto &point : story.points) {
        line.points.append({double(point.at), point.sli.value_or(unknown)});
        least = std::min(least, point.sli.value_or(1));
    }
    if (story.level.figures.sli)
        line.value = items::percentText(*story.level.figures.sli, 2);
    else
        line.name.clear();
    line.isMarked = story.level.figures.sli.has_value();
    const auto range = std::min(1.0, niceRange((1 - least) * margin));
    content.low = 1 - range;
    content.valueText = [range](double value) { return percentAt(value, range); };
    content.exactText = [](double value) { return items::percentText(value, 3); };
    content.lines = {line};
    content.levels = targetLevels(story, story.level.row.slo.target);
    content.bands = triedBands(story, story.level.row.slo.target);
    return content;
}

void tabulateSli(const items::SloStory &story, items::FigureTable &table)
{
    table.show({{Charts::tr("Time"), Kind::Moment},
                {Charts::tr("SLI"), Kind::Percent, 3},
                {Charts::tr("Target"), Kind::Percent, 3}},
               int(story.points.size()),
               [points = story.points, target = story.level.row.slo.target](int row, int column) {
                   const auto &point = points.at(row);
                   if (column == 0)
                       return QVariant(point.at);
                   if (column == 2)
                       return QVariant(target);
                   return point.sli ? QVariant(*point.sli) : QVariant();
               });
}

QList<ChartBand> triedBands(const items::SloStory &story, double target)
{
    QList<ChartBand> bands;
    const auto add = [&](qint64 from, qint64 to) {
        bands.append({from, to, outagesText(story, from, to), Colour::AccentSoft});
    };
    std::optional<qint64> begin;
    for (const auto &point : story.points) {
        const bool isMissed = point.sli && *point.sli < target;
        if (isMissed && !begin)
            begin = point.at;
        if (!isMissed && begin)
            add(*std::exchange(begin, std::nullopt), point.at);
    }
    if (begin)
        add(*begin, endOf(story));
    bands.append(unknownBands(story));
    return bands;
}

QList<ChartLevel> targetLevels(const items::SloStory &story, double tried)
{
    const auto declared = story.level.row.slo.target;
    QList<ChartLevel> levels{
        {declared, Charts::tr("Target %1").arg(items::targetText(declared)), false, true}};
    if (tried != declared)
        levels.append({tried, {}, true, true, Colour::Accent});
    return levels;
}

QList<QPointF> burnDown(const items::SloStory &story)
{
    const auto &figures = story.level.figures;
    QList<QPointF> points;
    if (!figures.sli)
        return points; // of what nobody knows, no budget is spent or left
    const auto start = figures.windowStart;
    const auto end = std::min(endOf(story),
                              figures.at == ::portolan::quality::never ? endOf(story) : figures.at);
    const bool isCovered = story.period.from.toMSecsSinceEpoch() <= start
        && figures.sliceSeconds > 0 && !story.spans.isEmpty();
    if (!isCovered) {
        // Part of the window is not in the period: the budget as it was at each time.
        for (const auto &point : story.points)
            points.append({double(point.at), point.sli ? point.remaining : unknown});
        return points;
    }
    double bad = 0;
    points.append({double(start), 1});
    for (const auto &span : story.spans) {
        const auto from = std::max(span.from, start);
        if (span.state != SpanState::Bad || span.to <= start || from >= end)
            continue;
        points.append({double(from), remainingAfter(figures, bad)});
        bad += double(std::min(span.to, end) - from) / 1000 / double(figures.sliceSeconds);
        points.append({double(std::min(span.to, end)), remainingAfter(figures, bad)});
    }
    points.append({double(end), figures.budget.remaining});
    return points;
}

ChartContent budgetContent(const items::SloStory &story)
{
    const auto &figures = story.level.figures;
    ChartContent content;
    content.bands = unknownBands(story);
    ChartLine left;
    left.points = burnDown(story);
    left.width = 2;
    left.isMarked = figures.sli.has_value();
    if (figures.sli)
        left.value = Charts::tr("%1 left").arg(items::percentText(figures.budget.remaining, 0));
    const auto now = endOf(story);
    const auto start = std::max(figures.windowStart, story.period.from.toMSecsSinceEpoch());
    const auto first =
        left.points.isEmpty() ? double(std::min(start, now - 1)) : left.points.first().x();
    content.from = qint64(first);
    content.to =
        std::max(now, figures.windowEnd == ::portolan::quality::never ? now : figures.windowEnd);
    double least = 0;
    for (const auto &point : std::as_const(left.points))
        least = std::min(least, std::isnan(point.y()) ? 0 : point.y());
    content.low = least < 0 ? -niceRange(std::min(1.0, -least)) : 0;
    ChartLine pace;
    pace.points = {{first, 1}, {double(std::max(now, content.to)), 0}};
    pace.colour = Colour::Chart5;
    pace.width = 1;
    pace.style = Qt::DotLine;
    pace.name = Charts::tr("even pace");
    pace.isInside = true;
    content.lines = {left, pace};
    if (figures.exhaustion && figures.exhaustion->at > figures.at) {
        const auto &end = *figures.exhaustion;
        const auto remaining = std::max(figures.budget.remaining, content.low);
        ChartLine forecast;
        forecast.points = {{double(now), remaining}, {double(end.at), 0}};
        forecast.width = 2;
        forecast.style = Qt::DashLine;
        const auto window = now - content.from;
        const auto low = end.low.value_or(end.at);
        const auto high = end.high.value_or(now + window);
        content.fan = QPolygonF({{double(now), remaining}, {double(low), 0}, {double(high), 0}});
        content.forecast = end.at;
        content.to = std::max({content.to, std::min(high, now + window), now + window / 4});
        content.to += (content.to - content.from) / 20;
        content.now = now;
        content.lines.first().isBefore = true;
        content.lines.append(forecast);
    }
    content.valueText = [](double value) { return items::percentText(value, 0); };
    content.exactText = [](double value) { return items::percentText(value, 1); };
    return content;
}

void tabulateBudget(const items::SloStory &story, items::FigureTable &table)
{
    const auto points = burnDown(story);
    table.show({{Charts::tr("Time"), Kind::Moment}, {Charts::tr("Budget left"), Kind::Percent, 2}},
               int(points.size()), [points](int row, int column) {
                   if (column == 0)
                       return QVariant(qint64(points.at(row).x()));
                   const auto left = points.at(row).y();
                   return std::isnan(left) ? QVariant() : QVariant(left);
               });
}

ChartContent burnContent(const items::SloStory &story)
{
    const auto &burn = story.level.figures.burnRates;
    ChartContent content;
    content.bands = unknownBands(story);
    content.from = story.period.from.toMSecsSinceEpoch();
    content.to = endOf(story);
    double most = 1;
    constexpr Colour colours[] = {Colour::Chart5, Colour::Chart2, Colour::Chart1};
    // The long window first: hovering tells about it.
    for (int i = int(std::min<qsizetype>(burn.size(), 3)) - 1; i >= 0; --i) {
        const auto &rate = burn.at(i);
        ChartLine line;
        line.name = items::windowText(rate);
        line.value = items::rateText(rate.rate);
        line.points = rates(story, i);
        line.colour = colours[i];
        line.width = i == 2 ? 2 : 1.5;
        line.isMarked = rate.rate.has_value();
        for (const auto &point : std::as_const(line.points))
            most = std::max(most, std::isnan(point.y()) ? 0 : point.y());
        content.lines.append(line);
        most = std::max(most, rate.rate.value_or(0));
        if (rate.alertAt < mostBurn)
            most = std::max(most, i == 2 ? rate.alertAt * 1.1 : 0);
    }
    content.high = most > mostBurn / 2 ? mostBurn : std::max(2.0, std::ceil(most / 2) * 2);
    for (const auto &rate : burn) {
        if (rate.alertAt <= content.high)
            content.levels.append({rate.alertAt,
                                   rate.isPage
                                       ? Charts::tr("page, %1").arg(items::windowText(rate))
                                       : Charts::tr("ticket, %1").arg(items::windowText(rate)),
                                   true, false, Colour::TextSecondary});
    }
    content.valueText = [](double value) {
        return Charts::tr("%1×").arg(
            QLocale().toString(value, 'f', value == std::round(value) ? 0 : 1));
    };
    content.exactText = [](double value) { return items::rateText(value); };
    return content;
}

void tabulateBurn(const items::SloStory &story, items::FigureTable &table)
{
    QList<items::FigureTable::Column> columns{{Charts::tr("Time"), Kind::Moment}};
    for (const auto &rate : story.level.figures.burnRates)
        columns.append({items::windowText(rate), Kind::Number, 2});
    table.show(columns, int(story.points.size()), [points = story.points](int row, int column) {
        const auto &point = points.at(row);
        if (column == 0)
            return QVariant(point.at);
        const auto rate =
            column <= point.burnRates.size() ? point.burnRates.at(column - 1) : std::nullopt;
        return rate ? QVariant(*rate) : QVariant();
    });
}

} // namespace portolan::views::quality
