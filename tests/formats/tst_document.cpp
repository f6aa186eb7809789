// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/read.h"

#include <QJsonDocument>
#include <QTest>

using namespace portolan;
using namespace portolan::formats;
using namespace Qt::Literals::StringLiterals;

namespace {

document::Document yaml(const QByteArray &text)
{
    return document::readYaml(u"a.yaml"_s, text);
}

document::Document json(const QByteArray &text)
{
    return document::readJson(u"a.json"_s, text);
}

QByteArray nativeOf(const QByteArray &text)
{
    return yaml(text).root().toJson();
}

QString firstRule(const document::Document &document)
{
    return document.findings.isEmpty() ? QString() : document.findings.constFirst().rule;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalarsKeepWhatWasWritten_data();
    void scalarsKeepWhatWasWritten();
    void placesCountFromOne();
    void keysKeepTheirOrder();
    void repeatedKeyIsReportedAndTheLastCounts();
    void aliasesAreWrittenOut();
    void mergedKeysYieldToOwnOnes();
    void secondDocumentIsReportedAndLeftOut();
    void allDocumentsOfAFileAreRead();
    void aBrokenDocumentKeepsThoseBeforeIt();
    void limitsCountAllDocumentsTogether();
    void textThatIsNoTreeIsAFindingWithItsLine_data();
    void textThatIsNoTreeIsAFindingWithItsLine();
    void brokenBytesAreReportedAndTheRestIsRead();
    void surrogatePairsOfJsonAreReadInYaml();
    void yamlAndJsonGiveTheSameTree();
    void strictJsonRefuses_data();
    void strictJsonRefuses();
    void bombsAreRefused_data();
    void bombsAreRefused();
    void whatIsTooDeepIsLeftOut_data();
    void whatIsTooDeepIsLeftOut();
    void whatIsTooDeepHasToEnd_data();
    void whatIsTooDeepHasToEnd();
};

void TestDocument::scalarsKeepWhatWasWritten_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("native");
    const auto row = [](const char *written, const char *native) {
        QTest::newRow(written) << QByteArray(written) << QByteArray(native);
    };
    row("1.10", "1.10");
    row("1e3", "1e3");
    row("-0", "-0");
    row("007", "\"007\"");
    row("+1", "\"+1\"");
    row(".5", "\".5\"");
    row("1.", "\"1.\"");
    row("0x1F", "\"0x1F\"");
    row("1_000", "\"1_000\"");
    row("no", "\"no\"");
    row("Yes", "\"Yes\"");
    row("true", "true");
    row("False", "false");
    row("~", "null");
    row("", "null");
    row("Null", "null");
    row("nULL", "\"nULL\"");
    row("2024-01-01", "\"2024-01-01\"");
    row("12:30:00", "\"12:30:00\"");
    row("1.2.3", "\"1.2.3\"");
    row(".nan", "\".nan\"");
    row("'1.10'", "\"1.10\"");
    row("\"true\"", "\"true\"");
    row("'null'", "\"null\"");
    row("|\n  a\n  b", "\"a\\nb\\n\"");
    row("!!str 5", "\"5\"");
    row("\"a\\tb\\u0001\\\"\"", "\"a\\tb\\u0001\\\"\"");
    row("99999999999999999999999999", "99999999999999999999999999");
}

void TestDocument::scalarsKeepWhatWasWritten()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, native);
    const auto json = nativeOf("a: " + written + "\n");
    QCOMPARE(json, "{\"a\":" + native + "}");
    QVERIFY(!QJsonDocument::fromJson(json).isNull());
}

void TestDocument::placesCountFromOne()
{
    const auto document = yaml("a: 1\nlist:\n  - x: y\n");
    const auto x = document.root()["list"].item(0)["x"];
    QCOMPARE(x.line(), 3);
    QCOMPARE(x.column(), 8);
    QCOMPARE(x.key().column(), 5);
    QCOMPARE(document.root().line(), 1);
    QCOMPARE(document.root()["absent"].line(), 0);
    QVERIFY(!document.root()["a"]["b"].item(3).exists());
}

void TestDocument::keysKeepTheirOrder()
{
    QCOMPARE(nativeOf("z: 1\na: 2\n? [x, y]\n: 3\n"),
             "{\"z\":1,\"a\":2,\"[\\\"x\\\",\\\"y\\\"]\":3}");
}

