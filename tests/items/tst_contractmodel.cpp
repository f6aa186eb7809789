// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/contractmodel.h"
#include "models/items/nativetext.h"
#include "models/items/qualitytext.h"
#include "models/items/sla.h"
#include "models/items/versionmodel.h"
#include "tests/items/modeltext.h"
#include "tests/items/samplemesh.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using tests::modelText;
using tests::sampleId;

class TestContractModel : public QObject
{
    Q_OBJECT

    static QList<Clause> sampleClauses()
    {
        const tests::SamplePages pages;
        return clausesOf(pages.pages.value(sampleId(u"contract.order-events"_s)).merged,
                         {{u"order_events"_s, tests::sampleFields()}});
    }

private Q_SLOTS:

    void clausesStandInTheirSections()
    {
        ContractModel model;
        const QAbstractItemModelTester tester(&model);
        model.setClauses(sampleClauses());
        const auto text = modelText(model);
        QVERIFY2(
            text.startsWith(u"Service levels\n"
                            "  Latency|at most 15 minutes\n"
                            "  Availability|99.50 %\n"
                            "  Retention|7 years\n"
                            "Quality rules\n"
                            "  order_id is unique|must be 0\n"
                            "  event_type in list|select count(*) from order_events where "
                            "event_type not in ('placed')\n"
                            "Schema\n"
                            "  order_events|11 field(s), 2 required\n"
                            "  order_events.event_type|one of placed, paid, packed, shipped\n"_s),
            qPrintable(text));
        QVERIFY(text.contains(u"  order_pii_reader|read, approved by product owner, then privacy "
                              "office\n"_s));
        QVERIFY(text.contains(u"  Price|0.12 EUR per million events\n"_s));
        QVERIFY(text.contains(u"  warehouse|db.example.com:5432 · shop · orders\n"_s));
    }

    void anotherVerdictMovesNoRow()
    {
        ContractModel model;
        const QAbstractItemModelTester tester(&model);
        auto clauses = sampleClauses();
        model.setClauses(clauses);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        clauses.first().verdict = ClauseVerdict{Keeping::Broken, u"Broken"_s, u"29 min"_s, {}, {}};
        QVERIFY(model.update(clauses));
        QCOMPARE(resets.size(), 0);
        QVERIFY(!changes.isEmpty());
        const auto first = model.index(0, 0, model.index(0, 0));
        QCOMPARE(first.siblingAtColumn(ContractModel::MeasuredColumn).data().toString(),
                 u"29 min"_s);
        QCOMPARE(model.countOf(Keeping::Broken), 1);
        clauses.removeLast();
        QVERIFY(!model.update(clauses));
    }

    void everyMemberOfAContractIsShown()
    {
        // Each text is another one: what is not in any clause is lost.
        domain::Record record;
        record.sla = {
            {u"s1"_s, u"s2"_s, u"s3"_s, u"s4"_s, u"s5"_s, u"s6"_s, u"s7"_s, u"s8"_s, u"s9"_s}};
        record.quality = {{u"q1"_s, u"q2"_s, u"q3"_s, u"q4"_s, u"q5"_s, u"q6"_s, u"q7"_s, u"q8"_s,
                           u"q9"_s, u"q10"_s}};
        record.roles = {{u"r1"_s, u"r2"_s, u"r3"_s, u"r4"_s, u"r5"_s}};
        record.team = {{u"t1"_s, u"t2"_s, u"t3"_s, u"t4"_s, u"t5"_s, u"t6"_s, u"t7"_s}};
        record.support = {{u"u1"_s, u"u2"_s, u"u3"_s, u"u4"_s, u"u5"_s, u"u6"_s}};
        record.prices = {{u"p1"_s, u"p2"_s, u"p3"_s}};
        record.terms = {u"e1"_s, u"e2"_s, u"e3"_s};
        record.servers = {{u"v1"_s, u"v2"_s, u"v3"_s, u"v4"_s, {{u"v5"_s, u"v6"_s}}}};
        record.references = {{u"f1"_s, u"f2"_s, u"f3"_s}};
        record.questions = {{u"n1"_s, u"n2"_s}};
        record.properties = {{u"o1"_s, u"o2"_s}};
        QString text;
        for (const auto &clause : clausesOf(record, {})) {
            text += clause.name + u' ' + clause.promised + u' ' + clause.sentence + u' '
                + clause.rule + u' ';
            for (const auto &[head, value] : clause.facts)
                text += head + u' ' + value + u' ';
        }
        const QList<std::pair<QString, int>> members{
            {u"s"_s, 9}, {u"q"_s, 10}, {u"r"_s, 5}, {u"t"_s, 7}, {u"u"_s, 6}, {u"p"_s, 3},
            {u"e"_s, 3}, {u"v"_s, 6},  {u"f"_s, 3}, {u"n"_s, 2}, {u"o"_s, 2}};
        for (const auto &[letter, count] : members) {
            for (int i = 1; i <= count; ++i) {
                const QString member = letter + QString::number(i);
                QVERIFY2(text.contains(member, Qt::CaseInsensitive), qPrintable(member));
            }
        }
    }

