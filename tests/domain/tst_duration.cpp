// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/duration.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::Error;
using namespace portolan::domain;

class TestDuration : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theLettersOfOpenSloHaveTheirCase()
    {
        QCOMPARE(*parseShorthand(u"5m"_s), (Duration{5, Duration::Unit::Minute}));
        QCOMPARE(*parseShorthand(u"6h"_s), (Duration{6, Duration::Unit::Hour}));
        QCOMPARE(*parseShorthand(u"28d"_s), (Duration{28, Duration::Unit::Day}));
        QCOMPARE(*parseShorthand(u"4w"_s), (Duration{4, Duration::Unit::Week}));
        QCOMPARE(*parseShorthand(u"5M"_s), (Duration{5, Duration::Unit::Month}));
        QCOMPARE(*parseShorthand(u"1Q"_s), (Duration{1, Duration::Unit::Quarter}));
        QCOMPARE(*parseShorthand(u"2Y"_s), (Duration{2, Duration::Unit::Year}));
    }

    void onlyMonthsHaveNoLength()
    {
        QCOMPARE(parseShorthand(u"90m"_s)->ms(), 5'400'000);
        QCOMPARE(parseShorthand(u"2w"_s)->ms(), 14 * 86'400'000);
        QCOMPARE(parseShorthand(u"2w"_s)->days(), 14);
        QVERIFY(parseShorthand(u"2w"_s)->isOfDays());
        QCOMPARE(parseShorthand(u"1Q"_s)->ms(), 0);
        QCOMPARE(parseShorthand(u"1Q"_s)->months(), 3);
        QCOMPARE(parseShorthand(u"2Y"_s)->months(), 24);
        QVERIFY(parseShorthand(u"1M"_s)->isOfMonths() && !parseShorthand(u"1m"_s)->isOfMonths());
    }

    void whatIsNoShorthandIsQuoted_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text : {u""_s, u"d"_s, u"0d"_s, u"01d"_s, u"-1d"_s, u"1.5d"_s, u"1D"_s,
                                 u"1 d"_s, u"1d\n"_s, u"1d2h"_s, u"P1D"_s, u"\u0661d"_s, u"28"_s,
                                 u"99999999999999999999d"_s, u"40000d"_s, u"101Y"_s})
            QTest::newRow(qUtf8Printable(text)) << text;
    }

    void whatIsNoShorthandIsQuoted()
    {
        QFETCH(QString, text);
        const auto duration = parseShorthand(text);
        QVERIFY(!duration);
        QVERIFY(duration.error().kind == Error::Kind::BadInput);
        QVERIFY(duration.error().detail.startsWith(u'"' + text + u'"'));
    }

    void isoDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("seconds"); // negative: it is none
        QTest::newRow("hours") << u"PT36H"_s << 129600.0;
        QTest::newRow("days and hours") << u"P1DT12H"_s << 129600.0;
        QTest::newRow("all") << u"P1Y2M3DT4H5M6S"_s
                             << (365.0 + 60 + 3) * 86400 + 4 * 3600 + 5 * 60 + 6;
        QTest::newRow("weeks") << u"P2W"_s << 14 * 86400.0;
        QTest::newRow("minutes and months differ") << u"PT1M"_s << 60.0;
        QTest::newRow("fraction") << u"PT0.5S"_s << 0.5;
        QTest::newRow("comma") << u"PT1,5H"_s << 5400.0;
        QTest::newRow("nothing") << u"PT0S"_s << 0.0;
        QTest::newRow("fraction before the last") << u"P0.5DT1H"_s << -1.0;
        QTest::newRow("empty") << u"P"_s << -1.0;
        QTest::newRow("empty time") << u"P1DT"_s << -1.0;
        QTest::newRow("order") << u"PT5S4H"_s << -1.0;
        QTest::newRow("hours without T") << u"P5H"_s << -1.0;
        QTest::newRow("lower case") << u"pt5h"_s << -1.0;
        QTest::newRow("negative") << u"-PT5H"_s << -1.0;
        QTest::newRow("shorthand") << u"5h"_s << -1.0;
    }

    void isoDurations()
    {
        QFETCH(QString, text);
        QFETCH(double, seconds);
        QCOMPARE(secondsOfIso(text).value_or(-1), seconds);
    }

    void termsComeInManySpellings_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("seconds"); // negative: it is none
        for (const auto &unit : {u"d"_s, u"D"_s, u"day"_s, u"Days"_s, u"DAYS"_s})
            QTest::newRow(qUtf8Printable(unit)) << u"4"_s << unit << 4 * 86400.0;
        for (const auto &unit : {u"h"_s, u"H"_s, u"hr"_s, u"Hour"_s, u"hours"_s, u" h "_s})
            QTest::newRow(qUtf8Printable(unit)) << u"1.5"_s << unit << 5400.0;
        for (const auto &unit : {u"m"_s, u"M"_s, u"min"_s, u"Minutes"_s})
            QTest::newRow(qUtf8Printable(unit)) << u"30"_s << unit << 1800.0;
        for (const auto &unit : {u"y"_s, u"year"_s, u"Years"_s})
            QTest::newRow(qUtf8Printable(unit)) << u"3"_s << unit << 3 * 365 * 86400.0;
        QTest::newRow("own unit") << u"4 h"_s << QString() << 14400.0;
        QTest::newRow("own unit wins") << u"4h"_s << u"d"_s << 14400.0;
        QTest::newRow("iso") << u"PT4H"_s << QString() << 14400.0;
        QTest::newRow("no unit") << u"4"_s << QString() << -1.0;
        QTest::newRow("unknown unit") << u"4"_s << u"parsec"_s << -1.0;
        QTest::newRow("no number") << u"soon"_s << u"d"_s << -1.0;
        QTest::newRow("negative") << u"-4"_s << u"d"_s << -1.0;
        QTest::newRow("percent") << u"95%"_s << u"%"_s << -1.0;
        QTest::newRow("endless") << QString(400, u'9') << u"y"_s << -1.0;
    }

    void termsComeInManySpellings()
    {
        QFETCH(QString, value);
        QFETCH(QString, unit);
        QFETCH(double, seconds);
        QCOMPARE(secondsOfTerm(value, unit).value_or(-1), seconds);
    }
};

QTEST_GUILESS_MAIN(TestDuration)
#include "tst_duration.moc"
