// SPDX-License-Identifier: GPL-3.0-or-later
// What the outbox keeps of operations, through restarts and beside another process.
#include "models/store/connection.h"
#include "models/store/migration.h"
#include "tests/store/storefixture.h"
#include "tests/support/platformstate.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationEvent;
using domain::OperationState;
using tests::StoreFixture;

namespace {

const QUuid account(u"11111111-0000-4000-8000-000000000001"_s);

Operation action(const QString &object, qint64 number = 1)
{
    Operation operation;
    operation.key = QUuid::createUuid();
    operation.account = account;
    operation.objectId = object;
    operation.kind = u"request.create"_s;
    operation.payload = tests::numbered(number);
    operation.baseRevision = u"r1"_s;
    operation.base = R"({"n":0})";
    operation.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    return operation;
}

void run(const QString &directory, const QByteArray &sql)
{
    store::Connection connection({.file = directory + u"/outbox.db"_s});
    connection.run(sql);
}

} // namespace

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everythingThatIsPutInComesOutAfterARestart()
    {
        StoreFixture store;
        const auto stored =
            StoreFixture::value(store->operations().enqueue({action(u"a"_s), action(u"b"_s, 2)}));
        QCOMPARE(stored.size(), 2);
        QVERIFY(stored.first().id < stored.last().id);
        const auto changed = StoreFixture::value(store->operations().advance(
            stored.first().id, OperationEvent::Begin, [](Operation &one) {
                one.attempts = 3;
                one.nextAttempt = one.created.addSecs(1);
                one.notBefore = one.created.addSecs(2);
                one.sent = one.created.addSecs(3);
                one.errorCode = u"HTTP 503"_s;
                one.errorText = u"busy"_s;
                one.requestId = u"req-7"_s;
                one.doubtful = true;
                one.theirs = "{}";
                one.theirRevision = u"r2"_s;
                one.nativeId = u"native"_s;
                one.revision = u"r3"_s;
            }));
        QCOMPARE(changed.state, OperationState::Sending);
        store.reopen();
        const auto all = StoreFixture::value(store->operations().operations());
        auto second = stored.last();
        second.notBefore = changed.notBefore; // that is of the whole account
        QCOMPARE(all, (QList{changed, second}));
    }

    void severalAreStoredTogetherOrNotAtAll()
    {
        StoreFixture store;
        const auto one = action(u"a"_s);
        const auto refused = store->operations().enqueue({action(u"a"_s), one, one}).takeResult();
        QVERIFY(!refused); // one key twice
        QVERIFY(StoreFixture::value(store->operations().operations()).isEmpty());
        StoreFixture::value(store->operations().enqueue({one}));
    }

    void anIdIsNeverGivenTwice()
    {
        StoreFixture store;
        const auto first = StoreFixture::value(store->operations().enqueue({action(u"a"_s)}));
        StoreFixture::value(store->operations().undo(first.first().id));
        store.reopen();
        const auto second = StoreFixture::value(store->operations().enqueue({action(u"a"_s)}));
        QVERIFY(second.first().id > first.first().id);
        const auto gone = store->operations().discard(first.first().id).takeResult();
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    }

    void onlyWhatWasNotSentIsTakenBack_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("undoable");
        QTest::addColumn<bool>("discardable");
        QTest::newRow("staged") << u"staged"_s << true << true;
        QTest::newRow("ready") << u"ready"_s << true << true;
        QTest::newRow("sending") << u"sending"_s << false << false;
        QTest::newRow("ambiguous") << u"ambiguous"_s << false << true;
        QTest::newRow("applied") << u"applied"_s << false << false;
        QTest::newRow("conflict") << u"conflict"_s << false << true;
        QTest::newRow("rejected") << u"rejected"_s << false << true;
    }

    void onlyWhatWasNotSentIsTakenBack()
    {
        QFETCH(QString, state);
        QFETCH(bool, undoable);
        QFETCH(bool, discardable);
        StoreFixture store;
        const auto stored =
            StoreFixture::value(store->operations().enqueue({action(u"a"_s), action(u"b"_s)}));
        run(store.directory(), "UPDATE operation SET state = '" + state.toUtf8() + "'");
        const auto undone = store->operations().undo(stored.first().id).takeResult();
        QCOMPARE(undone.has_value(), undoable);
        const auto discarded = store->operations().discard(stored.last().id).takeResult();
        QCOMPARE(discarded.has_value(), discardable);
        if (!undone) {
            QCOMPARE(undone.error().kind, Error::Kind::Usage);
            QVERIFY(undone.error().detail.contains(state));
        }
    }

    void whatWasGivenUpIsPutBackInItsPlace()
    {
        StoreFixture store;
        const auto stored = StoreFixture::value(
            store->operations().enqueue({action(u"a"_s), action(u"b"_s), action(u"a"_s)}));
        const auto refused = [](Operation &one) {
            one.errorCode = u"HTTP 422"_s;
            one.errorText = u"no such port"_s;
            one.requestId = u"req-7"_s;
            one.attempts = 2;
        };
        StoreFixture::value(store->operations().advance(stored.first().id, OperationEvent::Begin));
        const auto first = StoreFixture::value(
            store->operations().advance(stored.first().id, OperationEvent::Refuse, refused));
        StoreFixture::value(store->operations().discard(first.id));
        StoreFixture::value(store->operations().undo(stored.at(1).id));
        StoreFixture::value(store->operations().restore({first, stored.at(1)}));
        store.reopen();
        const auto all = StoreFixture::value(store->operations().operations());
        QCOMPARE(all, (QList{first, stored.at(1), stored.at(2)}));
        // Twice changes nothing, and neither does one that went on meanwhile.
        StoreFixture::value(store->operations().advance(first.id, OperationEvent::Retry));
        StoreFixture::value(store->operations().restore({first}));
        QCOMPARE(StoreFixture::value(store->operations().operations()).first().state,
                 OperationState::Ready);
        auto applied = stored.at(1);
        applied.state = OperationState::Applied;
        QCOMPARE(store->operations().restore({applied}).takeResult().error().kind,
                 Error::Kind::Usage);
    }

    void whatWasRefusedForCertainCanBeReplaced_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("doubtful");
        QTest::addColumn<bool>("replaceable");
        QTest::newRow("ready") << u"ready"_s << false << true;
        QTest::newRow("rejected") << u"rejected"_s << false << true;
        QTest::newRow("conflict") << u"conflict"_s << false << true;
        QTest::newRow("rejected, and an attempt before may arrive")
            << u"rejected"_s << true << false;
        QTest::newRow("ambiguous") << u"ambiguous"_s << true << false;
        QTest::newRow("sending") << u"sending"_s << false << false;
    }

    void whatWasRefusedForCertainCanBeReplaced()
    {
        QFETCH(QString, state);
        QFETCH(bool, doubtful);
        QFETCH(bool, replaceable);
        StoreFixture store;
        const auto stored = StoreFixture::value(store->operations().enqueue({action(u"a"_s)}));
        run(store.directory(),
            "UPDATE operation SET state = '" + state.toUtf8()
                + "', doubtful = " + QByteArray::number(int(doubtful)));
        const auto instead =
            store->operations().enqueue({action(u"a"_s, 2)}, {stored.first().id}).takeResult();
        QCOMPARE(instead.has_value(), replaceable);
        QCOMPARE(StoreFixture::value(store->operations().operations()).size(), 1);
    }

    void whatCannotHappenIsRefusedAndChangesNothing()
    {
        StoreFixture store;
        const auto stored = StoreFixture::value(store->operations().enqueue({action(u"a"_s)}));
        const auto refused =
            store->operations().advance(stored.first().id, OperationEvent::Apply).takeResult();
        QCOMPARE(refused.error().kind, Error::Kind::Usage);
        QCOMPARE(StoreFixture::value(store->operations().operations()), stored);
    }

    void whatWasBeingSentIsAmbiguousAfterwards()
    {
        StoreFixture store;
        const auto stored =
            StoreFixture::value(store->operations().enqueue({action(u"a"_s), action(u"b"_s)}));
        StoreFixture::value(store->operations().advance(stored.first().id, OperationEvent::Begin));
        store.reopen();
        StoreFixture::value(store->operations().reclaim());
        const auto all = StoreFixture::value(store->operations().operations());
        QCOMPARE(all.first().state, OperationState::Ambiguous);
        QCOMPARE(all.last().state, OperationState::Ready);
    }

    void whatADamagedFileGaveIsLookedUpBeforeItIsSent()
    {
        StoreFixture store;
        auto held = action(u"a"_s);
        held.state = OperationState::Staged;
        const auto stored = StoreFixture::value(store->operations().enqueue({held}));
        run(store.directory(), "UPDATE operation SET recovered = 1");
        const auto released = StoreFixture::value(
            store->operations().advance(stored.first().id, OperationEvent::Release));
        QCOMPARE(released.state, OperationState::Ambiguous);
    }

    void whatAnotherProcessPutsInIsTold()
    {
        StoreFixture store;
        StoreFixture::value(store->operations().enqueue({action(u"a"_s)}));
        QSignalSpy changed(&store->changes(), &store::Changes::ownWorkChanged);
        QVERIFY(changed.wait(10'000)); // of our own
        const SystemClock clock;
        const auto profile = store::Profile::open(store.directory());
        const auto another = store::Store::open(*profile, clock);
        QVERIFY(another);
        QTest::qWait(2500); // it looks every two seconds, and has to have looked once
        changed.clear();
        StoreFixture::value((*another)->operations().enqueue({action(u"b"_s)}));
        QVERIFY(changed.wait(20'000));
        QCOMPARE(StoreFixture::value(store->operations().operations()).size(), 2);
    }

    void historyIsBounded()
    {
        StoreFixture store;
        QList<Operation> many;
        for (int i = 0; i < 620; ++i)
            many.append(action(u"o%1"_s.arg(i), i + 1));
        const auto stored = StoreFixture::value(store->operations().enqueue(many));
        run(store.directory(), "UPDATE operation SET state = 'applied' WHERE id <= 610");
        QList<qint64> ids;
        for (int i = 0; i < 605; ++i)
            ids.append(stored.at(i).id);
        ids.append(stored.last().id); // not applied: stays as it is
        StoreFixture::value(store->operations().settle(ids));
        const auto left = StoreFixture::value(store->operations().operations());
        // 500 of the settled ones, five that the catalogue does not have yet, ten that wait.
        QCOMPARE(left.size(), 515);
        QCOMPARE(left.first().id, stored.at(105).id);
        QVERIFY(!left.last().settled);
        QCOMPARE(StoreFixture::value(store->accounts().waitingCount()), 10);
    }

    void anOutboxOfVersionThreeKeepsItsOperations()
    {
        StoreFixture store;
        store.close();
        QVERIFY(QFile::remove(store.directory() + u"/outbox.db"_s));
        {
            store::Connection old({.file = store.directory() + u"/outbox.db"_s});
            const auto three = store::Schema{"outbox", store::outboxSchema.applicationId, 3};
            store::migrate(old, three, {});
            old.run("INSERT INTO operation (id, account, object_id, kind, payload,"
                    " idempotency_key, base_revision, created, state, attempts, last_error_text)"
                    " VALUES (7, x'11111111000040008000000000000001', 'a', 'request.create',"
                    " '{\"n\":5}', x'33333333000040008000000000000003', 'r1', 1700000000123,"
                    " 'rejected', 2, 'no')");
        }
        store.reopen();
        const auto all = StoreFixture::value(store->operations().operations());
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().id, 7);
        QCOMPARE(all.first().account, account);
        QCOMPARE(all.first().key, QUuid(u"33333333-0000-4000-8000-000000000003"_s));
        QCOMPARE(tests::numberOf(all.first().payload), 5);
        QCOMPARE(all.first().state, OperationState::Rejected);
        QCOMPARE(all.first().errorText, u"no"_s);
        QVERIFY(QFile::exists(store.directory() + u"/backup/outbox.v3.db"_s));
        const auto next = StoreFixture::value(store->operations().enqueue({action(u"b"_s)}));
        QCOMPARE(next.first().id, 8);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
