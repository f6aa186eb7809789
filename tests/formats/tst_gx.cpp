// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/gx/validation.h"
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
using portolan::formats::results::ToolResults;
namespace gx = portolan::formats::gx;
namespace tests = portolan::tests;

namespace {

ToolResults readText(const QByteArray &json)
{
    return gx::read({u"validations/a.json"_s, json});
}

//! A result of version 1 of the suite "shop" on the asset "orders", with \a entries.
QByteArray validation(const QByteArray &entries, const QByteArray &meta = R"("run_id":
    {"run_name":"nightly","run_time":"2026-10-05T06:30:10.091211+00:00"},)")
{
    return R"({"success": true, "suite_name": "shop", "statistics": {}, "meta": {)" + meta
        + R"("active_batch_definition": {"datasource_name": "lake", "data_asset_name": "orders"}},
            "results": [)"
        + entries + "]}";
}

QByteArray entry(const QByteArray &type, const QByteArray &kwargs,
                 const QByteArray &rest = R"("success": true)")
{
    return R"({"expectation_config": {"type": ")" + type + R"(", "kwargs": {)" + kwargs + "}}, "
        + rest + "}";
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

Record recordOf(const ToolResults &results, const QString &id)
{
    for (const auto &record : results.records) {
        if (record.nativeId == id)
            return record;
    }
    return {};
}

//! "pass 3, fail 1" as statistics of a file.
QMap<QString, int> countsOf(const ToolResults &results)
{
    QMap<QString, int> counts;
    for (const auto &run : results.evidence.runs)
        ++counts[portolan::domain::statusWord(run.status)];
    return counts;
}

QJsonObject objectAt(const QString &path)
{
    return QJsonDocument::fromJson(tests::bytesOf(path)).object();
}

bool raised(const QJsonObject &entry)
{
    const auto info = entry.value(u"exception_info"_s).toObject();
    if (info.value(u"raised_exception"_s).toBool())
        return true;
    for (const auto &byMetric : info) {
        if (byMetric.toObject().value(u"raised_exception"_s).toBool())
            return true;
    }
    return false;
}

//! The same counts, by Qt's own reader.
void countEntries(const QJsonArray &entries, QMap<QString, int> &counts)
{
    for (const auto &value : entries) {
        const auto entry = value.toObject();
        ++counts[raised(entry)                            ? u"error"_s
                     : entry.value(u"success"_s).toBool() ? u"pass"_s
                                                          : u"fail"_s];
    }
}

//! A validation that stands in a file twice counts once.
QMap<QString, int> expectedCounts(const QJsonObject &root)
{
    QMap<QString, int> counts;
    countEntries(root.value(u"results"_s).toArray(), counts);
    QList<QJsonObject> seen;
    for (const auto &value : root.value(u"run_results"_s).toObject()) {
        const auto wrapped = value.toObject().value(u"validation_result"_s).toObject();
        const auto validation = wrapped.isEmpty() ? value.toObject() : wrapped;
        if (seen.contains(validation))
            continue;
        seen.append(validation);
        countEntries(validation.value(u"results"_s).toArray(), counts);
    }
    return counts;
}

//! A description of a checkpoint's result as the validation results that it was made of, except
//! for what it leaves out.
QByteArray asValidation(const QJsonObject &described, const QString &run)
{
    QJsonArray results;
    QString batch;
    for (const auto &value : described.value(u"expectations"_s).toArray()) {
        const auto given = value.toObject();
        batch = given.value(u"kwargs"_s).toObject().value(u"batch_id"_s).toString();
        results.append(QJsonObject{{u"success"_s, given.value(u"success"_s)},
                                   {u"expectation_config"_s,
                                    QJsonObject{{u"type"_s, given.value(u"expectation_type"_s)},
                                                {u"kwargs"_s, given.value(u"kwargs"_s)}}},
                                   {u"result"_s, given.value(u"result"_s)}});
    }
    const QJsonObject meta{
        {u"run_id"_s,
         QJsonObject{{u"run_name"_s, run}, {u"run_time"_s, u"2026-10-05T06:30:00Z"_s}}},
        {u"active_batch_definition"_s,
         QJsonObject{{u"datasource_name"_s, batch.section(u'-', 0, 0)},
                     {u"data_asset_name"_s, batch.section(u'-', 1)}}}};
    return QJsonDocument(QJsonObject{{u"success"_s, described.value(u"success"_s)},
                                     {u"suite_name"_s, batch.section(u'-', 1)},
                                     {u"meta"_s, meta},
                                     {u"results"_s, results}})
        .toJson();
}

QStringList sampleFiles()
{
    QStringList found = tests::sharedFiles(u"samples/gx"_s, {u"*.json"_s});
    found += tests::sharedFiles(u"samples/generated/gx"_s, {u"*.json"_s});
    found += tests::sharedFiles(u"samples/generated/gx-0.18"_s, {u"*.json"_s});
    return found;
}

} // namespace

class TestGx : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aCheckIsNamedBySuiteAssetTypeAndColumn()
    {
        const auto results = readText(validation(
            entry("expect_column_values_to_not_be_null", R"("column": "id")") + ","
            + entry("expect_table_row_count_to_be_between", R"("min_value": 1)") + ","
            + entry("expect_column_pair_values_a_to_be_greater_than_b",
                    R"("column_A": "to", "column_B": "from")")
            + "," + entry("expect_compound_columns_to_be_unique", R"("column_list": ["a", "b"])")));
        QCOMPARE(idsOf(results),
                 (QStringList{u"shop/orders/expect_column_values_to_not_be_null/id"_s,
                              u"shop/orders/expect_table_row_count_to_be_between"_s,
                              u"shop/orders/expect_column_pair_values_a_to_be_greater_than_b/"
                              "to,from"_s,
                              u"shop/orders/expect_compound_columns_to_be_unique/a,b"_s}));
        QVERIFY(results.findings.isEmpty());
    }

