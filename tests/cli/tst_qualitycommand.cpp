// SPDX-License-Identifier: GPL-3.0-or-later
// `quality`, `slo` and `incidents` as a script sees them: the real program on a folder with ten
// days of results of one check, and on the results of real tools.
#include "models/domain/quality.h"
#include "tests/cli/commandline.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::run;

namespace {

constexpr auto contract = R"(apiVersion: v3.1.0
kind: DataContract
id: tides
version: 1.0.0
status: active
name: Tide gauge
schema:
  - name: readings
    logicalType: object
    properties:
      - name: gauge_id
        logicalType: string
        primaryKey: true
slaProperties:
  - property: latency
    value: 6
    unit: h
    element: readings
  - property: timeToRepair
    value: 2
    unit: d
  - property: retention
    value: 7
    unit: y
)";

constexpr auto objective = R"(apiVersion: openslo/v1
kind: SLO
metadata:
  name: tides-checked
  displayName: Tides are checked
spec:
  service: tides
  indicator:
    metadata:
      name: checked
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: portolan
            spec: {measure: check, check: "gauges/readings/expect_column_values_to_not_be_null/gauge_id"}
        total:
          metricSource:
            type: portolan
            spec: {measure: check, check: "gauges/readings/expect_column_values_to_not_be_null/gauge_id"}
  timeWindow:
    - duration: 2d
      isRolling: true
  budgetingMethod: Timeslices
  objectives:
    - target: 0.75
      timeSliceWindow: 1h
)";

//! What Great Expectations 1.x would write on \a day at six o'clock.
QByteArray validation(int day, bool success)
{
    const auto date = u"2026-01-%1"_s.arg(day, 2, 10, QChar(u'0')).toUtf8();
    return R"({"success": )" + QByteArray(success ? "true" : "false")
        + R"(, "suite_name": "gauges", "suite_parameters": {}, "statistics": {}, "meta": {
"great_expectations_version": "1.3.0", "active_batch_definition": {"datasource_name": "lake",
"data_connector_name": "fluent", "data_asset_name": "readings", "batch_identifiers": {}},
"run_id": {"run_name": "nightly", "run_time": ")"
        + date + R"(T06:00:00+00:00"}}, "results": [{"success": )" + (success ? "true" : "false")
        + R"(, "expectation_config": {"type": "expect_column_values_to_not_be_null",
"kwargs": {"column": "gauge_id"}, "meta": {}, "severity": "critical"}, "result": {
"element_count": 200, "unexpected_count": )"
        + (success ? "0" : "3") + R"(, "unexpected_percent": )" + (success ? "0.0" : "1.5")
        + R"(}, "exception_info": {"raised_exception": false}, "meta": {}}]})";
}

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

//! Ten days, of which the fourth and the last two failed.
void writeMesh(const QString &folder)
{
    write(folder + u"/tides.odcs.yaml"_s, contract);
    write(folder + u"/tides.openslo.yaml"_s, objective);
    for (int day = 1; day <= 10; ++day)
        write(folder + u"/gx/uncommitted/validations/gauges/nightly/day%1/a.json"_s.arg(day),
              validation(day, day != 4 && day < 9));
}

QJsonObject first(const QJsonObject &document, const QString &list)
{
    return document.value(list).toArray().first().toObject();
}

} // namespace

class QualityCommandTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_profile;

    portolan::tests::Outcome ask(QStringList words)
    {
        words += {u"--profile"_s, m_profile.path(), u"--json"_s};
        return run(words);
    }