void TestDocument::repeatedKeyIsReportedAndTheLastCounts()
{
    const auto document = yaml("a: 1\nb: 2\na: 3\n");
    QCOMPARE(document.root()["a"].text(), u"3"_s);
    QCOMPARE(document.root().size(), 2);
    QCOMPARE(document.findings.size(), 1);
    QCOMPARE(firstRule(document), u"document.duplicate-key"_s);
    QCOMPARE(document.findings.constFirst().line, 3);
    QCOMPARE(json("{\"a\":1,\"a\":2}").root().toJson(), "{\"a\":2}");
}

void TestDocument::aliasesAreWrittenOut()
{
    QCOMPARE(nativeOf("a: &x {b: [1, 2]}\nc: *x\nd: [*x]\n"),
             "{\"a\":{\"b\":[1,2]},\"c\":{\"b\":[1,2]},\"d\":[{\"b\":[1,2]}]}");
    QCOMPARE(firstRule(yaml("a: &x [*x]\n")), u"document.alias"_s);
}

void TestDocument::mergedKeysYieldToOwnOnes()
{
    QCOMPARE(nativeOf("base: &b {x: 1, y: 2}\nc: {y: 3, <<: *b}\n"),
             "{\"base\":{\"x\":1,\"y\":2},\"c\":{\"y\":3,\"x\":1}}");
    QCOMPARE(nativeOf("p: &p {x: 1}\nq: &q {x: 2, z: 3}\nc: {<<: [*p, *q]}\n"),
             "{\"p\":{\"x\":1},\"q\":{\"x\":2,\"z\":3},\"c\":{\"x\":1,\"z\":3}}");
    QCOMPARE(nativeOf("c: {<<: text, a: 1}\n"), "{\"c\":{\"<<\":\"text\",\"a\":1}}");
}

void TestDocument::secondDocumentIsReportedAndLeftOut()
{
    const auto document = yaml("---\na: 1\n---\na: 2\n");
    QCOMPARE(document.root().toJson(), "{\"a\":1}");
    QCOMPARE(document.findings.size(), 1);
    QCOMPARE(firstRule(document), u"document.several"_s);
    QCOMPARE(document.findings.constFirst().line, 3);
    QVERIFY(yaml("a: 1\n...\n").findings.isEmpty());
}

void TestDocument::allDocumentsOfAFileAreRead()
{
    const auto all = document::readAll(
        u"a.yaml"_s, "# first\n---\na: &x 1\nb: *x\n---\n---\n- c\n...\n---\na: 1\na: 2\n---\n");
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).root().toJson(), "{\"a\":1,\"b\":1}");
    QCOMPARE(all.at(1).root().toJson(), "[\"c\"]");
    QCOMPARE(all.at(1).root().line(), 7);
    QVERIFY(all.at(0).findings.isEmpty());
    QVERIFY(all.at(1).findings.isEmpty());
    QCOMPARE(all.at(2).findings.size(), 1); // the repeated key, and nothing about the others
    QCOMPARE(document::readAll(u"a.json"_s, "{\"a\": 1}").size(), 1);
    const auto none = document::readAll(u"a.yaml"_s, "# nothing\n");
    QCOMPARE(none.size(), 1);
    QCOMPARE(firstRule(none.constFirst()), u"document.empty"_s);
}

void TestDocument::aBrokenDocumentKeepsThoseBeforeIt()
{
    const auto all = document::readAll(u"a.yaml"_s, "a: 1\n---\nb: [\n---\nc: 1\n");
    QCOMPARE(all.size(), 2);
    QVERIFY(all.at(0).tree);
    QVERIFY(!all.at(1).tree);
    QCOMPARE(firstRule(all.at(1)), u"document.syntax"_s);
    const auto pairs = document::readAll(u"a.yaml"_s, "a: \"\\ud83d\\ude00\"\n---\nb: 1\n");
    QCOMPARE(pairs.size(), 2);
    QCOMPARE(pairs.at(0).root()["a"].text(), u"\U0001F600"_s);
}

