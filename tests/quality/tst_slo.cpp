// SPDX-License-Identifier: GPL-3.0-or-later
// Figures computed by hand: the sums stand beside each case. T is Monday, 2026-06-01, 0:00 UTC.
#include "tests/quality/sloevidence.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::quality;
using namespace portolan::quality::test;

class TestSlo : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void allGoodSpendsNothing()
    {
        const auto figures = at(checkSlo("1d", "1h", 0.99), hourly(120), T);
        QCOMPARE(figures.slices, counts(24, 24, 0, 0));
        QCOMPARE(figures.windowStart, T - day);
        QCOMPARE(figures.windowEnd, T);
        QCOMPARE(figures.sliceSeconds, 3600);
        QCOMPARE(*figures.sli, 1.0);
        QVERIFY(near(figures.budget.total, 0.24)); // 1 % of 24
        QCOMPARE(figures.budget.remaining, 1.0);
        QCOMPARE(figures.state, domain::SloState::Met);
        QVERIFY(figures.noForecast == NoForecast::NotInSight); // at a pace of 0
    }

    void oneBadSliceOfNinetySix()
    {
        // Budget 5 % of 96 = 4.8; left 1 - 1/4.8. Over 3 d: 1/72 bad, by 5 %.
        const auto figures = at(checkSlo("4d", "1h", 0.95), hourly(120, {10}), T);
        QCOMPARE(figures.slices, counts(96, 95, 1, 0));
        QVERIFY(near(*figures.sli, 95.0 / 96));
        QVERIFY(near(figures.budget.remaining, 0.79166666666667));
        QCOMPARE(*figures.burnRates[0].rate, 0.0);
        QCOMPARE(*figures.burnRates[1].rate, 0.0);
        QVERIFY(near(*figures.burnRates[2].rate, 0.27777777777778));
        QCOMPARE(figures.met, true);
    }

    void anOverspentBudgetIsNegativeAndSpentNow()
    {
        // Budget 1 % of 96 = 0.96; left 1 - 3/0.96 = -2.125.
        const auto figures = at(checkSlo("4d", "1h", 0.99), hourly(120, {10, 40, 41}), T);
        QVERIFY(near(figures.budget.remaining, -2.125));
        QCOMPARE(figures.state, domain::SloState::Missed);
        QCOMPARE(*figures.exhaustion, (Exhaustion{T, T, T}));
    }

    void withoutEvidenceNothingIsKnown()
    {
        // At worst all 96 are bad: 1 - 96/0.96 = -99.
        const auto figures = at(checkSlo("4d", "1h", 0.99), {}, T);
        QCOMPARE(figures.slices, counts(96, 0, 0, 96));
        QVERIFY(!figures.sli && !figures.sliBounds && !figures.met);
        QCOMPARE(figures.budget.remaining, 1.0);
        QVERIFY(near(figures.budget.remainingAtWorst, -99));
        QVERIFY(!figures.burnRates[2].rate && !figures.burnRates[2].shortRate);
        QVERIFY(figures.noForecast == NoForecast::NothingKnown && !figures.exhaustion);
        QCOMPARE(figures.state, domain::SloState::Unknown);
    }

    void aTargetOfAllHasNoBudget()
    {
        const auto slo = checkSlo("1d", "1h", 1);
        const auto good = at(slo, hourly(120), T);
        QCOMPARE(good.budget, (Budget{0, 0, 1, 1}));
        QVERIFY(!good.burnRates[2].rate && !good.burnRates[2].alerts);
        QVERIFY(good.noForecast == NoForecast::NotInSight);
        QCOMPARE(good.state, domain::SloState::Met);

        const auto bad = at(slo, hourly(120, {5}), T);
        QCOMPARE(bad.budget, (Budget{0, 1, 0, 0}));
        QCOMPARE(bad.state, domain::SloState::Missed);
        QCOMPARE(bad.exhaustion->at, T);

        // A bad slice 30 h ago is out of the window of a day and in the pace of 3 d: with 1/72 bad
        // to be expected, the first slice to come spends more than 0.
        const auto soon = at(slo, hourly(120, {30}), T);
        QCOMPARE(soon.exhaustion->at, T + hour);
    }

    void aTargetOfAllAtWorst()
    {
        // The last run is 5 h old, so 2 h of it count: 3 slices are unknown, and may be bad.
        auto evidence = hourly(120);
        evidence.checks.first().runs.remove(116, 4);
        const auto figures = at(checkSlo("1d", "1h", 1), evidence, T);
        QCOMPARE(figures.slices, counts(24, 21, 0, 3));
        QCOMPARE(figures.budget, (Budget{0, 0, 1, 0}));
    }

    void aGapIsUnknownAndNeverGood()
    {
        // Hourly runs end with the one at T - 30 h, which counts for twice the gap: until T - 28 h.
        // Of 48 slices 20 are good and 28 unknown: bounds 20/48 and 48/48; at worst 1 - 28/0.48.
        auto evidence = hourly(120);
        evidence.checks.first().runs.remove(91, 29);
        const auto figures = at(checkSlo("2d", "1h", 0.99), evidence, T);
        QCOMPARE(figures.slices, counts(48, 20, 0, 28));
        QCOMPARE(*figures.sli, 1.0);
        QVERIFY(near(figures.sliBounds->first, 0.41666666666667));
        QCOMPARE(figures.sliBounds->second, 1.0);
        QVERIFY(near(figures.budget.remainingAtWorst, -57.333333333333));
        QCOMPARE(figures.state, domain::SloState::Unknown); // 28 of 48 are more than half
        QVERIFY(figures.noForecast == NoForecast::NotInSight);
    }

    void aSliceIsKnownWhenHalfOfItIs()
    {
        auto series = runs(T - hour, hour, "p");
        series.staleAfterMs = 30 * minute;
        QCOMPARE(at(checkSlo("1h", "1h", 0.9), evidenceOf(series), T).slices, counts(1, 1, 0, 0));
        series.staleAfterMs = 30 * minute - 1;
        QCOMPARE(at(checkSlo("1h", "1h", 0.9), evidenceOf(series), T).slices, counts(1, 0, 0, 1));
    }

    void aSliceIsGoodFromItsTarget()
    {
        // 57 of 60 minutes are 0.95.
        auto evidence = evidenceOf(runs(T - hour, 57 * minute, "pf"));
        auto slo = checkSlo("1h", "1h", 0.9);
        slo.sliceTarget = 0.95;
        QCOMPARE(at(slo, evidence, T).slices, counts(1, 1, 0, 0));
        slo.sliceTarget = 0.951;
        QCOMPARE(at(slo, evidence, T).slices, counts(1, 0, 1, 0));
    }

    void aDayOfTwentyThreeHoursCountsOnce()
    {
        // In Berlin 29 March 2026 lasts from 28T23:00Z to 29T22:00Z: 11.5 of 23 h are a half.
        auto slo = checkSlo("2d", "1d", 0.9);
        slo.window.timeZone = u"Europe/Berlin"_s;
        slo.sliceTarget = 0.5;
        auto series = runs(utc("2026-03-27T00:00"), hour, "p");
        series.staleAfterMs = 200 * hour;
        series.runs.append({utc("2026-03-29T10:30"), domain::RunStatus::Fail});
        const auto now = utc("2026-03-29T22:00");
        const auto figures = at(slo, evidenceOf(series), now);
        QCOMPARE(figures.slices, counts(2, 2, 0, 0));
        QCOMPARE(figures.windowStart, utc("2026-03-27T23:00"));
        QCOMPARE(figures.windowEnd, now);
        QCOMPARE(figures.sliceSeconds, 86400);
        series.runs.last().at = utc("2026-03-29T10:29");
        QCOMPARE(at(slo, evidenceOf(series), now).slices, counts(2, 1, 1, 0));
        // A millisecond earlier the 29th is not complete.
        QCOMPARE(at(slo, evidenceOf(series), now - 1).windowEnd, utc("2026-03-28T23:00"));
    }

    void aDayOfTwentyFiveHoursCountsOnce()
    {
        // In Berlin 25 October 2026 lasts from 24T22:00Z to 25T23:00Z: from 10:30Z on are 12.5 h.
        auto slo = checkSlo("1d", "1d", 0.9);
        slo.window.timeZone = u"Europe/Berlin"_s;
        const auto now = utc("2026-10-25T23:00");
        auto evidence = evidenceOf(runs(utc("2026-10-25T10:30"), hour, "p"));
        QCOMPARE(at(slo, evidence, now).slices, counts(1, 1, 0, 0));
        evidence = evidenceOf(runs(utc("2026-10-25T10:31"), hour, "p"));
        QCOMPARE(at(slo, evidence, now).slices, counts(1, 0, 0, 1));
    }

    void aMonthHasAsManyHoursAsItsClocksShow()
    {
        auto slo = checkSlo("1M", "1h", 0.99);
        slo.window.rolling = false;
        slo.window.timeZone = u"Europe/Berlin"_s;
        // March begins at 28 February 23:00Z: 28 days and 13 hours until the 29th at 12:00Z.
        const auto march = at(slo, {}, utc("2026-03-29T12:00"));
        QCOMPARE(march.slices, counts(743, 0, 0, 685));
        QVERIFY(near(march.budget.total, 7.43));
        QCOMPARE(march.windowStart, utc("2026-02-28T23:00"));
        QCOMPARE(march.windowEnd, utc("2026-03-31T22:00"));
        QCOMPARE(at(slo, {}, utc("2026-10-26T12:00")).slices.total, 745);
    }

    void occurrencesAreSummed()
    {
        // In [T - 24 h, T): 990 of 1,000 and 1,000 of 1,000. SLI 1,990/2,000; budget 1 % of 2,000 =
        // 20; left 1 - 10/20. Over 6 h: 10/1,000 by 1 % = 1; over 3 d: 110/3,000 by 1 % = 3.6667.
        Evidence evidence;
        evidence.counts = {{T - 25 * hour, 900, 1000, {}},
                           {T - 24 * hour, 1000, 1000, {}},
                           {T - 2 * hour, 990, 1000, {}},
                           {T, 0, 1000, {}}};
        const auto slo = countSlo("1d", 0.99);
        const auto figures = at(slo, evidence, T);
        QCOMPARE(figures.slices, counts(2000, 1990, 10, 0));
        QCOMPARE(figures.sliceSeconds, 0);
        QCOMPARE(figures.windowStart, T - day);
        QVERIFY(near(*figures.sli, 0.995));
        QCOMPARE(*figures.sliBounds, std::pair(0.995, 0.995));
        QVERIFY(near(figures.budget.total, 20) && near(figures.budget.remaining, 0.5));
        QVERIFY(!figures.burnRates[0].rate);
        QVERIFY(near(*figures.burnRates[1].rate, 1));
        QVERIFY(near(*figures.burnRates[2].rate, 3.6666666666667));
        QVERIFY(figures.noForecast == NoForecast::Occurrences);
        evidence.counts.append(QList(evidence.counts));
        QCOMPARE(at(slo, evidence, T), figures);
        // Another check may count as many rows at the same time.
        evidence.counts.append({T - 2 * hour, 990, 1000, u"another"_s});
        QCOMPARE(at(slo, evidence, T).slices.total, 3000);
    }

    void whatHasNoMeaningIsNamed_data()
    {
        QTest::addColumn<domain::Slo>("slo");
        QTest::addColumn<QString>("member");
        auto slo = checkSlo("28d", "1h", 1.5);
        QTest::newRow("target over 1") << slo << u"target"_s;
        slo.target = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("target is no number") << slo << u"target"_s;
        slo = checkSlo("28d", "1h", 0.9);
        slo.sliceTarget = -1;
        QTest::newRow("slice target") << slo << u"sliceTarget"_s;
        QTest::newRow("slice of 7 h") << checkSlo("28d", "7h", 0.9) << u"slice"_s;
        QTest::newRow("slice of 2 d") << checkSlo("28d", "2d", 0.9) << u"slice"_s;
        QTest::newRow("slice of a month") << checkSlo("28d", "1M", 0.9) << u"slice"_s;
        QTest::newRow("slice is no duration") << checkSlo("28d", "x", 0.9) << u"slice"_s;
        QTest::newRow("rolling month") << checkSlo("1M", "1h", 0.9) << u"window.duration"_s;
        QTest::newRow("half a slice") << checkSlo("90m", "1h", 0.9) << u"window.duration"_s;
        QTest::newRow("too short") << checkSlo("5m", "1h", 0.9) << u"window.duration"_s;
        QTest::newRow("too many slices") << checkSlo("30000d", "1m", 0.9) << u"window.duration"_s;
        slo = checkSlo("28d", "1h", 0.9);
        slo.window.timeZone = u"../../etc/passwd"_s;
        QTest::newRow("zone") << slo << u"window.timeZone"_s;
        slo = checkSlo("1M", "1h", 0.9);
        slo.window.rolling = false;
        slo.window.start = u"first of May"_s;
        QTest::newRow("start") << slo << u"window.start"_s;
        slo = checkSlo("28d", "1h", 0.9);
        slo.measure = domain::SloMeasure::Freshness;
        QTest::newRow("no threshold") << slo << u"thresholdSeconds"_s;
        slo.measure = domain::SloMeasure::Count;
        QTest::newRow("counts in slices") << slo << u"method"_s;
    }

    void whatHasNoMeaningIsNamed()
    {
        QFETCH(domain::Slo, slo);
        QFETCH(QString, member);
        const auto figures = figuresOf(slo, {}, T);
        QVERIFY(!figures);
        QVERIFY(figures.error().kind == Error::Kind::BadInput);
        QVERIFY2(figures.error().detail.startsWith(member + u':'),
                 qUtf8Printable(figures.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestSlo)
#include "tst_slo.moc"
