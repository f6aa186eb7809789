// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/terms.h"
#include "tests/quality/sloevidence.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::quality;
using namespace portolan::quality::test;

class TestTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void withoutEvidenceThereIsNoVerdict()
    {
        for (const auto &property :
             {u"retention"_s, u"timeToRepair"_s, u"timeToDetect"_s, u"timeToNotify"_s}) {
            const auto judged = judge({property, u"3"_s, u"d"_s}, {}, T);
            QCOMPARE(judged.verdict, TermVerdict::NoEvidence);
            QCOMPARE(*judged.promised, 3 * 86400.0);
        }
        QCOMPARE(judge({u"errorRate"_s, u"2"_s, u"percent"_s}, {}, T).verdict,
                 TermVerdict::NoEvidence);
        QCOMPARE(judge({u"throughput"_s, u"9"_s, u"MB/s"_s}, {}, T).verdict,
                 TermVerdict::NoEvidence);
        QCOMPARE(judge({u"endOfLife"_s, u"2027-01-01"_s, {}}, {}, T).verdict,
                 TermVerdict::NoEvidence);
    }

    void noRowIsOlderThanTheRetention()
    {
        TermEvidence evidence;
        evidence.oldestRow = T - 30 * day;
        const Term term{u"Retention"_s, u"30"_s, u"Days"_s};
        QCOMPARE(judge(term, evidence, T),
                 (TermJudgement{TermVerdict::Kept, 30 * 86400.0, 30 * 86400.0}));
        QCOMPARE(judge(term, evidence, T + 1000).verdict, TermVerdict::Broken);
    }

    void theSlowestIncidentDecides()
    {
        TermEvidence evidence;
        evidence.incidents = {{T - 9 * hour, T - 8 * hour, {}, T - 7 * hour},
                              {T - 5 * hour, {}, {}, T - 2 * hour}};
        const Term repair{u"timeToRepair"_s, u"PT3H"_s, {}};
        QCOMPARE(judge(repair, evidence, T), (TermJudgement{TermVerdict::Kept, 10800.0, 10800.0}));
        // One that is open is as slow as it is old: kept until it is too old.
        evidence.incidents.append({T - 2 * hour, {}, {}, {}});
        QCOMPARE(judge(repair, evidence, T).verdict, TermVerdict::Kept);
        QCOMPARE(judge(repair, evidence, T + 2 * hour),
                 (TermJudgement{TermVerdict::Broken, 10800.0, 14400.0}));
        // One that is over and that nobody saw tells nothing of the time to detect.
        evidence.incidents.removeLast();
        QCOMPARE(*judge({u"timeToDetect"_s, u"2"_s, u"h"_s}, evidence, T).observed, 3600.0);
        QCOMPARE(judge({u"timeToNotify"_s, u"2"_s, u"h"_s}, evidence, T).verdict,
                 TermVerdict::NoEvidence);
        // What is behind the instant has not happened: at T - 6 h there was one incident.
        QCOMPARE(*judge(repair, evidence, T - 8 * hour).observed, 3600.0);
    }

    void anErrorRateIsAShare()
    {
        TermEvidence evidence;
        evidence.badRows = 2;
        evidence.allRows = 100;
        QCOMPARE(judge({u"errorRate"_s, u"2"_s, u"%"_s}, evidence, T),
                 (TermJudgement{TermVerdict::Kept, 0.02, 0.02}));
        QCOMPARE(judge({u"errorRate"_s, u"1.9 %"_s, {}}, evidence, T).verdict, TermVerdict::Broken);
        QCOMPARE(judge({u"errorRate"_s, u"0.02"_s, {}}, evidence, T).verdict, TermVerdict::Kept);
        QCOMPARE(judge({u"errorRate"_s, u"few"_s, {}}, evidence, T).verdict,
                 TermVerdict::NotUnderstood);
        QCOMPARE(judge({u"errorRate"_s, u"2"_s, u"per day"_s}, evidence, T).verdict,
                 TermVerdict::NotUnderstood);
    }

    void aTermWithoutMeaningIsNotJudged()
    {
        TermEvidence evidence;
        evidence.oldestRow = T;
        QCOMPARE(judge({u"retention"_s, u"long"_s, {}}, evidence, T).verdict,
                 TermVerdict::NotUnderstood);
    }
};

QTEST_GUILESS_MAIN(TestTerms)
#include "tst_terms.moc"
