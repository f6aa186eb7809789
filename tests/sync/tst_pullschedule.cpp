// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/backoff.h"
#include "models/sync/pullschedule.h"

#include <QTest>

using portolan::sync::backOffCapMs;
using portolan::sync::PullSchedule;

namespace {

const QUuid hub(QStringLiteral("22222222-0000-4000-8000-000000000002"));
const QUuid other(QStringLiteral("33333333-0000-4000-8000-000000000003"));
constexpr qint64 minute = 60'000;

} // namespace

class TestPullSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatWasNeverPulledIsDue()
    {
        PullSchedule schedule;
        QCOMPARE(schedule.due({{hub, minute}}, 5), QList<QUuid>{hub});
        QCOMPARE(schedule.wait({{hub, minute}}, 5), std::optional<qint64>(0));
        QCOMPARE(schedule.wait({}, 5), std::nullopt);
    }

    void theNextIsDueAfterItsOwnTime()
    {
        PullSchedule schedule;
        schedule.note(hub, true, 1000, 0.5);
        schedule.note(other, true, 1000, 0.5);
        const QList<PullSchedule::Every> accounts{{hub, minute}, {other, 15 * minute}};
        QVERIFY(schedule.due(accounts, 1000 + minute - 1).isEmpty());
        QCOMPARE(schedule.due(accounts, 1000 + minute), QList<QUuid>{hub});
        QCOMPARE(schedule.wait(accounts, 2000), std::optional<qint64>(minute - 1000));
    }

    void whatFailsIsLeftAloneForLonger()
    {
        PullSchedule schedule;
        const QList<PullSchedule::Every> accounts{{hub, 1000}};
        qint64 before = 0;
        for (int failure = 1; failure <= 20; ++failure) {
            schedule.note(hub, false, 0, 0.999);
            const auto wait = schedule.wait(accounts, 0).value_or(-1);
            QVERIFY2(wait >= before, qPrintable(QString::number(failure)));
            QVERIFY(wait >= 30'000 && wait <= backOffCapMs);
            before = wait;
        }
        QCOMPARE(before, backOffCapMs);
        schedule.note(hub, true, 0, 0.999);
        QCOMPARE(schedule.wait(accounts, 0), std::optional<qint64>(1000));
    }

    void whatFailedLastIsKnown()
    {
        PullSchedule schedule;
        schedule.note(hub, false, 0, 0.5);
        schedule.note(other, true, 0, 0.5);
        QCOMPARE(schedule.failed(), QList<QUuid>{hub});
        schedule.note(hub, true, 1, 0.5);
        QVERIFY(schedule.failed().isEmpty());
    }

    void aFailureNeverComesSoonerThanTheAccountsOwnTime()
    {
        PullSchedule schedule;
        schedule.note(hub, false, 0, 0.0);
        QCOMPARE(schedule.wait({{hub, 15 * minute}}, 0), std::optional<qint64>(15 * minute));
    }
};

QTEST_GUILESS_MAIN(TestPullSchedule)
#include "tst_pullschedule.moc"
