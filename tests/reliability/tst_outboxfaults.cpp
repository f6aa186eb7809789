// SPDX-License-Identifier: GPL-3.0-or-later
// Every access to outbox.db fails, once and from then on, with an I/O error and with a full disk,
// while a person acts and a sender sends. What was refused is said and never happens, what was
// confirmed happens once, and the same program goes on once the disk works again.
// PORTOLAN_FAULT_STEP tests every n-th access (1 is all; 5 where it is not set).
#include "tests/reliability/faultvfs.h"
#include "tests/sync/outboxbench.h"

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
    QSet<qint64> takenBack;
    QSet<qint64> maybeTakenBack; //!< that it failed was said, and it may have been done
    QStringList messages;
};

//! One run: actions, some taken back, sent in between.
void live(OutboxBench &bench, LossyPort &port, Told &told)
{
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
            (undone ? told.takenBack : told.maybeTakenBack).insert(number);
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
        if (told.takenBack.contains(number) == done.contains(number)
            && !told.maybeTakenBack.contains(number))
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
        int points = 0;
        int errors = 0;
        for (int at = 1;; at += step) {
            OutboxBench bench(FaultVfs::name());
            PlatformState state(false);
            LossyPort port(state);
            port.fate = [&port](const Operation &) {
                return port.sent.size() % 4 == 0 ? Fate::AnswerLost : Fate::Answered;
            };
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
        qInfo("%d points, every %d. access, a person was told of an error in %d: 0 violations",
              points, step, errors);
        QVERIFY(points * step > 50);
        QVERIFY(errors > 0);
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
};

QTEST_GUILESS_MAIN(TestOutboxFaults)
#include "tst_outboxfaults.moc"
