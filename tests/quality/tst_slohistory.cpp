// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn over time is what the figures were at each instant.
#include "models/quality/history.h"
#include "models/quality/whatif.h"
#include "tests/quality/randomevidence.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::quality;
using namespace portolan::quality::test;

class TestSloHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyPointIsWhatTheFiguresSay()
    {
        QRandomGenerator random(5);
        int points = 0;
        for (int round = 0; round < 150; ++round) {
            const auto slo = randomSlo(random);
            const auto to = randomInstant(random);
            const auto evidence = randomEvidence(slo, to, 15 * day, random);
            const auto from = to - qint64(random.bounded(20 * 24)) * hour;
            const auto history = historyOf(slo, evidence, from, to, 60);
            if (!history) {
                QVERIFY(!figuresOf(slo, evidence, to));
                continue;
            }
            for (const auto &point : history->points) {
                const auto figures = *figuresOf(slo, evidence, point.at);
                QCOMPARE(point.sli, figures.sli);
                QCOMPARE(point.remaining, figures.budget.remaining);
                for (size_t i = 0; i < point.burnRates.size(); ++i)
                    QCOMPARE(point.burnRates[i], figures.burnRates[qsizetype(i)].rate);
                ++points;
            }
        }
        QVERIFY(points > 3000);
    }

    void pointsReachFromEndToEndInOrder_data()
    {
        QTest::addColumn<domain::Slo>("slo");
        QTest::newRow("hours") << checkSlo("7d", "1h", 0.9);
        QTest::newRow("days") << checkSlo("7d", "1d", 0.9);
        QTest::newRow("rows") << countSlo("7d", 0.9);
    }

    void pointsReachFromEndToEndInOrder()
    {
        QFETCH(domain::Slo, slo);
        for (const int most : {2, 3, 10, 31, 1000}) {
            const auto history = *historyOf(slo, {}, T - 30 * day - 5, T, most);
            QCOMPARE(history.points.first().at, T - 30 * day - 5);
            QCOMPARE(history.points.last().at, T);
            QVERIFY(history.points.size() <= most);
            QVERIFY(history.points.size() >= std::min(most / 2, 20));
            for (qsizetype i = 1; i < history.points.size(); ++i)
                QVERIFY(history.points.at(i - 1).at < history.points.at(i).at);
        }
        QCOMPARE(historyOf(slo, {}, T, T, 10)->points.size(), 1);
        QVERIFY(!historyOf(slo, {}, T, T - 1, 10));
    }

    void everySliceEndIsAPointWhenThereIsRoom()
    {
        const auto history = *historyOf(checkSlo("1d", "1h", 0.9), {}, T - 5 * hour, T, 100);
        QCOMPARE(history.points.size(), 6);
        QCOMPARE(history.points.at(1).at, T - 4 * hour);
    }

    void tooMuchIsRefused()
    {
        const auto slo = checkSlo("1d", "1m", 0.9);
        const auto history = historyOf(slo, {}, T - 20 * 365 * day, T, 10);
        QVERIFY(!history);
        QVERIFY(history.error().kind == Error::Kind::TooLarge);
    }

    void spansAreRunsOfSlices()
    {
        const auto evidence = evidenceOf(runs(T - 6 * hour, hour, "ppfepp"));
        const auto spans = *spansOf(checkSlo("1d", "1h", 0.9), evidence, T - 7 * hour + 10 * minute,
                                    T + 30 * minute);
        QCOMPARE(spans,
                 (QList<Span>{{T - 7 * hour + 10 * minute, T - 6 * hour, State::Unknown},
                              {T - 6 * hour, T - 4 * hour, State::Good},
                              {T - 4 * hour, T - 3 * hour, State::Bad},
                              {T - 3 * hour, T - 2 * hour, State::Unknown},
                              {T - 2 * hour, T, State::Good}}));
        QVERIFY(spansOf(countSlo("1d", 0.9), {}, T - day, T)->isEmpty());
    }

    void spansHoldWhatTheFiguresCount()
    {
        QRandomGenerator random(6);
        for (int round = 0; round < 100; ++round) {
            auto slo = randomSlo(random);
            slo.window.rolling = true;
            slo.window.duration = u"5d"_s;
            if (slo.measure == domain::SloMeasure::Count)
                continue;
            const auto at = randomInstant(random);
            const auto evidence = randomEvidence(slo, at, 8 * day, random);
            const auto figures = *figuresOf(slo, evidence, at);
            const auto spans = *spansOf(slo, evidence, figures.windowStart, at);
            QCOMPARE(spans.first().from, figures.windowStart);
            QCOMPARE(spans.last().to, figures.windowEnd);
            for (qsizetype i = 1; i < spans.size(); ++i) {
                QCOMPARE(spans.at(i).from, spans.at(i - 1).to);
                QVERIFY(spans.at(i).state != spans.at(i - 1).state);
            }
            if (slo.slice == u"1d")
                continue; // of 23 to 25 h
            qint64 bad = 0;
            for (const auto &span : spans)
                bad += span.state == State::Bad ? span.to - span.from : 0;
            QCOMPARE(bad, figures.slices.bad * figures.sliceSeconds * 1000);
        }
    }

    void samplesOfChecksAreTheirVerdicts()
    {
        const auto evidence = evidenceOf(runs(T - 6 * hour, hour, "pwfesp"));
        const auto slo = checkSlo("1d", "1h", 0.9);
        QCOMPARE(*samplesOf(slo, evidence, T - 6 * hour, T, 100),
                 (QList<Sample>{{T - 6 * hour, 1, true},
                                {T - 5 * hour, 1, true},
                                {T - 4 * hour, 0, false},
                                {T - hour, 1, true}}));
        QCOMPARE(samplesOf(slo, evidence, T - 5 * hour, T - hour, 100)->size(), 2); // half-open
        QCOMPARE(samplesOf(slo, evidence, T - 6 * hour, T, 1)->first().at, T - hour); // the newest
    }

    void samplesOfFreshnessAreAges()
    {
        const auto slo = freshnessSlo("1d", "1h", 0.9, 3600);
        FreshnessSeries series;
        series.looks = {{T - 5 * hour, T - 5 * hour}, {T - 2 * hour, T - 2 * hour}};
        // Up to 3 h, and down to nothing.
        QCOMPARE(*samplesOf(slo, evidenceOf(series), T - day, T, 100),
                 (QList<Sample>{{T - 5 * hour, 0, true},
                                {T - 2 * hour, 3 * 3600, false},
                                {T - 2 * hour, 0, true}}));
        // One who looks now and then knows the age at each look, and no peak.
        series = {
            {{T - 5 * hour, T - 4 * hour}, {T - 2 * hour, T - hour}, {never, T - 30 * minute}},
            true,
            never};
        QCOMPARE(*samplesOf(slo, evidenceOf(series), T - day, T, 100),
                 (QList<Sample>{{T - 4 * hour, 3600, true},
                                {T - hour, 3600, true},
                                {T - 30 * minute, 5400, false}}));
    }

    void samplesOfRowsAreShares()
    {
        Evidence evidence;
        evidence.counts = {{T - hour, 90, 100, {}}, {T - 2 * hour, 89, 100, {}}, {T, 1, 0, {}}};
        QCOMPARE(*samplesOf(countSlo("1d", 0.9), evidence, T - day, T + 1, 10),
                 (QList<Sample>{{T - 2 * hour, 0.89, false}, {T - hour, 0.9, true}}));
    }

    void anotherTargetIsMissedOnOtherDays()
    {
        // 12 of 24 h were bad, 10 days ago: at the end of that day a window of 2 d is good by 3/4,
        // and a day later too.
        QList<int> bad;
        for (int ago = 241; ago <= 252; ++ago)
            bad.append(ago);
        const auto evidence = hourly(60 * 24, bad);
        const auto slo = checkSlo("2d", "1h", 0.5);
        const auto strict = *whatIf(slo, evidence, T, 0.8);
        QCOMPARE(strict.daysMissed, 2);
        QCOMPARE(strict.daysUnknown, 30); // the runs are of the last 60 days: 90 - 60
        QCOMPARE(strict.figures.met, true);
        QVERIFY(near(strict.figures.budget.total, 9.6));
        QCOMPARE(whatIf(slo, evidence, T, 0.75)->daysMissed, 0);
        QVERIFY(!whatIf(slo, evidence, T, 2));
    }

    void theSameTargetChangesNothing()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            const auto slo = randomSlo(random);
            const auto at = randomInstant(random);
            const auto evidence = randomEvidence(slo, at, 15 * day, random);
            const auto figures = figuresOf(slo, evidence, at);
            if (figures)
                QCOMPARE(whatIf(slo, evidence, at, slo.target)->figures, *figures);
        }
    }
};

QTEST_GUILESS_MAIN(TestSloHistory)
#include "tst_slohistory.moc"
