// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/soda/scan.h"
#include "models/formats/soda/scanseries.h"
#include "tests/formats/mutations.h"
#include "tests/support/shared.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::EntityKind;
using portolan::domain::Finding;
using portolan::domain::Record;
using portolan::domain::RunStatus;
namespace soda = portolan::formats::soda;
namespace tests = portolan::tests;

namespace {

soda::Scan readText(const QByteArray &json)
{
    return soda::read({u"scans/a.json"_s, json});
}

//! A scan of "nightly" over the data source "lake" with \a checks.
QByteArray scan(const QByteArray &checks, const QByteArray &rest = "\"hasErrors\": false",
                const QByteArray &day = "05")
{
    return R"({"definitionName": "nightly", "defaultDataSource": "lake",
        "scanStartTimestamp": "2026-10-)"
        + day + R"(T06:40:01+00:00", "metrics": [
        {"identity": "metric-nightly-lake-orders-row_count", "metricName": "row_count", "value": 200},
        {"identity": "metric-nightly-lake-orders-id-missing_count", "metricName": "missing_count",
         "value": 4},
        {"identity": "metric-nightly-lake-orders-id-missing_percent",
         "metricName": "missing_percent", "value": 2.0}], "checks": [)"
        + checks + "], " + rest + "}";
}

QByteArray check(const QByteArray &identity, const QByteArray &rest)
{
    return "{\"identity\": \"" + identity
        + "\", \"type\": \"generic\", \"dataSource\": \"lake\", \"table\": \"orders\", " + rest
        + "}";
}

CheckRun onlyRun(const soda::Scan &read)
{
    const auto &runs = read.results.evidence.runs;
    return runs.size() == 1 ? runs.first() : CheckRun();
}

Record recordOf(const soda::Scan &read, const QString &id)
{
    for (const auto &record : read.results.records) {
        if (record.nativeId == id)
            return record;
    }
    return {};
}

QMap<QString, int> countsOf(const QList<CheckRun> &runs)
{
    QMap<QString, int> counts;
    for (const auto &run : runs)
        ++counts[portolan::domain::statusWord(run.status)];
    return counts;
}

QStringList sampleScans()
{
    return tests::sharedFiles(u"samples/generated/soda/results"_s, {u"day*.json"_s});
}

} // namespace

