// SPDX-License-Identifier: GPL-3.0-or-later
// Every access to outbox.db fails, once and from then on, with an I/O error and with a full disk,
// while a person acts and a sender sends. What was refused is said and never happens, what was
// confirmed happens once, and the same program goes on once the disk works again.
// PORTOLAN_FAULT_STEP tests every n-th access of that day (1 is all; 5 where it is not set). Of
// each thing that a person can do, every access fails in any case; at 1, in all ways.
#include "models/store/outboxtables.h"
#include "tests/reliability/faultvfs.h"
#include "tests/reliability/outboxacts.h"
#include "tests/sync/outboxbench.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationState;
using tests::FaultVfs;
using tests::LossyPort;
using tests::OutboxBench;
using tests::PlatformState;
using Fate = tests::LossyPort::Fate;

namespace {

constexpr int actionCount = 8;

//! What a person was told.
struct Told
{
    QSet<qint64> confirmed;
    QSet<qint64> refused;
    QSet<qint64> takenBack; //!< where that was confirmed; else it is sent
    QStringList messages;
};

//! One run: actions, some taken back, sent in between, to a platform that loses every fourth
//! answer.
void live(OutboxBench &bench, LossyPort &port, Told &told)
{
    port.fate = [&port](const Operation &) {
        return port.sent.size() % 4 == 0 ? Fate::AnswerLost : Fate::Answered;
    };
    for (int number = 1; number <= actionCount; ++number) {
        const auto stored = bench.act(u"o%1"_s.arg(number % 3), number);
        if (!stored) {
            told.refused.insert(number);
            told.messages.append(stored.error().detail);
            continue;
        }
        told.confirmed.insert(number);
        if (number % 4 == 0) {
            const auto undone = bench.commands->undo(stored->id).takeResult();
            if (undone)
                told.takenBack.insert(number);
        }
        if (number % 3 == 0) {
            const auto report = bench.send(port, true);
            if (report.error)
                told.messages.append(report.error->detail);
        }
    }
}

//! What is wrong with what happened, once all is sent; empty when nothing is.
QString complaint(OutboxBench &bench, const PlatformState &state, const Told &told)
{
    if (const auto wrong = tests::complaintOf(state.effects()); !wrong.isEmpty())
        return wrong;
    QSet<qint64> done;
    for (const auto &effect : state.effects())
        done.insert(effect.number);
    for (const auto number : told.confirmed) {
        if (told.takenBack.contains(number) == done.contains(number))
            return u"%1 was confirmed, and then %2"_s.arg(number).arg(
                done.contains(number) ? u"done although taken back"_s : u"lost"_s);
    }
    for (const auto number : told.refused) {
        if (done.contains(number))
            return u"%1 was refused, and done"_s.arg(number);
    }
    for (const auto &message : told.messages) {
        if (!message.contains(u"sqlite"_s))
            return u"this says nothing: "_s + message;
    }
    store::Connection connection({.file = bench.file()});
    const auto sound = connection.text("PRAGMA integrity_check");
    return sound == u"ok"_s ? QString() : sound;
}

} // namespace

class TestOutboxFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyFailedAccessIsSurvived_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("sticky");
        QTest::newRow("I/O error, once") << int(FaultVfs::Kind::IoError) << false;
        QTest::newRow("I/O error, from then on") << int(FaultVfs::Kind::IoError) << true;
        QTest::newRow("disk full, once") << int(FaultVfs::Kind::Full) << false;
        QTest::newRow("disk full, from then on") << int(FaultVfs::Kind::Full) << true;
    }

    void everyFailedAccessIsSurvived()
    {
        QFETCH(int, kind);
        QFETCH(bool, sticky);
        const auto given = qEnvironmentVariableIntValue("PORTOLAN_FAULT_STEP");
        const int step = given > 0 ? given : 5;
        const auto [accesses, writes] = accessesOfACalmRun();
        QVERIFY(writes >= 2 * 2 * actionCount); // stored and sent, each written and synced
        int points = 0;
        int errors = 0;
        for (int at = 1;; at += step) {
            OutboxBench bench(FaultVfs::name());
            PlatformState state(false);
            LossyPort port(state);
            Told told;
            FaultVfs::arm(at, FaultVfs::Kind(kind), sticky);
            live(bench, port, told);
            const bool hit = FaultVfs::struck();
            FaultVfs::disarm();
            if (!hit)
                break;
            ++points;
            errors += told.messages.isEmpty() ? 0 : 1;
            // The disk works again: the same program goes on, without a restart.
            const auto after = bench.act(u"o1"_s, actionCount + 1);
            const auto why = after ? QString() : after.error().detail;
            QVERIFY2(after, qPrintable(u"access %1: %2"_s.arg(at).arg(why)));
            told.confirmed.insert(actionCount + 1);
            for (int pass = 0; pass < 4; ++pass)
                bench.send(port, true);
            const auto wrong = complaint(bench, state, told);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"access %1: %2"_s.arg(at).arg(wrong)));
        }
        qInfo(
            "%d points, every %d. of %d accesses (%d of them write), a person was told of an error "
            "in %d: 0 violations",
            points, step, accesses, writes, errors);
        QCOMPARE(points, (accesses - 1) / step + 1);
        QVERIFY(errors > 0);
    }

    void everyActSurvivesEveryFailedAccess_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const auto &act : tests::allOutboxActs())
            QTest::newRow(act.name.constData()) << number++;
    }

    void everyActSurvivesEveryFailedAccess()
    {
        QFETCH(int, number);
        const auto act = tests::allOutboxActs().at(number);
        QStringList after;
        int accesses = 0;
        int writes = 0;
        {
            OutboxBench bench(FaultVfs::name());
            act.prepare(bench);
            const auto before = tests::outboxLines(bench);
            FaultVfs::arm(0, FaultVfs::Kind::IoError, false);
            QVERIFY(act.act(bench));
            accesses = FaultVfs::accesses();
            writes = FaultVfs::writes();
            after = tests::outboxLines(bench);
            QVERIFY(after != before);
        }
        QVERIFY2(writes >= 2, "it is written and synced");
        const bool isWhole = qEnvironmentVariableIntValue("PORTOLAN_FAULT_STEP") == 1;
        int errors = 0;
        for (const bool isFull : {false, true}) {
            for (const bool sticky : {false, true}) {
                if (!isWhole && isFull != sticky)
                    continue;
                for (int at = 1; at <= accesses; ++at) {
                    bool isTold = false;
                    const auto wrong = complaintOfAct(act, after, at, isFull, sticky, isTold);
                    QVERIFY2(wrong.isEmpty(),
                             qPrintable(u"access %1 of %2%3%4: %5"_s.arg(at).arg(accesses).arg(
                                 isFull ? u", full"_s : QString(),
                                 sticky ? u", from then on"_s : QString(), wrong)));
                    errors += isTold ? 1 : 0;
                }
            }
        }
        qInfo("%d accesses, %d of them write: told of an error %d times", accesses, writes, errors);
        QVERIFY(errors >= writes);
    }

    void aFullDiskTakesWhatAPersonDoesOutOfItsReserve()
    {
        OutboxBench bench(FaultVfs::name());
        store::keepReserve(bench.reserveFile());
        FaultVfs::fillUntilGone(QFile::encodeName(bench.reserveFile()));
        const auto stored = bench.act(u"a"_s, 1);
        FaultVfs::disarm();
        QVERIFY(stored);
        QVERIFY(!QFile::exists(bench.reserveFile()));
        bench.reopen();
        QCOMPARE(bench.operations().size(), 1);
    }

    void whatWasRefusedIsNeverThereAlthoughTheDiskHasIt()
    {
        // The sync behind the last write of a commit fails: SQLite says that it failed, and the
        // journal has all of it.
        int leftBehind = 0;
        for (int at = 1; at < 40; ++at) {
            OutboxBench bench(FaultVfs::name());
            QVERIFY(bench.act(u"a"_s, 1));
            FaultVfs::arm(at, FaultVfs::Kind::IoError, true);
            const auto refused = bench.act(u"a"_s, 2);
            const bool hit = FaultVfs::struck();
            FaultVfs::disarm();
            if (!hit)
                break;
            if (refused)
                continue;
            {
                store::Connection asAnotherSees({.file = bench.file(), .readOnly = true});
                leftBehind += asAnotherSees.number("SELECT count(*) FROM operation") == 2 ? 1 : 0;
            }
            QCOMPARE(bench.operations().size(), 1);
            QVERIFY(bench.act(u"a"_s, 2)); // the person does it again
            QCOMPARE(bench.operations().size(), 2);
        }
        qInfo("%d refused actions stood in the file", leftBehind);
        QVERIFY(leftBehind > 0);
    }

    void whatAReplacementDisplacedComesBackOnlyWhereItWentWithIt()
    {
        int leftBehind = 0;
        int untouched = 0;
        for (int at = 1; at < 40; ++at) {
            OutboxBench bench(FaultVfs::name());
            const auto before = bench.act(u"a"_s, 1);
            QVERIFY(before);
            FaultVfs::arm(at, FaultVfs::Kind::IoError, true);
            const auto replaced = bench.commands
                                      ->perform({{.account = OutboxBench::mesh(),
                                                  .objectId = u"a"_s,
                                                  .kind = u"test"_s,
                                                  .payload = tests::numbered(2)}},
                                                {before->id})
                                      .takeResult();
            const bool hit = FaultVfs::struck();
            FaultVfs::disarm();
            if (!hit)
                break;
            if (replaced)
                continue;
            QCOMPARE(bench.operations(), QList{*before}); // as it was
            // Another process gives up what the file still has of it.
            bool isGone = false;
            {
                store::Connection other({.file = bench.file()});
                isGone = other.number("SELECT count(*) FROM operation WHERE id = 1") == 1;
                if (isGone)
                    store::Query(other, "DELETE FROM operation WHERE id = 1").execute();
            }
            untouched += isGone ? 1 : 0;
            leftBehind += isGone ? 0 : 1;
            QCOMPARE(bench.operations().size(), isGone ? 0 : 1);
            QVERIFY(bench.act(u"b"_s, 3));
            const auto left = bench.operations();
            QCOMPARE(left.size(), isGone ? 1 : 2);
            QCOMPARE(left.first().id == before->id, !isGone);
        }
        qInfo("%d replacements stood in the file, %d did not", leftBehind, untouched);
        QVERIFY(leftBehind > 0 && untouched > 0);
    }

    void whatAnotherProcessDidMeanwhileStands_data()
    {
        QTest::addColumn<QString>("how");
        for (const auto *how : {"undo", "discard", "release"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    //! An act on an operation fails, and nobody knows whether the file has it. Where it has not,
    //! and another process does the same and is told so, that is not taken back.
    void whatAnotherProcessDidMeanwhileStands()
    {
        QFETCH(QString, how);
        const bool isRelease = how == u"release";
        int leftBehind = 0;
        int untouched = 0;
        for (int at = 1; at < 40; ++at) {
            OutboxBench bench(FaultVfs::name());
            const auto drafted = bench.commands
                                     ->perform({{.account = OutboxBench::mesh(),
                                                 .objectId = u"a"_s,
                                                 .kind = u"test"_s,
                                                 .payload = tests::numbered(1),
                                                 .held = true}})
                                     .takeResult();
            QVERIFY(drafted);
            const auto before = drafted->first();
            FaultVfs::arm(at, FaultVfs::Kind::IoError, true);
            const bool isDone = isRelease
                ? bench.commands->release(before.id).takeResult().has_value()
                : (how == u"undo" ? bench.store->undo(before.id) : bench.store->discard(before.id))
                      .takeResult()
                      .has_value();
            const bool hit = FaultVfs::struck();
            FaultVfs::disarm();
            if (!hit)
                break;
            if (isDone)
                continue;
            QCOMPARE(bench.operations(), QList{before}); // as it was
            bool isOthers = false;
            {
                store::Connection other({.file = bench.file()});
                isOthers =
                    other.number("SELECT count(*) FROM operation WHERE state = 'staged'") == 1;
                const auto *act =
                    isRelease ? "UPDATE operation SET state = 'ready'" : "DELETE FROM operation";
                if (isOthers)
                    other.run(act);
            }
            untouched += isOthers ? 1 : 0;
            leftBehind += isOthers ? 0 : 1;
            const auto expected = isOthers && isRelease ? QStringList{u"ready"_s}
                : isOthers                              ? QStringList()
                                                        : QStringList{u"staged"_s};
            QCOMPARE(bench.states(), expected);
            QVERIFY(bench.act(u"b"_s, 3));
            QCOMPARE(bench.states(), expected + QStringList{u"ready"_s});
        }
        qInfo("%d acts stood in the file, %d did not", leftBehind, untouched);
        QVERIFY(leftBehind > 0 && untouched > 0);
    }

    //! However much one process does, what another one did last is not forgotten; and processes
    //! that are gone do not fill the file.
    void lastActsAreKeptByProcess()
    {
        OutboxBench bench;
        store::Connection file({.file = bench.file()});
        store::LastActTable acts(file);
        const auto one = QUuid::createUuid();
        const auto busy = QUuid::createUuid();
        acts.put(one, 7);
        for (int number = 1; number <= 200; ++number)
            acts.put(busy, number);
        QCOMPARE(acts.of(one), 7);
        QCOMPARE(acts.of(busy), 200);
        for (int number = 0; number < 200; ++number)
            acts.put(QUuid::createUuid(), 1);
        QCOMPARE(acts.of(one), 0);
        QVERIFY(file.number("SELECT count(*) FROM last_act") <= 64);
    }

    //! A release fails and stands in the file all the same, and another process sends what was
    //! released: taken back, it would be sent once more.
    void whatAnotherProcessSentMeanwhileIsNotTakenBack()
    {
        int leftBehind = 0;
        for (int at = 1; at < 40; ++at) {
            OutboxBench bench(FaultVfs::name());
            const auto drafted = bench.commands
                                     ->perform({{.account = OutboxBench::mesh(),
                                                 .objectId = u"a"_s,
                                                 .kind = u"test"_s,
                                                 .payload = tests::numbered(1),
                                                 .held = true}})
                                     .takeResult();
            QVERIFY(drafted);
            FaultVfs::arm(at, FaultVfs::Kind::IoError, true);
            const bool isDone =
                bench.commands->release(drafted->first().id).takeResult().has_value();
            const bool hit = FaultVfs::struck();
            FaultVfs::disarm();
            if (!hit)
                break;
            if (isDone)
                continue;
            {
                store::Connection other({.file = bench.file()});
                if (other.number("SELECT count(*) FROM operation WHERE state = 'ready'") != 1)
                    continue;
                other.run("UPDATE operation SET state = 'applied'");
            }
            ++leftBehind;
            QCOMPARE(bench.states(), QStringList{u"applied"_s});
            QVERIFY(bench.act(u"b"_s, 3));
            QCOMPARE(bench.states(), (QStringList{u"applied"_s, u"ready"_s}));
        }
        qInfo("%d releases stood in the file", leftBehind);
        QVERIFY(leftBehind > 0);
    }

    void whatMayNotBeReplacedLeavesNothingInDoubt()
    {
        OutboxBench bench;
        const auto first = bench.act(u"a"_s, 1);
        QVERIFY(first);
        const auto refused = bench.commands->perform({}, {first->id, 99}).takeResult();
        QCOMPARE(refused.error().kind, Error::Kind::NotFound);
        {
            store::Connection other({.file = bench.file()});
            store::Query(other, "DELETE FROM operation").execute();
        }
        QVERIFY(bench.operations().isEmpty());
        QVERIFY(bench.act(u"b"_s, 2));
        QCOMPARE(bench.operations().size(), 1);
    }

    void whatWasNotPutBackIsNotThereAndWhatStoodThereStays()
    {
        int leftBehind = 0;
        for (int at = 1; at < 40; ++at) {
            OutboxBench bench(FaultVfs::name());
            const auto kept = bench.act(u"a"_s, 1);
            const auto given = bench.act(u"a"_s, 2);
            QVERIFY(kept && given);
            QVERIFY(bench.commands->discard(given->id).takeResult());
            FaultVfs::arm(at, FaultVfs::Kind::IoError, true);
            const auto back = bench.commands->putBack({*kept, *given}).takeResult();
            const bool hit = FaultVfs::struck();
            FaultVfs::disarm();
            if (!hit)
                break;
            if (back)
                continue;
            {
                store::Connection asAnotherSees({.file = bench.file(), .readOnly = true});
                leftBehind += asAnotherSees.number("SELECT count(*) FROM operation") == 2 ? 1 : 0;
            }
            QCOMPARE(bench.operations(), QList{*kept});
            QVERIFY(bench.commands->putBack({*given}).takeResult()); // the person does it again
            QCOMPARE(bench.operations(), (QList{*kept, *given}));
        }
        qInfo("%d operations that were not put back stood in the file", leftBehind);
        QVERIFY(leftBehind > 0);
    }

private:
    //! How many accesses there are where nothing fails, and how many of them write.
    static std::pair<int, int> accessesOfACalmRun()
    {
        OutboxBench bench(FaultVfs::name());
        PlatformState state(false);
        LossyPort port(state);
        Told told;
        FaultVfs::arm(0, FaultVfs::Kind::IoError, false);
        live(bench, port, told);
        return {FaultVfs::accesses(), FaultVfs::writes()};
    }

    //! Lets the \a at-th access of \a act fail, and then the disk work again; \a after is what it
    //! leads to. Answers what is wrong, or empty.
    static QString complaintOfAct(const tests::OutboxAct &act, const QStringList &after, int at,
                                  bool isFull, bool sticky, bool &isTold)
    {
        OutboxBench bench(FaultVfs::name());
        act.prepare(bench);
        const auto before = tests::outboxLines(bench);
        FaultVfs::arm(at, isFull ? FaultVfs::Kind::Full : FaultVfs::Kind::IoError, sticky);
        const auto done = act.act(bench);
        const bool hit = FaultVfs::struck();
        FaultVfs::disarm();
        isTold = !done;
        if (!hit)
            return u"it was not reached"_s;
        const auto now = tests::outboxLines(bench);
        if (done && now != after)
            return u"it was confirmed, and is not there: "_s + now.join(u"; "_s);
        if (!done && !done.error().detail.contains(u"sqlite"_s))
            return u"this says nothing: "_s + done.error().detail;
        if (!done && now != before && (!act.mayBeDone || now != after))
            return u"it was refused, and this is there: "_s + now.join(u"; "_s);
        // The person does it again, in the same program.
        if (!done && now == before) {
            if (const auto again = act.act(bench); !again)
                return u"it cannot be done again: "_s + again.error().detail;
        }
        if (tests::outboxLines(bench) != after)
            return u"done again, this is there: "_s + tests::outboxLines(bench).join(u"; "_s);
        bench.reopen();
        return tests::outboxLines(bench) == after ? QString() : u"after a restart it is gone"_s;
    }
};

QTEST_GUILESS_MAIN(TestOutboxFaults)
#include "tst_outboxfaults.moc"
