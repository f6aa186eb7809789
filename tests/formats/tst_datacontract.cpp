// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/datacontract/testresults.h"
#include "tests/formats/mutations.h"
#include "tests/support/shared.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::EntityKind;
using portolan::domain::RunStatus;
using portolan::formats::datacontract::ContractRule;
using portolan::formats::results::ToolResults;
namespace datacontract = portolan::formats::datacontract;
namespace tests = portolan::tests;

namespace {

QByteArray result(const QByteArray &checks, const QByteArray &rest = "\"dryRun\": false")
{
    return R"({"runId": "r1", "dataContractId": "c1", "timestampStart":
        "2026-10-11T07:00:25.091254Z", "timestampEnd": "2026-10-11T07:00:27Z",
        "result": "passed", )"
        + rest + ", \"checks\": [" + checks + "]}";
}

QByteArray rule(const QByteArray &definition,
                const QByteArray &rest = "\"result\": \"passed\", \"diagnostics\": {}")
{
    return R"({"category": "quality", "type": "row_count", "name": "Quality Check",
        "model": "orders", "qualityDefinition": ")"
        + definition + "\", " + rest + "}";
}

ToolResults readText(const QByteArray &json, const datacontract::RulesOf &rules = {})
{
    return datacontract::read({u"results/a.json"_s, json}, rules);
}

QStringList idsOf(const ToolResults &results)
{
    QStringList ids;
    for (const auto &run : results.evidence.runs)
        ids.append(run.check);
    return ids;
}

CheckRun onlyRun(const ToolResults &results)
{
    return results.evidence.runs.size() == 1 ? results.evidence.runs.first() : CheckRun();
}

bool recognised(const QByteArray &text)
{
    return datacontract::looksLike({text.constData(), std::size_t(text.size())});
}

QStringList samples(const QString &folder)
{
    QStringList found;
    for (const auto &path :
         tests::sharedFiles(u"samples/generated/contracts/results/"_s + folder, {u"*.json"_s})) {
        if (!path.endsWith(u"exit-codes.json"_s))
            found.append(path);
    }
    return found;
}

} // namespace

class TestDataContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aRuleIsNamedAsItsContractNamesIt()
    {
        const auto results = readText(
            result(rule("id: few\\nname: Few\\nmetric: rowCount\\n") + ','
                   + rule("name: Some\\nmetric: rowCount\\n") + ',' + rule("metric: rowCount\\n")
                   + ',' + rule("metric: rowCount\\n") + ','
                   + rule("metric: nullValues\\n", R"("field": "id", "result": "passed")") + ','
                   + rule("name: Seen\\n", R"("quality_id": "q7", "result": "passed")")));
        QCOMPARE(idsOf(results),
                 (QStringList{u"c1#quality/orders/few"_s, u"c1#quality/orders/Some"_s,
                              u"c1#quality/orders/rowCount"_s, u"c1#quality/orders/rowCount#2"_s,
                              u"c1#quality/orders.id/nullValues"_s, u"c1#quality/orders/q7"_s}));
        QCOMPARE(results.records.size(), 6);
        QCOMPARE(results.records.at(1).name, u"Some"_s);
        QCOMPARE(results.records.at(0).kind, EntityKind::Check);
        QCOMPARE(results.records.at(0).relations.value(0).nativeId, u"c1#orders"_s);
        QCOMPARE(results.records.at(0).quality.value(0).dimension, u"volume"_s);
        QVERIFY(results.records.at(0).properties.contains({u"source"_s, u"datacontract-cli"_s}));
    }

    void aRuleOfAKnownContractIsFoundById()
    {
        const QList<ContractRule> rules{
            {.check = u"A"_s, .metric = u"rowCount"_s, .object = u"orders"_s},
            {.check = u"B"_s, .metric = u"rowCount"_s, .object = u"orders"_s},
            {.check = u"C"_s, .id = u"few"_s, .name = u"Few"_s, .object = u"orders"_s},
            {.check = u"D"_s, .name = u"Some"_s, .object = u"Orders"_s, .property = u"id"_s},
            {.check = u"E"_s, .name = u"Some"_s, .object = u"o"_s, .physicalName = u"ORDERS"_s}};
        QString asked;
        const auto results =
            readText(result(rule("name: Some\\n") + ',' + rule("id: few\\nname: Other\\n") + ','
                            + rule("metric: rowCount\\n") + ','
                            + rule("name: Some\\n", R"("field": "id", "result": "passed")") + ','
                            + rule("metric: rowCount\\n") + ',' + rule("metric: rowCount\\n")),
                     [&](const QString &contract) {
                         asked = contract;
                         return rules;
                     });
        QCOMPARE(asked, u"c1"_s);
        QCOMPARE(
            idsOf(results),
            (QStringList{u"E"_s, u"C"_s, u"A"_s, u"D"_s, u"B"_s, u"c1#quality/orders/rowCount"_s}));
        // What the contract describes already is not described again.
        QCOMPARE(results.records.size(), 1);
    }

    void whatTheToolTestsItselfIsACheckOfItsOwn()
    {
        const auto results = readText(result(
            R"({"category": "schema", "type": "field_type", "name": "Type of id", "model": "orders",
                "field": "id", "dimension": "conformity", "result": "failed",
                "reason": "Type is text", "diagnostics": {"metric": "field_type",
                "expected": "integer", "actual": "VARCHAR"}},
               {"category": "schema", "type": "field_relationships", "model": "orders",
                "field": "id", "result": "passed", "diagnostics": {}},
               {"category": "schema", "type": "field_relationships", "model": "orders",
                "field": "id", "result": "passed", "diagnostics": {}},
               {"category": "schema", "type": "model_exists", "model": "orders",
                "result": "passed", "diagnostics": {}},
               {"type": "general", "name": "Connect", "result": "error", "reason": "No server"})"));
        QCOMPARE(idsOf(results),
                 (QStringList{u"c1#test/field_type/orders/id"_s,
                              u"c1#test/field_relationships/orders/id"_s,
                              u"c1#test/field_relationships/orders/id#2"_s,
                              u"c1#test/model_exists/orders"_s, u"c1#test/general"_s}));
        const auto &run = results.evidence.runs.first();
        QCOMPARE(run.status, RunStatus::Fail);
        QCOMPARE(run.observed, u"VARCHAR"_s);
        QCOMPARE(run.expected, u"integer"_s);
        QCOMPARE(run.message, u"Type is text"_s);
        QCOMPARE(run.runId, u"r1"_s);
        QCOMPARE(run.at, QDateTime(QDate(2026, 10, 11), QTime(7, 0, 25, 91), Qt::UTC));
        QCOMPARE(results.records.first().quality.value(0).dimension, u"validity"_s);
    }

    void resultsAreStatuses_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<RunStatus>("status");
        const auto row = [](const char *rest, RunStatus status) {
            QTest::newRow(rest) << QByteArray(rest) << status;
        };
        row(R"("result": "passed")", RunStatus::Pass);
        row(R"("result": "warning", "diagnostics": {"value": 7})", RunStatus::Warn);
        row(R"("result": "warning", "diagnostics": null)", RunStatus::Skipped);
        row(R"("result": "failed", "diagnostics": {})", RunStatus::Fail);
        row(R"("result": "failed", "reason": "Row count")", RunStatus::Fail);
        row(R"("result": "failed", "reason": "Error evaluating check: x")", RunStatus::Error);
        row(R"("result": "error")", RunStatus::Error);
        row(R"("result": "skipped")", RunStatus::Skipped);
        row(R"("result": "info")", RunStatus::Unknown);
        row(R"("result": "unknown")", RunStatus::Unknown);
        row(R"("result": 3)", RunStatus::Unknown);
    }

    void resultsAreStatuses()
    {
        QFETCH(QByteArray, rest);
        QFETCH(RunStatus, status);
        const auto results = readText(
            result("{\"category\": \"schema\", \"type\": \"t\", \"model\": \"m\", " + rest + "}"));
        QCOMPARE(onlyRun(results).status, status);
    }

    void figuresComeFromTheDiagnostics()
    {
        const auto invalid = onlyRun(readText(result(
            rule("metric: invalidValues\\nunit: percent\\n", R"("result": "failed", "diagnostics":
            {"metric": "invalid_count", "value": 5, "percent": 2.5, "unit": "percent",
             "threshold": "< 1", "row_count": 200, "failed_fraction": 0.025})"))));
        QCOMPARE(invalid.status, RunStatus::Fail);
        QCOMPARE(invalid.observed, u"2.5 %"_s);
        QCOMPARE(invalid.expected, u"< 1 %"_s);
        QCOMPARE(invalid.failedRows.value(), 5);
        QCOMPARE(invalid.totalRows.value(), 200);
        const auto count = onlyRun(
            readText(result(rule("metric: rowCount\\n", R"("result": "passed", "diagnostics":
            {"metric": "row_count", "value": 98, "threshold": "> 5", "row_count": 98})"))));
        QCOMPARE(count.observed, u"98"_s);
        QVERIFY(!count.failedRows && !count.totalRows);
        const auto age = onlyRun(readText(result(
            R"({"category": "servicelevel", "type": "servicelevel_freshness", "model": "m",
                "field": "at", "result": "passed", "diagnostics": {"age_seconds": 7200,
                "threshold_seconds": 86400}})")));
        QCOMPARE(age.observed, u"2 h"_s);
        QCOMPARE(age.expected, u"at most 1 d"_s);
    }

    void whatSaysNothingAboutDataIsNoEvidence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::newRow("lint") << result(R"({"category": null, "type": "lint", "result": "passed"})")
                              << u"datacontract.lint"_s;
        QTest::newRow("no checks") << result("") << u"datacontract.lint"_s;
        QTest::newRow("dry run") << result(rule("id: a"), "\"dryRun\": true")
                                 << u"datacontract.dryrun"_s;
        QTest::newRow("no contract") << QByteArray(result(rule("id: a"))).replace("\"c1\"", "null")
                                     << u"datacontract.unknown"_s;
        QTest::newRow("no time") << QByteArray(result(rule("id: a"))).replace("2026-", "x")
                                 << u"datacontract.unknown"_s;
        QTest::newRow("other") << QByteArray("{\"checks\": []}") << u"datacontract.shape"_s;
        const auto one = result(rule("id: a"));
        QTest::newRow("cut off") << one.left(one.size() / 2) << u"results.json"_s;
        QTest::newRow("no UTF-8") << QByteArray(one).replace("\"c1\"", "\"\xFF\"")
                                  << u"results.json"_s;
    }

    void whatSaysNothingAboutDataIsNoEvidence()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        const auto results = readText(text);
        QVERIFY(results.evidence.isEmpty() && results.records.isEmpty());
        QCOMPARE(results.findings.size(), 1);
        QCOMPARE(results.findings.first().rule, rule);
        QCOMPARE(results.findings.first().file, u"results/a.json"_s);
        QVERIFY(!results.findings.first().remedy.isEmpty());
    }

    void checksThatCannotBeReadAreTold()
    {
        const auto results = readText(result("3,\n" + rule("id: a") + ", []"));
        QCOMPARE(results.evidence.runs.size(), 1);
        QCOMPARE(results.findings.size(), 1);
        const auto &finding = results.findings.first();
        QCOMPARE(finding.rule, u"datacontract.check"_s);
        QVERIFY(finding.message.startsWith(u"2 entries"_s));
        QCOMPARE(finding.field, u"checks[0]"_s);
        QCOMPARE(finding.line, 3);
    }

    void itIsRecognisedByContent()
    {
        const auto one = result(rule("id: a"));
        QVERIFY(recognised(one));
        QVERIFY(recognised(one.left(one.size() - 2)));
        QVERIFY(!recognised(R"({"runId": 1, "checks": [], "timestampStart": "x"})"));
        QVERIFY(!recognised(R"({"definitionName": "a", "checks": []})"));
        QVERIFY(!recognised(""));
    }

    void everyResultEndsAsItIsTrue()
    {
        const auto files = samples(u"test"_s);
        if (files.isEmpty())
            QSKIP("no shared samples: 16 results are left out");
        const auto truth =
            QJsonDocument::fromJson(
                tests::bytesOf(tests::sharedDir() + u"/samples/generated/truth.json"_s))
                .object()
                .value(u"contracts"_s)
                .toObject()
                .value(u"test"_s)
                .toObject();
        int runs = 0;
        for (const auto &path : files) {
            const auto bytes = tests::bytesOf(path);
            QVERIFY(recognised(bytes));
            const auto results = datacontract::read({path, bytes});
            QMap<RunStatus, int> counts;
            QSet<QString> ids;
            for (const auto &run : results.evidence.runs) {
                ++counts[run.status];
                ids.insert(run.check);
            }
            auto key = path.section(u"/test/"_s, 1);
            key.chop(5);
            const auto expected = truth.value(key).toObject().value(u"checks"_s).toObject();
            QVERIFY2(!expected.isEmpty(), qPrintable(key));
            QCOMPARE(counts[RunStatus::Pass], expected.value(u"passed"_s).toInt());
            // What was not evaluated is told from what was.
            QCOMPARE(counts[RunStatus::Warn] + counts[RunStatus::Skipped],
                     expected.value(u"warning"_s).toInt());
            QCOMPARE(counts[RunStatus::Fail] + counts[RunStatus::Error],
                     expected.value(u"failed"_s).toInt());
            QCOMPARE(ids.size(), results.evidence.runs.size());
            QVERIFY(results.findings.isEmpty());
            runs += int(results.evidence.runs.size());
        }
        qInfo("%d results, %d runs", int(files.size()), runs);
    }

    void lintedSamplesAreNoEvidence()
    {
        const auto files = samples(u"lint"_s);
        if (files.isEmpty())
            QSKIP("no shared samples: 50 results are left out");
        for (const auto &path : files) {
            const auto bytes = tests::bytesOf(path);
            QVERIFY2(recognised(bytes), qPrintable(path));
            const auto results = datacontract::read({path, bytes});
            QVERIFY2(results.evidence.isEmpty() && results.records.isEmpty(), qPrintable(path));
            // Where not even the kind is right, nothing says which contract it was.
            QCOMPARE(results.findings.value(0).rule,
                     path.contains(u"wrong-kind"_s) ? u"datacontract.unknown"_s
                                                    : u"datacontract.lint"_s);
        }
        qInfo("%d results of lint", int(files.size()));
    }

    void brokenSamplesNeverCrash()
    {
        QList<QByteArray> texts{result(rule("id: few\\nname: Few\\nmetric: rowCount\\n"))};
        for (const auto &path : samples(u"test"_s))
            texts.append(tests::bytesOf(path));
        int tried = 0;
        for (const auto &text : texts) {
            tried += tests::forEachMutation(text, 120, [](const QByteArray &changed) {
                readText(changed);
                recognised(changed);
            });
        }
        qInfo("%d changed files of %d", tried, int(texts.size()));
    }
};

QTEST_GUILESS_MAIN(TestDataContract)
#include "tst_datacontract.moc"