    void filterKeepsSectionsThatHaveSomething()
    {
        ContractModel model;
        const QAbstractItemModelTester tester(&model);
        model.setClauses(sampleClauses());
        model.setFilter(u"privacy office"_s);
        QCOMPARE(modelText(model),
                 u"Roles\n  order_pii_reader|read, approved by product owner, then privacy "
                 "office\n"_s);
        QCOMPARE(model.shownCount(), 1);
        QVERIFY(model.find(ClauseSection::Roles, u"order_pii_reader"_s).isValid());
        QVERIFY(!model.find(ClauseSection::ServiceLevels, u"Latency"_s).isValid());
    }

    void measuresKeepTheirDigits()
    {
        QCOMPARE(measureText(u"99.50"_s, u"percent"_s), u"99.50 %"_s);
        QCOMPARE(measureText(u"1"_s, u"d"_s), u"1 day"_s);
        QCOMPARE(measureText(u"1.10"_s, u"parsecs"_s), u"1.10 parsecs"_s);
        QCOMPARE(measureText(u"4"_s, {}), u"4"_s);
        QCOMPARE(slaTitle(u"timeToRepair"_s), u"Time to repair"_s);
        QCOMPARE(slaTitle(u"cacheHit_rate"_s), u"Cache hit rate"_s);
        QCOMPARE(slaPromise({u"latency"_s, u"4"_s, u"6"_s, u"h"_s, {}, {}, {}, {}, {}}),
                 u"at most 4 to 6 hours"_s);
    }

