// SPDX-License-Identifier: GPL-3.0-or-later
// How long figures take; printed, not judged, since machines differ.
#include "models/quality/history.h"
#include "models/quality/whatif.h"
#include "tests/quality/randomevidence.h"

#include <QTest>

using namespace portolan;
using namespace portolan::quality;
using namespace portolan::quality::test;

namespace {

//! \a checks with \a count runs each over the 30 days before T, each run bad with chance 1/50.
Evidence manyRuns(int checks, int count)
{
    QRandomGenerator random(1);
    Evidence evidence;
    for (int i = 0; i < checks; ++i) {
        CheckSeries series;
        for (int run = 0; run < count; ++run) {
            const auto status =
                random.bounded(50) == 0 ? domain::RunStatus::Fail : domain::RunStatus::Pass;
            series.runs.append({T - 30 * day + run * (30 * day / count) + i * 1000, status});
        }
        evidence.checks.append(series);
    }
    return evidence;
}

} // namespace

class TestSloSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aHundredChecksInFiveMinuteSlices()
    {
        const auto evidence = manyRuns(100, 1000);
        const auto slo = checkSlo("28d", "5m", 0.99);
        QBENCHMARK
        {
            QCOMPARE(figuresOf(slo, evidence, T)->slices.total, 8064);
        }
    }

    void aThousandServiceLevels()
    {
        const auto evidence = manyRuns(3, 672);
        const auto slo = checkSlo("28d", "1h", 0.99);
        QBENCHMARK
        {
            for (int i = 0; i < 1000; ++i)
                QCOMPARE(figuresOf(slo, evidence, T)->slices.total, 672);
        }
    }

    void aThousandPointsOfHistory()
    {
        const auto evidence = manyRuns(10, 1000);
        const auto slo = checkSlo("28d", "5m", 0.99);
        QBENCHMARK
        {
            QVERIFY(historyOf(slo, evidence, T - 28 * day, T, 1000)->points.size() > 800);
        }
    }

    void whatIfInDaysOfAZone()
    {
        const auto evidence = manyRuns(10, 1000);
        auto slo = checkSlo("28d", "1d", 0.99);
        slo.window.timeZone = QStringLiteral("Europe/Berlin");
        QBENCHMARK
        {
            QCOMPARE(whatIf(slo, evidence, T, 0.9)->days, 90);
        }
    }
};

QTEST_GUILESS_MAIN(TestSloSpeed)
#include "tst_slospeed.moc"