class TestSoda : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aCheckIsNamedByItsIdentity()
    {
        const auto read =
            readText(scan(check("aa11", R"("name": "a", "column": "id", "outcome": "pass")") + ','
                          + check("bb22", R"("name": "b", "outcome": "fail")") + ','
                          + check("bb22", R"("name": "c", "outcome": "warn")")));
        QCOMPARE(read.checks,
                 (QStringList{u"nightly/orders/generic/id/aa11"_s, u"nightly/orders/generic/bb22"_s,
                              u"nightly/orders/generic/bb22#2"_s}));
        QCOMPARE(read.definition, u"nightly"_s);
        QCOMPARE(read.at, QDateTime(QDate(2026, 10, 5), QTime(6, 40, 1), Qt::UTC));
    }

    void statusesAreThoseOfTheTool_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<RunStatus>("status");
        QTest::newRow("pass") << QByteArray("\"pass\"") << RunStatus::Pass;
        QTest::newRow("warn") << QByteArray("\"warn\"") << RunStatus::Warn;
        QTest::newRow("fail") << QByteArray("\"fail\"") << RunStatus::Fail;
        QTest::newRow("null") << QByteArray("null") << RunStatus::Error;
        QTest::newRow("other") << QByteArray("7") << RunStatus::Error;
    }

    void statusesAreThoseOfTheTool()
    {
        QFETCH(QByteArray, outcome);
        QFETCH(RunStatus, status);
        QCOMPARE(onlyRun(readText(scan(check("a", "\"outcome\": " + outcome)))).status, status);
    }

    void demandsAreTheOppositeOfThresholds_data()
    {
        QTest::addColumn<QByteArray>("diagnostics");
        QTest::addColumn<QString>("demand");
        const auto row = [](const char *diagnostics, const QString &demand) {
            QTest::newRow(diagnostics) << QByteArray(diagnostics) << demand;
        };
        row(R"("fail": {"greaterThan": 5})", u"at most 5"_s);
        row(R"("fail": {"greaterThanOrEqual": 3})", u"less than 3"_s);
        row(R"("fail": {"lessThan": 1.5})", u"at least 1.5"_s);
        row(R"("fail": {"lessThanOrEqual": 0.0})", u"more than 0"_s);
        row(R"("fail": {"greaterThan": 0.0, "lessThan": 0.0})", u"exactly 0"_s);
        row(R"("fail": {"greaterThan": 10000.0, "lessThan": 1.0})", u"between 1 and 10000"_s);
        row(R"("fail": {"greaterThan": 10}, "warn": {"greaterThanOrEqual": 1,
            "lessThanOrEqual": 10})",
            u"at most 10, warns unless not between 1 and 10"_s);
        row(R"("value": 3)", QString());
    }

    void demandsAreTheOppositeOfThresholds()
    {
        QFETCH(QByteArray, diagnostics);
        QFETCH(QString, demand);
        const auto run = onlyRun(readText(
            scan(check("a", "\"outcome\": \"pass\", \"diagnostics\": {" + diagnostics + "}"))));
        QCOMPARE(run.expected, demand);
    }

    void rowsAreCountedWhereTheScanCountedThem()
    {
        const auto run = onlyRun(readText(scan(check("a", R"("column": "id", "outcome": "fail",
            "metrics": ["metric-nightly-lake-orders-id-missing_percent"],
            "diagnostics": {"value": 2.0, "fail": {"greaterThan": 1}})"))));
        QCOMPARE(run.observed, u"2 %"_s);
        QCOMPARE(run.expected, u"at most 1 %"_s);
        QCOMPARE(run.failedRows.value(), 4);
        QCOMPARE(run.totalRows.value(), 200);
        QCOMPARE(run.message, u"Observed: 2 %, expected: at most 1 %."_s);
        // Rows behind a filter are other rows.
        const auto filtered = onlyRun(readText(scan(check("a", R"("column": "id", "outcome": "pass",
            "metrics": ["metric-nightly-lake-orders-week-id-missing_count"],
            "diagnostics": {"value": 2})"))));
        QVERIFY(!filtered.totalRows);
    }

    void freshnessIsToldInSeconds()
    {
        const auto read = readText(scan(check("a", R"("column": "at", "outcome": "fail",
            "definition": "checks for orders:\n  - freshness(at):\n      name: New\n      warn: when > 20h\n      fail: when > 40h\n",
            "diagnostics": {"value": 177001328, "freshness": "2 days, 1:10:01",
            "maxColumnTimestamp": "2026-10-03 05:30:00",
            "maxColumnTimestampUtc": "2026-10-03 05:30:00+00:00",
            "nowTimestampUtc": "2026-10-05 06:40:01.328000+00:00"})")));
        const auto run = onlyRun(read);
        QCOMPARE(run.value.value(), 177001.328);
        QCOMPARE(run.observed, u"2 d 1 h"_s);
        QCOMPARE(run.expected, u"warn when > 20h, fail when > 40h"_s);
        QCOMPARE(recordOf(read, run.check).quality.value(0).dimension, u"freshness"_s);
        QCOMPARE(read.results.evidence.updates.size(), 1);
        const auto &update = read.results.evidence.updates.first();
        QCOMPARE(update.asset, u"soda:lake/orders"_s);
        QCOMPARE(update.at, QDateTime(QDate(2026, 10, 3), QTime(5, 30), Qt::UTC));
        QVERIFY(update.sampled);
        QCOMPARE(read.results.evidence.observations.value(0).until, update.seen);
    }

    void aCheckIsARecordAndLooksAtAnAsset()
    {
        const auto read = readText(scan(check("aa11", R"("name": "Has an id", "column": "id",
            "definition": "checks for orders:\n  missing_count(id) = 0", "outcome": "pass",
            "metrics": ["metric-nightly-lake-orders-id-missing_count"])")));
        const auto record = recordOf(read, u"nightly/orders/generic/id/aa11"_s);
        QCOMPARE(record.kind, EntityKind::Check);
        QCOMPARE(record.name, u"Has an id"_s);
        QCOMPARE(record.type, u"missing_count"_s);
        QCOMPARE(record.relations.value(0).nativeId, u"soda:lake/orders"_s);
        QCOMPARE(record.quality.value(0).dimension, u"completeness"_s);
        QCOMPARE(record.quality.value(0).element, u"id"_s);
        QVERIFY(record.properties.contains({u"source"_s, u"soda"_s}));
        const auto asset = recordOf(read, u"soda:lake/orders"_s);
        QCOMPARE(asset.kind, EntityKind::Asset);
        QCOMPARE(asset.name, u"orders"_s);
        QVERIFY(asset.datasetKey.isEmpty());
    }

    void whatAScanDoesNotNameIsUnknown()
    {
        const auto pass = [](const QByteArray &identity) {
            return check(identity, R"("outcome": "pass")");
        };
        const auto first = readText(scan(pass("a") + ',' + pass("b")));
        const auto broken = readText(scan("", R"("hasErrors": true, "logs": [{"level": "ERROR",
            "message": "Query error in 1.lake: no table\nSELECT 'secret'"}])",
                                          "06"));
        const auto third = readText(scan(pass("b"), "\"hasErrors\": false", "07"));
        QVERIFY(broken.hasErrors);
        QCOMPARE(broken.results.findings.value(0).message,
                 u"The scan \"nightly\" had errors, so it did not evaluate all of its checks: "
                 "Query error in 1.lake: no table"_s);
        soda::ScanSeries series({{first.series(), {u"nightly/orders/generic/old"_s}}});
        QCOMPARE(series.add(first).size(), 1);
        const auto missing = series.add(broken);
        QCOMPARE(missing.size(), 3);
        QCOMPARE(missing.first().check, u"nightly/orders/generic/old"_s);
        QCOMPARE(missing.last().check, u"nightly/orders/generic/b"_s);
        QCOMPARE(missing.last().status, RunStatus::Unknown);
        QCOMPARE(missing.last().at, broken.at);
        QCOMPARE(series.add(third).size(), 2);
        QCOMPARE(series.known().value(first.series()).size(), 3);
        // Another definition is another series.
        auto other = third;
        other.definition = u"weekly"_s;
        QVERIFY(series.add(other).isEmpty());
    }

    void itIsRecognisedByContent()
    {
        const auto is = [](const QByteArray &text) {
            return soda::looksLike({text.constData(), std::size_t(text.size())});
        };
        const auto one = scan(check("a", R"("outcome": "pass")"));
        QVERIFY(is(one));
        QVERIFY(is(scan("")));
        QVERIFY(is(one.left(one.size() - 2)));
        QVERIFY(!is(R"({"definitionName": "a", "checks": {}, "defaultDataSource": "b"})"));
        QVERIFY(is(R"({"definitionName": "a", "checks": {}, "scanStartTimestamp": "2026-10-05"})"));
        QVERIFY(is(one.left(one.indexOf("\"metrics\""))));
        QVERIFY(!is("{}"));
        QVERIFY(!is(""));
    }

    void whatCannotBeReadIsOneFinding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        const auto one = scan(check("a", R"("outcome": "pass")"));
        QTest::newRow("cut off") << one.left(one.size() / 2) << u"results.json"_s;
        QTest::newRow("no UTF-8") << QByteArray(one).replace("nightly", "n\xFFght")
                                  << u"results.json"_s;
        QTest::newRow("other") << QByteArray("[]") << u"soda.shape"_s;
        QTest::newRow("no time") << QByteArray(one).replace("2026-10-05T", "yesterday ")
                                 << u"soda.time"_s;
        QTest::newRow("errors") << scan("", R"("hasErrors": true)") << u"soda.errors"_s;
    }

    void whatCannotBeReadIsOneFinding()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        const auto read = readText(text);
        QCOMPARE(read.results.findings.size(), 1);
        QCOMPARE(read.results.findings.first().rule, rule);
        QCOMPARE(read.results.findings.first().file, u"scans/a.json"_s);
        QVERIFY(!read.results.findings.first().remedy.isEmpty());
        QVERIFY(read.results.evidence.isEmpty());
    }

    void checksThatCannotBeReadAreTold()
    {
        const auto one = check("a", R"("outcome": "pass")");
        const auto read = readText(scan(one + ",\n\"x\", null,\n" + check("b", "\"outcome\": 3")));
        QCOMPARE(read.checks.size(), 2);
        QCOMPARE(read.results.findings.size(), 1);
        const auto &finding = read.results.findings.first();
        QCOMPARE(finding.rule, u"soda.check"_s);
        QVERIFY(finding.message.startsWith(u"2 entries"_s));
        QCOMPARE(finding.field, u"checks[1]"_s);
        QCOMPARE(finding.line, 8);
    }

    void whatBreaksIsToldWithItsLine()
    {
        const auto one = scan(check("a", R"("outcome": "pass")"));
        QCOMPARE(readText(one.chopped(3)).results.findings.first().line, 7);
        QCOMPARE(readText(QByteArray(one).replace("\"value\": 4", "\"value\": ?"))
                     .results.findings.first()
                     .line,
                 5);
    }

    void everyDayEndsAsItIsTrue()
    {
        const auto files = sampleScans();
        if (files.isEmpty())
            QSKIP("no shared samples: 10 scans are left out");
        const auto truth =
            QJsonDocument::fromJson(
                tests::bytesOf(tests::sharedDir() + u"/samples/generated/truth.json"_s))
                .object()
                .value(u"soda"_s)
                .toObject();
        soda::ScanSeries series;
        int runs = 0;
        for (const auto &path : files) {
            const auto bytes = tests::bytesOf(path);
            QVERIFY(soda::looksLike({bytes.constData(), std::size_t(bytes.size())}));
            const auto read = soda::read({path, bytes});
            const auto day = QFileInfo(path).baseName().right(2);
            QMap<QString, int> expected;
            const auto outcomes =
                truth.value(day).toObject().value(u"outcome"_s).toObject().toVariantMap();
            for (auto it = outcomes.begin(); it != outcomes.end(); ++it)
                expected[it.key()] = it->toInt();
            QVERIFY2(countsOf(read.results.evidence.runs) == expected, qPrintable(path));
            // On the eighth day one table is missing, and with it all that Soda would have said.
            QCOMPARE(series.add(read).size(), day == u"08"_s ? 21 : 0);
            QCOMPARE(read.results.findings.size(), day == u"08"_s ? 1 : 0);
            runs += int(read.results.evidence.runs.size());
            for (const auto &run : read.results.evidence.runs)
                QVERIFY2(!run.expected.isEmpty() || run.check.contains(u"56ec7e52"_s),
                         qPrintable(run.check));
        }
        QCOMPARE(series.known().size(), 1);
        QCOMPARE(series.known().begin()->size(), 21);
        qInfo("%d scans, %d runs", int(files.size()), runs);
    }

    void brokenSamplesNeverCrash()
    {
        QList<QByteArray> texts{scan(check("a", R"("column": "id", "outcome": "fail",
            "metrics": ["metric-nightly-lake-orders-id-missing_percent"],
            "diagnostics": {"value": 2.0, "fail": {"greaterThan": 1}})"))};
        for (const auto &path : sampleScans())
            texts.append(tests::bytesOf(path));
        int tried = 0;
        for (const auto &text : texts) {
            tried += tests::forEachMutation(text, 150, [](const QByteArray &changed) {
                soda::ScanSeries series;
                series.add(readText(changed));
                soda::looksLike({changed.constData(), std::size_t(changed.size())});
            });
        }
        qInfo("%d changed files of %d", tried, int(texts.size()));
    }
};

QTEST_GUILESS_MAIN(TestSoda)
#include "tst_soda.moc"
