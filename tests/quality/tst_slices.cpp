// SPDX-License-Identifier: GPL-3.0-or-later
// Slices and periods; the changes of the clocks are those of 2026.
#include "models/quality/calendar.h"
#include "models/quality/slices.h"
#include "tests/quality/sloevidence.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::quality;
using namespace portolan::quality::test;

namespace {

QTimeZone zone(const char *name)
{
    return *zoneOf(QString::fromLatin1(name));
}

SliceGrid grid(const char *length, const char *zoneName)
{
    return *SliceGrid::of(*portolan::domain::parseShorthand(QString::fromLatin1(length)),
                          zone(zoneName));
}

Stretch period(const char *duration, const char *start, const char *zoneName, Moment at)
{
    domain::SloWindow window;
    window.rolling = false;
    window.duration = QString::fromLatin1(duration);
    window.start = QString::fromLatin1(start);
    window.timeZone = QString::fromLatin1(zoneName);
    return CalendarPeriods::of(window, *portolan::domain::parseShorthand(window.duration))->at(at);
}

Stretch stretch(const char *start, const char *end)
{
    return {utc(start), utc(end)};
}

} // namespace

class TestSlices : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void shortSlicesStartAtMultiplesOfTheirLengthInUtc()
    {
        const auto hours = grid("4h", "Asia/Kolkata"); // 5:30 ahead, and it does not matter
        QCOMPARE(hours.startOf(hours.at(utc("2026-06-01T07:59"))), utc("2026-06-01T04:00"));
        QCOMPARE(hours.startOf(hours.at(utc("2026-06-01T08:00"))), utc("2026-06-01T08:00"));
        QCOMPARE(hours.at(-1), -1); // before 1970
        QCOMPARE(hours.firstFrom(utc("2026-06-01T08:00")), hours.at(utc("2026-06-01T08:00")));
        QCOMPARE(hours.firstFrom(utc("2026-06-01T08:00") + 1), hours.at(utc("2026-06-01T12:00")));
    }

    void daysStartAtLocalMidnight_data()
    {
        QTest::addColumn<QByteArray>("zoneName");
        QTest::addColumn<QByteArray>("within");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("hours");
        const auto row = [](const char *zoneName, const char *within, const char *start,
                            int hours) {
            QTest::addRow("%s %s", zoneName, within)
                << QByteArray(zoneName) << QByteArray(within) << QByteArray(start) << hours;
        };
        row("Europe/Berlin", "2026-03-28T22:59", "2026-03-27T23:00", 24);
        row("Europe/Berlin", "2026-03-29T00:30", "2026-03-28T23:00", 23);
        row("Europe/Berlin", "2026-03-30T00:30", "2026-03-29T22:00", 24);
        row("Europe/Berlin", "2026-10-25T01:30", "2026-10-24T22:00", 25);
        row("Europe/Berlin", "2026-10-25T23:00", "2026-10-25T23:00", 24);
        row("America/New_York", "2026-03-08T12:00", "2026-03-08T05:00", 23);
        row("America/New_York", "2026-11-01T12:00", "2026-11-01T04:00", 25);
        row("America/New_York", "2026-11-02T04:59", "2026-11-01T04:00", 25);
        row("Asia/Kolkata", "2026-06-01T00:00", "2026-05-31T18:30", 24);
        row("Pacific/Apia", "2026-06-01T12:00", "2026-06-01T11:00", 24);
        row("", "2026-06-01T12:00", "2026-06-01T00:00", 24);
        row("Etc/UTC", "2026-06-01T12:00", "2026-06-01T00:00", 24);
        // Clocks that skip midnight: 0:00 becomes 1:00, which is where the day starts.
        row("America/Asuncion", "2018-10-07T12:00", "2018-10-07T04:00", 23);
        // Clocks that show 23:00 twice: the day before has 25 h.
        row("America/Sao_Paulo", "2018-02-17T12:00", "2018-02-17T02:00", 25);
        row("America/Sao_Paulo", "2018-02-18T02:59", "2018-02-17T02:00", 25);
        // Clocks that go back from 0:01 to 23:01: today began for a minute, and that counts.
        row("America/St_Johns", "2006-10-29T02:31", "2006-10-29T02:30", 25);
        row("America/St_Johns", "2006-10-29T02:29", "2006-10-28T02:30", 24);
    }

    void daysStartAtLocalMidnight()
    {
        QFETCH(QByteArray, zoneName);
        QFETCH(QByteArray, within);
        QFETCH(QByteArray, start);
        QFETCH(int, hours);
        const auto days = grid("1d", zoneName.constData());
        const auto slice = days.at(utc(within.constData()));
        QCOMPARE(days.startOf(slice), utc(start.constData()));
        QCOMPARE(days.startOf(slice + 1) - days.startOf(slice), hours * hour);
    }

    void aDayInMinutesIsADay()
    {
        const auto days = grid("1440m", "Europe/Berlin");
        QCOMPARE(days.startOf(days.at(utc("2026-06-01T12:00"))), utc("2026-05-31T22:00"));
        QCOMPARE(days.lengthMs(), day);
    }

    void slicesFollowEachOtherWithoutAGap()
    {
        for (const auto *name : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"}) {
            const auto days = grid("1d", name);
            for (auto slice = days.at(utc("2026-01-01T00:00"));
                 slice < days.at(utc("2027-01-01T00:00")); ++slice) {
                QCOMPARE(days.at(days.startOf(slice)), slice);
                QCOMPARE(days.at(days.startOf(slice + 1) - 1), slice);
            }
        }
    }

    void periodsFollowTheCalendar()
    {
        QCOMPARE(period("1M", "", "", utc("2026-02-15T00:00")),
                 stretch("2026-02-01T00:00", "2026-03-01T00:00"));
        QCOMPARE(period("1Q", "", "", utc("2026-02-15T00:00")),
                 stretch("2026-01-01T00:00", "2026-04-01T00:00"));
        QCOMPARE(period("1Y", "", "", utc("2026-02-15T00:00")),
                 stretch("2026-01-01T00:00", "2027-01-01T00:00"));
        QCOMPARE(period("1w", "", "", utc("2026-06-03T12:00")),
                 stretch("2026-06-01T00:00", "2026-06-08T00:00")); // from Monday
        QCOMPARE(period("1M", "", "", utc("2026-03-01T00:00")),
                 stretch("2026-03-01T00:00", "2026-04-01T00:00")); // half-open
        QCOMPARE(period("1M", "", "", utc("1969-12-31T00:00")),
                 stretch("1969-12-01T00:00", "1970-01-01T00:00"));
    }

    void periodsOfDaysKeepTheLocalTime()
    {
        // A week from Friday noon in Berlin loses an hour in March.
        QCOMPARE(period("7d", "2026-03-27 12:00:00", "Europe/Berlin", utc("2026-03-29T00:00")),
                 stretch("2026-03-27T11:00", "2026-04-03T10:00"));
        // Hours do not: 168 of them end at 13:00.
        QCOMPARE(period("168h", "2026-03-27 12:00:00", "Europe/Berlin", utc("2026-03-29T00:00")),
                 stretch("2026-03-27T11:00", "2026-04-03T11:00"));
        QCOMPARE(period("1M", "", "America/New_York", utc("2026-11-15T00:00")),
                 stretch("2026-11-01T04:00", "2026-12-01T05:00"));
    }

    void periodsBeginWhereTheyAreTold()
    {
        QCOMPARE(period("1Q", "2026-02-01", "", utc("2026-06-01T00:00")),
                 stretch("2026-05-01T00:00", "2026-08-01T00:00"));
        QCOMPARE(period("1M", "2026-01-31T06:00", "", utc("2026-03-10T00:00")),
                 stretch("2026-02-28T06:00", "2026-03-31T06:00")); // the 31st comes back
        QCOMPARE(period("1M", "2030-01-15 12:00:00", "", utc("2026-03-10T00:00")),
                 stretch("2026-02-15T12:00", "2026-03-15T12:00")); // before the start too
        QCOMPARE(period("1d", "2026-01-01T12:00:00Z", "Europe/Berlin", utc("2026-01-05T13:00")),
                 stretch("2026-01-05T12:00", "2026-01-06T12:00"));
        QCOMPARE(period("90m", "2026-01-01 00:00:00", "", utc("2026-01-01T02:00")),
                 stretch("2026-01-01T01:30", "2026-01-01T03:00"));
    }

    void aStartThatTheClocksSkipIsWhereTheyJump()
    {
        // 2:30 on 29 March 2026 does not exist in Berlin; on 25 October it is met twice.
        QCOMPARE(instantOf(zone("Europe/Berlin"), QDate(2026, 3, 29), QTime(2, 30)),
                 utc("2026-03-29T01:00"));
        QCOMPARE(instantOf(zone("Europe/Berlin"), QDate(2026, 10, 25), QTime(2, 30)),
                 utc("2026-10-25T00:30"));
        QCOMPARE(instantOf(zone("Europe/Berlin"), QDate(2026, 10, 25), QTime(3, 0)),
                 utc("2026-10-25T02:00"));
    }

    void zonesAreNames()
    {
        QVERIFY(zoneOf(u"Europe/Berlin"_s) && zoneOf(QString()) && zoneOf(u"Etc/GMT+5"_s));
        for (const auto &name : {u"Mars/Olympus"_s, u"../zoneinfo/UTC"_s, u"/etc/localtime"_s,
                                 u"Europe/../UTC"_s, u"Europe//Berlin"_s, u"M\u00fcnchen"_s})
            QVERIFY2(!zoneOf(name), qUtf8Printable(name));
    }

    void aRunOfSlicesIsCountedInAnyStretch()
    {
        Timeline line;
        line.hold(10 * hour, State::Good);
        line.hold(12 * hour + 20 * minute, State::Bad);
        line.hold(13 * hour, State::Unknown);
        const SliceRun run(grid("1h", ""), line, 0.5, 9, 16);
        QCOMPARE(run.counts(9, 16), (StateCounts{2, 1, 4}));
        QCOMPARE(run.counts(10, 12), (StateCounts{2, 0, 0}));
        QCOMPARE(run.counts(12, 13), (StateCounts{0, 1, 0})); // 20 of 60 minutes are good
        QCOMPARE(run.counts(12, 12), StateCounts());
        QCOMPARE(run.counts(0, 100), (StateCounts{2, 1, 4})); // as far as it goes
        QCOMPARE(run.state(12), State::Bad);
        QCOMPARE(SliceRun().counts(0, 10), StateCounts());
    }
};

QTEST_GUILESS_MAIN(TestSlices)
#include "tst_slices.moc"
