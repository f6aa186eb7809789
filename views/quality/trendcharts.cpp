// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/trendcharts.h"

#include "models/items/slotext.h"
#include "views/quality/timechart.h"

#include <QGridLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int count = 4;
constexpr double leastRange = 0.05;
// Each dimension has a colour of its own for what stands out most, and one for what stands out
// less.
constexpr Colour outlierColours[count][items::mostOutliers] = {{Colour::Chart2, Colour::Chart1},
                                                               {Colour::Chart3, Colour::Chart2},
                                                               {Colour::Chart4, Colour::Chart1},
                                                               {Colour::Chart6, Colour::Chart2}};

qint64 middleOf(const QDate &day)
{
    return QDateTime(day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
}

ChartPoints pointsOf(const items::Trend &trend, const items::TrendLine &line)
{
    ChartPoints points;
    for (qsizetype i = 0; i < trend.days.size(); ++i)
        points.append(
            {double(middleOf(trend.days.at(i))), line.shares.at(i).value_or(std::nan(""))});
    return points;
}

//! The lower end of the axis: a round percent below everything.
double lowOf(const items::Trend &trend)
{
    double least = 1 - leastRange;
    for (const auto &line : trend.lines) {
        for (const auto &share : line.shares)
            least = std::min(least, share.value_or(1));
    }
    return std::max(0.0, std::floor(least * 100 - 1e-9) / 100);
}

QString wholePercent(double share)
{
    return QLocale().toString(qRound(share * 100));
}

//! Behind a line one digit more: 99.6 must not read as 100.
QString exactPercent(double share)
{
    return QLocale().toString(std::floor(share * 1000) / 10, 'f', 1);
}

} // namespace

TrendCharts::TrendCharts(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(size::gap, 0, size::gap, size::gap);
    grid->setHorizontalSpacing(size::gap);
    grid->setVerticalSpacing(0);
    const auto &dimensions = domain::dimensions();
    for (int i = 0; i < count; ++i) {
        auto *title = new SafeLabel(items::dimensionText(dimensions.at(i)));
        title->setTextFont(Text::Small, true);
        title->setContentsMargins(size::gap, 0, 0, 0);
        auto *chart = new TimeChart(tr("Trend of %1").arg(title->text()));
        chart->setSparse(true);
        m_titles.append(title);
        m_charts.append(chart);
        grid->addWidget(title, i / 2 * 2, i % 2);
        grid->addWidget(chart, i / 2 * 2 + 1, i % 2);
    }
    for (const int row : {1, 3})
        grid->setRowStretch(row, 1);
    for (const int column : {0, 1})
        grid->setColumnStretch(column, 1);
}

void TrendCharts::show(const QList<items::Trend> &trends, const items::Period &period)
{
    for (qsizetype i = 0; i < std::min(trends.size(), m_charts.size()); ++i) {
        const auto &trend = trends.at(i);
        m_titles.at(i)->setText(items::dimensionText(trend.dimension));
        ChartContent content;
        content.from = period.from.toMSecsSinceEpoch();
        content.to = period.to.toMSecsSinceEpoch();
        content.low = lowOf(trend);
        content.valueText = wholePercent;
        content.exactText = [](double share) { return items::percentText(share, 2); };
        content.levels = {{items::usualTarget, {}, true, true, Colour::TextSecondary}};
        // The worst is drawn over the others, and hovering tells about it.
        for (auto line = trend.lines.crbegin(); line != trend.lines.crend(); ++line) {
            const auto place = line - trend.lines.crbegin();
            const bool isOthers = line->name.isEmpty();
            const bool isAlone = trend.lines.size() == 1;
            ChartLine drawn;
            drawn.name = !isOthers ? line->name : isAlone ? tr("all") : tr("others");
            drawn.points = pointsOf(trend, *line);
            drawn.colour = isOthers ? Colour::Chart5 : outlierColours[i][place];
            if (const auto last = line->last())
                drawn.value = exactPercent(*last);
            content.lines.append(drawn);
        }
        m_charts.at(i)->setContent(content);
    }
}

void TrendCharts::tabulate(const QList<items::Trend> &trends, items::FigureTable &table)
{
    using Kind = items::FigureTable::Kind;
    QList<items::FigureTable::Column> columns{{tr("Day"), Kind::Text}};

    struct Series
    {
        qsizetype trend;
        qsizetype line;
    };

    QList<Series> series;
    for (qsizetype trend = 0; trend < trends.size(); ++trend) {
        for (qsizetype line = 0; line < trends.at(trend).lines.size(); ++line) {
            const auto name = trends.at(trend).lines.at(line).name;
            columns.append({tr("%1: %2").arg(items::dimensionText(trends.at(trend).dimension),
                                             name.isEmpty() ? tr("others") : name),
                            Kind::Percent, 2});
            series.append({trend, line});
        }
    }
    const int days = trends.isEmpty() ? 0 : int(trends.first().days.size());
    table.show(columns, days, [trends, series](int row, int column) -> QVariant {
        if (column == 0)
            return trends.first().days.at(row).toString(Qt::ISODate);
        const auto &one = series.at(column - 1);
        const auto share = trends.at(one.trend).lines.at(one.line).shares.at(row);
        return share ? QVariant(*share) : QVariant();
    });
}

} // namespace portolan::views::quality
