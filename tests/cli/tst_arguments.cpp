// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/tablefile.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::cli;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void commonOptionsStandAnywhere()
    {
        const auto line = splitCommandLine(
            {u"--profile"_s, u"/p"_s, u"search"_s, u"late"_s, u"--json"_s, u"--limit=3"_s});
        QVERIFY(line.has_value());
        QCOMPARE(line->command, u"search"_s);
        QCOMPARE(line->profile, u"/p"_s);
        QVERIFY(line->json);
        const auto arguments = parseArguments(*line, {{u"limit"_s, u"N"_s, {}}});
        QVERIFY(arguments.has_value());
        QCOMPARE(arguments->positional, QStringList{u"late"_s});
        QCOMPARE(*arguments->number(u"limit"_s, 50, 1), 3);
    }

    void aDashBeginsAWordBehindTwoDashes()
    {
        const auto line = splitCommandLine({u"search"_s, u"--"_s, u"-tag:pii"_s, u"--json"_s});
        const auto arguments = parseArguments(*line, {});
        QVERIFY(arguments.has_value());
        QCOMPARE(arguments->positional, (QStringList{u"-tag:pii"_s, u"--json"_s}));
        QVERIFY(!arguments->json);
    }

    void mistakesAreUsageErrorsThatNameThem_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown option") << QStringList{u"x"_s, u"--lmit"_s} << u"--lmit"_s;
        QTest::newRow("short option") << QStringList{u"x"_s, u"-l"_s} << u"-l"_s;
        QTest::newRow("no value") << QStringList{u"x"_s, u"--limit"_s} << u"limit"_s;
        QTest::newRow("value for a switch") << QStringList{u"x"_s, u"--full=1"_s} << u"full"_s;
    }

    void mistakesAreUsageErrorsThatNameThem()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const auto arguments = parseArguments(*splitCommandLine(words),
                                              {{u"limit"_s, u"N"_s, {}}, {u"full"_s, {}, {}}});
        QVERIFY(!arguments.has_value());
        QVERIFY(arguments.error().kind == Error::Kind::Usage);
        QVERIFY2(arguments.error().detail.contains(named), qPrintable(arguments.error().detail));
    }

    void numbersAreChecked()
    {
        Arguments arguments;
        arguments.options[u"limit"_s] = {u"many"_s};
        QVERIFY(!arguments.number(u"limit"_s, 50).has_value());
        arguments.options[u"limit"_s] = {u"0"_s};
        QVERIFY(!arguments.number(u"limit"_s, 50, 1).has_value());
        QCOMPARE(*arguments.number(u"offset"_s, 7), 7);
    }

    void noCellOfACsvFileIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("\"'=1+1\"");
        QTest::newRow("plus") << u"+31 20"_s << QByteArray("\"'+31 20\"");
        QTest::newRow("minus") << u"-1"_s << QByteArray("\"'-1\"");
        QTest::newRow("at") << u"@cmd"_s << QByteArray("\"'@cmd\"");
        QTest::newRow("tab") << u"\tx"_s << QByteArray("\"'\tx\"");
        QTest::newRow("newline") << u"\n=x"_s << QByteArray("\"'\n=x\"");
        QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
        QTest::newRow("plain") << u"Orders"_s << QByteArray("\"Orders\"");
    }

    void noCellOfACsvFileIsAFormula()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(csvCell(text), cell);
    }

    void markdownCellsCannotLeaveTheirTable()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        const auto file = tableFile(u"md"_s, {u"name"_s}, buffer);
        QVERIFY(file->row({u"a|b\n<img src=x>"_s}).has_value());
        QVERIFY(file->finish().has_value());
        QCOMPARE(buffer.data(), QByteArray("| name |\n| --- |\n| a\\|b &lt;img src=x> |\n"));
    }

    void aWorkbookIsWhole()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        const auto file = tableFile(u"xlsx"_s, {u"name"_s}, buffer);
        QVERIFY(file->row({u"=cmd()"_s}).has_value());
        QVERIFY(file->finish().has_value());
        QVERIFY(buffer.data().startsWith("PK"));
        QVERIFY(buffer.data().size() > 1000);
    }

    void whatOthersWroteCannotMoveTheCursor()
    {
        QCOMPARE(plain(u"a\u001b[2Jb\u202ec\nd"_s), u"a\\u001b[2Jb\\u202ec d"_s);
    }
};

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