void TestDocument::limitsCountAllDocumentsTogether()
{
    const document::Limits few{.nodes = 8};
    const auto all = document::readAll(u"a.yaml"_s, "a: 1\n---\nb: 1\n---\nc: 1\n", few);
    QCOMPARE(all.size(), 3);
    QVERIFY(all.at(1).tree);
    QVERIFY(!all.at(2).tree);
    QCOMPARE(firstRule(all.at(2)), u"document.size"_s);
    const auto separators = document::readAll(u"a.yaml"_s, QByteArray("a\n---\n").repeated(20'000));
    QCOMPARE(separators.size(), 10'001);
    QCOMPARE(firstRule(separators.constLast()), u"document.size"_s);
}

void TestDocument::textThatIsNoTreeIsAFindingWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("line");
    QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n") << u"document.tab"_s << 2;
    QTest::newRow("open") << QByteArray("a: [1, 2\nb: 3\n") << u"document.syntax"_s << 2;
    QTest::newRow("quote") << QByteArray("a: 1\nb: \"x\n") << u"document.syntax"_s << 2;
    QTest::newRow("anchor") << QByteArray("a: 1\nb: *nowhere\n") << u"document.syntax"_s << 2;
    QTest::newRow("nothing") << QByteArray("# only words\n") << u"document.empty"_s << 1;
    QTest::newRow("no byte") << QByteArray() << u"document.empty"_s << 1;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0:\0",
                                          6)
                            << u"document.encoding"_s << 1;
}

void TestDocument::textThatIsNoTreeIsAFindingWithItsLine()
{
    QFETCH(QByteArray, text);
    const auto document = yaml(text);
    QVERIFY(!document.root().exists());
    QCOMPARE(document.findings.size(), 1);
    const auto finding = document.findings.constFirst();
    QTEST(finding.rule, "rule");
    QTEST(finding.line, "line");
    QVERIFY(!finding.remedy.isEmpty());
    QCOMPARE(finding.file, u"a.yaml"_s);
}

void TestDocument::brokenBytesAreReportedAndTheRestIsRead()
{
    const auto latin = yaml("a: 1\nb: caf\xE9\nc: 3\n");
    QCOMPARE(latin.root()["b"].text(), u"caf\uFFFD"_s);
    QCOMPARE(latin.root()["c"].text(), u"3"_s);
    QCOMPARE(firstRule(latin), u"document.encoding"_s);
    QCOMPARE(latin.findings.constFirst().line, 2);
    // The parser takes 0x04 for the end of its input.
    const auto control = yaml(QByteArray("a: x\x04y\nb: 2\n"));
    QCOMPARE(control.root()["b"].text(), u"2"_s);
    QCOMPARE(firstRule(control), u"document.encoding"_s);
    const auto marked = yaml("\xEF\xBB\xBF"
                             "a: 1\r\nb: 2\r\n");
    QCOMPARE(marked.root().toJson(), "{\"a\":1,\"b\":2}");
    QCOMPARE(firstRule(marked), u"document.bom"_s);
}

void TestDocument::surrogatePairsOfJsonAreReadInYaml()
{
    const auto pair = QString::fromUcs4(U"\U0001F600");
    QCOMPARE(yaml("a: \"\\ud83d\\ude00\"\nb: '\\ud83d\\ude00'\n").root()["a"].text(), pair);
    QCOMPARE(yaml("a: \"\\ud83d\\ude00\"\nb: '\\ud83d\\ude00'\n").root()["b"].text(),
             u"\\ud83d\\ude00"_s);
    QCOMPARE(json("[\"\\ud83d\\ude00\"]").root().item(0).text(), pair);
}

void TestDocument::yamlAndJsonGiveTheSameTree()
{
    const QByteArray text =
        "{\"a\": [1.50, \"x\\ty\", null, {\"b\": false}], \"c\": {}, \"d\": []}";
    QCOMPARE(yaml(text).root().toJson(), json(text).root().toJson());
    QCOMPARE(json(text).root().toJson(),
             "{\"a\":[1.50,\"x\\ty\",null,{\"b\":false}],\"c\":{},\"d\":[]}");
    QCOMPARE(document::read(u"a.txt"_s, "{a: 1}").root().toJson(), "{\"a\":1}");
}

void TestDocument::strictJsonRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{\"a\":1,}", "[1,]", "{a:1}", "[01]", "[1.]", "[+1]", "[\"a\nb\"]",
                             "[\"\\x\"]", "[\"\\u12\"]", "[1] x", "[", "{\"a\"", "\"a", "[nul]",
                             "[']", "[\"\\ud83d\\u0041\"]", "[1 2]", "{\"a\" 1}", "// x\n[]"})
        QTest::newRow(text) << QByteArray(text);
}

