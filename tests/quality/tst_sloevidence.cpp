// SPDX-License-Identifier: GPL-3.0-or-later
// Figures computed by hand: the sums stand beside each case. T is Monday, 2026-06-01, 0:00 UTC.
#include "tests/quality/sloevidence.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::quality;
using namespace portolan::quality::test;

class TestSloEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whoDoesNotTellIsUnknown()
    {
        // Five hours: pass, error, skipped, fail, pass. SLI 2/3, bounds 2/5 and 4/5.
        const auto figures =
            at(checkSlo("5h", "1h", 0.5), evidenceOf(runs(T - 5 * hour, hour, "pesfp")), T);
        QCOMPARE(figures.slices, counts(5, 2, 1, 2));
        QVERIFY(near(*figures.sli, 2.0 / 3));
        QCOMPARE(*figures.sliBounds, std::pair(0.4, 0.8));
        QCOMPARE(at(checkSlo("1h", "1h", 0.5), evidenceOf(runs(T - hour, hour, "u")), T).slices,
                 counts(1, 0, 0, 1));
        QCOMPARE(at(checkSlo("1h", "1h", 0.5), evidenceOf(runs(T - hour, hour, "w")), T).slices,
                 counts(1, 1, 0, 0));
    }

    void aVerdictIsStaleAfterTwiceTheMedianGap()
    {
        const auto goodOf = [](const CheckSeries &series) {
            return at(checkSlo("60h", "1h", 0.9), evidenceOf(series), T).slices.good;
        };
        // A single run and a pair count for 24 h.
        QCOMPARE(goodOf(runs(T - 50 * hour, hour, "p")), 24);
        QCOMPARE(goodOf(runs(T - 50 * hour, 2 * hour, "pp")), 26);
        // Gaps of 1 and 3 h: the median is 2 h, so the last counts for 4 h: 1 + 3 + 4.
        auto series = runs(T - 50 * hour, hour, "pp.");
        series.runs.append({T - 46 * hour, domain::RunStatus::Pass});
        QCOMPARE(goodOf(series), 8);
        // Every 5 minutes: at least an hour, from the last run at T - 49:05 on.
        QCOMPARE(goodOf(runs(T - 50 * hour, 5 * minute, "pppppppppppp")), 2);
        // Every 40 h: at most 48 h.
        QCOMPARE(goodOf(runs(T - 130 * hour, 40 * hour, "ppp")), 48); // from T - 50 to T - 2
        // Only the ten newest runs count: nine gaps of 1 h, after ten of 12 h.
        series = runs(T - 200 * hour, 12 * hour, "ppppppppppp");
        series.runs.append(runs(T - 79 * hour, hour, "ppppppppp").runs);
        series.runs.append({T - 70 * hour + 12 * hour, domain::RunStatus::Pass});
        // Gaps before the last run: 8 of 1 h and one of 13 h; twice the median is 2 h.
        QCOMPARE(goodOf(series), 2); // T - 58 to T - 56
    }

    void sampledFreshnessDoesNotKnowWhatItDidNotSee()
    {
        // Two looks with different updates, 1 h of age allowed. Good: [T-10, T-9) and [T-2, T-1).
        // [T-9, T-2) is over the age: unknown, since updates in between were not seen. Behind the
        // last look and before the first update nothing is known.
        const auto slo = freshnessSlo("12h", "1h", 0.9, 3600);
        FreshnessSeries series;
        series.sampled = true;
        series.looks = {{T - 2 * hour, T - hour}, {T - 10 * hour, T - 9 * hour}};
        QCOMPARE(at(slo, evidenceOf(series), T).slices, counts(12, 2, 0, 10));
        // One who sees every update knows these seven hours to be bad.
        series.sampled = false;
        QCOMPARE(at(slo, evidenceOf(series), T).slices, counts(12, 2, 7, 3));
        series.observedUntil = T;
        QCOMPARE(at(slo, evidenceOf(series), T).slices, counts(12, 2, 8, 2));
        // Two looks that see the same update know that there was none: [T-9, T-1) is bad.
        series = {{{T - 10 * hour, T - 9 * hour}, {T - 10 * hour, T - hour}}, true, never};
        QCOMPARE(at(slo, evidenceOf(series), T).slices, counts(12, 1, 8, 3));
        // A table found empty had its rows taken away in between.
        series.looks.last().updated = never;
        QCOMPARE(at(slo, evidenceOf(series), T).slices, counts(12, 1, 0, 11));
    }

    void oneSourceOfUpdatesIsEnough()
    {
        // One saw an update at T - 3 h and was looked at until T - 1 h; the other none since T - 6
        // h and was looked at until T. Good [T-6, T-4) and [T-3, T-1), bad [T-4, T-3) and [T-1, T).
        Evidence evidence;
        evidence.freshness.append({{{T - 3 * hour, T - 3 * hour}}, false, T - hour});
        evidence.freshness.append({{{T - 6 * hour, T - 6 * hour}}, false, T});
        const auto slo = freshnessSlo("6h", "1h", 0.5, 7200);
        QCOMPARE(at(slo, evidence, T).slices, counts(6, 4, 2, 0));
    }

    void severalChecksAreAsGoodAsTheWorst()
    {
        Evidence evidence;
        evidence.checks.append(runs(T - 4 * hour, hour, "ppfp"));
        evidence.checks.append(runs(T - 4 * hour, hour, "pees"));
        auto slo = checkSlo("4h", "1h", 0.5);
        QCOMPARE(at(slo, evidence, T).slices, counts(4, 1, 1, 2));
        // A check that never ran makes the rest unknown, and what is bad stays bad.
        evidence.checks[0].check = u"a"_s;
        evidence.checks[1].check = u"b"_s;
        slo.checks = QStringList{u"a"_s, u"b"_s, u"c"_s};
        QCOMPARE(at(slo, evidence, T).slices, counts(4, 0, 1, 3));
    }

    void lateAndRepeatedEvidence()
    {
        const auto slo = checkSlo("1d", "1h", 0.9);
        auto evidence = hourly(48);
        const auto before = at(slo, evidence, T);
        auto &of = evidence.checks.first().runs;
        const auto twice = of;
        of.append(twice);
        std::reverse(of.begin(), of.end());
        QCOMPARE(at(slo, evidence, T), before);
        // A failure that arrives last and happened half past an hour spoils that hour alone.
        of.append({T - 20 * hour + 30 * minute, domain::RunStatus::Fail});
        QCOMPARE(at(slo, evidence, T).slices, counts(24, 23, 1, 0));
        // Two runs of one instant: the bad one counts, in whatever order they come.
        of.append({T - 10 * hour, domain::RunStatus::Fail});
        QCOMPARE(at(slo, evidence, T).slices, counts(24, 22, 2, 0));
        std::reverse(of.begin(), of.end());
        QCOMPARE(at(slo, evidence, T).slices, counts(24, 22, 2, 0));
    }

    void instantsOfBrokenSourcesDoNoHarm()
    {
        auto evidence = hourly(48);
        const auto slo = checkSlo("1d", "1h", 0.9);
        const auto before = at(slo, evidence, T);
        constexpr auto most = std::numeric_limits<Moment>::max();
        evidence.checks.first().runs.append({most, domain::RunStatus::Fail});
        evidence.checks.first().runs.append({never, domain::RunStatus::Fail});
        QCOMPARE(at(slo, evidence, T), before);
        FreshnessSeries series{
            {{most, most}, {never, most}, {most, T}, {never, never}}, true, most};
        QCOMPARE(at(freshnessSlo("1d", "1h", 0.9, 1e300), evidenceOf(series), T).slices.unknown,
                 24);
        QVERIFY(!figuresOf(slo, evidence, most));
    }
};

QTEST_GUILESS_MAIN(TestSloEvidence)
#include "tst_sloevidence.moc"
