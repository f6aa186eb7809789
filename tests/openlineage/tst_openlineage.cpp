// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/datasets.h"
#include "models/formats/openlineage/translate.h"
#include "tests/openlineage/foldedevents.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
namespace ol = formats::openlineage;

namespace {

//! JSON that was written with ' for ".
QString json(const char *text)
{
    return QString::fromUtf8(text).replace(u'\'', u'"');
}

//! An output with one facet, as JSON.
QString withFacet(const QString &name, const QString &facet, const QString &value)
{
    return json("{'namespace':'db','name':'%1','facets':{'%2':%3}}").arg(name, facet, value);
}

QString columns(const QString &name, const QString &from)
{
    return withFacet(
        name, u"columnLineage"_s,
        QString::fromUtf8(
            json("{'fields':{'c':{'inputFields':[{'namespace':'db','name':'a','field':'%1','"
                 "transformations':[{'type':'DIRECT','subtype':'IDENTITY','masking':true}]}]}}}")
                .toUtf8())
            .arg(from));
}

QByteArrayList sampleDay()
{
    return {
        runEvent(u"2026-01-01T00:00:00Z"_s, u"START"_s, u"1"_s, u"load"_s, {u"a"_s, u"b"_s}, {}),
        runEvent(u"2026-01-01T00:05:00Z"_s, u"COMPLETE"_s, u"1"_s, u"load"_s, {},
                 {columns(u"c"_s, u"x"_s)}),
        runEvent(u"2026-01-02T00:05:00Z"_s, u"COMPLETE"_s, u"2"_s, u"load"_s, {u"a"_s},
                 {columns(u"c"_s, u"y"_s)}),
        runEvent(u"2026-01-02T00:06:00Z"_s, u"FAIL"_s, u"3"_s, u"other"_s, {u"a"_s}, {u"z"_s}),
        runEvent(u"2026-01-03T00:00:00Z"_s, u"COMPLETE"_s, u"4"_s, u"clean"_s, {},
                 {withFacet(u"b"_s, u"lifecycleStateChange"_s,
                            json("{'lifecycleStateChange':'DROP'}"))}),
    };
}

} // namespace