void TestDocument::strictJsonRefuses()
{
    QFETCH(QByteArray, text);
    const auto document = json(text);
    QVERIFY(!document.root().exists());
    QCOMPARE(document.findings.size(), 1);
    QCOMPARE(firstRule(document), u"document.syntax"_s);
}

void TestDocument::bombsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QByteArray aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (auto i = 1; i < 12; ++i) {
        const auto name = QByteArray::number(i);
        const auto former = QByteArray::number(i - 1);
        const QByteArray alias = "*a" + former + ",";
        aliases += 'a' + name + ": &a" + name + " [" + alias.repeated(9) + "]\n";
    }
    QByteArray merges = "m0: &m0 {k: " + QByteArray(1000, 'x') + "}\n";
    merges += "l:\n" + QByteArray("- {<<: *m0}\n").repeated(400'000);
    QTest::newRow("alias bomb") << aliases << u"document.size"_s;
    QTest::newRow("text bomb") << merges << u"document.size"_s;
    QTest::newRow("flow depth") << QByteArray(10'000, '[') << u"document.depth"_s;
    QTest::newRow("brace depth") << QByteArray("{a: ").repeated(10'000) << u"document.depth"_s;
    QTest::newRow("block depth") << QByteArray("- ").repeated(10'000) << u"document.depth"_s;
    QTest::newRow("17 MB") << QByteArray("a: b\n").repeated(3'600'000) << u"document.size"_s;
    QTest::newRow("JSON depth") << QByteArray("[").repeated(100'000) << u"document.depth"_s;
}

void TestDocument::bombsAreRefused()
{
    QFETCH(QByteArray, text);
    // Refused by a limit, each of which counts; whatever is expanded first never ends in time.
    const auto document = document::read(u"bomb.yaml"_s, text);
    QVERIFY(!document.root().exists());
    QTEST(firstRule(document), "rule");
}

void TestDocument::whatIsTooDeepIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("deep");
    QTest::newRow("a list") << QByteArray("[7]");
    QTest::newRow("an object") << QByteArray(R"({"x": 7})");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("brackets in texts") << QByteArray(R"({"}": "]]\"}\\", "x": ["["]})");
    QTest::newRow("lines") << QByteArray("[\n\n{\n}]");
    QTest::newRow("without end") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
}

void TestDocument::whatIsTooDeepIsLeftOut()
{
    QFETCH(QByteArray, deep);
    const document::Limits limits{.depth = 3, .deeper = document::Limits::Deeper::LeftOut};
    const auto read = document::readJson(
        u"a.json"_s, "{\n\"list\": [{\"deep\": " + deep + ",\n\"after\": 1}],\n\"last\": 2}",
        limits);
    QVERIFY2(read.tree, qPrintable(firstRule(read)));
    const auto item = *read.root()["list"].begin();
    QVERIFY(item["deep"].exists());
    QVERIFY(!item["deep"].isSequence() && !item["deep"].isMapping());
    QCOMPARE(item["after"].text(), u"1"_s);
    QCOMPARE(item["after"].line(), 3 + int(deep.count('\n')));
    QCOMPARE(read.root()["last"].text(), u"2"_s);
    QCOMPARE(read.findings.size(), 1);
    QCOMPARE(read.findings.first().rule, u"document.depth"_s);
    QCOMPARE(read.findings.first().severity, domain::Finding::Severity::Warning);
    QCOMPARE(std::pair(read.findings.first().line, read.findings.first().column), std::pair(2, 19));
}

void TestDocument::whatIsTooDeepHasToEnd_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("list") << QByteArray("[[[1]");
    QTest::newRow("text") << QByteArray(R"([[["a]]])");
    QTest::newRow("escape") << QByteArray(R"([[["a\)");
    QTest::newRow("far") << QByteArray(100'000, '[');
}

void TestDocument::whatIsTooDeepHasToEnd()
{
    QFETCH(QByteArray, text);
    const document::Limits limits{.depth = 2, .deeper = document::Limits::Deeper::LeftOut};
    const auto read = document::readJson(u"a.json"_s, text, limits);
    QVERIFY(!read.tree);
    QCOMPARE(read.findings.last().rule, u"document.syntax"_s);
}

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
