// SPDX-License-Identifier: GPL-3.0-or-later
// What events are evidence of: results of assertions and tests, and updates of datasets.
#include "models/formats/openlineage/evidence.h"
#include "models/formats/openlineage/fold.h"
#include "models/formats/workspace/filebytes.h"
#include "tests/support/shared.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
using domain::CheckRun;
using domain::Evidence;
using domain::RunStatus;

namespace ol = formats::openlineage;

namespace {

void addLines(ol::Fold &fold, const QByteArrayList &lines)
{
    ol::EventLines reader(u"events.ndjson"_s, 0, [&fold](const auto &event, const auto &place) {
        fold.add(event, place);
    });
    auto number = 0;
    for (const auto &line : lines)
        reader.addLine({line.constData(), std::size_t(line.size())}, ++number);
}

Evidence evidenceOf(const QByteArrayList &lines)
{
    ol::Fold fold;
    fold.addFile(u"events.ndjson"_s);
    addLines(fold, lines);
    return fold.takeEvidence();
}

//! An event at \a minute past six; \a more are members of it beside job and run.
QByteArray runEvent(int minute, const QByteArray &type, const QByteArray &run,
                    const QByteArray &more, const QByteArray &runFacets = "{}",
                    const QByteArray &jobFacets = "{}")
{
    const auto two = QByteArray::number(minute).rightJustified(2, '0');
    QByteArray text = "{\"eventTime\":\"2026-10-05T06:" + two + ":00Z\",\"eventType\":\"" + type;
    text += "\",\"producer\":\"p\",\"run\":{\"runId\":\"" + run + "\",\"facets\":" + runFacets
        + "},\"job\":{\"namespace\":\"jobs\",\"name\":\"j\",\"facets\":" + jobFacets + "}";
    text += more.isEmpty() ? "}" : QByteArray("," + more + "}");
    return text;
}

QByteArray dataset(const QByteArray &name, const QByteArray &facets = "{}",
                   const QByteArray &inputFacets = "{}")
{
    return "{\"namespace\":\"db\",\"name\":\"" + name + "\",\"facets\":" + facets
        + ",\"inputFacets\":" + inputFacets + "}";
}

QByteArray inputs(const QByteArray &list)
{
    return "\"inputs\":[" + list + "]";
}

QByteArray outputs(const QByteArray &list)
{
    return "\"outputs\":[" + list + "]";
}

QByteArray asserted(const QByteArray &assertions)
{
    return "{\"dataQualityAssertions\":{\"assertions\":[" + assertions + "]}}";
}

//! "hh:mm check status run" of each.
QStringList linesOf(const QList<CheckRun> &runs)
{
    QStringList lines;
    for (const auto &run : runs)
        lines.append(run.at.toString(u"hh:mm "_s) % run.check % u' '
                     % domain::statusWord(run.status) % u' ' % run.runId);
    return lines;
}

//! "asset at seen" of each, with "look" for a sample.
QStringList linesOf(const QList<domain::FreshnessUpdate> &updates)
{
    QStringList lines;
    for (const auto &update : updates)
        lines.append(update.asset % update.at.toString(u" MM-dd hh:mm"_s)
                     % update.seen.toString(u" hh:mm"_s)
                     % (update.sampled ? u" look"_s : QString()));
    return lines;
}

QByteArrayList linesIn(const QString &path)
{
    const auto bytes = formats::workspace::bytesOf(path, qint64(1) << 30);
    return bytes ? bytes->split('\n') : QByteArrayList();
}

QStringList streams()
{
    return sharedFiles(u"samples"_s, {u"*.ndjson"_s, u"*.ndjson.gz"_s});
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anAssertionIsOneRunHoweverOftenItIsTold()
    {
        const auto facet = asserted(R"({"assertion": "not_null", "success": false, "column": "id",
            "name": "n", "actual": "3", "expected": "0", "severity": "WARN"})");
        const auto told = inputs(dataset("t", facet, facet));
        const auto evidence =
            evidenceOf({runEvent(1, "START", "r", told), runEvent(2, "COMPLETE", "r", told),
                        runEvent(5, "OTHER", "s", told)});
        QCOMPARE(linesOf(evidence.runs),
                 (QStringList{u"06:01 dataset:db:t/not_null/id/n fail r"_s,
                              u"06:05 dataset:db:t/not_null/id/n fail s"_s}));
        const auto &run = evidence.runs.constFirst();
        QCOMPARE(run.observed, u"3"_s);
        QCOMPARE(run.expected, u"0"_s);
        QCOMPARE(run.value, std::optional(3.0));
    }

