// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded random service levels and evidence for them.
#pragma once

#include "tests/quality/sloevidence.h"

#include <QRandomGenerator>

#include <array>

namespace portolan::quality::test {

//! Whole-minute evidence around and before \a at, with gaps, of what \a slo measures.
inline Evidence randomEvidence(const domain::Slo &slo, Moment at, qint64 back,
                               QRandomGenerator &random)
{
    Evidence evidence;
    const auto moment = [&] {
        return (at - random.bounded(back) + random.bounded(2 * hour)) / minute * minute;
    };
    const int series = 1 + random.bounded(3);
    const int badIn = 2 + int(random.bounded(12));
    for (int i = 0; i < series && slo.measure == domain::SloMeasure::Check; ++i) {
        CheckSeries check;
        check.check = QString::number(i);
        if (random.bounded(3) == 0)
            check.staleAfterMs = (1 + random.bounded(40)) * hour;
        const bool isRegular = random.bounded(2) == 0;
        const qint64 gap = (10 + random.bounded(600)) * minute;
        Moment next = moment();
        for (auto left = random.bounded(60); left > 0; --left) {
            const auto odd = int(random.bounded(12));
            const auto status = random.bounded(badIn) == 0 ? domain::RunStatus::Fail
                : odd < 9                                  ? domain::RunStatus::Pass
                          : domain::RunStatus(odd == 9 ? 2 : odd - 6);
            next = isRegular ? next + gap : moment();
            check.runs.append({next, status});
        }
        evidence.checks.append(check);
    }
    for (int i = 0; i < series && slo.measure == domain::SloMeasure::Freshness; ++i) {
        FreshnessSeries updates;
        updates.sampled = random.bounded(2) == 0;
        if (random.bounded(2) == 0)
            updates.observedUntil = moment();
        for (auto left = random.bounded(40); left > 0; --left) {
            const auto updated = moment();
            const auto seen = updated + random.bounded(300) * minute;
            const bool isEmpty = random.bounded(15) == 0;
            updates.looks.append({isEmpty ? never : updated, seen});
            if (random.bounded(3) == 0)
                updates.looks.append({updated, seen + random.bounded(600) * minute});
        }
        evidence.freshness.append(updates);
    }
    for (auto left = random.bounded(80); left > 0 && slo.measure == domain::SloMeasure::Count;
         --left) {
        const qint64 total = 1 + random.bounded(1000);
        const qint64 bad = random.bounded(badIn) == 0 ? random.bounded(total + 1) : 0;
        evidence.counts.append({moment(), total - bad, total, QString::number(random.bounded(2))});
    }
    return evidence;
}

//! A service level of any measure, slice and window that time allows to compute twice.
inline domain::Slo randomSlo(QRandomGenerator &random)
{
    static constexpr std::array slices{"1h", "1h",  "30m", "2h", "4h",
                                       "6h", "12h", "1d",  "1d", "20m"};
    static constexpr std::array rolling{"1d", "2d", "3d", "4d", "1w", "48h", "10d"};
    static constexpr std::array calendar{"1d", "1w", "2w", "1M", "3d", "36h", "1Q"};
    static constexpr std::array zones{
        "", "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"};
    static constexpr std::array starts{"", "2022-01-01 12:00:00", "2026-01-31 02:30:00",
                                       "2030-05-05"};
    static constexpr std::array targets{0.5, 0.9, 0.95, 0.99, 0.999, 1.0, 0.8};
    static constexpr std::array sliceTargets{1.0, 1.0, 0.95, 0.5};
    const auto any = [&](const auto &of) { return of[random.bounded(quint32(of.size()))]; };
    domain::Slo slo;
    slo.measure = domain::SloMeasure(1 + random.bounded(3));
    slo.method = slo.measure == domain::SloMeasure::Count ? domain::SloMethod::Occurrences
                                                          : domain::SloMethod::TimeSlices;
    slo.target = any(targets);
    slo.sliceTarget = any(sliceTargets);
    slo.slice = QString::fromLatin1(any(slices));
    slo.window.rolling = random.bounded(2) == 0;
    slo.window.duration = QString::fromLatin1(slo.window.rolling ? any(rolling) : any(calendar));
    slo.window.timeZone = QString::fromLatin1(any(zones));
    if (!slo.window.rolling)
        slo.window.start = QString::fromLatin1(any(starts));
    // Quarters of an hour would take the slow side minutes.
    if (slo.window.duration == QLatin1String("1Q"))
        slo.slice = QStringLiteral("1d");
    if (slo.measure == domain::SloMeasure::Freshness)
        slo.thresholdSeconds = 60.0 * (1 + random.bounded(900));
    return slo;
}

//! An instant of 2026, every third near a change of the clocks in Berlin or New York.
inline Moment randomInstant(QRandomGenerator &random)
{
    static const std::array changes{utc("2026-03-29T01:00"), utc("2026-10-25T01:00"),
                                    utc("2026-03-08T07:00"), utc("2026-11-01T06:00")};
    const auto near = changes[random.bounded(4u)] + qint64(random.bounded(3 * 1440)) * minute;
    const auto anywhere = utc("2026-01-01T00:00") + qint64(random.bounded(365 * 1440)) * minute;
    const auto at = random.bounded(3) == 0 ? near : anywhere;
    return random.bounded(3) == 0 ? at / hour * hour : at;
}

} // namespace portolan::quality::test
