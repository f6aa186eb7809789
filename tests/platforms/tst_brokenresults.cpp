// SPDX-License-Identifier: GPL-3.0-or-later
// Results of tools that cannot be read are told, once, and files of nobody are not.
#include "models/formats/workspace/knownfile.h"
#include "tests/platforms/folderfixture.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

namespace {

QByteArray scan()
{
    return R"({
 "definitionName": "nightly",
 "defaultDataSource": "lake",
 "scanStartTimestamp": "2026-10-05T06:40:01+00:00",
 "metrics": [{"identity": "m", "metricName": "row_count", "value": 200}],
 "checks": [{"identity": "a", "type": "generic", "table": "orders", "outcome": "pass"}]
})";
}

QByteArray validation()
{
    return R"({"success": true, "meta": {}, "statistics": {}, "results": [
 {"success": true, "expectation_config": {"type": "expect_column_to_exist",
  "kwargs": {"column": "a"}}, "result": {}}]})";
}

QByteArray runResults()
{
    return "{\"metadata\": {\"dbt_schema_version\":\n"
           "\"https://schemas.getdbt.com/dbt/run-results/v6.json\", \"generated_at\": "
           "\"2026-10-05T06:00:00Z\"}, \"args\": {\"which\": \"test\"}, \"results\": []}";
}

QByteArray utf16(const QByteArray &text, QStringConverter::Encoding encoding,
                 QStringConverter::Flag flag = QStringConverter::Flag::WriteBom)
{
    QStringEncoder encode(encoding, flag);
    const QByteArray bytes = encode(QString::fromUtf8(text));
    return bytes;
}

} // namespace

class TestBrokenResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void eachIsOneFinding_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("line");
        const auto ends = u"The file ends in the middle of its JSON."_s;
        const auto wide = u"The file is UTF-16 text, and JSON has to be UTF-8."_s;
        const auto bad = u"The file is no valid JSON."_s;
        QTest::newRow("scan, cut off before its checks")
            << u"scan.json"_s << scan().left(scan().indexOf("\"metrics\"") + 20) << QString() << 5;
        QTest::newRow("scan without a list")
            << u"scan.json"_s << scan().replace("[{\"identity\": \"a\"", "{\"a\": {}}}")
            << QString() << 6;
        QTest::newRow("scan whose checks are an object")
            << u"scan.json"_s
            << QByteArray(scan().left(scan().indexOf("\"checks\"")) + "\"checks\": {\"a\": {}}}")
            << u"The result of the Soda scan holds no list of checks."_s << 1;
        QTest::newRow("contract test whose checks are an object")
            << u"result.json"_s
            << QByteArray(R"({"runId": "r", "dataContractId": "c", "result": "passed",
                "timestampStart": "2026-10-11T07:00:25Z", "checks": {}})")
            << u"The result of datacontract test holds no list of checks."_s << 1;
        QTest::newRow("contract test, cut off")
            << u"result.json"_s
            << QByteArray("{\"runId\": \"r\", \"dataContractId\": \"c\",\n"
                          "\"timestampStart\": \"2026-10-11T07:00:25Z\", \"che")
            << QString() << 2;
        QTest::newRow("validation in UTF-16")
            << u"v.json"_s << utf16(validation(), QStringConverter::Utf16LE) << wide << 1;
        QTest::newRow("validation in UTF-16, the other way round")
            << u"v.json"_s << utf16(validation(), QStringConverter::Utf16BE) << wide << 1;
        QTest::newRow("scan in UTF-16 without a mark")
            << u"redirected"_s
            << utf16(scan(), QStringConverter::Utf16LE, QStringConverter::Flag::Default) << wide
            << 1;
        QTest::newRow("empty") << u"target/run_results.json"_s << QByteArray()
                               << u"The file is empty."_s << 1;
        QTest::newRow("blank") << u"target/sources.json"_s << QByteArray("\n \n")
                               << u"The file is empty."_s << 1;
        QTest::newRow("zeros") << u"target/run_results.json"_s << QByteArray(5000, '\0') << bad
                               << 1;
        QTest::newRow("rubbish") << u"run_results.json"_s << QByteArray("{\n\"a\": 1,\n\"b\": ?}")
                                 << bad << 3;
        QTest::newRow("rubbish, large")
            << u"run_results.json"_s
            << QByteArray("{\"a\": \"" + QByteArray(100000, 'x') + "\",\n\"b\": ?}") << bad << 2;
        QTest::newRow("results of dbt, cut off in their head")
            << u"other.json"_s << runResults().left(runResults().indexOf("\"generated_at\""))
            << u"The dbt artifact ends in the middle of its JSON."_s << 2;
    }

    void eachIsOneFinding()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, message);
        QFETCH(const int, line);
        FolderFixture folder;
        folder.write(name, bytes);
        const auto pulled = folder.pull();
        QVERIFY(pulled);
        QCOMPARE(pulled->findings.size(), 1);
        const auto &finding = pulled->findings.constFirst();
        if (!message.isEmpty())
            QCOMPARE(finding.message, message);
        QCOMPARE(finding.line, line);
        QCOMPARE(finding.file, name);
        QVERIFY(!finding.message.isEmpty() && !finding.remedy.isEmpty());
        // It goes with the file.
        folder.remove(name);
        const auto again = folder.pull();
        QVERIFY(again && again->findings.isEmpty());
    }

    void filesOfNobodyAreNotTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << u"a.json"_s << QByteArray();
        QTest::newRow("rubbish") << u"a.json"_s << QByteArray("{\"a\": ?}");
        QTest::newRow("sources of something else")
            << u"sources.json"_s << QByteArray(R"({"sources": ["a", "b"]})");
        QTest::newRow("UTF-16") << u"a.json"_s
                                << utf16("{\"success\": true}", QStringConverter::Utf16LE);
        QTest::newRow("zeros") << u"a.json"_s << QByteArray(5000, '\0');
        QTest::newRow("schema of a scan")
            << u"schema.json"_s << QByteArray(R"({"properties": {"definitionName": {},
            "scanStartTimestamp": {"type": "string"}, "checks": {"type": "array"}}})");
        QTest::newRow("text about scans")
            << u"notes.md"_s << QByteArray("A scan has \"scanStartTimestamp\" and more.");
    }

    void filesOfNobodyAreNotTold()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        FolderFixture folder;
        folder.write(name, bytes);
        const auto pulled = folder.pull();
        QVERIFY(pulled);
        QVERIFY2(pulled->findings.isEmpty(),
                 pulled->findings.isEmpty() ? ""
                                            : qPrintable(pulled->findings.constFirst().message));
    }

    void wholeResultsAreNotTold()
    {
        FolderFixture folder;
        folder.write(u"scan.json"_s, scan());
        folder.write(u"v.json"_s, validation());
        folder.write(u"target/run_results.json"_s, runResults());
        const auto pulled = folder.pull();
        QVERIFY(pulled);
        for (const auto &finding : pulled->findings)
            QVERIFY2(finding.rule == u"gx.time"_s, qPrintable(finding.rule)); // it has none
    }
};

QTEST_GUILESS_MAIN(TestBrokenResults)
#include "tst_brokenresults.moc"