private Q_SLOTS:

    void initTestCase()
    {
        writeMesh(m_folder.path());
        const auto added = ask({u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"tides"_s,
                                u"--folder"_s, m_folder.path()});
        QVERIFY2(added.status == 0, added.err.constData());
        const auto synced = ask({u"sync"_s});
        QVERIFY2(synced.status == 0, synced.err.constData());
        for (const auto &problem : first(synced.json(), u"accounts"_s).value(u"problems").toArray())
            QVERIFY2(problem.toObject().value(u"severity").toString() != u"error",
                     qPrintable(problem.toObject().value(u"message").toString()));
    }

    void newestRunOfEachCheckIsCounted()
    {
        const auto document = ask({u"quality"_s}).json();
        QCOMPARE(document.value(u"format").toString(), u"portolan.quality/1"_s);
        const auto totals = document.value(u"totals").toObject();
        QCOMPARE(totals.value(u"fail").toInt(), 1);
        QCOMPARE(totals.value(u"pass").toInt(), 0);
        QCOMPARE(
            totals.keys(),
            (QStringList{u"error"_s, u"fail"_s, u"pass"_s, u"skipped"_s, u"unknown"_s, u"warn"_s}));
        const auto check = first(document, u"checks"_s);
        QCOMPARE(check.value(u"nativeId").toString(),
                 u"gauges/readings/expect_column_values_to_not_be_null/gauge_id"_s);
        QCOMPARE(check.value(u"dimension").toString(), u"completeness"_s);
        QCOMPARE(check.value(u"severity").toString(), u"critical"_s);
        QCOMPARE(check.value(u"source").toString(), u"great-expectations"_s);
        QCOMPARE(check.value(u"field").toString(), u"gauge_id"_s);
        QCOMPARE(check.value(u"runs").toInt(), 10);
        // The table of the contract is the only one with the name that the tool uses.
        QCOMPARE(check.value(u"asset").toString(), u"tides#readings"_s);
        const auto last = check.value(u"last").toObject();
        QCOMPARE(last.value(u"at").toString(), u"2026-01-10T06:00:00.000Z"_s);
        QCOMPARE(last.value(u"status").toString(), u"fail"_s);
        QCOMPARE(last.value(u"failedRows").toInt(), 3);
        QCOMPARE(last.value(u"totalRows").toInt(), 200);
    }

    void anEarlierDateHasTheRunsUntilThen()
    {
        const auto document = ask({u"quality"_s, u"--at"_s, u"2026-01-08"_s, u"--runs"_s}).json();
        QCOMPARE(document.value(u"totals").toObject().value(u"pass").toInt(), 1);
        const auto check = first(document, u"checks"_s);
        QCOMPARE(check.value(u"runs").toInt(), 8);
        QStringList statuses;
        for (const auto &entry : check.value(u"history").toArray())
            statuses.append(entry.toObject().value(u"status").toString());
        QCOMPARE(statuses.join(u' '), u"pass pass pass fail pass pass pass pass"_s);
    }

    void oneThingHasItsChecks()
    {
        QCOMPARE(ask({u"quality"_s, u"tides#readings"_s}).json().value(u"checks").toArray().size(),
                 1);
        QCOMPARE(ask({u"quality"_s, u"no such thing"_s}).status, 1);
    }

    void everyToolSaysWhichTestIsAboutWhat()
    {
        const auto document = ask({u"quality"_s, u"--dimensions"_s}).json();
        QHash<QString, QStringList> bySource;
        for (const auto &entry : document.value(u"dimensions").toArray()) {
            const auto row = entry.toObject();
            const auto dimension = row.value(u"dimension").toString();
            QVERIFY2(portolan::domain::dimensions().contains(dimension), qPrintable(dimension));
            bySource[row.value(u"source").toString()].append(row.value(u"test").toString());
        }
        QCOMPARE(bySource.size(), 5);
        QVERIFY(bySource.value(u"dbt"_s).contains(u"not_null"_s));
        QVERIFY(bySource.value(u"soda"_s).contains(u"missing_percent"_s));
    }

    void wrongWordsAreRefused()
    {
        QCOMPARE(ask({u"quality"_s, u"--at"_s, u"yesterday"_s}).status, 2);
        QCOMPARE(ask({u"slo"_s, u"a"_s, u"b"_s}).status, 2);
        QCOMPARE(ask({u"incidents"_s, u"--at"_s, u"31.1.2026"_s}).status, 2);
    }

    void anObjectiveHasTheFiguresOfItsSlices()
    {
        // At noon of the 10th: 48 slices since noon of the 8th. The verdict of 06:00 holds until
        // the next run; that of the 8th was good until 06:00 of the 9th: 18 good, 30 bad.
        const auto document =
            ask({u"slo"_s, u"slo:tides-checked"_s, u"--at"_s, u"2026-01-10T12:00:00Z"_s}).json();
        QCOMPARE(document.value(u"at").toString(), u"2026-01-10T12:00:00.000Z"_s);
        QCOMPARE(document.value(u"slos").toArray().size(), 1);
        const auto slo = first(document, u"slos"_s);
        const auto slices = slo.value(u"slices").toObject();
        QCOMPARE(slices.value(u"total").toInt(), 48);
        QCOMPARE(slices.value(u"good").toInt(), 18);
        QCOMPARE(slices.value(u"bad").toInt(), 30);
        QCOMPARE(slices.value(u"unknown").toInt(), 0);
        QCOMPARE(slo.value(u"sli").toDouble(), 0.375);
        const auto budget = slo.value(u"budget").toObject();
        QCOMPARE(budget.value(u"total").toDouble(), 12.);
        QCOMPARE(budget.value(u"spent").toDouble(), 30.);
        QCOMPARE(budget.value(u"remaining").toDouble(), -1.5);
        QCOMPARE(slo.value(u"met").toBool(true), false);
        QCOMPARE(slo.value(u"exhaustion").toObject().value(u"at").toString(),
                 u"2026-01-10T12:00:00.000Z"_s);
        QCOMPARE(slo.value(u"burnRate").toObject().value(u"PT1H").toDouble(), 4.);
        QCOMPARE(slo.value(u"burnRate").toObject().keys(),
                 (QStringList{u"P3D"_s, u"PT1H"_s, u"PT6H"_s}));
        QVERIFY(slo.value(u"why").toString().startsWith(u"Missed"_s));
    }

    void aPromiseWithoutEvidenceIsUnknown()
    {
        const auto document = ask({u"slo"_s, u"tides#sla/latency/readings"_s}).json();
        const auto slo = first(document, u"slos"_s);
        QCOMPARE(slo.value(u"measure").toString(), u"freshness"_s);
        QCOMPARE(slo.value(u"threshold").toDouble(), 6. * 3600);
        QVERIFY(slo.value(u"sli").isNull());
        QVERIFY(slo.value(u"met").isNull());
        QCOMPARE(slo.value(u"state").toString(), u"unknown"_s);
    }

    void promisesOfAContractHaveVerdicts()
    {
        // The incident of the ninth goes on; nothing tells the age of rows.
        const auto document = ask({u"show"_s, u"tides"_s}).json();
        QStringList verdicts;
        for (const auto &entry : document.value(u"sla").toArray())
            verdicts.append(entry.toObject().value(u"verdict").toString());
        QCOMPARE(verdicts, (QStringList{u"unknown"_s, u"broken"_s, u"unknown"_s}));
        const auto repair = document.value(u"sla").toArray().at(1).toObject();
        QVERIFY(repair.value(u"measured").toString().contains(u"INC-"_s));
    }

    void failuresAreIncidents()
    {
        const auto incidents = ask({u"incidents"_s}).json().value(u"incidents").toArray();
        QCOMPARE(incidents.size(), 2);
        const auto past = incidents.first().toObject();
        QCOMPARE(past.value(u"state").toString(), u"resolved"_s);
        QCOMPARE(past.value(u"opened").toString(), u"2026-01-04T06:00:00.000Z"_s);
        QCOMPARE(past.value(u"resolved").toString(), u"2026-01-05T06:00:00.000Z"_s);
        const auto now = incidents.last().toObject();
        QCOMPARE(now.value(u"state").toString(), u"new"_s);
        QCOMPARE(now.value(u"opened").toString(), u"2026-01-09T06:00:00.000Z"_s);
        QCOMPARE(now.value(u"asset").toString(), u"tides#readings"_s);
        QCOMPARE(now.value(u"checks").toArray().first().toString(),
                 u"gauges/readings/expect_column_values_to_not_be_null/gauge_id"_s);
        QCOMPARE(ask({u"incidents"_s, u"--at"_s, u"2026-01-03"_s})
                     .json()
                     .value(u"incidents")
                     .toArray()
                     .size(),
                 0);
    }

    void readingAgainChangesNothing()
    {
        const auto before = ask({u"quality"_s, u"--runs"_s, u"--at"_s, u"2026-02-01"_s}).out;
        QCOMPARE(ask({u"sync"_s, u"--full"_s}).status, 0);
        QCOMPARE(ask({u"quality"_s, u"--runs"_s, u"--at"_s, u"2026-02-01"_s}).out, before);
        const auto status = ask({u"status"_s}).json();
        QCOMPARE(status.value(u"checks").toInt(), 1);
        QCOMPARE(status.value(u"checkRuns").toInt(), 10);
    }

    void aScanReadAgainAddsNothing()
    {
        // The second scan knows a check that the first could not know; the third lost one.
        QTemporaryDir folder;
        QTemporaryDir profile;
        const auto scan = [](const QString &day, const QStringList &names) {
            const QString time = u"2026-01-"_s + day + u"T06:00:00+00:00"_s;
            QJsonArray checks;
            for (const auto &name : names)
                checks.append(QJsonObject{{u"identity"_s, QString(u"id-"_s + name)},
                                          {u"name"_s, name},
                                          {u"type"_s, u"generic"_s},
                                          {u"table"_s, u"readings"_s},
                                          {u"dataSource"_s, u"lake"_s},
                                          {u"metrics"_s, QJsonArray()},
                                          {u"outcome"_s, u"pass"_s}});
            return QJsonDocument(QJsonObject{{u"definitionName"_s, u"tides"_s},
                                             {u"defaultDataSource"_s, u"lake"_s},
                                             {u"dataTimestamp"_s, time},
                                             {u"scanStartTimestamp"_s, time},
                                             {u"scanEndTimestamp"_s, time},
                                             {u"hasErrors"_s, false},
                                             {u"hasWarnings"_s, false},
                                             {u"hasFailures"_s, false},
                                             {u"metrics"_s, QJsonArray()},
                                             {u"logs"_s, QJsonArray()},
                                             {u"checks"_s, checks}})
                .toJson();
        };
        const QStringList in{u"--profile"_s, profile.path(), u"--json"_s};
        QCOMPARE(run(QStringList{u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"s"_s,
                                 u"--folder"_s, folder.path()}
                     + in)
                     .status,
                 0);
        const auto sync = [&in](const QString &word) {
            QCOMPARE(
                run(QStringList{u"sync"_s} + (word.isEmpty() ? in : in + QStringList{word})).status,
                0);
        };
        write(folder.path() + u"/1.json"_s, scan(u"01"_s, {u"a"_s}));
        sync({});
        write(folder.path() + u"/2.json"_s, scan(u"02"_s, {u"a"_s, u"b"_s}));
        sync({});
        write(folder.path() + u"/3.json"_s, scan(u"03"_s, {u"b"_s}));
        sync({});
        const auto asked = QStringList{u"quality"_s, u"--runs"_s} + in;
        const auto checks = run(asked).json().value(u"checks").toArray();
        QStringList lines;
        for (const auto &entry : checks) {
            QStringList statuses;
            for (const auto &one : entry.toObject().value(u"history").toArray())
                statuses.append(one.toObject().value(u"status").toString());
            lines.append(entry.toObject().value(u"name").toString() + u": "_s
                         + statuses.join(u' '));
        }
        lines.sort();
        QCOMPARE(lines, (QStringList{u"a: pass pass unknown"_s, u"b: pass pass"_s}));
        sync(u"--full"_s);
        QCOMPARE(run(asked).json().value(u"checks").toArray(), checks);
    }

    void overwrittenResultsStayInTheHistory()
    {
        QDir(m_folder.path() + u"/gx/uncommitted/validations/gauges/nightly"_s).removeRecursively();
        write(m_folder.path() + u"/gx/uncommitted/validations/gauges/nightly/day11/a.json"_s,
              validation(11, true));
        QCOMPARE(ask({u"sync"_s}).status, 0);
        const auto check = first(ask({u"quality"_s}).json(), u"checks"_s);
        QCOMPARE(check.value(u"runs").toInt(), 11);
        QCOMPARE(check.value(u"last").toObject().value(u"status").toString(), u"pass"_s);
    }

    void badgesAndFiltersKnowTheState()
    {
        const auto found = ask({u"search"_s, u"slo:missed kind:asset"_s}).json();
        QCOMPARE(found.value(u"total").toObject().value(u"value").toInt(), 0);
        // Evidence ends in January: what is asked for today is unknown.
        const auto unknown = ask({u"search"_s, u"slo:unknown kind:asset"_s}).json();
        QCOMPARE(unknown.value(u"total").toObject().value(u"value").toInt(), 1);
    }

    void resultsOfRealToolsAreCounted()
    {
        const QString samples = portolan::tests::sharedDir() + u"/samples/generated"_s;
        if (!QDir(samples).exists())
            QSKIP("no shared samples");
        QTemporaryDir folder;
        QTemporaryDir profile;
        for (const auto &file : {u"dbt/manifest.json"_s, u"dbt/days/07/run_results.json"_s,
                                 u"dbt/days/07/sources.json"_s, u"soda/results/day07.json"_s}) {
            QFile source(samples + u'/' + file);
            QVERIFY(source.open(QIODevice::ReadOnly));
            write(folder.path() + u'/' + file, source.readAll());
        }
        const QStringList in{u"--profile"_s, profile.path(), u"--json"_s};
        QCOMPARE(run(QStringList{u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"s"_s,
                                 u"--folder"_s, folder.path()}
                     + in)
                     .status,
                 0);
        QCOMPARE(run(QStringList{u"sync"_s} + in).status, 0);
        const auto checks = run(QStringList{u"quality"_s} + in).json().value(u"checks").toArray();
        QMap<QString, int> dbt;
        QMap<QString, int> soda;
        for (const auto &entry : checks) {
            const auto check = entry.toObject();
            const auto status =
                check.value(u"last").toObject().value(u"status").toString(u"never"_s);
            if (check.value(u"source").toString() == u"soda")
                ++soda[status];
            else if (check.value(u"nativeId").toString().startsWith(u"test."_s))
                ++dbt[status];
        }
        qInfo("checks of the shared samples: %d of dbt, %d of Soda", int(dbt.size()),
              int(soda.size()));
        // truth.json, day 07.
        QFile truthFile(samples + u"/truth.json"_s);
        QVERIFY(truthFile.open(QIODevice::ReadOnly));
        const auto truth = QJsonDocument::fromJson(truthFile.readAll()).object();
        const auto tests = truth.value(u"dbt").toObject().value(u"days").toObject();
        const auto day = tests.value(u"07").toObject().value(u"status").toObject();
        const auto wanted = day.value(u"test").toObject();
        for (const auto &status : wanted.keys())
            QCOMPARE(dbt.value(status), wanted.value(status).toInt());
        const auto outcomes = truth.value(u"soda").toObject().value(u"07").toObject();
        const auto outcome = outcomes.value(u"outcome").toObject();
        for (const auto &status : outcome.keys())
            QCOMPARE(soda.value(status), outcome.value(status).toInt());
    }
};

QTEST_GUILESS_MAIN(QualityCommandTest)
#include "tst_qualitycommand.moc"