    void aCheckThatRepeatsIsCountedAndStaysWhenItsBoundsMove()
    {
        const QByteArray between = "expect_column_values_to_be_between";
        const auto ids = [&between](const QByteArray &first, const QByteArray &second) {
            return idsOf(
                readText(validation(entry(between, R"("column": "n", "max_value": )" + first) + ","
                                    + entry(between, R"("column": "n", "max_value": )" + second))));
        };
        const QString name = u"shop/orders/expect_column_values_to_be_between/n"_s;
        QCOMPARE(ids("5", "9"), (QStringList{name, name + u"#2"_s}));
        QCOMPARE(ids("6", "10"), ids("5", "9"));
    }

    void otherArgumentsTellChecksOfOneNameApart()
    {
        const QByteArray between = "expect_column_values_to_be_between";
        const auto first = entry(
            between, R"("column": "n", "row_condition": "a > 1", "min_value": 1, "extra": [1])");
        const auto second = entry(between, R"("column": "n", "row_condition": "a <= 1")");
        const auto there = idsOf(readText(validation(first + ',' + second)));
        const auto back = idsOf(readText(validation(second + ',' + first)));
        QCOMPARE(there.size(), 2);
        QVERIFY(there.first() != there.last());
        QCOMPARE(back, (QStringList{there.last(), there.first()}));
        const QString name = u"shop/orders/expect_column_values_to_be_between/n"_s;
        QVERIFY(there.first().startsWith(name + u'/'));
        // The writer may order the arguments as it likes; equal ones are counted.
        const auto reordered = entry(
            between, R"("extra": [1], "min_value": 7, "row_condition": "a > 1", "column": "n")");
        const auto three = idsOf(readText(validation(first + ',' + second + ',' + reordered)));
        QCOMPARE(three.last(), QString(there.first() + u"#2"_s));
        QCOMPARE(idsOf(readText(validation(first))), QStringList{name});
    }

