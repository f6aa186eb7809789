// SPDX-License-Identifier: GPL-3.0-or-later
// Findings are English where they are made, and said in the person's language where they are shown.
#include "models/formats/lint/lint.h"
#include "models/items/findingtext.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::findingText;
using items::knownFindingText;

namespace {

//! Messages and remedies of the contracts and products below \a folder that no table knows.
QStringList unknownBelow(const QString &folder, int &findings)
{
    QStringList unknown;
    QDirIterator files(folder, {u"*.yaml"_s, u"*.yml"_s, u"*.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.size() > 1'000'000 || !file.open(QIODevice::ReadOnly))
            continue;
        for (const auto &finding : formats::lint::lint(file.fileName(), file.readAll())) {
            ++findings;
            for (const auto &text : {finding.message, finding.remedy}) {
                if (!text.isEmpty() && !knownFindingText(text) && !unknown.contains(text))
                    unknown.append(text);
            }
        }
    }
    return unknown;
}

//! The sentences that stand as literals in the source \a file, their places filled.
QStringList sentencesIn(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression literal(
        QStringLiteral("u((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)_s"));
    static const QRegularExpression piece(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    static const QRegularExpression beginning(QStringLiteral("^[A-Z`%\"]"));
    QStringList sentences;
    const auto code = QString::fromUtf8(source.readAll());
    for (auto all = literal.globalMatch(code); all.hasNext();) {
        QString text;
        for (auto parts = piece.globalMatch(all.next().captured(1)); parts.hasNext();)
            text += parts.next().captured(1);
        text.replace(u"\\\""_s, u"\""_s);
        if (text.size() <= 12 || !text.contains(u' ') || !beginning.match(text).hasMatch())
            continue;
        if (text.endsWith(u' '))
            text += u"A"_s;
        for (const auto &place : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
            text.replace(u'%' + place, u'A' + place);
        sentences.append(text);
    }
    return sentences;
}

} // namespace

class TestFindingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatLintSaysIsKnown_data()
    {
        QTest::addColumn<QByteArray>("document");
        const QByteArray head = "kind: DataContract\napiVersion: v3.1.0\nid: a\nstatus: active\n"
                                "version: 1.0.0\n";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("neither") << QByteArray("a: 1\n");
        QTest::newRow("required, type, word, unknown")
            << head + "status: 1\nservers: [{type: postgress, port: x}]\nfoo: 1\ntenant: {}\n";
        QTest::newRow("version") << QByteArray("kind: DataContract\napiVersion: v9\nid: a\n");
        QTest::newRow("product") << QByteArray("kind: DataProduct\napiVersion: v1.1.0\nid: a\n"
                                               "outputPorts: [{name: x}, {name: x}]\n");
        QTest::newRow("quality") << head
                + "schema: [{name: t, quality: [{metric: rowCount, mustBe: 1, mustNotBe: 2},"
                  " {metric: nullValues}, {type: library, mustBeBetween: [1, 1]}]},"
                  " {name: t, properties: [{name: c, logicalTypeOptions: {minLength: -1}}]}]\n";
        QTest::newRow("key twice") << head + "id: b\n";
        QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n");
        QTest::newRow("no YAML") << QByteArray("a: [1, 2\nb: }\n");
        QTest::newRow("open quote") << QByteArray("a: \"b\n");
        QTest::newRow("two documents") << head + "---\na: 1\n";
        QTest::newRow("mark") << "\xEF\xBB\xBF" + head;
        QTest::newRow("control") << head + "name: a\x01z\n";
        QTest::newRow("no UTF-8") << head + "name: a\xFFz\n";
        QTest::newRow("JSON cut off") << QByteArray("{\"kind\": \"DataContract\", \"id\"");
        QTest::newRow("JSON comma") << QByteArray("{\"a\": 1 \"b\": 2}");
        QTest::newRow("deep") << QByteArray(3000, '[');
    }

    void whatLintSaysIsKnown()
    {
        QFETCH(const QByteArray, document);
        const auto findings = formats::lint::lint(u"x.yaml"_s, document);
        QVERIFY(!findings.isEmpty());
        for (const auto &finding : findings) {
            QVERIFY2(knownFindingText(finding.message), qPrintable(finding.message));
            QVERIFY2(finding.remedy.isEmpty() || knownFindingText(finding.remedy),
                     qPrintable(finding.remedy));
            // Without a translation every word is the one that was found.
            QCOMPARE(findingText(finding.message), finding.message);
            QCOMPARE(findingText(finding.remedy), finding.remedy);
        }
    }

    void whatLintSaysOfTheDemoIsKnown()
    {
        int findings = 0;
        QCOMPARE(unknownBelow(QStringLiteral(PORTOLAN_SOURCE_DIR "/resources/demo"), findings),
                 QStringList());
        QVERIFY(findings > 3);
    }

    void whatLintSaysOfSharedSamplesIsKnown()
    {
        const auto shared = tests::sharedDir();
        if (shared.isEmpty())
            QSKIP("the shared samples are not here: none of their findings was looked at");
        int findings = 0;
        const auto unknown = unknownBelow(shared + u"/samples"_s, findings);
        qInfo("%d findings of shared samples", findings);
        QCOMPARE(unknown, QStringList());
        QVERIFY(findings > 0);
    }

    void whatIsSaidOfAccessAndPoliciesIsKnown()
    {
        const QString root = QStringLiteral(PORTOLAN_SOURCE_DIR "/models/");
        QStringList files{root + u"domain/approval.cpp"_s,
                          root + u"formats/workspace/accessset.cpp"_s,
                          root + u"formats/document/memberreader.cpp"_s,
                          root + u"formats/document/mergeconflict.cpp"_s};
        for (const auto &folder : {u"formats/access"_s, u"formats/policies"_s}) {
            for (const auto &name : QDir(root + folder).entryList({u"*.cpp"_s}))
                files.append(root + folder + u'/' + name);
        }
        int sentences = 0;
        for (const auto &file : std::as_const(files)) {
            for (const auto &text : sentencesIn(file)) {
                ++sentences;
                QVERIFY2(knownFindingText(text), qPrintable(file + u": "_s + text));
            }
        }
        QVERIFY2(sentences > 70, qPrintable(QString::number(sentences)));
    }

    void theyAreSaidInTheLanguageOfThePerson_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("words") << u"`status` is missing; ODCS v3.1.0 requires it in a contract"_s
                               << u"`status` fehlt; ODCS v3.1.0 verlangt es in einem Vertrag"_s;
        QTest::newRow("types")
            << u"`a.b` is \"%1; x\"; ODCS v3.1.0 wants a number or a list"_s
            << u"`a.b` ist \"%1; x\"; ODCS v3.1.0 will eine Zahl oder eine Liste"_s;
        QTest::newRow("reason")
            << u"The file cannot be read: it is no valid gzip file."_s
            << u"Die Datei lässt sich nicht lesen: sie ist keine gültige gzip-Datei."_s;
        QTest::newRow("remedy") << u"Add `logicalType`"_s << u"`logicalType` ergänzen"_s;
        QTest::newRow("unknown") << u"Something new happened"_s << u"Something new happened"_s;
    }

    void theyAreSaidInTheLanguageOfThePerson()
    {
        QFETCH(const QString, english);
        QFETCH(const QString, german);
        QCOMPARE(findingText(english), english);
        QTranslator translator;
        QVERIFY(translator.load(u":/translations/portolan_de.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(findingText(english), german);
    }

    void eachSentenceIsTakenForItself()
    {
        // One that fits an earlier one as well would be said in that one's words.
        const auto filled = [](QString text) {
            for (const auto &place : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
                text.replace(u'%' + place, u'A' + place);
            return text;
        };
        QTranslator translator;
        QVERIFY(translator.load(u":/translations/portolan_de.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        std::vector<const char *> all;
        for (const auto &table :
             {items::findingTemplates(), items::policyTemplates(), items::accessTemplates()})
            all.insert(all.end(), table.begin(), table.end());
        for (const auto *sentence : all) {
            const auto german = QCoreApplication::translate("Finding", sentence);
            QVERIFY2(german != QString::fromUtf8(sentence), sentence);
            QCOMPARE(findingText(filled(QString::fromUtf8(sentence))), filled(german));
        }
    }
};

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"
