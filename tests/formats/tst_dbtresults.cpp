// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/artifact.h"
#include "models/formats/dbt/runresults.h"
#include "models/formats/dbt/sourcefreshness.h"
#include "models/formats/dbt/testdimensions.h"
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
using portolan::domain::RunStatus;
namespace dbt = portolan::formats::dbt;
namespace tests = portolan::tests;

namespace {

const QDateTime written(QDate(2026, 10, 5), QTime(6, 0), Qt::UTC);

QByteArray runResults(const QByteArray &entries, const QByteArray &which = "\"build\"")
{
    return R"({"metadata": {"dbt_schema_version":
        "https://schemas.getdbt.com/dbt/run-results/v6.json", "invocation_id": "abc",
        "generated_at": "2026-10-05T06:00:00Z"}, "args": {"which": )"
        + which + "}, \"results\": [" + entries + "]}";
}

QByteArray entry(const QByteArray &id, const QByteArray &status, const QByteArray &rest = "")
{
    return "{\"unique_id\": \"" + id + "\", \"status\": \"" + status + "\", \"timing\": []"
        + (rest.isEmpty() ? "" : ", ") + rest + "}";
}

dbt::RunResults readRuns(const QByteArray &json)
{
    return dbt::readRunResults({u"target/run_results.json"_s, json});
}

QByteArray sources(const QByteArray &entries)
{
    return R"({"metadata": {"dbt_schema_version":
        "https://schemas.getdbt.com/dbt/sources/v3.json", "invocation_id": "abc",
        "generated_at": "2026-10-05T06:00:00Z"}, "results": [)"
        + entries + "]}";
}

dbt::SourceFreshness readSources(const QByteArray &json)
{
    return dbt::readSourceFreshness({u"target/sources.json"_s, json});
}

QByteArray source(const QByteArray &name, const QByteArray &status, const QByteArray &loaded,
                  const QByteArray &age)
{
    return "{\"unique_id\": \"source.shop.raw." + name + "\", \"status\": \"" + status
        + "\", \"max_loaded_at\": \"" + loaded + "\", \"max_loaded_at_time_ago_in_s\": " + age
        + R"(, "snapshotted_at": "2026-10-05T05:59:00.350+00:00", "criteria": {"warn_after":
            {"count": 12, "period": "hour"}, "error_after": {"count": null}}})";
}

QMap<QString, int> countsOf(const QList<CheckRun> &runs)
{
    QMap<QString, int> counts;
    for (const auto &run : runs)
        ++counts[portolan::domain::statusWord(run.status)];
    return counts;
}

QJsonObject objectAt(const QString &path)
{
    return QJsonDocument::fromJson(tests::bytesOf(path)).object();
}

dbt::ArtifactKind kindOf(const QByteArray &bytes)
{
    return dbt::headerOf(dbt::Artifact{{}, bytes}.view()).kind;
}

//! All files of the samples that dbt wrote as \a kind.
QStringList samplesOf(dbt::ArtifactKind kind)
{
    QStringList found;
    const QStringList patterns{u"*results*.json"_s, u"*sources*.json"_s};
    for (const auto &folder : {u"samples/dbt"_s, u"samples/generated/dbt"_s}) {
        for (const auto &path : tests::sharedFiles(folder, patterns)) {
            if (kindOf(tests::bytesOf(path)) == kind)
                found.append(path);
        }
    }
    return found;
}

QJsonObject truthOfDays()
{
    return objectAt(tests::sharedDir() + u"/samples/generated/truth.json"_s)
        .value(u"dbt"_s)
        .toObject()
        .value(u"days"_s)
        .toObject();
}

} // namespace

class TestDbtResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void statusesAreThoseOfTests()
    {
        const auto read = readRuns(runResults(
            entry("test.a.p", "pass", "\"failures\": 0") + ','
            + entry("test.a.f", "fail",
                    R"("failures": 80, "message": "Got 80 results, configured to fail if != 0")")
            + ','
            + entry("test.a.w", "warn",
                    R"("failures": 2, "message": "Got 2 results, configured to warn if >1")")
            + ','
            + entry("test.a.e", "error",
                    R"("failures": null, "message": "Runtime Error in test\n  No table")")
            + ',' + entry("test.a.s", "skipped") + ',' + entry("test.a.x", "success") + ','
            + entry("model.a.m", "error") + ',' + entry("unit_test.a.u", "fail") + ','
            + entry("exposure.a.e", "no-op")));
        QCOMPARE(read.runs.size(), 5);
        QCOMPARE(countsOf(read.runs),
                 (QMap<QString, int>{{u"pass"_s, 1},
                                     {u"fail"_s, 1},
                                     {u"warn"_s, 1},
                                     {u"error"_s, 1},
                                     {u"skipped"_s, 1}}));
        const auto &fail = read.runs.at(1);
        QCOMPARE(fail.check, u"test.a.f"_s);
        QCOMPARE(fail.failedRows.value(), 80);
        QCOMPARE(fail.observed, u"80"_s);
        QCOMPARE(fail.expected, u"fail if != 0"_s);
        QCOMPARE(fail.runId, u"abc"_s);
        QCOMPARE(read.runs.at(2).expected, u"warn if >1"_s);
        QCOMPARE(read.runs.at(3).message, u"Runtime Error in test No table"_s);
        QVERIFY(!read.runs.at(3).failedRows);
        QCOMPARE(read.findings.size(), 1);
        QCOMPARE(read.findings.first().rule, u"dbt.status"_s);
    }

    void aRunIsOfTheTimeItWasDone()
    {
        const QByteArray timing = R"({"unique_id": "test.a.p", "status": "pass", "timing": [
            {"name": "compile", "completed_at": "2026-10-05T05:00:01Z"},
            {"name": "execute", "completed_at": "2026-10-05T05:00:02.500Z"}]})";
        const auto read = readRuns(runResults(timing + ',' + entry("test.a.s", "skipped")));
        QCOMPARE(read.runs.value(0).at,
                 QDateTime(QDate(2026, 10, 5), QTime(5, 0, 2, 500), Qt::UTC));
        QCOMPARE(read.runs.value(1).at, written);
    }

    void onlyCommandsThatRunThingsAreEvidence_data()
    {
        QTest::addColumn<QByteArray>("which");
        QTest::addColumn<bool>("is");
        for (const char *which : {"build", "test", "run", "seed", "snapshot", "retry"})
            QTest::newRow(which) << QByteArray('"' + QByteArray(which) + '"') << true;
        for (const char *which : {"generate", "compile", "list", "docs"})
            QTest::newRow(which) << QByteArray('"' + QByteArray(which) + '"') << false;
        QTest::newRow("none") << QByteArray("null") << false;
        QTest::newRow("list") << QByteArray("[\"build\"]") << false;
    }

    void onlyCommandsThatRunThingsAreEvidence()
    {
        QFETCH(QByteArray, which);
        QFETCH(bool, is);
        const auto read = readRuns(runResults(entry("test.a.p", "pass"), which));
        QCOMPARE(read.runs.size(), is ? 1 : 0);
        QCOMPARE(read.findings.size(), is ? 0 : 1);
        if (!is)
            QCOMPARE(read.findings.first().rule, u"dbt.norun"_s);
    }

    void freshnessIsACheckAndAnUpdate()
    {
        const auto read = readSources(
            sources(source("orders", "pass", "2026-10-05T05:10:00+00:00", "3008.35") + ','
                    + source("late", "error", "2026-10-01T05:59:00.350+00:00", "345600") + ','
                    + source("empty", "error", "0001-01-01T00:00:00+00:00", "63925540208") + ','
                    + R"({"unique_id": "source.shop.raw.gone", "status": "runtime error",
                        "error": "Database Error\n  no table"})"));
        QCOMPARE(read.checks.size(), 4);
        const auto &runs = read.evidence.runs;
        const QDateTime seen(QDate(2026, 10, 5), QTime(5, 59, 0, 350), Qt::UTC);
        QCOMPARE(runs.at(0).check, u"freshness:source.shop.raw.orders"_s);
        QCOMPARE(runs.at(0).at, seen);
        QCOMPARE(runs.at(0).observed, u"50 min 8 s"_s);
        QCOMPARE(runs.at(0).value.value(), 3008.35);
        QCOMPARE(runs.at(0).expected, u"warn after 12 hour"_s);
        QCOMPARE(runs.at(1).status, RunStatus::Fail);
        QCOMPARE(runs.at(1).observed, u"4 d"_s);
        QCOMPARE(runs.at(2).observed, u"no rows"_s);
        QVERIFY(!runs.at(2).value);
        QCOMPARE(runs.at(3).status, RunStatus::Error);
        QCOMPARE(runs.at(3).at, written);
        QCOMPARE(runs.at(3).message, u"Database Error no table"_s);
        QCOMPARE(read.evidence.updates.size(), 3);
        QCOMPARE(read.evidence.updates.at(0).asset, u"source.shop.raw.orders"_s);
        QCOMPARE(read.evidence.updates.at(0).source, u"dbt"_s);
        QVERIFY(read.evidence.updates.at(0).sampled);
        QVERIFY(read.evidence.updates.at(2).at.isNull());
        QCOMPARE(read.evidence.observations.size(), 3);
        QCOMPARE(read.evidence.observations.at(0).until, seen);
        QCOMPARE(read.lookedAt, seen);
    }

    void aSourceThatIsNotReportedIsUnknown()
    {
        const auto read =
            readSources(sources(source("orders", "pass", "2026-10-05T05:10:00+00:00", "3008")));
        const auto runs = dbt::unnamedIn(
            read, {u"freshness:source.shop.raw.orders"_s, u"freshness:source.shop.raw.gone"_s});
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().check, u"freshness:source.shop.raw.gone"_s);
        QCOMPARE(runs.first().status, RunStatus::Unknown);
        QCOMPARE(runs.first().at, read.lookedAt);
        QVERIFY(dbt::unnamedIn(readSources("{"), {u"freshness:x"_s}).isEmpty());
    }

    void bothAreRecognised()
    {
        QCOMPARE(kindOf(runResults("")), dbt::ArtifactKind::RunResults);
        QCOMPARE(kindOf(sources("")), dbt::ArtifactKind::Sources);
        const auto claims = [](const QByteArray &text) {
            return dbt::claimsToBeArtifact(dbt::Artifact{{}, text}.view());
        };
        QVERIFY(claims(runResults("").left(120)) && claims(sources("").left(120)));
        QVERIFY(!claims("{\"results\": []}"));
    }

    void testsHaveCanonicalDimensions()
    {
        QCOMPARE(dbt::dimensionOf(u"accepted_values"_s), u"validity"_s);
        QCOMPARE(dbt::dimensionOf(u"recency"_s), u"freshness"_s);
        QCOMPARE(dbt::dimensionOf(u"equal_rowcount"_s), u"volume"_s);
        QCOMPARE(dbt::dimensionOf(u"expect_column_values_to_match_regex"_s), u"validity"_s);
        QVERIFY(dbt::dimensionOf(u"our_own"_s).isEmpty());
    }

    void whatCannotBeReadIsOneFinding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        const auto one = runResults(entry("test.a.p", "pass"));
        QTest::newRow("cut off") << one.left(one.size() / 2) << u"results.json"_s;
        QTest::newRow("no UTF-8") << QByteArray(one).replace("test.a.p", "t\xFFp")
                                  << u"results.json"_s;
        QTest::newRow("no results")
            << QByteArray(R"({"args": {"which": "build"}})") << u"dbt.results"_s;
        QTest::newRow("no time") << QByteArray(one).replace("2026-10-05T06:00:00Z", "?")
                                 << u"dbt.time"_s;
        QTest::newRow("NaN") << runResults(entry("test.a.p", "pass", "\"execution_time\": NaN"))
                             << u"results.notanumber"_s;
    }

    void whatCannotBeReadIsOneFinding()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        const auto read = readRuns(text);
        QCOMPARE(read.findings.size(), 1);
        QCOMPARE(read.findings.first().rule, rule);
        QCOMPARE(read.findings.first().file, u"target/run_results.json"_s);
        QVERIFY(read.findings.first().line > 0);
        QVERIFY(!read.findings.first().remedy.isEmpty());
    }

    void entriesThatCannotBeReadAreTold()
    {
        const auto read = readRuns(
            runResults("\n" + entry("test.a.p", "pass") + ",\n\"x\",\n{\"unique_id\": null}, 3,\n"
                       + entry("model.a.m", "success") + ",\n" + entry("test.a.q", "fail")));
        QCOMPARE(read.runs.size(), 2);
        QCOMPARE(read.findings.size(), 1);
        const auto &finding = read.findings.first();
        QCOMPARE(finding.message,
                 u"3 entries cannot be read and were left out; the first of them is results[1]."_s);
        QCOMPARE(finding.field, u"results[1]"_s);
        QCOMPARE(finding.line, 5);
        QVERIFY(!finding.remedy.isEmpty());
        const auto named = readRuns(runResults("{\"status\": \"pass\",\n\"unique_id\": null}"));
        QCOMPARE(named.findings.size(), 1);
        QCOMPARE(named.findings.first().field, u"results[0].unique_id"_s);
        QCOMPARE(named.findings.first().line, 4);
        const auto looked =
            readSources(sources(source("a", "pass", "2026-10-05T05:00:00Z", "3540") + ",\n\"x\""));
        QCOMPARE(looked.findings.size(), 1);
        QCOMPARE(looked.findings.first().field, u"results[1]"_s);
    }

    void hugeNumbersCostNothingElse()
    {
        const QByteArray huge = "\"failures\": 1000000000000000000000000000000";
        const auto read = readRuns(runResults(entry("test.a.p", "fail", huge) + ","
                                              + entry("test.a.q", "pass", "\"failures\": 0")));
        QVERIFY(read.findings.isEmpty());
        QCOMPARE(read.runs.size(), 2);
        QCOMPARE(read.runs.first().status, RunStatus::Fail);
        QVERIFY(!read.runs.first().failedRows);
        QCOMPARE(read.runs.last().failedRows, std::optional<qint64>(0));
    }

    void sourcesThatCannotBeReadAreOneFinding()
    {
        for (const QByteArray text : {"{", "{\"results\": 3}", "{\"results\": [1, {}]}"}) {
            const auto read = readSources(text);
            QCOMPARE(read.findings.size(), 1);
            QVERIFY(read.evidence.isEmpty());
        }
    }

    void everyDayEndsAsItIsTrue()
    {
        if (tests::sharedDir().isEmpty())
            QSKIP("no shared samples: 10 days are left out");
        const auto truth = truthOfDays();
        int days = 0;
        for (auto it = truth.begin(); it != truth.end(); ++it, ++days) {
            const QString folder =
                tests::sharedDir() + u"/samples/generated/dbt/days/"_s + it.key();
            const auto read = readRuns(tests::bytesOf(folder + u"/run_results.json"_s));
            QMap<QString, int> expected;
            const auto ofDay = it.value().toObject();
            const auto statuses =
                ofDay.value(u"status"_s).toObject().value(u"test"_s).toObject().toVariantMap();
            for (auto status = statuses.begin(); status != statuses.end(); ++status)
                expected[status.key()] = status->toInt();
            QVERIFY2(countsOf(read.runs) == expected, qPrintable(it.key()));
            QVERIFY(read.findings.isEmpty());

            const auto fresh = readSources(tests::bytesOf(folder + u"/sources.json"_s));
            const auto freshness = ofDay.value(u"freshness"_s).toObject();
            QCOMPARE(fresh.evidence.runs.size(), freshness.size());
            for (const auto &run : fresh.evidence.runs) {
                const auto said = freshness.value(run.check.mid(10)).toObject();
                auto status = said.value(u"status"_s).toString();
                status = status == u"error"_s ? u"fail"_s : status;
                QCOMPARE(portolan::domain::statusWord(run.status), status);
                if (run.value)
                    QVERIFY(std::abs(*run.value - said.value(u"age_s"_s).toDouble()) < 0.06);
            }
        }
        QCOMPARE(days, 10);
        qInfo("%d days", days);
    }

    void theTrapIsNoEvidence()
    {
        if (tests::sharedDir().isEmpty())
            QSKIP("no shared samples: the trap day is left out");
        const auto read = readRuns(tests::bytesOf(
            tests::sharedDir() + u"/samples/generated/dbt/trap-day/run_results.json"_s));
        QVERIFY(read.runs.isEmpty());
        QCOMPARE(read.findings.size(), 1);
        QVERIFY(read.findings.first().message.contains(u"\"generate\""_s));
    }

    void samplesOfAllVersionsAreRead()
    {
        const auto files = samplesOf(dbt::ArtifactKind::RunResults);
        if (files.isEmpty())
            QSKIP("no shared samples: 21 files are left out");
        static const QSet<QString> good{u"build"_s, u"test"_s, u"run"_s};
        static const QSet<QString> known{u"pass"_s, u"fail"_s, u"error"_s, u"warn"_s, u"skipped"_s};
        int runs = 0;
        for (const auto &path : files) {
            const auto root = objectAt(path);
            const auto which = root.value(u"args"_s).toObject().value(u"which"_s).toString();
            QMap<QString, int> expected;
            for (const auto &value : root.value(u"results"_s).toArray()) {
                const auto result = value.toObject();
                const auto status = result.value(u"status"_s).toString();
                if (good.contains(which) && known.contains(status)
                    && result.value(u"unique_id"_s).toString().startsWith(u"test."_s))
                    ++expected[status];
            }
            const auto read = dbt::readRunResults({path, tests::bytesOf(path)});
            QVERIFY2(countsOf(read.runs) == expected, qPrintable(path));
            runs += int(read.runs.size());
        }
        const auto fresh = samplesOf(dbt::ArtifactKind::Sources);
        for (const auto &path : fresh) {
            const auto read = dbt::readSourceFreshness({path, tests::bytesOf(path)});
            QCOMPARE(read.evidence.runs.size(),
                     objectAt(path).value(u"results"_s).toArray().size());
            QVERIFY(read.findings.isEmpty());
        }
        qInfo("%d run results with %d runs, %d sources.json", int(files.size()), runs,
              int(fresh.size()));
    }

    void brokenSamplesNeverCrash()
    {
        QList<QByteArray> texts{
            runResults(entry("test.a.f", "fail", "\"failures\": 3, \"message\": \"Got 3\"")),
            sources(source("orders", "pass", "2026-10-05T05:10:00+00:00", "3008"))};
        for (const auto &path : samplesOf(dbt::ArtifactKind::RunResults)) {
            if (QFileInfo(path).size() < 300'000)
                texts.append(tests::bytesOf(path));
        }
        for (const auto &path : samplesOf(dbt::ArtifactKind::Sources))
            texts.append(tests::bytesOf(path));
        int tried = 0;
        for (const auto &text : texts) {
            tried += tests::forEachMutation(text, 60, [](const QByteArray &changed) {
                readRuns(changed);
                dbt::unnamedIn(readSources(changed), {u"freshness:x"_s});
            });
        }
        qInfo("%d changed files of %d", tried, int(texts.size()));
    }
};

QTEST_GUILESS_MAIN(TestDbtResults)
#include "tst_dbtresults.moc"
