// SPDX-License-Identifier: GPL-3.0-or-later
// One test for each rule that sending follows (reliability.md, Outbox).
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/sync/backoff.h"
#include "models/sync/waiting.h"
#include "tests/sync/outboxbench.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationState;
using tests::LossyPort;
using tests::OutboxBench;
using tests::PlatformState;
using Fate = tests::LossyPort::Fate;

namespace {

const QUuid other(u"44444444-0000-4000-8000-000000000004"_s);
constexpr qint64 hourMs = 60 * 60 * 1000;

QList<qint64> numbersOf(const QList<tests::Effect> &effects)
{
    QList<qint64> numbers;
    for (const auto &effect : effects)
        numbers.append(effect.number);
    return numbers;
}

} // namespace

class TestSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatWaitsIsSentInTheOrderOfEachObject()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        for (const auto &[object, number] : QList<std::pair<QString, qint64>>{
                 {u"a"_s, 1}, {u"a"_s, 2}, {u"b"_s, 3}, {u"a"_s, 4}, {u"b"_s, 5}})
            QVERIFY(bench.act(object, number));
        const auto report = bench.send(port);
        QCOMPARE(report, (sync::SendReport{.applied = 5}));
        // One of each object in turn: the many of "a" do not hold up those of "b".
        QCOMPARE(port.sent, (QList<qint64>{1, 3, 2, 5, 4}));
        QCOMPARE(bench.states(), QStringList(5, u"applied"_s));
        const auto applied = bench.operations().first();
        QCOMPARE(applied.nativeId, u"a"_s);
        QCOMPARE(applied.revision, u"r1"_s);
        QCOMPARE(applied.attempts, 1);
    }

    void theKeyIsTheSameInEveryAttempt()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        QSet<QUuid> keys;
        port.fate = [&keys](const Operation &operation) {
            keys.insert(operation.key);
            return keys.isEmpty() ? Fate::Answered : Fate::Unavailable;
        };
        QVERIFY(bench.act(u"a"_s, 1));
        for (int i = 0; i < 4; ++i)
            bench.send(port, true);
        QCOMPARE(port.sent.size(), 4);
        QCOMPARE(keys.size(), 1);
        QCOMPARE(keys.values().first().version(), QUuid::Random); // version 4
    }

    void aLostAnswerIsLookedUpAndNotRepeated()
    {
        OutboxBench bench;
        PlatformState state(false); // would do it twice
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::AnswerLost; };
        QVERIFY(bench.act(u"a"_s, 1));
        QVERIFY(bench.act(u"a"_s, 2));
        QCOMPARE(bench.send(port).applied, 2);
        QCOMPARE(port.lookUps, 2);
        QCOMPARE(numbersOf(state.effects()), (QList<qint64>{1, 2}));
    }

    void whatALookUpCannotTellStaysInDoubt()
    {
        OutboxBench bench;
        PlatformState state(false);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::AnswerLost; };
        bool isLost = true;
        port.isLookUpLost = [&isLost] { return isLost; };
        QVERIFY(bench.act(u"a"_s, 1));
        QVERIFY(bench.act(u"a"_s, 2));
        bench.send(port);
        QCOMPARE(bench.states(), (QStringList{u"ambiguous"_s, u"ready"_s}));
        QCOMPARE(port.sent, QList<qint64>{1}); // the second waits behind it
        // It cannot be taken back: the platform may have it.
        QVERIFY(!bench.commands->undo(bench.operations().first().id).takeResult());
        isLost = false;
        bench.send(port, true);
        QCOMPARE(bench.states(), (QStringList{u"applied"_s, u"applied"_s}));
        QCOMPARE(tests::complaintOf(state.effects()), QString());
    }

    void whatMayStillBeUnderWayIsNotRepeated()
    {
        OutboxBench bench;
        PlatformState state(false);
        LossyPort port(state);
        port.settling = 60'000;
        Operation underWay;
        port.fate = [&underWay](const Operation &operation) {
            underWay = operation;
            return Fate::RequestLost;
        };
        QVERIFY(bench.act(u"a"_s, 1));
        bench.send(port);
        bench.clock.pass(30'000);
        bench.send(port, true);
        QCOMPARE(port.sent.size(), 1);
        static_cast<void>(state.apply(underWay)); // it was only slow
        bench.clock.pass(31'000);
        bench.send(port);
        QCOMPARE(bench.states(), QStringList{u"applied"_s});
        QCOMPARE(state.effects().size(), 1);
    }

    void whatWasLostOnTheWayIsSentAgainOnceThatIsCertain()
    {
        OutboxBench bench;
        PlatformState state(false);
        LossyPort port(state);
        port.settling = 60'000;
        port.fate = [&port](const Operation &) {
            return port.sent.size() == 1 ? Fate::RequestLost : Fate::Answered;
        };
        QVERIFY(bench.act(u"a"_s, 1));
        bench.send(port);
        QCOMPARE(bench.states(), QStringList{u"ambiguous"_s});
        bench.clock.pass(61'000);
        bench.send(port);
        QCOMPARE(bench.states(), QStringList{u"applied"_s});
        QCOMPARE(state.effects().size(), 1);
    }

    void whatWasInDoubtBeforeIsNotCertainByALaterRefusalToListen()
    {
        // The first attempt is under way while the second is told "busy": taking it back would be
        // taking back what then takes effect.
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.settling = 60'000;
        port.fate = [&port](const Operation &) {
            return port.sent.size() == 1 ? Fate::RequestLost : Fate::Unavailable;
        };
        const auto operation = bench.act(u"a"_s, 1);
        QVERIFY(operation);
        bench.send(port);
        bench.send(port, true);
        QCOMPARE(port.sent.size(), 2);
        QCOMPARE(bench.states(), QStringList{u"ambiguous"_s});
        QVERIFY(!bench.commands->undo(operation->id).takeResult());
    }

    void aCrashWhileSendingIsADoubt()
    {
        OutboxBench bench;
        PlatformState state(false);
        LossyPort port(state);
        const auto operation = bench.act(u"a"_s, 1);
        QVERIFY(operation);
        // It was handed over, took effect, and the process died.
        const auto begun =
            bench.store->advance(operation->id, domain::OperationEvent::Begin, {}).takeResult();
        QVERIFY(begun);
        static_cast<void>(state.apply(*begun));
        bench.reopen();
        QCOMPARE(bench.states(), QStringList{u"sending"_s});
        QCOMPARE(bench.send(port).applied, 1);
        QVERIFY(port.sent.isEmpty());
        QCOMPARE(state.effects().size(), 1);
    }

    void aConflictShowsAllSidesAndHoldsBackWhatIsBehindIt()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        state.changeByOther(u"a"_s);
        const auto stored = bench.commands
                                ->edit({{.account = OutboxBench::mesh(),
                                         .nativeId = u"a"_s,
                                         .baseRevision = u"r0"_s,
                                         .description = u"Mine"_s,
                                         .descriptionBefore = u"Base"_s,
                                         .addedTags = {u"pii"_s}}})
                                .takeResult();
        QVERIFY(stored);
        QCOMPARE(stored->size(), 2); // each by itself
        const auto report = bench.send(port);
        QCOMPARE(report.conflicts, 1);
        QCOMPARE(bench.states(), (QStringList{u"conflict"_s, u"ready"_s}));
        const auto conflict = bench.operations().first();
        const auto sides = sync::sidesOf(conflict);
        QCOMPARE(sides.base, QByteArray(R"({"description":"Base"})"));
        QCOMPARE(sides.mine, QByteArray(R"({"description":"Mine","kind":"asset","nativeId":"a"})"));
        QCOMPARE(sides.theirs, QByteArray(R"({"by":"another"})"));
        bench.send(port, true);
        QCOMPARE(port.sent.size(), 1); // nothing goes by itself
        // The person has seen theirs, and wants mine.
        QVERIFY(bench.commands->retry(conflict).takeResult());
        bench.send(port, true);
        QCOMPARE(bench.states().first(), u"applied"_s);
    }

    void whatHasChangedSinceThePersonLookedConflictsAgain()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        state.changeByOther(u"a"_s);
        QVERIFY(bench.act(u"a"_s, 1, u"r0"_s));
        bench.send(port);
        const auto seen = bench.operations().first();
        state.changeByOther(u"a"_s);
        QVERIFY(bench.commands->retry(seen).takeResult());
        bench.send(port);
        QCOMPARE(bench.states(), QStringList{u"conflict"_s});
        QCOMPARE(bench.operations().first().theirRevision, u"r2"_s);
    }

    void whatIsRejectedIsKeptWithItsReason()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.fate = [](const Operation &operation) {
            return operation.objectId == u"a"_s ? Fate::Refused : Fate::Answered;
        };
        QVERIFY(bench.act(u"a"_s, 1));
        QVERIFY(bench.act(u"a"_s, 2));
        QVERIFY(bench.act(u"b"_s, 3));
        const auto report = bench.send(port);
        QCOMPARE(report, (sync::SendReport{.applied = 1, .rejected = 1}));
        QCOMPARE(bench.states(), (QStringList{u"rejected"_s, u"ready"_s, u"applied"_s}));
        const auto rejected = bench.operations().first();
        QCOMPARE(rejected.errorCode, u"HTTP 422"_s);
        QCOMPARE(rejected.errorText, u"the purpose is not allowed"_s);
        QCOMPARE(rejected.requestId, u"req-1"_s);
        port.fate = nullptr;
        QVERIFY(bench.commands->discard(rejected.id).takeResult());
        bench.send(port);
        QCOMPARE(numbersOf(state.effects()), (QList<qint64>{3, 2}));
    }

    void signedOutPausesTheAccountAndCountsAgainstNothing()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::SignedOut; };
        QVERIFY(bench.act(u"a"_s, 1));
        QVERIFY(bench.act(u"b"_s, 2));
        const auto report = bench.send(port);
        QCOMPARE(report.error->kind, Error::Kind::Unauthorised);
        QCOMPARE(port.sent.size(), 1); // nobody else's turn
        QCOMPARE(bench.states(), (QStringList{u"ready"_s, u"ready"_s}));
        QCOMPARE(bench.operations().first().attempts, 0);
    }

    void whatCannotBeLookedUpIsLookedUpEverMoreSeldom()
    {
        OutboxBench bench;
        PlatformState state(false);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::RequestLost; };
        port.isLookUpLost = [] { return true; };
        QVERIFY(bench.act(u"a"_s, 1));
        qint64 before = 0;
        for (int i = 0; i < 8; ++i) {
            const auto report = bench.send(port);
            QCOMPARE(report.unknown, 1);
            QVERIFY(!report.wentWell());
            const auto operation = bench.operations().first();
            QCOMPARE(operation.state, OperationState::Ambiguous);
            const auto pause = bench.clock.now().msecsTo(operation.nextAttempt);
            QVERIFY2(pause >= 2 * before && pause > 0, qPrintable(QString::number(pause)));
            before = pause;
            bench.clock.pass(pause);
        }
        port.isLookUpLost = {};
        port.fate = nullptr;
        bench.clock.pass(3'600'000);
        QCOMPARE(bench.send(port, true).applied, 1);
    }

    void oneAccountsTroubleDoesNotStopAnother()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort broken(state);
        broken.fate = [](const Operation &) { return Fate::Unreachable; };
        LossyPort port(state);
        QVERIFY(bench.act(u"a"_s, 1));
        QVERIFY(bench.act(u"a"_s, 2, {}, other));
        bench.send(broken);
        QCOMPARE(bench.send(port, false, other).applied, 1);
        QCOMPARE(bench.states(), (QStringList{u"ready"_s, u"applied"_s}));
    }

    void retryAfterHoldsForTheWholeAccountEvenWhenAPersonAsks()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.fate = [&port](const Operation &) {
            return port.sent.size() == 1 ? Fate::TooMany : Fate::Answered;
        };
        QVERIFY(bench.act(u"a"_s, 1));
        QVERIFY(bench.act(u"b"_s, 2));
        QCOMPARE(bench.send(port).error->kind, Error::Kind::RateLimited);
        bench.reopen(); // a restart forgets nothing of it
        bench.clock.pass(port.retryAfterMs - 1);
        QCOMPARE(bench.send(port, true).error->kind, Error::Kind::RateLimited);
        QCOMPARE(port.sent.size(), 1);
        bench.clock.pass(1);
        QCOMPARE(bench.send(port, true).applied, 2);
    }

    void retryAfterHoldsAlsoWhenWhatItWasToldAboutIsTakenBack()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::TooMany; };
        const auto first = bench.act(u"a"_s, 1);
        QVERIFY(first);
        bench.send(port);
        QVERIFY(bench.commands->undo(first->id).takeResult());
        QVERIFY(bench.act(u"b"_s, 2));
        bench.reopen();
        QCOMPARE(bench.send(port, true).error->kind, Error::Kind::RateLimited);
        QCOMPARE(port.sent.size(), 1);
    }

    void retryAfterIsBelievedForAnHourOnly()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.retryAfterMs = 400 * 24 * hourMs; // a clock that is wrong somewhere
        port.fate = [](const Operation &) { return Fate::TooMany; };
        QVERIFY(bench.act(u"a"_s, 1));
        bench.send(port);
        port.fate = nullptr;
        bench.clock.pass(hourMs);
        QCOMPARE(bench.send(port, true).applied, 1);
    }

    void deadlinesSurviveAClockThatIsSetBack()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::TooMany; };
        QVERIFY(bench.act(u"a"_s, 1));
        bench.send(port);
        port.fate = nullptr;
        bench.clock.set(bench.clock.now().addYears(-10));
        QCOMPARE(bench.send(port).applied, 1);
    }

    void backOffGrowsWithinItsBoundsAndIsNeverInStep()
    {
        for (int attempts = 0; attempts < 80; ++attempts) {
            QVERIFY(sync::backOffMs(attempts, 0.999) <= sync::backOffCapMs);
            QCOMPARE(sync::backOffMs(attempts, 0), 0);
        }
        QCOMPARE(sync::backOffMs(0, 0.5), 500);
        QCOMPARE(sync::backOffMs(3, 0.5), 4000);
        QCOMPARE(sync::backOffMs(60, 0.5), hourMs / 2);
    }

    void anAccountThatOnlyFailsIsLeftAlone()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::Unavailable; };
        for (int i = 0; i < 20; ++i)
            QVERIFY(bench.act(u"o%1"_s.arg(i), i + 1));
        QCOMPARE(bench.send(port).error->kind, Error::Kind::Offline);
        QCOMPARE(port.sent.size(), 5);
        bench.clock.pass(hourMs);
        bench.send(port);
        QCOMPARE(port.sent.size(), 6); // one probe
        port.fate = nullptr;
        bench.clock.pass(hourMs);
        QCOMPARE(bench.send(port).applied, 20);
    }

    void ourOwnPatienceEndsWhenAPersonAsks()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::Unavailable; };
        QVERIFY(bench.act(u"a"_s, 1));
        bench.send(port);
        port.fate = nullptr;
        QCOMPARE(bench.send(port).applied, 0);
        QCOMPARE(bench.send(port, true).applied, 1);
    }

    void whatIsTakenBackMeanwhileIsNotSent()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        const auto first = bench.act(u"a"_s, 1);
        const auto second = bench.act(u"b"_s, 2);
        QVERIFY(first && second);
        QVERIFY(bench.act(u"b"_s, 3));
        port.beforeSend = [&](const Operation &operation) {
            if (operation.objectId == u"a"_s)
                QVERIFY(bench.commands->undo(second->id).takeResult());
        };
        const auto report = bench.send(port);
        QVERIFY(!report.error);
        QCOMPARE(port.sent, (QList<qint64>{1, 3}));
    }

    void whatIsHeldBackIsNotSentBeforeAPersonSaysSo()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        const auto stored = bench.commands
                                ->perform({{.account = OutboxBench::mesh(),
                                            .objectId = u"a"_s,
                                            .payload = tests::numbered(1),
                                            .held = true}})
                                .takeResult();
        QVERIFY(stored);
        bench.send(port, true);
        QVERIFY(port.sent.isEmpty());
        QVERIFY(bench.commands->release(stored->first().id).takeResult());
        QCOMPARE(bench.send(port).applied, 1);
    }

    void aThousandOperationsGoInOrderAfterNinetyDaysOffline()
    {
        constexpr int count = 1000;
        OutboxBench bench;
        PlatformState state(false);
        LossyPort port(state);
        port.fate = [](const Operation &) { return Fate::Unreachable; };
        for (int day = 0; day < 90; ++day) {
            for (int i = day * count / 90; i < (day + 1) * count / 90; ++i)
                QVERIFY(bench.act(u"o%1"_s.arg(i % 37), i + 1));
            bench.send(port);
            if (day % 10 == 0)
                bench.reopen();
            bench.clock.pass(24 * hourMs);
        }
        QVERIFY(state.effects().isEmpty());
        QCOMPARE(bench.operations().size(), count);
        // The network comes back, and every third answer is still lost.
        int number = 0;
        port.fate = [&number](const Operation &) {
            return ++number % 3 == 0 ? Fate::AnswerLost : Fate::Answered;
        };
        for (int pass = 0; pass < 10 && state.effects().size() < count; ++pass) {
            bench.clock.pass(hourMs);
            bench.send(port);
        }
        QCOMPARE(state.effects().size(), count);
        QCOMPARE(tests::complaintOf(state.effects()), QString());
        QCOMPARE(bench.states(), QStringList(count, u"applied"_s));
    }

    void whatThePullHasIsSettled()
    {
        const auto receipt = [](qint64 id, const QString &thing, const QString &base,
                                const QString &revision) {
            Operation operation;
            operation.id = id;
            operation.account = OutboxBench::mesh();
            operation.state = OperationState::Applied;
            operation.baseRevision = base;
            operation.nativeId = thing;
            operation.revision = revision;
            return operation;
        };
        auto waits = receipt(9, u"a"_s, u"r1"_s, u"r9"_s);
        waits.state = OperationState::Ready;
        const QList<Operation> all{receipt(1, u"a"_s, u"r1"_s, u"r2"_s),
                                   receipt(2, u"a"_s, u"r1"_s, u"r3"_s),
                                   receipt(3, u"b"_s, u"r1"_s, {}), waits};
        const auto settled = [&all](const QString &held) {
            return sync::settledBy(all, OutboxBench::mesh(),
                                   {.everything = true, .revisions = {{u"a"_s, held}}}, {});
        };
        QCOMPARE(settled(u"r1"_s), QList<qint64>{3}); // an index that lags behind
        QCOMPARE(settled(u"r2"_s), (QList<qint64>{1, 3}));
        QCOMPARE(settled(u"r3"_s), (QList<qint64>{1, 2, 3}));
        QCOMPARE(settled(u"r7"_s), (QList<qint64>{1, 2, 3})); // changed by another since
        QVERIFY(sync::settledBy(all, other, {.everything = true}, {}).isEmpty());
    }

    void whatAPullDidNotReadStaysLaidOver()
    {
        const auto now = QDateTime(QDate(2026, 5, 2), QTime(12, 0), QTimeZone::utc());
        const auto done = [&now](qint64 id, const QString &thing, const QString &kind) {
            Operation operation;
            operation.id = id;
            operation.account = OutboxBench::mesh();
            operation.objectId = thing;
            operation.kind = kind;
            operation.state = OperationState::Applied;
            operation.sent = now.addSecs(-60);
            return operation;
        };
        auto old = done(4, u"gone"_s, domain::tagKind());
        old.sent = now.addDays(-2);
        const QList<Operation> all{done(1, u"a"_s, domain::tagKind()),
                                   done(2, u"b"_s, domain::describeKind()),
                                   done(3, u"q"_s, domain::createRequestKind()), old};
        const auto settled = [&](const sync::Brought &brought) {
            return sync::settledBy(all, OutboxBench::mesh(), brought, now);
        };
        QCOMPARE(sync::awaitedBy(all, OutboxBench::mesh()),
                 (QSet<QString>{u"a"_s, u"b"_s, u"q"_s, u"gone"_s}));
        QCOMPARE(settled({}), QList<qint64>()); // no news
        QCOMPARE(settled({.read = {u"b"_s}}), QList<qint64>{2});
        QCOMPARE(settled({.access = true}), QList<qint64>{3});
        QCOMPARE(settled({.isSwept = true}), QList<qint64>{4});
        QCOMPARE(settled({.everything = true}), (QList<qint64>{1, 2, 3, 4}));
    }
};

QTEST_GUILESS_MAIN(TestSender)
#include "tst_sender.moc"