    void whereAResultChangesTheNewestCounts()
    {
        const auto told = [](const QByteArray &success) {
            return inputs(
                dataset("t", asserted(R"({"assertion": "a", "success": )" + success + "}")));
        };
        QByteArrayList lines{
            runEvent(1, "START", "r", told("true")), runEvent(2, "RUNNING", "r", told("false")),
            runEvent(3, "RUNNING", "r", told("true")), runEvent(4, "COMPLETE", "r", told("true"))};
        const QStringList expected{u"06:03 dataset:db:t/a pass r"_s};
        QCOMPARE(linesOf(evidenceOf(lines).runs), expected);
        std::reverse(lines.begin(), lines.end());
        QCOMPARE(linesOf(evidenceOf(lines).runs), expected);
    }

    void resultsThatSayNothingAreErrors()
    {
        const auto evidence = evidenceOf(
            {runEvent(1, "COMPLETE", "r",
                      inputs(dataset(
                          "t", asserted(R"({"assertion": "a"}, {"assertion": "b", "success": "yes"},
                                            {"success": true}, {"assertion": ""}, 3, null)"))))});
        QCOMPARE(
            linesOf(evidence.runs),
            (QStringList{u"06:01 dataset:db:t/a error r"_s, u"06:01 dataset:db:t/b error r"_s}));
    }

    void metricsCountTheRowsOfAssertions()
    {
        const QByteArray metrics = R"("dataQualityMetrics": {"rowCount": 1000, "columnMetrics":
            {"id": {"nullCount": 7}}})";
        const QByteArray facets = "{" + metrics + ","
            + asserted(R"({"assertion": "not_null", "success": false, "column": "id"},
                          {"assertion": "unique", "success": true, "column": "id"})")
                  .mid(1);
        const auto evidence = evidenceOf(
            {runEvent(1, "COMPLETE", "r", inputs(dataset("t", facets))),
             runEvent(2, "COMPLETE", "w",
                      outputs(R"({"namespace": "db", "name": "o", "facets": )"
                              + asserted(R"({"assertion": "a", "success": true})")
                              + R"(, "outputFacets": {"outputStatistics": {"rowCount": 5.0}}})"))});
        QCOMPARE(evidence.runs.size(), 3);
        QCOMPARE(evidence.runs.at(0).totalRows, std::optional<qint64>(1000));
        QCOMPARE(evidence.runs.at(0).failedRows, std::optional<qint64>(7));
        QCOMPARE(evidence.runs.at(1).totalRows, std::optional<qint64>(1000));
        QCOMPARE(evidence.runs.at(1).failedRows, std::optional<qint64>());
        QCOMPARE(evidence.runs.at(2).totalRows, std::optional<qint64>(5));
    }

    void testsCountForWhatTheirRunReads()
    {
        ol::Fold fold;
        fold.addFile(u"f"_s);
        const QByteArray tests = R"({"test": {"tests": [
            {"name": "one", "status": "pass", "severity": "warn"},
            {"name": "two", "status": "fail", "type": "custom_sql"},
            {"name": "three", "status": "skip"}, {"name": "four"}, {"status": "pass"}]}})";
        addLines(fold,
                 {runEvent(1, "START", "r", inputs(dataset("b") + "," + dataset("a")), tests),
                  runEvent(2, "FAIL", "r", {}, tests), runEvent(3, "FAIL", "alone", {}, tests)});
        QCOMPARE(linesOf(fold.takeEvidence().runs),
                 (QStringList{u"06:01 dataset:db:a/test/four error r"_s,
                              u"06:01 dataset:db:a/test/one pass r"_s,
                              u"06:01 dataset:db:a/test/three skipped r"_s,
                              u"06:01 dataset:db:a/test/two fail r"_s}));
        const auto checks = fold.checks();
        QCOMPARE(checks.size(), 4);
        const QList<domain::RelationTo> both{{domain::Relation::Checks, u"dataset:db:a"_s},
                                             {domain::Relation::Checks, u"dataset:db:b"_s}};
        QCOMPARE(checks.at(1).nativeId, u"dataset:db:a/test/one"_s);
        QCOMPARE(checks.at(1).relations, both);
        QCOMPARE(checks.at(1).quality.constFirst().severity, u"warn"_s);
        QCOMPARE(checks.at(3).type, u"custom_sql"_s);
    }

    void aTestThatADatasetTellsTooIsOneRun()
    {
        const auto told = inputs(dataset("t", asserted(R"(
                {"assertion": "one", "name": "one", "success": true, "actual": "0"},
                {"assertion": "unique", "column": "id", "name": "unique_t_id", "success": false},
                {"assertion": "not_null", "column": "id", "success": true},
                {"assertion": "rows", "success": true})"))
                                 + "," + dataset("s", asserted(R"(
                {"assertion": "one", "name": "one", "success": true, "actual": "0"})")));
        const QByteArray tests = R"({"test": {"tests": [
            {"name": "test.p.one", "status": "pass", "actual": "0", "type": "singular"},
            {"name": "test.p.unique_t_id.1a2b", "status": "fail"},
            {"name": "rows", "status": "pass"},
            {"name": "not_null", "status": "pass"},
            {"name": "test.p.other.1a2b", "status": "pass"}]}})";
        // Whatever is not told twice keeps its own place: a kind of assertion is no name.
        const QStringList expected{
            u"06:01 dataset:db:s/one/one pass r"_s,
            u"06:01 dataset:db:s/test/not_null pass r"_s,
            u"06:01 dataset:db:s/test/test.p.other.1a2b pass r"_s,
            u"06:01 dataset:db:t/not_null/id pass r"_s,
            u"06:01 dataset:db:t/one/one pass r"_s,
            u"06:01 dataset:db:t/rows pass r"_s,
            u"06:01 dataset:db:t/unique/id/unique_t_id fail r"_s,
        };
        QByteArrayList lines{runEvent(1, "START", "r", told, tests),
                             runEvent(2, "COMPLETE", "r", told, tests)};
        QCOMPARE(linesOf(evidenceOf(lines).runs), expected);
        // The two facets may come in events of their own, in any order.
        lines = {runEvent(1, "START", "r", told), runEvent(2, "COMPLETE", "r", {}, tests)};
        QCOMPARE(evidenceOf(lines).runs.size(), expected.size());
        std::reverse(lines.begin(), lines.end());
        QCOMPARE(evidenceOf(lines).runs.size(), expected.size());
        ol::Fold fold;
        fold.addFile(u"f"_s);
        addLines(fold, lines);
        QCOMPARE(fold.checks().size(), expected.size());
    }

    void aTestThatAnotherRunOfTheInvocationTellsIsOneRun()
    {
        const auto parent = [](const QByteArray &id, const QByteArray &more = {}) -> QByteArray {
            return "{\"parent\":{\"run\":{\"runId\":\"" + id + "\"}}" + more + "}";
        };
        const QByteArray test =
            R"(, "test": {"tests": [{"name": "test.p.one", "status": "pass"}]})";
        const auto asserting = inputs(
            dataset("t", asserted(R"({"assertion": "one", "name": "one", "success": true})")));
        const auto reading = inputs(dataset("s") + "," + dataset("t"));
        const auto lines = QByteArrayList{
            runEvent(1, "COMPLETE", "build", asserting, parent("dbt")),
            runEvent(1, "COMPLETE", "test", reading, parent("dbt", test)),
            // Of another invocation, about another dataset, of none at all: results of their own.
            runEvent(2, "COMPLETE", "next", reading, parent("later", test)),
            runEvent(3, "COMPLETE", "other", inputs(dataset("s")), parent("dbt", test)),
            runEvent(4, "COMPLETE", "alone", reading, "{" + test.mid(2) + "}")};
        const QStringList expected{u"06:01 dataset:db:t/one/one pass build"_s,
                                   u"06:02 dataset:db:s/test/test.p.one pass next"_s,
                                   u"06:03 dataset:db:s/test/test.p.one pass other"_s,
                                   u"06:04 dataset:db:s/test/test.p.one pass alone"_s};
        QCOMPARE(linesOf(evidenceOf(lines).runs), expected);
        // The assertion was read before, and is no news.
        ol::Fold fold;
        fold.addFile(u"f"_s);
        addLines(fold, lines.mid(0, 1));
        QCOMPARE(fold.takeEvidence().runs.size(), 1);
        addLines(fold, lines.mid(1, 1));
        QVERIFY(fold.takeEvidence().runs.isEmpty());
        QCOMPARE(fold.checks().size(), 1);
    }

    void aFailureThatNoAssertionTellsStays()
    {
        const auto runsOf = [](const QByteArray &success, const QByteArray &status) {
            const auto told = inputs(dataset(
                "t", asserted(R"({"assertion": "a", "name": "one", "success": )" + success + "}")));
            const QByteArray tests =
                R"({"test": {"tests": [{"name": "one", "status": )" + status + "}]}}";
            return linesOf(evidenceOf({runEvent(1, "COMPLETE", "r", told, tests)}).runs);
        };
        const auto fails = u"06:01 dataset:db:t/a/one fail r"_s;
        QCOMPARE(runsOf("false", "\"pass\""), QStringList{fails});
        QCOMPARE(runsOf("false", "\"fail\""), QStringList{fails});
        QCOMPARE(runsOf("true", "\"fail\""),
                 (QStringList{u"06:01 dataset:db:t/a/one pass r"_s,
                              u"06:01 dataset:db:t/test/one fail r"_s}));
    }

    void hugeNumbersCostNothingElse()
    {
        const auto facet =
            R"({"dataQualityMetrics": {"rowCount": 1000000000000000000000000000000},)"
            + asserted(R"({"assertion": "a", "success": true})").mid(1);
        const auto evidence =
            evidenceOf({runEvent(1, "COMPLETE", "r", inputs(dataset("t", facet)))});
        QCOMPARE(linesOf(evidence.runs), (QStringList{u"06:01 dataset:db:t/a pass r"_s}));
        QVERIFY(!evidence.runs.constFirst().totalRows);
    }

    void assertionsAreChecksOfTheirDataset()
    {
        ol::Fold fold;
        fold.addFile(u"f"_s);
        addLines(
            fold,
            {runEvent(1, "START", "r",
                      inputs(dataset("t", asserted(R"({"assertion": "not_null", "success": true,
                            "column": "id", "severity": "ERROR", "description": "d",
                            "params": {"min": 3}})")))),
             runEvent(2, "COMPLETE", "r", {})});
        fold.takeEvidence();
        const auto checks = fold.checks(); // which stay known
        QCOMPARE(checks.size(), 1);
        const auto &check = checks.constFirst();
        QCOMPARE(check.kind, domain::EntityKind::Check);
        QCOMPARE(check.nativeId, u"dataset:db:t/not_null/id"_s);
        QCOMPARE(check.name, u"not_null id"_s);
        QCOMPARE(check.type, u"not_null"_s);
        QCOMPARE(check.relations,
                 (QList<domain::RelationTo>{{domain::Relation::Checks, u"dataset:db:t"_s}}));
        QCOMPARE(check.properties.constFirst(), std::pair(u"source"_s, u"openlineage"_s));
        const auto &rule = check.quality.constFirst();
        QCOMPARE(rule.dimension, u"completeness"_s);
        QCOMPARE(rule.severity, u"error"_s);
        QCOMPARE(rule.element, u"id"_s);
        QCOMPARE(rule.expression, u"min: 3"_s);
        QCOMPARE(ol::dimensionOfAssertion(u"Unique"_s), u"uniqueness"_s);
        QCOMPARE(ol::dimensionOfAssertion(u"whatever"_s), u"other"_s);
    }

    void aRunThatCompletesUpdatesWhatItWrites()
    {
        const QByteArray nominal = R"({"nominalTime": {"nominalStartTime": "2026-01-01T00:00:00Z",
            "nominalEndTime": "2027-01-01T00:00:00Z"}})";
        const auto evidence = evidenceOf(
            {runEvent(1, "START", "r", outputs(dataset("a")), nominal), // named at the start only
             runEvent(2, "COMPLETE", "r", inputs(dataset("i")), nominal)});
        QCOMPARE(linesOf(evidence.updates), QStringList{u"dataset:db:a 10-05 06:02 06:02"_s});
        QCOMPARE(evidence.updates.constFirst().source, u"openlineage"_s);
    }

    void whatWasNotWrittenIsNoUpdate_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        const auto out = outputs(dataset("a"));
        const QByteArray testJob = R"({"jobType": {"jobType": "TEST"}})";
        const QByteArray stream = R"({"jobType": {"processingType": "STREAMING"}})";
        QTest::newRow("started") << QByteArrayList{runEvent(1, "START", "r", out)};
        QTest::newRow("failed") << QByteArrayList{runEvent(1, "START", "r", out),
                                                  runEvent(2, "FAIL", "r", {})};
        QTest::newRow("failed in the end")
            << QByteArrayList{runEvent(1, "COMPLETE", "r", out), runEvent(2, "FAIL", "r", out)};
        QTest::newRow("aborted") << QByteArrayList{runEvent(1, "ABORT", "r", out)};
        QTest::newRow("output of a test")
            << QByteArrayList{runEvent(1, "COMPLETE", "r", out, "{}", testJob)};
        QTest::newRow("running stream")
            << QByteArrayList{runEvent(1, "RUNNING", "r", out, "{}", stream)};
        QTest::newRow("dropped") << QByteArrayList{
            runEvent(1, "COMPLETE", "r",
                     outputs(dataset(
                         "a", R"({"lifecycleStateChange": {"lifecycleStateChange": "DROP"}})")))};
        QTest::newRow("dropped under another name") << QByteArrayList{runEvent(
            1, "COMPLETE", "r",
            outputs(
                dataset("a", R"({"symlinks": {"identifiers": [
                {"namespace": "db", "name": "b"}]}})")
                + ","
                + dataset("b", R"({"lifecycleStateChange": {"lifecycleStateChange": "DROP"}})")))};
        QTest::newRow("job event") << QByteArrayList{
            R"({"eventTime": "2026-10-05T06:00:00Z", "producer": "p", "job": {"namespace": "j",
                "name": "j"}, "outputs": [{"namespace": "db", "name": "a"}]})"};
    }

    void whatWasNotWrittenIsNoUpdate()
    {
        QFETCH(QByteArrayList, lines);
        const auto evidence = evidenceOf(lines);
        QCOMPARE(linesOf(evidence.updates), QStringList());
        QCOMPARE(evidence.observations.size(), 1);
    }

    void lastUpdatedIsTheTimeOfTheUpdate()
    {
        const auto metrics = [](const QByteArray &at) -> QByteArray {
            return "{\"dataQualityMetrics\": {\"lastUpdated\": \"" + at + "\"}}";
        };
        const auto evidence = evidenceOf(
            {runEvent(1, "COMPLETE", "r",
                      outputs(dataset("a", metrics("2026-10-04T23:00:00+00:00")) + ","
                              + dataset("b", metrics("2099-01-01T00:00:00Z")) + ","
                              + dataset("c", metrics("soon")))),
             runEvent(2, "START", "s", inputs(dataset("d", metrics("2026-10-03T01:00:00Z"))))});
        QCOMPARE(linesOf(evidence.updates),
                 (QStringList{
                     u"dataset:db:d 10-03 01:00 06:02 look"_s, u"dataset:db:a 10-04 23:00 06:01"_s,
                     u"dataset:db:b 10-05 06:01 06:01"_s, u"dataset:db:c 10-05 06:01 06:01"_s}));
    }

    void eachDatasetEventIsAResultOfItsOwn()
    {
        const auto line = [](const QByteArray &minute) -> QByteArray {
            return "{\"eventTime\": \"2026-10-05T06:" + minute
                + ":00Z\", \"producer\": \"p\", \"run\": {\"runId\": \"odd\"}, \"dataset\": "
                + dataset("t", asserted(R"({"assertion": "a", "success": true})")) + "}";
        };
        ol::Fold fold;
        fold.addFile(u"f"_s);
        addLines(fold, {line("01"), line("02"), line("02")});
        QCOMPARE(linesOf(fold.takeEvidence().runs),
                 (QStringList{u"06:01 dataset:db:t/a pass "_s, u"06:02 dataset:db:t/a pass "_s}));
        addLines(fold, {line("03")});
        QCOMPARE(linesOf(fold.takeEvidence().runs), QStringList{u"06:03 dataset:db:t/a pass "_s});
        QCOMPARE(fold.checks().size(), 1);
    }

    void onlyWhatIsNewIsHandedOver()
    {
        const auto told = inputs(dataset("t", asserted(R"({"assertion": "a", "success": true})")));
        ol::Fold fold;
        fold.addFile(u"f"_s);
        QVERIFY(fold.takeEvidence().isEmpty());
        addLines(fold,
                 {runEvent(1, "COMPLETE", "old", outputs(dataset("o"))),
                  runEvent(2, "START", "r", told)});
        auto evidence = fold.takeEvidence();
        QCOMPARE(evidence.updates.size(), 1);
        QCOMPARE(evidence.runs.size(), 1);
        const auto first = evidence.runs;
        evidence = fold.takeEvidence();
        QVERIFY(evidence.runs.isEmpty());
        QVERIFY(evidence.updates.isEmpty());
        addLines(fold, {runEvent(3, "COMPLETE", "r", told + "," + outputs(dataset("p")))});
        evidence = fold.takeEvidence();
        QCOMPARE(evidence.runs, first); // the same key: the end of the run repeats its start
        QCOMPARE(linesOf(evidence.updates), QStringList{u"dataset:db:p 10-05 06:03 06:03"_s});
    }

    void theStreamIsObservedUntilItsNewestEvent()
    {
        const auto evidence =
            evidenceOf({runEvent(9, "OTHER", "r", {}), runEvent(3, "COMPLETE", "r", {})});
        QCOMPARE(evidence.observations.size(), 1);
        const domain::Observation expected{.source = u"openlineage"_s,
                                           .asset = {},
                                           .until = QDateTime({2026, 10, 5}, {6, 9}, Qt::UTC)};
        QCOMPARE(evidence.observations.constFirst(), expected);
    }

    void theReferenceFiguresHold()
    {
        const QString path = sharedDir() + u"/samples/derived/"_s;
        const auto food = linesIn(path + u"marquez-food_delivery.ndjson"_s);
        if (food.isEmpty())
            QSKIP("the real event streams are not here: 2 cases left out");
        const auto assetsOf = [](const Evidence &evidence) {
            QSet<QString> assets;
            for (const auto &update : evidence.updates)
                assets.insert(update.asset);
            return int(assets.size());
        };
        const auto delivery = evidenceOf(food);
        QCOMPARE(assetsOf(delivery), 13);
        QCOMPARE(delivery.runs.size(), 2);
        QStringList failed;
        for (const auto &run : delivery.runs) {
            if (run.status == RunStatus::Fail)
                failed.append(run.check.section(u'/', -3));
        }
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.constFirst().endsWith(u"public.delivery_7_days/not_null/driver_id"_s));
        const auto valid = evidenceOf(linesIn(path + u"openlineage-valid.ndjson"_s));
        QCOMPARE(assetsOf(valid), 7);
        QCOMPARE(valid.runs.size(), 2);
    }

    void assertionsOfEachDayAreThoseCountedElsewhere()
    {
        const QString folder = sharedDir() + u"/samples/generated/"_s;
        const auto files =
            sharedFiles(u"samples/generated/openlineage"_s, {u"*.ndjson"_s, u"*.ndjson.gz"_s});
        if (files.isEmpty())
            QSKIP("the generated event streams are not here: 10 cases left out");
        const auto days = QJsonDocument::fromJson(bytesOf(folder + u"truth.json"_s))
                              .object()[u"openlineage"_s][u"days"_s]
                              .toObject();
        for (const auto &path : files) {
            const auto day = path.section(u'/', -1).mid(3, 2);
            ol::Fold fold;
            fold.addFile(path);
            addLines(fold, linesIn(path));
            QHash<QString, QString> severities;
            for (const auto &check : fold.checks())
                severities.insert(check.nativeId, check.quality.constFirst().severity);
            QHash<QString, int> counts;
            for (const auto &run : fold.takeEvidence().runs)
                ++counts[(run.status == RunStatus::Pass ? u"ok ("_s : u"not ok ("_s)
                         + severities.value(run.check) + u')'];
            const auto expected = days[day].toObject()[u"assertions"_s].toObject();
            QVERIFY(!expected.isEmpty());
            QCOMPARE(counts.size(), expected.size());
            for (auto it = expected.begin(); it != expected.end(); ++it)
                QCOMPARE(counts.value(it.key()), it.value().toInt());
        }
        qInfo("%d days", int(files.size()));
    }

    void testsOfAllDaysAreCountedOnce()
    {
        const auto files =
            sharedFiles(u"samples/generated/openlineage"_s, {u"*.ndjson"_s, u"*.ndjson.gz"_s});
        if (files.isEmpty())
            QSKIP("the generated event streams are not here: 1 case left out");
        ol::Fold fold;
        for (const auto &path : files) {
            fold.addFile(path);
            addLines(fold, linesIn(path));
        }
        QCOMPARE(fold.checks().size(), 128);
        const auto runs = fold.takeEvidence().runs;
        const auto passed = std::count_if(runs.begin(), runs.end(), [](const CheckRun &run) {
            return run.status == RunStatus::Pass;
        });
        // The facet of runs tells four tests a day, and the assertions tell them, too.
        QCOMPARE(runs.size(), 1205);
        QCOMPARE(passed, 1101);
    }

    void realStreamsMayComeInAnyOrderAndTwice()
    {
        const auto files = streams();
        if (files.isEmpty())
            QSKIP("the real event streams are not here: about 13 cases left out");
        for (const auto &path : files) {
            auto lines = linesIn(path);
            const auto before = evidenceOf(lines);
            lines += lines;
            std::reverse(lines.begin(), lines.end());
            QVERIFY2(evidenceOf(lines) == before, qPrintable(path));
        }
        qInfo("%d streams", int(files.size()));
    }

    void wrongTypesCrashNothing()
    {
        const QByteArrayList values{"3",     "null",         "[]", "{}",    "\"x\"",
                                    "[[1]]", "[{\"a\":{}}]", "-1", "1e400", "true"};
        for (const auto &value : values) {
            const QByteArray facets = "{\"dataQualityAssertions\":{\"assertions\":" + value
                + "},\"dataQualityMetrics\":{\"rowCount\":" + value + ",\"lastUpdated\":" + value
                + ",\"columnMetrics\":" + value + "},\"outputStatistics\":{\"rowCount\":" + value
                + "}}";
            const auto item = asserted("{\"assertion\":" + value + ",\"success\":" + value
                                       + ",\"column\":" + value + ",\"name\":" + value
                                       + ",\"actual\":" + value + ",\"params\":" + value + "}");
            evidenceOf({runEvent(1, "COMPLETE", "r",
                                 inputs(dataset("a", facets) + "," + dataset("b", item)) + ","
                                     + outputs(dataset("a", item, facets)),
                                 QByteArray("{\"test\":{\"tests\":" + value + "}}")),
                        runEvent(2, "COMPLETE", "r", {}, QByteArray("{\"test\":" + value + "}"),
                                 QByteArray("{\"jobType\":" + value + "}"))});
        }
        const auto files = streams();
        QRandomGenerator random(17);
        for (auto i = 0; i < 200 && !files.isEmpty(); ++i) {
            auto lines = linesIn(files.at(i % files.size())).mid(0, 30);
            for (auto &line : lines) {
                if (line.isEmpty())
                    continue;
                const auto at = qsizetype(random.bounded(quint32(line.size())));
                if (random.bounded(3) == 0)
                    line.truncate(at);
                else
                    line[at] = char(random.bounded(256));
            }
            evidenceOf(lines);
        }
    }
};

QTEST_APPLESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