    void demandsAreSaidInTheLanguageOfThePerson_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("german");
        QTest::newRow("bound") << u"must be less than 5 percent"_s
                               << u"muss kleiner als 5 % sein"_s;
        QTest::newRow("several") << u"must be at least 10 rows, must not be 12 rows"_s
                                 << u"muss mindestens 10 Zeilen sein, darf nicht 12 Zeilen sein"_s;
        QTest::newRow("between") << u"must be between 1 and 2\nselect 1, must be 3"_s
                                 << u"muss zwischen 1 und 2 liegen\nselect 1, must be 3"_s;
        QTest::newRow("a value with words") << u"must be a, b and c"_s << u"muss a, b and c sein"_s;
        QTest::newRow("a query") << u"select 'must be 1'"_s << u"select 'must be 1'"_s;
        QTest::newRow("other words") << u"must become better"_s << u"must become better"_s;
        QTest::newRow("no bounds") << u"must be between x"_s << u"must be between x"_s;
    }

    void demandsAreSaidInTheLanguageOfThePerson()
    {
        QFETCH(const QString, expression);
        QFETCH(const QString, german);
        auto english = expression;
        QCOMPARE(demandText(expression), english.replace(u" percent"_s, u" %"_s));
        QTranslator translator;
        QVERIFY(translator.load(u":/translations/portolan_de.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(demandText(expression), german);
    }

    void aRowTellsWhatIsDemandedFromWhatIsLookedAt()
    {
        QCOMPARE(demandLine(u"must be 0\nselect 1\nfrom a"_s), u"must be 0 · select 1\nfrom a"_s);
        QCOMPARE(demandLine(u"select 1\nfrom a"_s), u"select 1\nfrom a"_s);
        QCOMPARE(demandLine(u"must be less than 5 percent"_s), u"must be less than 5 %"_s);
    }

    void largeNumbersAreGroupedForAPerson()
    {
        QCOMPARE(demandLine(u"must be between 85000 and 270000"_s),
                 u"must be between 85,000 and 270,000"_s);
        QCOMPARE(demandLine(u"between 1100000 and 1900000"_s),
                 u"between 1,100,000 and 1,900,000"_s);
        QCOMPARE(demandLine(u"must be less than 12000 rows\nselect 12000"_s),
                 u"must be less than 12,000 rows · select 12000"_s);
        QCOMPARE(observedText(u"27832"_s), u"27,832"_s);
        QCOMPARE(observedText(u"-27832"_s), u"-27,832"_s);
        // What may be a year, a name, a time or a fraction stays as it was written.
        for (const auto &text :
             {u"2026"_s, u"20261126T0900"_s, u"12345.678"_s, u"order 27832"_s, u"select 27832"_s,
              u"99999999999999999999"_s, u"00123456"_s, u"20261126"_s})
            QCOMPARE(observedText(text), text);
        QCOMPARE(demandLine(u"must be in (10115, 10117)"_s), u"must be in (10115, 10117)"_s);
        QCOMPARE(demandLine(u"between 20260101 and 20261231"_s),
                 u"between 20260101 and 20261231"_s);
        QCOMPARE(demandLine(u"values in '10115', '10117'"_s), u"values in '10115', '10117'"_s);
        QCOMPARE(demandLine(u"must be 12345.678"_s), u"must be 12345.678"_s);
        QCOMPARE(demandLine(u"must be 2026-11-26"_s), u"must be 2026-11-26"_s);
    }

    void documentIsIndentedAndNothingElse()
    {
        const auto text = nativeText("{\"a\":1.10,\"b\":[],\"c\":{},\"d\":[true,\"x,{\\\"y\\\": "
                                     "[1]}\"],\"e\":{\"f\":null}}")
                              .text;
        QCOMPARE(text,
                 u"{\n  \"a\": 1.10,\n  \"b\": [],\n  \"c\": {},\n  \"d\": [\n    true,\n    "
                 "\"x,{\\\"y\\\": [1]}\"\n  ],\n  \"e\": {\n    \"f\": null\n  }\n}"_s);
        auto bare = text;
        bare.remove(u'\n').remove(u"  "_s);
        QCOMPARE(nativeText(text.toUtf8()).text, text);
    }

    void clauseIsFoundInTheDocument()
    {
        const auto document =
            nativeText("{\"a\":\"xlatency\",\"b\":{\"property\":\"latency\"},\"c\":\"q\\\"r\"}");
        QCOMPARE(document.lineOf(u"latency"_s), 3);
        QCOMPARE(document.lineOf(u"q\"r"_s), 5);
        QCOMPARE(document.lineOf(u"absent"_s), -1);
        QCOMPARE(document.lineOf({}), -1);
    }

    void deepAndBrokenDocumentsAreTakenAsTheyAre()
    {
        const auto deep = nativeText(QByteArray(100000, '[')).text;
        QVERIFY(deep.size() < 100000 * 140);
        QCOMPARE(nativeText("]]}}not json").text.simplified(), u"] ] } }notjson"_s);
    }

    void versionsShowWhatChanged()
    {
        const tests::SamplePages pages;
        VersionModel model;
        const QAbstractItemModelTester tester(&model);
        model.setVersions(pages.pages.value(sampleId(u"orders.events"_s)).versions);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, VersionModel::ChangeColumn).data().toString(), u"2 change(s)"_s);
        QCOMPARE(model.index(1, VersionModel::ChangeColumn).data().toString(),
                 u"1 change(s), breaking"_s);
        QVERIFY(model.index(1, 0).data(VersionModel::BreakingRole).toBool());
        QCOMPARE(model.index(2, VersionModel::ChangeColumn).data().toString(), u"First seen"_s);
        QCOMPARE(model.index(0, VersionModel::ChangeColumn, model.index(1, 0)).data().toString(),
                 u"Field discount removed"_s);
    }
};

QTEST_GUILESS_MAIN(TestContractModel)
#include "tst_contractmodel.moc"
