// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/report.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using sync::AccountReport;
using sync::SyncReport;

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void exitStatusTellsTheWorst_data()
    {
        QTest::addColumn<QList<int>>("kinds");
        QTest::addColumn<int>("status");
        const auto kind = [](Error::Kind value) { return static_cast<int>(value); };
        QTest::newRow("all well") << QList<int>{} << 0;
        QTest::newRow("offline") << QList<int>{kind(Error::Kind::Offline)} << 4;
        QTest::newRow("store before platform")
            << QList<int>{kind(Error::Kind::Offline), kind(Error::Kind::Store)} << 3;
        QTest::newRow("signed out before all")
            << QList<int>{kind(Error::Kind::Store), kind(Error::Kind::Unauthorised)} << 5;
    }

    void exitStatusTellsTheWorst()
    {
        QFETCH(QList<int>, kinds);
        QFETCH(int, status);
        SyncReport report{{AccountReport{.account = u"fine"_s, .state = u"complete"_s}}};
        for (const auto kind : kinds) {
            report.accounts.append({.account = u"x"_s,
                                    .state = u"failed"_s,
                                    .error = Error{static_cast<Error::Kind>(kind), u"why"_s}});
        }
        QCOMPARE(report.exitStatus(), status);
    }

    void aReportSurvivesTheSocket()
    {
        const SyncReport report{
            {AccountReport{.account = u"mesh"_s,
                           .state = u"failed"_s,
                           .counts = {.added = 1, .changed = 2, .removed = 3, .unchanged = 4},
                           .durationMs = 5,
                           .problems = {{.file = u"a.yaml"_s,
                                         .line = 3,
                                         .column = 7,
                                         .severity = domain::Finding::Severity::Warning,
                                         .rule = u"r"_s,
                                         .field = u"f"_s,
                                         .message = u"m"_s,
                                         .remedy = u"do"_s}},
                           .error = Error{Error::Kind::Offline, u"no route"_s}}}};
        const auto back = sync::reportFromJson(sync::reportJson(report));
        QCOMPARE(back.accounts, report.accounts);
    }

    void absentMembersAreLeftOut()
    {
        const auto json = sync::findingJson({.file = u"a"_s, .message = u"m"_s});
        QVERIFY(!json.contains(u"field"_s));
        QVERIFY(!json.contains(u"remedy"_s));
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
