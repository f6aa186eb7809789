// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to write service levels and evidence in tests.
#pragma once

#include "models/quality/figures.h"

#include <QDateTime>
#include <QDebug>

#include <cmath>

namespace portolan::quality::test {

inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;
inline constexpr qint64 day = 24 * hour;

//! "2026-03-29T01:30" as UTC.
inline Moment utc(const char *text)
{
    auto time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

inline domain::Slo checkSlo(const char *window, const char *slice, double target)
{
    domain::Slo slo;
    slo.measure = domain::SloMeasure::Check;
    slo.window.duration = QString::fromLatin1(window);
    slo.slice = QString::fromLatin1(slice);
    slo.target = target;
    return slo;
}

inline domain::Slo freshnessSlo(const char *window, const char *slice, double target,
                                double thresholdSeconds)
{
    auto slo = checkSlo(window, slice, target);
    slo.measure = domain::SloMeasure::Freshness;
    slo.thresholdSeconds = thresholdSeconds;
    return slo;
}

inline domain::Slo countSlo(const char *window, double target)
{
    auto slo = checkSlo(window, "1h", target);
    slo.measure = domain::SloMeasure::Count;
    slo.method = domain::SloMethod::Occurrences;
    return slo;
}

//! One check; each letter a run at \a start and every \a gap: p, w, f, e(rror), s(kipped), u, and a
//! dot for no run.
inline CheckSeries runs(Moment start, qint64 gap, const char *letters)
{
    CheckSeries series;
    for (Moment at = start; *letters; ++letters, at += gap) {
        static const QByteArray words("pwfesu");
        const auto status = words.indexOf(*letters);
        if (status >= 0)
            series.runs.append({at, domain::RunStatus(status + 1)});
    }
    return series;
}

inline Evidence evidenceOf(const CheckSeries &series)
{
    Evidence evidence;
    evidence.checks.append(series);
    return evidence;
}

inline Evidence evidenceOf(const FreshnessSeries &series)
{
    Evidence evidence;
    evidence.freshness.append(series);
    return evidence;
}

//! Monday, 2026-06-01, 0:00 UTC.
inline const Moment T = utc("2026-06-01T00:00");

inline Figures at(const domain::Slo &slo, const Evidence &evidence, Moment moment)
{
    const auto figures = figuresOf(slo, evidence, moment);
    if (!figures)
        qWarning() << figures.error().detail;
    return figures.value_or(Figures());
}

//! A run an hour for \a hours up to T, that pass but for those \a badHoursAgo.
inline Evidence hourly(int hours, const QList<int> &badHoursAgo = {})
{
    QByteArray letters(hours, 'p');
    for (const auto ago : badHoursAgo)
        letters[hours - ago] = 'f';
    return evidenceOf(runs(T - hours * hour, hour, letters.constData()));
}

inline bool near(double left, double right)
{
    return std::abs(left - right) < 1e-9;
}

inline SliceCounts counts(qint64 total, qint64 good, qint64 bad, qint64 unknown)
{
    return {total, good, bad, unknown};
}

} // namespace portolan::quality::test