class TestOpenLineage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void inputsAndOutputsOfARunUniteOverItsEvents()
    {
        const auto lines = foldLines(sampleDay().mid(0, 2));
        QCOMPARE(edgesThatHold(lines.folded),
                 QStringList({u"dataset a -> c load"_s, u"dataset b -> c load"_s,
                              u"field a.x -> c.c load"_s, u"job a -> load"_s, u"job b -> load"_s,
                              u"job load -> c"_s}));
        QVERIFY(lines.findings.isEmpty());
    }

    void aFailedRunMakesNoEdges()
    {
        const auto edges = spansOf(foldLines(sampleDay()).folded);
        QVERIFY(std::none_of(edges.begin(), edges.end(),
                             [](const QString &line) { return line.contains(u"other"_s); }));
    }

    void aCompleteRunThatFailsLaterMakesNoEdges()
    {
        auto day = sampleDay().mid(0, 2);
        day.append(runEvent(u"2026-01-01T00:06:00Z"_s, u"FAIL"_s, u"1"_s, u"load"_s, {}, {}));
        QCOMPARE(edgesThatHold(foldLines(day).folded), QStringList());
    }

    void aStreamingJobMakesEdgesWhileItRuns()
    {
        auto event = runEvent(u"2026-01-01T00:00:00Z"_s, u"RUNNING"_s, u"1"_s, u"stream"_s,
                              {u"a"_s}, {u"b"_s});
        QCOMPARE(edgesThatHold(foldLines({event}).folded), QStringList());
        event.replace(
            json("'name':'stream'").toUtf8(),
            json("'name':'stream','facets':{'jobType':{'processingType':'STREAMING'}}").toUtf8());
        QCOMPARE(edgesThatHold(foldLines({event}).folded).size(), 3);
    }

    void aRunOfVeryManyInputsAndOutputsLeadsThroughItsJobAlone()
    {
        const auto fold = [](int inputs, int outputs) {
            QStringList from;
            for (int i = 0; i < inputs; ++i)
                from.append(u"i%1"_s.arg(i));
            QStringList to{columns(u"o0"_s, u"x"_s)};
            for (int i = 1; i < outputs; ++i)
                to.append(u"o%1"_s.arg(i));
            return foldLines(
                {runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s, u"few"_s, {u"a"_s},
                          {u"b"_s}),
                 runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"2"_s, u"many"_s, from, to)});
        };
        const auto paired = fold(400, 250);
        QCOMPARE(paired.folded.edges.size(), 3 + 400 * 250 + 400 + 250 + 1);
        QVERIFY(paired.findings.isEmpty());
        const auto split = fold(400, 251);
        QCOMPARE(split.folded.edges.size(), 3 + 400 + 251 + 1);
        QCOMPARE(split.findings.size(), 1);
        const auto &finding = split.findings.first();
        QCOMPARE(finding.file, u"events.ndjson"_s);
        QCOMPARE(finding.line, 2);
        QCOMPARE(finding.rule, u"openlineage.pairs"_s);
        QVERIFY(finding.message.contains(u"400 inputs and 251 outputs"_s));
        QVERIFY(!finding.remedy.isEmpty());
        QVERIFY(edgesThatHold(split.folded).contains(u"field a.x -> o0.c many"_s));
    }

    void equalColumnsBeforeAndAfterADropAreTwoSpans()
    {
        const auto says = [](const QString &day, const QString &run) {
            return runEvent(u"2026-01-0%1T00:00:00Z"_s.arg(day), u"COMPLETE"_s, run, u"load"_s,
                            {u"a"_s}, {columns(u"c"_s, u"x"_s)});
        };
        const auto drop = [](const QString &name) {
            return runEvent(u"2026-01-02T00:00:00Z"_s, u"COMPLETE"_s, u"drop"_s, u"clean"_s, {},
                            {withFacet(name, u"lifecycleStateChange"_s,
                                       json("{'lifecycleStateChange':'DROP'}"))});
        };
        const auto spans = [&](const QString &dropped) {
            return spansOf(foldLines({says(u"1"_s, u"1"_s), drop(dropped), says(u"3"_s, u"2"_s),
                                      says(u"4"_s, u"3"_s)})
                               .folded)
                .filter(u"field"_s);
        };
        const QStringList two{u"field a.x -> c.c load from 01-01 00:00 to 01-02 00:00"_s,
                              u"field a.x -> c.c load from 01-03 00:00 to …"_s};
        QCOMPARE(spans(u"a"_s), two);
        QCOMPARE(spans(u"c"_s), two);
        QCOMPARE(spans(u"elsewhere"_s),
                 QStringList{u"field a.x -> c.c load from 01-01 00:00 to …"_s});
    }

    void testsWriteNothing()
    {
        auto event = runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s, u"check"_s,
                              {u"a"_s}, {u"audit"_s});
        event.replace(json("'name':'check'").toUtf8(),
                      json("'name':'check','facets':{'jobType':{'jobType':'TEST'}}").toUtf8());
        const auto folded = foldLines({event}).folded;
        QCOMPARE(edgesThatHold(folded), QStringList({u"job a -> check"_s}));
        QCOMPARE(folded.datasets.size(), 1);
    }

    void theNewestFacetReplacesTheColumnsBeforeAndTheDropEndsWhatItLeadsTo()
    {
        QCOMPARE(spansOf(foldLines(sampleDay()).folded),
                 QStringList({u"dataset a -> c load from 01-01 00:05 to …"_s,
                              u"dataset b -> c load from 01-01 00:05 to 01-03 00:00"_s,
                              u"field a.x -> c.c load from 01-01 00:05 to 01-02 00:05"_s,
                              u"field a.y -> c.c load from 01-02 00:05 to …"_s,
                              u"job a -> load from 01-01 00:05 to …"_s,
                              u"job b -> load from 01-01 00:05 to 01-03 00:00"_s,
                              u"job load -> c from 01-01 00:05 to …"_s}));
    }

    void whatIsWrittenAgainAfterADropHoldsAgain()
    {
        auto day = sampleDay();
        day.append(runEvent(u"2026-01-05T00:00:00Z"_s, u"COMPLETE"_s, u"5"_s, u"load"_s, {u"b"_s},
                            {u"c"_s}));
        const auto edges = spansOf(foldLines(day).folded);
        QVERIFY(edges.contains(u"dataset b -> c load from 01-01 00:05 to 01-03 00:00"_s));
        QVERIFY(edges.contains(u"dataset b -> c load from 01-05 00:00 to …"_s));
    }

    void aLaterRunWithoutTheFacetLeavesTheColumnsAlone()
    {
        auto day = sampleDay();
        day.append(runEvent(u"2026-01-06T00:00:00Z"_s, u"COMPLETE"_s, u"6"_s, u"load"_s, {u"a"_s},
                            {u"c"_s}));
        QVERIFY(edgesThatHold(foldLines(day).folded).contains(u"field a.y -> c.c load"_s));
    }

    void aDeletedFacetEndsTheColumns()
    {
        auto day = sampleDay().mid(0, 3);
        const auto edge = u"field a.y -> c.c load"_s;
        QVERIFY(edgesThatHold(foldLines(day).folded).contains(edge));
        day.append(runEvent(u"2026-01-04T00:00:00Z"_s, u"COMPLETE"_s, u"7"_s, u"load"_s, {u"a"_s},
                            {withFacet(u"c"_s, u"columnLineage"_s, json("{'_deleted':true}"))}));
        QVERIFY(!edgesThatHold(foldLines(day).folded).contains(edge));
        QVERIFY(spansOf(foldLines(day).folded)
                    .contains(u"field a.y -> c.c load from 01-02 00:05 to 01-04 00:00"_s));
    }

    void neitherOrderNorRepetitionMatters()
    {
        const auto once = spansOf(foldLines(sampleDay()).folded);
        QRandomGenerator random(7);
        for (int i = 0; i < 50; ++i) {
            auto events = sampleDay() + sampleDay();
            std::shuffle(events.begin(), events.end(), random);
            QCOMPARE(spansOf(foldLines(events).folded), once);
        }
    }

    void aSymlinkMakesTwoNamesOneDatasetAndKeepsBoth()
    {
        const auto linked = withFacet(
            u"physical"_s, u"symlinks"_s,
            QString::fromUtf8(
                json("{'identifiers':[{'namespace':'db','name':'logical','type':'TABLE'}]}")
                    .toUtf8()));
        const auto folded = foldLines({runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s,
                                                u"write"_s, {u"a"_s}, {linked}),
                                       runEvent(u"2026-01-01T01:00:00Z"_s, u"COMPLETE"_s, u"2"_s,
                                                u"read"_s, {u"logical"_s}, {u"b"_s})})
                                .folded;
        QCOMPARE(countsOf(folded), (FoldCounts{.edges = 2, .jobEdges = 4, .datasets = 3}));
        const auto records = ol::translate(folded, {u"events.ndjson"_s});
        const auto other =
            std::find_if(records.begin(), records.end(), [](const domain::Record &record) {
                return record.nativeId == u"dataset:db:physical";
            });
        QVERIFY(other != records.end());
        QCOMPARE(other->sameAs, u"dataset:db:logical"_s);
        // The edge stays under the name that the event used.
        QCOMPARE(other->lineage.size(), 2);
    }

    void ofSeveralNamesOfOneOutputTheLatestEventOfTheRunCounts()
    {
        const auto symlink = runEvent(
            u"2025-12-01T00:00:00Z"_s, u"COMPLETE"_s, u"0"_s, u"first"_s, {},
            {withFacet(u"p"_s, u"symlinks"_s,
                       json("{'identifiers':[{'namespace':'db','name':'l','type':'TABLE'}]}"))});
        const QByteArrayList events{symlink,
                                    runEvent(u"2026-01-01T00:00:00Z"_s, u"START"_s, u"1"_s,
                                             u"load"_s, {u"a"_s}, {columns(u"l"_s, u"old"_s)}),
                                    runEvent(u"2026-01-01T00:05:00Z"_s, u"COMPLETE"_s, u"1"_s,
                                             u"load"_s, {}, {columns(u"p"_s, u"new"_s)})};
        auto order = events;
        std::sort(order.begin(), order.end());
        do {
            const auto edges = edgesThatHold(foldLines(order).folded);
            QCOMPARE(edges.filter(u"field"_s).size(), 1);
            QVERIFY2(edges.contains(u"field a.new -> p.c load"_s), qPrintable(edges.join(u'\n')));
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void aDropUnderOneNameIsTakenBackUnderAnother()
    {
        const auto change = [](const QString &name, const QString &word) {
            return withFacet(name, u"lifecycleStateChange"_s,
                             json("{'lifecycleStateChange':'%1'}").arg(word));
        };
        const auto symlink = runEvent(
            u"2025-12-01T00:00:00Z"_s, u"COMPLETE"_s, u"0"_s, u"first"_s, {},
            {withFacet(u"p"_s, u"symlinks"_s,
                       json("{'identifiers':[{'namespace':'db','name':'l','type':'TABLE'}]}"))});
        const auto edges = [&](const QString &earlier, const QString &later) {
            return edgesThatHold(
                foldLines({symlink,
                           runEvent(u"2026-01-01T00:00:00Z"_s, u"START"_s, u"1"_s, u"load"_s,
                                    {u"a"_s}, {change(u"l"_s, earlier)}),
                           runEvent(u"2026-01-01T00:05:00Z"_s, u"COMPLETE"_s, u"1"_s, u"load"_s, {},
                                    {change(u"p"_s, later)})})
                    .folded);
        };
        QVERIFY(edges(u"DROP"_s, u"CREATE"_s).contains(u"dataset a -> p load"_s));
        QVERIFY(edges(u"CREATE"_s, u"DROP"_s).filter(u"dataset"_s).isEmpty());
    }

    void aRenamedDatasetIsKnownByItsNewName()
    {
        const auto renamed =
            withFacet(u"zebra"_s, u"lifecycleStateChange"_s,
                      QString::fromUtf8(json("{'lifecycleStateChange':'RENAME','previousIdentifier'"
                                             ":{'namespace':'db','name':'ant'}}")
                                            .toUtf8()));
        const auto folded = foldLines({runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s,
                                                u"w"_s, {u"a"_s}, {u"ant"_s}),
                                       runEvent(u"2026-01-02T00:00:00Z"_s, u"COMPLETE"_s, u"2"_s,
                                                u"w"_s, {u"a"_s}, {renamed})})
                                .folded;
        for (const auto &dataset : folded.datasets) {
            if (dataset.name.name != u"a")
                QCOMPARE(dataset.canonical.name, u"zebra"_s);
        }
    }

    void anExplicitLineageFacetIsPreferredToColumnLineage()
    {
        auto output = columns(u"c"_s, u"x"_s);
        output.replace(
            u"\"facets\":{"_s,
            QString::fromUtf8(json("'facets':{'lineage':{'inputs':[{'namespace':'db','name':'d','"
                                   "type':'DATASET'}],'fields':{'c':{'inputs':[{'namespace':'db','"
                                   "name':'d','field':'k','type':'DATASET'}]}}},")
                                  .toUtf8()));
        QCOMPARE(edgesThatHold(foldLines({runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s,
                                                   u"load"_s, {u"a"_s}, {output})})
                                   .folded),
                 QStringList({u"dataset a -> c load"_s, u"dataset d -> c load"_s,
                              u"field d.k -> c.c load"_s, u"job a -> load"_s, u"job load -> c"_s}));
    }

    void badLinesAreFindingsAndStopNothing()
    {
        auto day = sampleDay();
        day.insert(1, "{\"eventTime\": \"2026-01-01T00");
        day.insert(2, "{\"eventTime\": \"yesterday\", \"job\": {}}");
        day.insert(3, "");
        const auto lines = foldLines(day);
        QCOMPARE(spansOf(lines.folded), spansOf(foldLines(sampleDay()).folded));
        QCOMPARE(lines.findings.size(), 2);
        QCOMPARE(lines.findings.first().file, u"events.ndjson"_s);
        QCOMPARE(lines.findings.first().line, 2);
        QVERIFY(!lines.findings.first().remedy.isEmpty());
        QCOMPARE(lines.findings.last().line, 3);
    }

    void addressesLoseUserNameAndPassword()
    {
        const auto output = withFacet(
            u"c"_s, u"dataSource"_s,
            QString::fromUtf8(
                json("{'name':'w','uri':'postgres://reader:secret@db.example:5432/w'}").toUtf8()));
        const auto records =
            ol::translate(foldLines({runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s,
                                              u"load"_s, {}, {output})})
                              .folded,
                          {u"events.ndjson"_s});
        for (const auto &record : records) {
            QVERIFY(!record.native.first().json.contains("secret"));
            for (const auto &[name, value] : record.properties)
                QVERIFY(!value.contains(u"secret"_s));
        }
    }

    void datasetsJoinByTheirKey_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        const auto row = [](const QString &space, const QString &name, const QString &key) {
            QTest::newRow(qPrintable(space)) << space << name << key;
        };
        row(u"postgres://Db.example:5432"_s, u"Shop.public.Orders"_s,
            u"postgres:db.example:5432:shop.public.orders"_s);
        row(u"postgresql://db:5432"_s, u"s.t"_s, u"postgres:db:5432:s.t"_s);
        row(u"snowflake://org-account"_s, u"DB.S.T"_s, u"snowflake:org-account:db.s.t"_s);
        row(u"bigquery"_s, u"project.set.table"_s, u"bigquery::project.set.table"_s);
        row(u"duckdb:///srv/wh.duckdb"_s, u"wh.main.t"_s, u"duckdb::wh.main.t"_s);
        row(u"kafka://broker:9092"_s, u"orders.v1"_s, u"kafka:broker:9092:orders.v1"_s);
        row(u"s3://bucket"_s, u"/a/b.parquet"_s, u"s3:bucket:a/b.parquet"_s);
        row(u"s3a://bucket"_s, u"a/b.parquet"_s, u"s3:bucket:a/b.parquet"_s);
        // A word that somebody made up says nothing about where the table stands.
        row(u"my-namespace"_s, u"public.orders"_s, QString());
    }

    void datasetsJoinByTheirKey()
    {
        QFETCH(QString, space);
        QFETCH(QString, name);
        QTEST(ol::datasetKeyOf({space, name}), "key");
    }

    void aDatasetSaysWhenItWasWrittenAndUpToWhenItsDataReach()
    {
        auto event = runEvent(u"2026-01-02T03:00:00Z"_s, u"COMPLETE"_s, u"1"_s, u"load"_s, {},
                              {withFacet(u"c"_s, u"outputStatistics"_s, json("{'rowCount':12}"))});
        event.replace("\"runId\":\"1\"",
                      json("'runId':'1','facets':{'nominalTime':{'nominalStartTime':"
                           "'2026-01-01T00:00:00Z','nominalEndTime':"
                           "'2026-01-02T00:00:00Z'}}")
                          .toUtf8());
        const auto records = ol::translate(foldLines({event}).folded, {u"events.ndjson"_s});
        const auto &facts = records.first().properties;
        QVERIFY(facts.contains({u"last written"_s, u"2026-01-02T03:00:00.000Z"_s}));
        QVERIFY(facts.contains({u"data up to"_s, u"2026-01-02T00:00:00.000Z"_s}));
        QVERIFY(facts.contains({u"rows"_s, u"12"_s}));
    }

    void namesThatDifferInCaseOnlyAreTwoDatasets()
    {
        auto event = runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s, u"load"_s,
                              {u"s.orders"_s, u"s.ORDERS"_s, u"s.Lines"_s}, {});
        event.replace("\"db\"", "\"mysql://h:3306\"");
        const auto records = ol::translate(foldLines({event}).folded, {u"events.ndjson"_s});
        QStringList keys;
        for (const auto &record : records)
            keys.append(record.datasetKey);
        QCOMPARE(keys,
                 QStringList({u"mysql:h:3306:s.lines"_s, QString(), u"mysql:h:3306:s.orders"_s,
                              QString()}));
    }

    void timesAreReadToTheMicrosecond_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("moment");
        QTest::newRow("UTC") << QByteArray("1970-01-01T00:00:01Z") << qint64(1'000'000);
        QTest::newRow("zone") << QByteArray("1970-01-01T01:00:01+01:00") << qint64(1'000'000);
        QTest::newRow("micros") << QByteArray("1970-01-01T00:00:00.000001Z") << qint64(1);
        QTest::newRow("nanos") << QByteArray("1970-01-01T00:00:00.0000019Z") << qint64(1);
        QTest::newRow("none") << QByteArray("1970-01-01T00:00:01") << qint64(1'000'000);
        QTest::newRow("month 13") << QByteArray("1970-13-01T00:00:01Z") << qint64(-1);
        QTest::newRow("words") << QByteArray("yesterday") << qint64(-1);
    }

    void timesAreReadToTheMicrosecond()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, moment);
        QCOMPARE(ol::momentOf(text.toStdString()).value_or(-1), moment);
    }
};

QTEST_APPLESS_MAIN(TestOpenLineage)
#include "tst_openlineage.moc"
