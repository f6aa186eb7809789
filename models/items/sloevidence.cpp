// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sloevidence.h"

namespace portolan::items {
namespace {

quality::CheckSeries seriesOf(const store::CheckPoints &points, QList<quality::CountSample> &counts)
{
    quality::CheckSeries series{points.check, {}, {}};
    series.runs.reserve(points.runs.size());
    for (const auto &run : points.runs) {
        series.runs.append({run.at, run.status});
        // Rows count only where the tool told both numbers.
        if (run.totalRows >= 0 && run.failedRows >= 0)
            counts.append({run.at, run.totalRows - run.failedRows, run.totalRows});
    }
    return series;
}

quality::FreshnessSeries seriesOf(const store::UpdatePoints &points)
{
    quality::FreshnessSeries series;
    series.sampled = points.sampled;
    series.observedUntil = points.observedUntil == 0 ? quality::never : points.observedUntil;
    series.looks.reserve(points.looks.size());
    for (const auto &[updated, seen] : points.looks)
        series.looks.append({updated == 0 ? quality::never : updated, seen});
    return series;
}

} // namespace

quality::Evidence evidenceOf(const store::SloEvidence &kept)
{
    quality::Evidence evidence;
    for (const auto &check : kept.checks)
        evidence.checks.append(seriesOf(check, evidence.counts));
    for (const auto &updates : kept.updates)
        evidence.freshness.append(seriesOf(updates));
    return evidence;
}

} // namespace portolan::items
