// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are valid JSON and that the parser cannot hold.
#include "models/formats/json/largenumbers.h"
#include "models/formats/json/splice.h"
#include "models/formats/json/value.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace json = portolan::formats::json;

namespace {

//! What a reader sees of \a text, or "broken".
QString seen(std::string_view text)
{
    json::JsonParser parser;
    json::Json value;
    return parser.parse(text, text).get(value) == simdjson::SUCCESS ? json::anyText(value)
                                                                    : u"broken"_s;
}

} // namespace

class TestLargeNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void nothingElseIsLost_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("integer") << QByteArray("[1, 1000000000000000000000000000000, \"a\"]")
                                 << u"1, 1e+30, a"_s;
        QTest::newRow("negative") << QByteArray("[-1000000000000000000000000000000]")
                                  << u"-1e+30"_s;
        QTest::newRow("not even a double")
            << QByteArray("[1" + QByteArray(400, '0') + ", 1e400, 2]") << u"2"_s;
        QTest::newRow("still a whole one")
            << QByteArray("[18446744073709551615, -9223372036854775808, 18446744073709551616]")
            << u"18446744073709551615, -9223372036854775808, 1.8446744073709552e+19"_s;
        QTest::newRow("in texts") << QByteArray(
            "[\"1000000000000000000000000000000\", \"\\\"1e400\", 1e400]")
                                  << u"1000000000000000000000000000000, \"1e400"_s;
        QTest::newRow("at the end") << QByteArray("1000000000000000000000000000000") << u"1e+30"_s;
        QTest::newRow("fraction") << QByteArray("[0.1000000000000000000000000000000, 1e400]")
                                  << u"0.1"_s;
    }

    void nothingElseIsLost()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, expected);
        QCOMPARE(seen({text.constData(), std::size_t(text.size())}), expected);
    }

    void aHalfCharacterCostsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto lost = QString(QChar(QChar::ReplacementCharacter));
        QTest::newRow("first half")
            << QByteArray("[\"a\\ud83d\", \"b\"]") << u"a"_s + lost + u", b"_s;
        QTest::newRow("in the middle")
            << QByteArray("[\"a\\uD83Dz\", \"b\"]") << u"a"_s + lost + u"z, b"_s;
        QTest::newRow("two first halves")
            << QByteArray("[\"\\ud83d\\ud83d\\ude00\"]") << lost + u"\U0001F600"_s;
        QTest::newRow("second half") << QByteArray("[\"\\ude00\\ud83d\"]") << lost + lost;
        QTest::newRow("whole ones stay")
            << QByteArray("[\"\\ud83d\\ude00\", \"\\ud83d\"]") << u"\U0001F600, "_s + lost;
        QTest::newRow("an escaped backslash is no escape")
            << QByteArray("[\"\\\\ud83d\", \"\\ud83d\"]") << u"\\ud83d, "_s + lost;
        QTest::newRow("with a number behind it")
            << QByteArray("[\"\\ud83d\", 1e400, 2]") << lost + u", 2"_s;
        QTest::newRow("with a number before it")
            << QByteArray("[1e400, 2, \"\\ud83d\"]") << u"2, "_s + lost;
        QTest::newRow("in a name") << QByteArray("{\"\\ud83d\":1}") << u"{\"\uFFFD\":1}"_s;
    }

    void aHalfCharacterCostsNothingElse()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, expected);
        QCOMPARE(seen({text.constData(), std::size_t(text.size())}), expected);
    }

    void whatIsNoEscapeStaysAMistake()
    {
        for (const std::string_view text : {"[\"\\ud83\"]", "[\"\\ud83x\\ud83d\"]", "[\"\\ud83d"})
            QCOMPARE(seen(text), u"broken"_s);
    }

    void whatIsNoNumberStaysAMistake()
    {
        // Nothing may stand in for what only begins like a number that is too large.
        const QByteArray zeros(400, '0');
        QByteArrayList texts{"[01]", "[1.]", "[-]", "[.5]", "[+1]", "[1" + zeros};
        for (const char *end : {".]", "e]", "x]"})
            texts.append("[1" + zeros + end);
        texts.append("[01" + zeros + "]");
        for (const auto &text : std::as_const(texts))
            QCOMPARE(seen({text.constData(), std::size_t(text.size())}), u"broken"_s);
    }

    void aValuePutIntoADocumentLeavesTheRestAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QByteArray>("expected"); // empty: there is no place for it
        const QByteArray numbers = R"({ "n": 1.10, "big" : 12345678901234567890,)";
        QTest::newRow("in place of another")
            << numbers + "\"a\":{\"b\" : \"x}\\\",\" ,\"c\":[1]}}" << QStringList{u"a"_s, u"b"_s}
            << numbers + R"("a":{"b" : "new" ,"c":[1]}})";
        QTest::newRow("the second of two") << QByteArray(R"({"a":1,"a":2})") << QStringList{u"a"_s}
                                           << QByteArray(R"({"a":1,"a":"new"})");
        QTest::newRow("a name with an escape")
            << QByteArray(R"({"\u0061":[{}]})") << QStringList{u"a"_s}
            << QByteArray(R"({"\u0061":"new"})");
        QTest::newRow("behind the last") << QByteArray(R"({"b":{"a":1} })") << QStringList{u"a"_s}
                                         << QByteArray(R"({"b":{"a":1},"a":"new" })");
        QTest::newRow("into nothing") << QByteArray("{ }") << QStringList{u"a"_s, u"b"_s, u"c"_s}
                                      << QByteArray(R"({ "a":{"b":{"c":"new"}}})");
        QTest::newRow("no object on the way")
            << QByteArray(R"({"a":[]})") << QStringList{u"a"_s, u"b"_s} << QByteArray();
        QTest::newRow("an item of a list")
            << QByteArray("{\"a\":[ {\"b\":1.10}, [2], {\"b\" : \"]},\"} ,{}]}")
            << QStringList{u"a"_s, u"2"_s, u"b"_s}
            << QByteArray("{\"a\":[ {\"b\":1.10}, [2], {\"b\" : \"new\"} ,{}]}");
        QTest::newRow("a member that an item lacks")
            << QByteArray(R"({"a":[{"b":1.10}]})") << QStringList{u"a"_s, u"0"_s, u"c"_s}
            << QByteArray(R"({"a":[{"b":1.10,"c":"new"}]})");
        QTest::newRow("no such item")
            << QByteArray(R"({"a":[{}]})") << QStringList{u"a"_s, u"1"_s, u"b"_s} << QByteArray();
        QTest::newRow("null on the way")
            << QByteArray(R"({"a":{"b":null},"n":1.0})") << QStringList{u"a"_s, u"b"_s, u"c"_s}
            << QByteArray(R"({"a":{"b":{"c":"new"}},"n":1.0})");
        QTest::newRow("no document") << QByteArray("{") << QStringList{u"a"_s} << QByteArray();
        QTest::newRow("a list") << QByteArray("[{}]") << QStringList{u"a"_s} << QByteArray();
    }

    void aValuePutIntoADocumentLeavesTheRestAsItWasWritten()
    {
        QFETCH(QByteArray, document);
        QFETCH(QStringList, path);
        QFETCH(QByteArray, expected);
        QCOMPARE(json::withValue(document, path, R"("new")").value_or(QByteArray()), expected);
    }

    void whatNeedsNothingIsNotCopied()
    {
        QVERIFY(!json::withoutLargeNumbers("{\"a\": [1, -2.5e3, \"1e400\", 123456789012345678]}"));
        QVERIFY(!json::withoutLargeNumbers(""));
    }
};

QTEST_GUILESS_MAIN(TestLargeNumbers)
#include "tst_largenumbers.moc"
