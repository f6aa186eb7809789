// SPDX-License-Identifier: GPL-3.0-or-later
// Figures computed by hand: the sums stand beside each case. T is Monday, 2026-06-01, 0:00 UTC.
#include "models/quality/exhaustion.h"
#include "tests/quality/sloevidence.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::quality;
using namespace portolan::quality::test;

class TestSloForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aCalendarWindowCountsSlicesToCome()
    {
        // On Wednesday 48 of the week's 168 slices are complete. Budget 16.8; left 1 - 3/16.8.
        // At 3/72 a slice 13.8 more would take 331.2 slices; 120 are left.
        auto slo = checkSlo("1w", "1h", 0.9);
        slo.window.rolling = false;
        const auto now = T + 2 * day;
        QByteArray letters(72, 'p');
        letters.replace(30, 3, "fff");
        const auto few = at(slo, evidenceOf(runs(now - 72 * hour, hour, letters.constData())), now);
        QCOMPARE(few.slices, counts(168, 45, 3, 0));
        QCOMPARE(few.windowStart, T);
        QCOMPARE(few.windowEnd, T + 7 * day);
        QVERIFY(near(few.budget.remaining, 0.82142857142857));
        QVERIFY(few.noForecast == NoForecast::NotInSight);

        // 12 bad: at 12/72 a slice 4.8 more take 28.8, so 29 slices. The Wilson limits of 12/72,
        // 0.10678 and 0.25077, take 44.95 and 19.14: 45 and 20.
        letters.replace(60, 12, QByteArray(12, 'f'));
        letters.replace(30, 3, "ppp");
        const auto many =
            at(slo, evidenceOf(runs(now - 72 * hour, hour, letters.constData())), now);
        QCOMPARE(many.slices, counts(168, 36, 12, 0));
        QCOMPARE(*many.exhaustion, (Exhaustion{now + 29 * hour, now + 20 * hour, now + 45 * hour}));
    }

    void burnRatesLookBackAcrossTheStartOfACalendarWindow()
    {
        // An hour into the week; the 5 hours before it were bad: 5/6 of the last 6 h, by 10 %.
        auto slo = checkSlo("1w", "1h", 0.9);
        slo.window.rolling = false;
        const auto evidence = evidenceOf(runs(T - 5 * hour, hour, "fffffp"));
        const auto figures = at(slo, evidence, T + hour);
        QCOMPARE(figures.slices, counts(168, 1, 0, 0));
        QVERIFY(near(*figures.burnRates[1].rate, 8.3333333333333));
    }

    void aRollingForecast()
    {
        // Budget 10 % of 96 = 9.6, 6 of it spent in the last 6 h. At 6/72 a slice 3.6 more take
        // 43.2: 44 slices, before the first bad one leaves. The Wilson limits of 6/72, 0.043704 and
        // 0.153143, take 82.4 and 23.5: 83 and 24.
        const auto figures =
            at(checkSlo("4d", "1h", 0.9), hourly(120, {1, 2, 3, 4, 5, 6}), T + 20 * minute);
        QCOMPARE(*figures.exhaustion, (Exhaustion{T + 44 * hour, T + 24 * hour, T + 83 * hour}));
    }

    void aRollingWindowForgets()
    {
        // 9 of 9.6 are spent, 5 of them in the oldest slices, which leave first: 4 + k/18 is 9.6
        // at k = 100.8, behind the 96 of one window. At the upper limit of 4/72, some 0.116, it
        // would be in sight, but without a forecast there is no interval.
        const auto figures =
            at(checkSlo("4d", "1h", 0.9), hourly(120, {96, 95, 94, 93, 92, 1, 2, 3, 4}), T);
        QCOMPARE(figures.slices, counts(96, 87, 9, 0));
        QVERIFY(!figures.exhaustion);
        QVERIFY(figures.noForecast == NoForecast::NotInSight);
    }

    void aForecastNeedsAPace()
    {
        // The last run, 131 h ago, counts for 2 h, so the last 72 slices are unknown.
        auto evidence = evidenceOf(runs(T - 160 * hour, hour, "pppppppppppffpppppppppppppppppp"));
        const auto spare = at(checkSlo("1w", "1h", 0.9), evidence, T);
        QCOMPARE(spare.slices.bad, 2);
        QVERIFY(spare.noForecast == NoForecast::NothingKnown && !spare.exhaustion);
        // Budget 1 % of 168 = 1.68 is spent by these 2, whatever is known of the pace.
        const auto spent = at(checkSlo("1w", "1h", 0.99), evidence, T);
        QCOMPARE(*spent.exhaustion, (Exhaustion{T, T, T}));
        QVERIFY(spent.noForecast == NoForecast::None);
    }

    void alertsNeedBothWindows()
    {
        // 28 d of hours at 99 %: alerts from 0.02 * 672 / 1, 0.05 * 672 / 6, 0.1 * 672 / 72.
        const auto slo = checkSlo("28d", "1h", 0.99);
        const auto now = at(slo, hourly(700, {1}), T);
        QVERIFY(near(now.burnRates[0].alertAt, 13.44));
        QVERIFY(near(now.burnRates[1].alertAt, 5.6));
        QVERIFY(near(now.burnRates[2].alertAt, 0.93333333333333));
        QVERIFY(near(*now.burnRates[0].rate, 100)); // 1/1 by 1 %
        QVERIFY(near(*now.burnRates[0].shortRate, 100)); // 5 min: at least a slice
        QVERIFY(near(*now.burnRates[1].rate, 16.666666666667)); // 1/6
        QVERIFY(near(*now.burnRates[2].rate, 1.3888888888889)); // 1/72
        QVERIFY(near(*now.burnRates[2].shortRate, 16.666666666667)); // 6 h
        QVERIFY(now.burnRates[0].alerts && now.burnRates[0].isPage);
        QVERIFY(now.burnRates[1].alerts && now.burnRates[1].isPage);
        QVERIFY(now.burnRates[2].alerts && !now.burnRates[2].isPage);
        QCOMPARE(now.state, domain::SloState::Burning); // 671/672 is met

        // An hour later the pages are over, and the ticket stays until 6 h are good.
        const auto later = at(slo, hourly(700, {2}), T);
        QVERIFY(!later.burnRates[0].alerts && !later.burnRates[1].alerts);
        QVERIFY(later.burnRates[2].alerts);
        QCOMPARE(later.state, domain::SloState::Burning);
        const auto over = at(slo, hourly(700, {7}), T);
        QVERIFY(near(*over.burnRates[2].rate, 1.3888888888889) && !over.burnRates[2].alerts);
        QCOMPARE(over.state, domain::SloState::Met);
    }

    void anAlertHoldsExactlyAtItsThreshold()
    {
        // 20 d at 50 %: 0.1 * 480 / 72 = 2/3; 24 bad of 72 are 1/3 by 50 % = 2/3.
        QList<int> bad{1, 2};
        for (int ago = 20; ago < 42; ++ago)
            bad.append(ago);
        const auto figures = at(checkSlo("20d", "1h", 0.5), hourly(500, bad), T);
        QVERIFY(near(*figures.burnRates[2].rate, 0.66666666666667));
        QVERIFY(near(*figures.burnRates[2].shortRate, 0.66666666666667)); // 2 of 6 h
        QVERIFY(figures.burnRates[2].alerts);
    }

    void longSlicesHaveLongBurnWindows()
    {
        // 28 d at 99 %: 0.02 * 28 / 1, 0.05 * 28 / 3, 0.1 * 28 / 7.
        const auto days = at(checkSlo("28d", "1d", 0.99), {}, T).burnRates;
        QCOMPARE(days[0].window, u"P1D"_s);
        QCOMPARE(days[2].window, u"P7D"_s);
        QCOMPARE(days[2].seconds, 7 * 86400);
        QVERIFY(near(days[0].alertAt, 0.56) && near(days[1].alertAt, 0.46666666666667)
                && near(days[2].alertAt, 0.4));
        QCOMPARE(at(checkSlo("28d", "30m", 0.99), {}, T).burnRates[0].window, u"PT1H"_s);
        // Slices of 4 h: of the 14 h that are a twelfth of 7 d three slices fit; 1 of 3 is bad.
        const auto evidence = evidenceOf(runs(T - 12 * hour, 4 * hour, "fpp"));
        const auto fours = at(checkSlo("28d", "4h", 0.9), evidence, T).burnRates;
        QVERIFY(near(*fours[2].shortRate, 3.3333333333333));
    }

    void wilsonLimits()
    {
        // 6 of 72, n + z z = 74.70554: middle (6 + 1.35277) / 74.70554 = 0.098423; half
        // z * sqrt(6 * 66 / 72 + z z / 4) / 74.70554 = 1.6448536 * 2.485336 / 74.70554 = 0.054721.
        const auto [low, high] = wilson(6, 72);
        QVERIFY(std::abs(low - 0.0437039) < 1e-6);
        QVERIFY(std::abs(high - 0.1531428) < 1e-6);
        QCOMPARE(wilson(0, 5).first, 0.0);
        QCOMPARE(wilson(5, 5).second, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestSloForecast)
#include "tst_sloforecast.moc"