    void anExceptionIsAnErrorInEitherForm_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::newRow("one object") << QByteArray(R"({"raised_exception": true, "exception_message":
               "Column missing\n[SQL: select 'eve@x']", "exception_traceback": "secret"})");
        QTest::newRow("one for each metric") << QByteArray(
            "{\"MetricConfigurationID(metric_name='a')\": {\"raised_exception\": false}, "
            "\"('column_values.in_set.condition', 'x', 'y')\": "
            R"({"raised_exception": true, "exception_message": "Column missing",
                "exception_traceback": "secret"}})");
    }

    void anExceptionIsAnErrorInEitherForm()

    {
        QFETCH(QByteArray, info);
        const auto run = onlyRun(readText(
            validation(entry("expect_column_values_to_be_in_set", R"("column": "a")",
                             R"("success": false, "result": {}, "exception_info": )" + info))));
        QCOMPARE(run.status, RunStatus::Error);
        QCOMPARE(run.message, u"Column missing"_s);
    }

    void countsAndWordsComeFromResultAndArguments()
    {
        const auto run = onlyRun(readText(validation(
            entry("expect_column_values_to_not_be_null", R"("column": "a", "mostly": 0.98)",
                  R"("success": false, "result": {"element_count": 180, "unexpected_count": 9,
                  "unexpected_percent": 5.0, "partial_unexpected_list": ["Eve"]})"))));
        QCOMPARE(run.status, RunStatus::Fail);
        QCOMPARE(run.observed, u"95 %"_s);
        QCOMPARE(run.expected, u"not null, at least 98 %"_s);
        QCOMPARE(run.value.value(), 95.0);
        QCOMPARE(run.failedRows.value(), 9);
        QCOMPARE(run.totalRows.value(), 180);
        QCOMPARE(run.message, u"9 of 180 values are unexpected."_s);
        QCOMPARE(run.runId, u"nightly"_s);
        QCOMPARE(run.at, QDateTime(QDate(2026, 10, 5), QTime(6, 30, 10, 91), Qt::UTC));
    }

    void demandsAreWords_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("kwargs");
        QTest::addColumn<QString>("demand");
        const auto row = [](const char *type, const char *kwargs, const QString &demand) {
            QTest::addRow("%s %s", type, kwargs)
                << QByteArray(type) << QByteArray(kwargs) << demand;
        };
        row("expect_column_mean_to_be_between", R"("min_value": 1, "max_value": 5.5)",
            u"between 1 and 5.5"_s);
        row("expect_column_mean_to_be_between", R"("min_value": 1)", u"at least 1"_s);
        row("expect_column_mean_to_be_between", R"("max_value": 5, "strict_max": true)",
            u"less than 5"_s);
        row("expect_column_mean_to_be_between", R"("min_value": {"$PARAMETER": "x"})", QString());
        row("expect_column_values_to_be_in_set", R"("value_set": ["a", "b"], "mostly": 0.95)",
            u"in a, b, at least 95 %"_s);
        row("expect_column_values_to_not_be_in_set", R"("value_set": [1, 2])", u"not in 1, 2"_s);
        row("expect_column_values_to_match_regex", R"("regex": "^a")", u"matching ^a"_s);
        row("expect_column_values_to_be_unique", "", u"unique"_s);
        row("expect_table_row_count_to_equal", R"("value": 7)", u"exactly 7"_s);
    }

    void demandsAreWords()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, kwargs);
        QFETCH(QString, demand);
        const auto results = readText(validation(entry(type, kwargs)));
        QCOMPARE(onlyRun(results).expected, demand);
        QCOMPARE(recordOf(results, onlyRun(results).check).quality.value(0).expression, demand);
    }

    void valuesOfTheDataAreNotKept()
    {
        const auto results = readText(
            validation(entry("expect_column_values_to_match_regex", R"("column": "mail")",
                             R"("success": false, "result": {"element_count": 2,
               "unexpected_count": 1, "partial_unexpected_list": ["SECRET"],
               "unexpected_list": ["SECRET"], "unexpected_index_query": "where x = 'SECRET'",
               "partial_unexpected_counts": [{"value": "SECRET", "count": 1}]},
               "exception_info": {"raised_exception": false, "exception_traceback": "SECRET"})")
                       + ","
                       + entry("expect_column_max_to_be_between", R"("column": "name")",
                               R"("success": false, "result": {"observed_value": "SECRET"})")
                       + ","
                       + entry("expect_column_distinct_values_to_be_in_set", R"("column": "name")",
                               R"("success": false, "result": {"observed_value":
               ["SECRET", "SECRET"], "details": {"value_counts": [{"value": "SECRET"}]}})")));
        QCOMPARE(results.evidence.runs.size(), 3);
        for (const auto &run : results.evidence.runs) {
            QVERIFY(!QString(run.observed + run.message + run.expected).contains(u"SECRET"_s));
        }
        QCOMPARE(results.evidence.runs.last().observed, u"2 values"_s);
    }

    void everyCheckIsARecordAndLooksAtAnAsset()
    {
        const auto results = readText(validation(
            R"({"success": true, "expectation_config": {"type": "expect_column_max_to_be_between",
               "severity": "Warning", "description": "New every day",
               "kwargs": {"column": "at", "min_value": "2026-10-04T00:00:00"}}})"));
        const auto check = recordOf(results, u"shop/orders/expect_column_max_to_be_between/at"_s);
        QCOMPARE(check.kind, EntityKind::Check);
        QCOMPARE(check.relations.value(0).nativeId, u"great-expectations:lake/orders"_s);
        QCOMPARE(check.description, u"New every day"_s);
        QVERIFY(check.properties.contains({u"source"_s, u"great-expectations"_s}));
        const auto rule = check.quality.value(0);
        QCOMPARE(rule.dimension, u"freshness"_s);
        QCOMPARE(rule.severity, u"warning"_s);
        QCOMPARE(rule.element, u"at"_s);
        const auto asset = recordOf(results, u"great-expectations:lake/orders"_s);
        QCOMPARE(asset.kind, EntityKind::Asset);
        QCOMPARE(asset.name, u"orders"_s);
        QCOMPARE(asset.type, u"table"_s);
        QVERIFY(asset.datasetKey.isEmpty());
        QCOMPARE(results.records.size(), 2);
    }

    void theNewestInstantOfAColumnIsAnUpdate()
    {
        const auto updates = [](const QByteArray &observed) {
            return readText(validation(entry("expect_column_max_to_be_between", R"("column": "at")",
                                             R"("success": true, "result": {"observed_value": )"
                                                 + observed + "}")))
                .evidence.updates;
        };
        const auto seen = updates("\"2026-10-05T05:00:00\"");
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().asset, u"great-expectations:lake/orders"_s);
        QCOMPARE(seen.first().at, QDateTime(QDate(2026, 10, 5), QTime(5, 0), Qt::UTC));
        QVERIFY(seen.first().sampled);
        QVERIFY(updates("\"2027-01-01T00:00:00\"").isEmpty());
        QVERIFY(updates("17").isEmpty());
    }

    void theTimeIsTheFirstThatThereIs_data()
    {
        QTest::addColumn<QByteArray>("meta");
        QTest::addColumn<QString>("time");
        QTest::newRow("run time") << QByteArray(
            R"("run_id": {"run_time": "2026-10-05T08:00:00+02:00"},
               "validation_time": "20261005T070000.000000Z",)")
                                  << u"2026-10-05T06:00:00Z"_s;
        QTest::newRow("validation time")
            << QByteArray(R"("run_id": {"run_time": null}, "validation_time":
               "20261005T070000.000000Z", "batch_markers": {"ge_load_time": "20261004T000000Z"},)")
            << u"2026-10-05T07:00:00Z"_s;
        QTest::newRow("load time")
            << QByteArray(R"("batch_markers": {"ge_load_time": "20261004T010203.5Z"},)")
            << u"2026-10-04T01:02:03.500Z"_s;
        QTest::newRow("text") << QByteArray(R"("run_id": "2019-07-31T110807.793113Z",)")
                              << u"2019-07-31T11:08:07.793Z"_s;
        QTest::newRow("none") << QByteArray(R"("run_id": "__run_id__",)") << QString();
    }

    void theTimeIsTheFirstThatThereIs()
    {
        QFETCH(QByteArray, meta);
        QFETCH(QString, time);
        const auto results =
            readText(validation(entry("expect_column_to_exist", R"("column": "a")"), meta));
        QCOMPARE(recordOf(results, u"shop/orders/expect_column_to_exist/a"_s).kind,
                 EntityKind::Check);
        if (time.isEmpty()) {
            QVERIFY(results.evidence.isEmpty());
            QCOMPARE(results.findings.value(0).rule, u"gx.time"_s);
            return;
        }
        QCOMPARE(onlyRun(results).at, QDateTime::fromString(time, Qt::ISODateWithMs));
    }

    void batchesOfOneRunAreRunsOfTheirOwn()
    {
        const auto of = [](const QByteArray &batch) {
            return onlyRun(readText(validation(entry(
                "expect_column_to_exist", "\"column\": \"a\", \"batch_id\": \"" + batch + "\""))));
        };
        QCOMPARE(of("lake-orders").runId, u"nightly"_s);
        QCOMPARE(of("lake-orders-year_2025").runId, u"nightly/year_2025"_s);
        QCOMPARE(of("lake-orders-year_2025").check, of("lake-orders").check);
    }

    void aCheckpointHoldsValidationsOfBothVersions()
    {
        const auto one = validation(entry("expect_column_to_exist", R"("column": "a")"));
        const QByteArray old = R"({"success": false, "meta": {"expectation_suite_name": "old",
            "batch_kwargs": {"path": "data/Titanic.csv", "datasource": "files"}}, "results": [
            {"success": false, "expectation_config": {"expectation_type": "expect_column_to_exist",
             "kwargs": {"column": "b"}}}]})";
        const auto results = readText(R"({"run_id": {"run_name": "all", "run_time":
            "2026-10-06T00:00:00+00:00"}, "success": false, "run_results": {
            "ValidationResultIdentifier::shop/x/y/z": )"
                                      + one + R"(,
            "ValidationResultIdentifier::old/x/y/z": {"validation_result": )"
                                      + old + R"(, "actions_results": {}}, "broken": []}})");
        QCOMPARE(idsOf(results),
                 (QStringList{u"shop/orders/expect_column_to_exist/a"_s,
                              u"old/Titanic/expect_column_to_exist/b"_s}));
        QCOMPARE(results.evidence.runs.last().at,
                 QDateTime(QDate(2026, 10, 6), QTime(0, 0), Qt::UTC));
        QCOMPARE(results.evidence.runs.last().runId, u"all"_s);
        QCOMPARE(results.evidence.runs.last().status, RunStatus::Fail);
        QCOMPARE(recordOf(results, u"great-expectations:files/Titanic"_s).name, u"Titanic"_s);
        QCOMPARE(results.findings.value(0).rule, u"gx.checkpoint"_s);
    }

    void aDescriptionIsNoEvidence()
    {
        const QByteArray text = R"({"success": true, "statistics": {}, "validation_results": [
            {"success": true, "expectations": []}]})";
        QVERIFY(gx::looksLike({text.constData(), std::size_t(text.size())}));
        const auto results = readText(text);
        QVERIFY(results.evidence.isEmpty() && results.records.isEmpty());
        QCOMPARE(results.findings.value(0).severity, Finding::Severity::Info);
    }

    void itIsRecognisedByContent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("is");
        const auto one = validation(entry("expect_column_to_exist", R"("column": "a")"));
        QTest::newRow("validation") << one << true;
        QTest::newRow("no entries")
            << QByteArray(R"({"success": true, "results": [], "meta": {}, "statistics": {}})")
            << true;
        QTest::newRow("cut off") << one.left(one.size() - 3) << true;
        QTest::newRow("a service's answer")
            << QByteArray(R"({"success": true, "results": [{"id": 1}]})") << false;
        QTest::newRow("a suite") << QByteArray(
            R"({"name": "a", "expectations": [{"type": "x", "kwargs": {}}]})")
                                 << false;
        QTest::newRow("no JSON") << QByteArray("success: results") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void itIsRecognisedByContent()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, is);
        QCOMPARE(gx::looksLike({text.constData(), std::size_t(text.size())}), is);
    }

    void numbersThatJsonDoesNotKnowAreNotTold()
    {
        const auto results = readText(validation(
            entry("expect_column_mean_to_be_between", R"("column": "NaN \" Infinity")",
                  R"("success": false, "result": {"observed_value": NaN, "x": [-Infinity]})")));
        QCOMPARE(results.findings.value(0).rule, u"results.notanumber"_s);
        QVERIFY(results.findings.value(0).message.startsWith(u"2 values"_s));
        QVERIFY(onlyRun(results).check.endsWith(u"NaN \" Infinity"_s));
        QVERIFY(!onlyRun(results).value);
    }

    void hugeNumbersCostNothingElse()
    {
        const auto results = readText(validation(entry(
            "expect_column_max_to_be_between", R"("column": "a", "max_value": 5)",
            R"("success": false, "result": {"observed_value": )" + QByteArray(30, '9') + "}")));
        QVERIFY(results.findings.isEmpty());
        QCOMPARE(onlyRun(results).status, portolan::domain::RunStatus::Fail);
        QCOMPARE(onlyRun(results).observed, u"1e+30"_s);
    }

    void whatCannotBeReadIsOneFinding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        const auto one = validation(entry("expect_column_to_exist", R"("column": "a")"));
        QTest::newRow("empty") << QByteArray() << u"results.json"_s;
        QTest::newRow("cut off") << one.left(one.size() / 2) << u"results.json"_s;
        QTest::newRow("no UTF-8") << QByteArray(one).replace("shop", "sh\xFFp")
                                  << u"results.json"_s;
        QTest::newRow("deep") << QByteArray(200'000, '[') + QByteArray(200'000, ']')
                              << u"results.json"_s;
        QTest::newRow("huge") << QByteArray(65 * 1024 * 1024, ' ') << u"results.size"_s;
        QTest::newRow("other") << QByteArray("{}") << u"gx.shape"_s;
        QTest::newRow("entries of the wrong type") << validation(
            R"(1, null, "x", [], {"expectation_config": 3},)" + entry("expect_column_to_exist", ""))
                                                   << u"gx.result"_s;
    }

    void whatCannotBeReadIsOneFinding()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        const auto results = readText(text);
        QCOMPARE(results.findings.size(), 1);
        const auto &finding = results.findings.first();
        QCOMPARE(finding.rule, rule);
        QCOMPARE(finding.file, u"validations/a.json"_s);
        QVERIFY(!finding.message.isEmpty() && !finding.remedy.isEmpty());
        QVERIFY(finding.line > 0);
    }

    void samplesEndAsTheyWereCounted()
    {
        int files = 0;
        int runs = 0;
        for (const auto &path : sampleFiles()) {
            const auto bytes = tests::bytesOf(path);
            const auto root = QJsonDocument::fromJson(bytes).object();
            const auto expected = expectedCounts(root);
            const bool isResult = root.contains(u"results"_s) || root.contains(u"run_results"_s);
            QVERIFY2(gx::looksLike({bytes.constData(), std::size_t(bytes.size())})
                         == (isResult || root.contains(u"validation_results"_s)),
                     qPrintable(path));
            if (!isResult)
                continue;
            const auto results = gx::read({path, bytes});
            ++files;
            const bool undated =
                !results.findings.isEmpty() && results.findings.first().rule == u"gx.time"_s;
            if (undated) {
                QVERIFY2(path.endsWith(u"evrs_with_exception.json"_s), qPrintable(path));
                continue;
            }
            QVERIFY2(countsOf(results) == expected, qPrintable(path));
            runs += int(results.evidence.runs.size());
        }
        if (files == 0)
            QSKIP("no shared samples: 9 files are left out");
        qInfo("%d files, %d runs", files, runs);
    }

    void everyDayEndsAsItIsTrue()
    {
        const auto truths = tests::sharedFiles(u"samples/generated"_s, {u"truth.json"_s});
        if (truths.isEmpty())
            QSKIP("no shared samples: 10 days are left out");
        const auto truth = objectAt(truths.first()).value(u"great_expectations"_s).toObject();
        int validations = 0;
        for (const auto &path :
             tests::sharedFiles(u"samples/generated/gx/checkpoint_results"_s, {u"day*.json"_s})) {
            const auto bytes = tests::bytesOf(path);
            QVERIFY(gx::read({path, bytes}).evidence.isEmpty());
            const QString run = u"nightly_quay-"_s + QFileInfo(path).baseName().right(2);
            for (const auto &value :
                 QJsonDocument::fromJson(bytes).object().value(u"validation_results"_s).toArray()) {
                const auto results = gx::read({path, asValidation(value.toObject(), run)});
                const auto asset = results.records.value(0).name;
                ++validations;
                const auto suites = truth.value(run).toObject();
                const auto key = asset == u"tide_readings"_s ? u"harbour tides"_s
                    : suites.contains(asset)                 ? asset
                                                             : QString(u"ticketing."_s + asset);
                const auto of = suites.value(key).toObject();
                const auto counts = countsOf(results);
                QVERIFY2(!of.isEmpty(), qPrintable(key));
                QCOMPARE(counts.value(u"pass"_s), of.value(u"pass"_s).toInt());
                // A description does not tell exceptions from failures.
                QCOMPARE(counts.value(u"fail"_s),
                         of.value(u"fail"_s).toInt() + of.value(u"error"_s).toInt());
            }
        }
        QCOMPARE(validations, 50);
        qInfo("%d validations of 10 days", validations);
    }

    void theOldVersionEndsAsItIsTrue()
    {
        const auto truths = tests::sharedFiles(u"samples/generated"_s, {u"truth.json"_s});
        if (truths.isEmpty())
            QSKIP("no shared samples: 1 checkpoint is left out");
        const auto suites = objectAt(truths.first())
                                .value(u"great_expectations_0.18"_s)
                                .toObject()
                                .value(u"nightly_quay-08"_s)
                                .toObject();
        const QString path =
            tests::sharedDir() + u"/samples/generated/gx-0.18/checkpoint_result.json"_s;
        QMap<QString, QMap<QString, int>> counts;
        for (const auto &run : gx::read({path, tests::bytesOf(path)}).evidence.runs)
            ++counts[run.check.section(u'/', 0, 0)][portolan::domain::statusWord(run.status)];
        QCOMPARE(counts.size(), suites.size());
        for (auto it = suites.begin(); it != suites.end(); ++it) {
            for (const auto &status : {u"pass"_s, u"fail"_s, u"error"_s})
                QCOMPARE(counts[it.key()].value(status), it->toObject().value(status).toInt());
        }
    }

    void brokenSamplesNeverCrash()
    {
        int tried = 0;
        QList<QByteArray> texts{
            validation(entry("expect_column_values_to_be_between", R"("column": "n")",
                             R"("success": false, "result": {"element_count": 1,
                             "unexpected_count": 1}, "exception_info": {})"))};
        for (const auto &path : sampleFiles())
            texts.append(tests::bytesOf(path));
        for (const auto &text : texts) {
            tried += tests::forEachMutation(text, 60, [](const QByteArray &changed) {
                const auto results = readText(changed);
                QVERIFY(results.findings.size() < 20);
                gx::looksLike({changed.constData(), std::size_t(changed.size())});
            });
        }
        qInfo("%d changed files of %d", tried, int(texts.size()));
    }
};

QTEST_GUILESS_MAIN(TestGx)
#include "tst_gx.moc"
