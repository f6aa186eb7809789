// SPDX-License-Identifier: GPL-3.0-or-later
// The measurements behind a service level, as a chart and as a table.
#include "models/items/slotext.h"
#include "views/quality/slocharts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace portolan::views::quality {
namespace {

using Kind = items::FigureTable::Kind;

constexpr double margin = 1.15; // of room above the threshold

class Charts
{
    Q_DECLARE_TR_FUNCTIONS(SloCharts)
};

} // namespace

ChartContent sampleContent(const items::SloStory &story)
{
    const auto &slo = story.level.row.slo;
    const bool isAge = slo.measure == domain::SloMeasure::Freshness;
    ChartContent content;
    content.to = story.period.to.toMSecsSinceEpoch();
    content.from = story.samples.isEmpty() ? content.to - 1 : story.samples.first().at;
    ChartLine line;
    line.colour = Colour::Chart6;
    line.width = 1;
    line.isStepped = !isAge;
    double most = slo.thresholdSeconds.value_or(0) * margin;
    for (const auto &sample : story.samples) {
        line.points.append({double(sample.at), sample.value});
        most = std::max(most, sample.value);
        if (!sample.isGood)
            content.crosses.append({double(sample.at), sample.value});
    }
    content.lines = {line};
    if (isAge) {
        constexpr double units[] = {60, 600, 3600, 6 * 3600, 86400};
        double unit = units[0];
        for (const auto one : units) {
            if (most >= one)
                unit = one;
        }
        content.high = std::ceil(most / unit) * unit;
        content.steps = std::min(4, int(content.high / unit));
        content.valueText = [](double value) { return items::spanText(value); };
        content.exactText = content.valueText;
        if (slo.thresholdSeconds)
            content.levels = {
                {*slo.thresholdSeconds,
                 Charts::tr("at most %1").arg(items::spanText(*slo.thresholdSeconds))}};
        return content;
    }
    const bool isShare = slo.measure == domain::SloMeasure::Count;
    content.steps = isShare ? 4 : 1;
    content.valueText = [isShare](double value) {
        if (isShare)
            return items::percentText(value, 0);
        return value > 0.5 ? Charts::tr("good") : Charts::tr("bad");
    };
    content.exactText = content.valueText;
    return content;
}

void tabulateSamples(const items::SloStory &story, items::FigureTable &table)
{
    const bool isAge = story.level.row.slo.measure == domain::SloMeasure::Freshness;
    table.show(
        {{Charts::tr("Time"), Kind::Moment},
         {isAge ? Charts::tr("Age") : Charts::tr("Value"), isAge ? Kind::Seconds : Kind::Number},
         {Charts::tr("Verdict"), Kind::Text}},
        int(story.samples.size()), [samples = story.samples](int row, int column) {
            const auto &sample = samples.at(row);
            if (column == 0)
                return QVariant(sample.at);
            if (column == 1)
                return QVariant(sample.value);
            return QVariant(sample.isGood ? Charts::tr("good") : Charts::tr("bad"));
        });
}

} // namespace portolan::views::quality
