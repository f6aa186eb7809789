// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/engine.h"
#include "models/sync/networkwatch.h"
#include "models/sync/pullrun.h"
#include "models/sync/syncsocket.h"
#include "tests/support/manualclock.h"
#include "tests/sync/scriptedplatform.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtConcurrent>

#include <atomic>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using portolan::tests::product;

namespace {

template <typename T>
T resultOf(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QSignalSpy done(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished() && !done.wait(20'000))
        qFatal("a future did not finish");
    return future.takeResult();
}

//! A profile with two accounts on a scripted platform, and an engine on it.
struct Mesh
{
    QTemporaryDir dir;
    SystemClock clock;
    std::unique_ptr<store::Store> store;
    std::shared_ptr<tests::Script> script = std::make_shared<tests::Script>();
    std::unique_ptr<sync::Engine> engine;

    Mesh()
    {
        store = std::move(*store::Store::open(*store::Profile::open(dir.path()), clock));
        for (const auto &name : {u"first"_s, u"second"_s}) {
            const auto put = resultOf(store->accounts().put(
                {.id = QUuid::createUuid(), .name = name, .platform = u"scripted"_s}));
            if (!put)
                qFatal("the account was not stored");
        }
        engine = newEngine();
    }

    std::unique_ptr<sync::Engine> newEngine()
    {
        sync::Engine::Platforms platforms;
        platforms.push_back(std::make_unique<tests::ScriptedPlatform>(script));
        return std::make_unique<sync::Engine>(*store, clock, std::move(platforms));
    }

    QStringList names()
    {
        QStringList list;
        const auto rows = resultOf(store->list(domain::EntityKind::Product, {}, 100));
        for (const auto &entity : *rows)
            list.append(entity.name);
        return list;
    }
};

//! Changes a database as another program would.
bool changeFile(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    const auto file = path.toUtf8();
    const bool done = sqlite3_open(file.constData(), &database) == SQLITE_OK
        && sqlite3_busy_timeout(database, 5000) == SQLITE_OK
        && sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

bool changeOutbox(const Mesh &mesh, const char *sql)
{
    return changeFile(mesh.store->profile().outboxFile(), sql);
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatAccountsHaveIsInTheStore()
    {
        Mesh mesh;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}},
                                {u"second"_s, {product(u"b"_s, u"Returns"_s)}}};
        const auto report = resultOf(mesh.engine->sync());
        QVERIFY(report.has_value());
        QCOMPARE(report->accounts.size(), 2);
        QCOMPARE(report->accounts.first().state, u"complete"_s);
        QCOMPARE(report->accounts.first().counts.added, 1);
        QCOMPARE(report->exitStatus(), 0);
        QCOMPARE(mesh.names(), (QStringList{u"Orders"_s, u"Returns"_s}));
        const auto findings = resultOf(mesh.store->findings());
        QCOMPARE(findings->size(), 2);
    }

    void theEndOfAPullSaysThatItWaitsForTheIndex()
    {
        Mesh mesh;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}}};
        QSignalSpy progressed(mesh.engine.get(), &sync::Engine::progressed);
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})).has_value());
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(progressed.last().at(0).toString(), u"first"_s);
        QCOMPARE(progressed.last().at(3).toString(), u"building the search index"_s);
    }

    void onlyWhatChangedIsWrittenAgain()
    {
        Mesh mesh;
        mesh.script->records = {
            {u"first"_s, {product(u"a"_s, u"Orders"_s), product(u"b"_s, u"Returns"_s)}}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})).has_value());
        mesh.script->records = {
            {u"first"_s, {product(u"a"_s, u"Orders"_s), product(u"b"_s, u"Refunds"_s)}}};
        const auto report = resultOf(mesh.engine->sync({u"first"_s}));
        QCOMPARE(report->accounts.first().counts,
                 (store::WriteCounts{.added = 0, .changed = 1, .removed = 0, .unchanged = 1}));
        QCOMPARE(mesh.script->sessions.load(), 1); // the session is kept for the next pull
    }

    void whatASweepDoesNotSeeIsGone()
    {
        Mesh mesh;
        mesh.script->isSwept = true;
        mesh.script->records = {
            {u"first"_s, {product(u"a"_s, u"Orders"_s), product(u"b"_s, u"Returns"_s)}}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})).has_value());
        mesh.script->records = {{u"first"_s, {product(u"b"_s, u"Returns"_s)}}};
        const auto report = resultOf(mesh.engine->sync({u"first"_s}));
        QCOMPARE(report->accounts.first().counts,
                 (store::WriteCounts{.added = 0, .changed = 0, .removed = 1, .unchanged = 1}));
        QCOMPARE(mesh.names(), QStringList{u"Returns"_s});
    }

    //! Most likely nobody wants to keep nothing.
    void domainsThatAreNotThereTakeNothingOut_data()
    {
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<QStringList>("missing");
        QTest::newRow("none of them")
            << QStringList{u"Sels"_s, u"Sails"_s} << false << QStringList();
        QTest::newRow("one of two")
            << QStringList{u"Sels"_s, u"sales"_s} << true << QStringList{u"Sels"_s};
        QTest::newRow("by path") << QStringList{u"Europe/Sales"_s} << true << QStringList();
        QTest::newRow("above") << QStringList{u"EUROPE"_s} << true << QStringList();
        QTest::newRow("native id")
            << QStringList{u"urn:li:domain:sales"_s} << true << QStringList();
        QTest::newRow("of another account")
            << QStringList{u"Elsewhere"_s} << false << QStringList();
        QTest::newRow("all") << QStringList() << true << QStringList();
    }

    void domainsThatAreNotThereTakeNothingOut()
    {
        QFETCH(QStringList, kept);
        QFETCH(bool, isDone);
        Mesh mesh;
        const auto domain = [](const QString &id, const QStringList &path) {
            domain::Record record{.kind = domain::EntityKind::Domain,
                                  .nativeId = id,
                                  .name = path.last(),
                                  .domain = path};
            record.native = {{.file = u"mesh"_s, .line = 1, .json = "{}"}};
            return record;
        };
        const auto sales = domain(u"urn:li:domain:sales"_s, {u"Europe"_s, u"Sales"_s});
        mesh.script->isSwept = true;
        mesh.script->records = {{u"first"_s, {sales, product(u"a"_s, u"Orders"_s)}},
                                {u"second"_s, {domain(u"e"_s, {u"Elsewhere"_s})}}};
        QVERIFY(resultOf(mesh.engine->sync()).has_value());
        auto account = resultOf(mesh.store->accounts().accounts())->first();
        account.options.insert(u"domains"_s, QJsonArray::fromStringList(kept));
        QVERIFY(resultOf(mesh.store->accounts().put(account)).has_value());
        mesh.script->records = {{u"first"_s, {sales}}}; // as far as the adapter keeps it
        const auto report = resultOf(mesh.engine->sync({u"first"_s}));
        const auto &first = report->accounts.first();
        QCOMPARE(first.state, isDone ? u"complete"_s : u"failed"_s);
        QCOMPARE(mesh.names(), isDone ? QStringList() : QStringList{u"Orders"_s});
        if (!isDone) {
            QCOMPARE(first.error->kind, Error::Kind::Usage);
            QVERIFY2(first.error->detail.contains(kept.first())
                         && first.error->detail.endsWith(u"there are “Sales”"_s),
                     qPrintable(first.error->detail));
        }
        QStringList missing;
        for (const auto &problem : first.problems) {
            if (problem.rule == u"sync.domain")
                missing.append(problem.message.section(u'“', 1).section(u'”', 0, 0));
        }
        QTEST(missing, "missing");
    }

    void aSweepThatFailedRemovesNothingAndGoesOnWhereItStopped()
    {
        Mesh mesh;
        mesh.script->isSwept = true;
        mesh.script->records = {
            {u"first"_s, {product(u"a"_s, u"Orders"_s), product(u"b"_s, u"Returns"_s)}}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})).has_value());
        mesh.script->records = {{u"first"_s, {product(u"c"_s, u"Refunds"_s)}}};
        mesh.script->failures = {{u"first"_s, {Error::Kind::Offline, u"no route"_s}}};
        const auto failed = resultOf(mesh.engine->sync({u"first"_s}));
        QCOMPARE(failed->accounts.first().state, u"failed"_s);
        QCOMPARE(mesh.names().size(), 3);
        mesh.script->failures.clear();
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})).has_value());
        QCOMPARE(mesh.script->lastCursor, QByteArray("behind c"));
    }

    void whatNobodyWatchesIsPulledAtIntervals()
    {
        Mesh mesh;
        mesh.script->pullEveryMs = 20;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}}};
        QVERIFY(mesh.engine->takeLock().has_value());
        mesh.engine->watchAccounts();
        // Two accounts, each at once and then again and again.
        QTRY_VERIFY(mesh.script->pulls >= 6);
        QCOMPARE(mesh.names(), QStringList{u"Orders"_s});
    }

    void aGoneAccountDoesNotKeepTheOthersFromBeingPulled()
    {
        Mesh mesh;
        mesh.script->pullEveryMs = 20;
        QVERIFY(mesh.engine->takeLock().has_value());
        mesh.engine->watchAccounts();
        QTRY_VERIFY(mesh.script->pulls >= 2);
        // Behind the back of the engine, which is told of nothing.
        QVERIFY(changeOutbox(mesh, "DELETE FROM account WHERE name = 'first'"));
        QSignalSpy finished(mesh.engine.get(), &sync::Engine::finished);
        QTRY_VERIFY(finished.size() >= 6);
        QCOMPARE(finished.last().first().value<sync::AccountReport>().account, u"second"_s);
    }

    void accountsThatCannotBeReadAreNotAskedForWithoutAPause()
    {
        Mesh mesh;
        mesh.script->pullEveryMs = 20;
        QVERIFY(mesh.engine->takeLock().has_value());
        mesh.engine->watchAccounts();
        QTRY_VERIFY(mesh.script->pulls >= 2);
        QVERIFY(changeOutbox(mesh, "ALTER TABLE account RENAME TO elsewhere"));
        const auto failed = resultOf(mesh.engine->sync());
        QVERIFY(!failed.has_value());
        QSignalSpy running(mesh.engine.get(), &sync::Engine::runningChanged);
        QTest::qWait(300);
        QVERIFY2(running.size() <= 4, qPrintable(QString::number(running.size())));
    }

    //! After a night without a network nobody waits for the hour that failures have led to.
    void whatFailedIsTriedAgainWhenTheNetworkIsBack()
    {
        Mesh mesh;
        mesh.script->pullEveryMs = 3'600'000;
        mesh.script->failures = {{u"first"_s, {Error::Kind::Offline, u"no network"_s}}};
        QVERIFY(mesh.engine->takeLock());
        mesh.engine->watchAccounts();
        QSignalSpy finished(mesh.engine.get(), &sync::Engine::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20'000);
        QTRY_VERIFY(!mesh.engine->isRunning());
        {
            const std::lock_guard lock(mesh.script->mutex);
            mesh.script->failures.clear();
        }
        mesh.engine->tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 3, 20'000);
        QCOMPARE(finished.last().first().value<sync::AccountReport>().account, u"first"_s);
        QTRY_VERIFY(!mesh.engine->isRunning());
        mesh.engine->tryNow(); // nothing failed any more
        QVERIFY(!mesh.engine->isRunning());
    }

    void theNetworkIsBackWhenTheMachineWakes()
    {
        tests::ManualClock clock;
        sync::NetworkWatch watch(clock);
        QSignalSpy returned(&watch, &sync::NetworkWatch::returned);
        clock.pass(15'000);
        watch.look();
        clock.set(clock.now().addSecs(-3600)); // a person sets the clock back
        watch.look();
        QCOMPARE(returned.size(), 0);
        clock.set(clock.now().addSecs(8 * 3600));
        watch.look();
        QCOMPARE(returned.size(), 1);
        clock.pass(60'000); // the window was busy
        watch.look();
        QCOMPARE(returned.size(), 1);
    }

    //! A checkpoint that cannot be read for a moment is not lost.
    void whereItStoppedIsNotLostWhereThatCannotBeRead()
    {
        Mesh mesh;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})));
        const auto cache = mesh.store->profile().cacheFile();
        QVERIFY(changeFile(cache, "ALTER TABLE pull_state RENAME TO away"));
        const auto failed = resultOf(mesh.engine->sync({u"first"_s}));
        QVERIFY(failed);
        QCOMPARE(failed->accounts.first().state, u"failed"_s);
        QCOMPARE(failed->accounts.first().error->kind, Error::Kind::Store);
        QCOMPARE(mesh.script->pulls.load(), 1);
        QVERIFY(changeFile(cache, "ALTER TABLE away RENAME TO pull_state"));
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})));
        QCOMPARE(mesh.script->pulls.load(), 2);
        QCOMPARE(mesh.script->lastCursor, "here");
    }

    void aCheckEndsBeforeItsAdapterIsGone()
    {
        Mesh mesh;
        std::atomic<bool> isAsked = false;
        std::atomic<bool> hasEnded = false;
        mesh.script->onCheck = [&] {
            isAsked = true;
            QThread::msleep(200);
            hasEnded = true;
        };
        const auto answer = mesh.engine->check({.platform = u"scripted"_s});
        QTRY_VERIFY(isAsked.load());
        mesh.engine.reset();
        QVERIFY(hasEnded.load());
        QVERIFY(answer.isFinished());
    }

    void whatACompletePullLacksIsGone()
    {
        Mesh mesh;
        mesh.script->records = {
            {u"first"_s, {product(u"a"_s, u"Orders"_s), product(u"b"_s, u"Returns"_s)}}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})).has_value());
        mesh.script->records = {{u"first"_s, {product(u"b"_s, u"Returns"_s)}}};
        const auto report = resultOf(mesh.engine->sync({u"first"_s}));
        QCOMPARE(report->accounts.first().counts.removed, 1);
        QCOMPARE(mesh.names(), QStringList{u"Returns"_s});
    }

    void whatAnIncompletePullDoesNotSeeStays()
    {
        Mesh mesh;
        QVERIFY(mesh.engine->takeLock());
        const auto slos = [&mesh] {
            QStringList lines;
            const auto rows = resultOf(mesh.store->slos());
            for (const auto &row : *rows)
                lines.append(row.slo.nativeId + u' ' + QString::number(row.slo.target));
            lines.sort();
            return lines;
        };
        mesh.script->slos = {{.nativeId = u"a"_s, .target = 0.9},
                             {.nativeId = u"b"_s, .target = 0.9}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})));
        QCOMPARE(slos(), (QStringList{u"a 0.9"_s, u"b 0.9"_s}));
        mesh.script->isComplete = false;
        mesh.script->slos = {{.nativeId = u"a"_s, .target = 0.5}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})));
        QCOMPARE(slos(), (QStringList{u"a 0.5"_s, u"b 0.9"_s}));
        mesh.script->isComplete = true;
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})));
        QCOMPARE(slos(), QStringList{u"a 0.5"_s});
    }

    void serviceLevelsGoWithTheirContract()
    {
        Mesh mesh;
        QVERIFY(mesh.engine->takeLock());
        mesh.script->records = {{u"first"_s, {product(u"p"_s, u"Orders"_s)}}};
        mesh.script->slos = {{.nativeId = u"a"_s, .product = u"p"_s, .contract = u"gone"_s},
                             {.nativeId = u"b"_s, .product = u"gone"_s, .contract = u"stays"_s},
                             {.nativeId = u"c"_s, .product = u"gone"_s}};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})));
        mesh.script->isComplete = false;
        mesh.script->slos.clear();
        mesh.script->removed = {u"gone"_s};
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s})));
        const auto rows = resultOf(mesh.store->slos());
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().slo.nativeId, u"b"_s);
    }

    void theLockOfOneThatWasKilledIsTaken()
    {
        Mesh mesh;
        // Killed between making the file and writing its name into it.
        QFile lock(mesh.dir.filePath(u"sync.lock"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.close();
        QVERIFY(mesh.engine->takeLock());
        QVERIFY(!mesh.newEngine()->takeLock());
    }

    void theLockOfOneThatWasKilledWhileItTookAnothersIsTaken()
    {
        Mesh mesh;
        QFile lock(mesh.dir.filePath(u"sync.lock"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        // Of a process that is no more; no process has such a number.
        lock.write("99999999\nportolan-cli\n" + QSysInfo::machineHostName().toUtf8() + "\n"
                   + QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
        lock.close();
        QFile removal(lock.fileName() + u".rmlock"_s);
        QVERIFY(removal.open(QIODevice::WriteOnly));
        removal.close();
        QVERIFY(mesh.engine->takeLock());
        QVERIFY(!mesh.newEngine()->takeLock());
    }

    void aFailedPullLosesNothingAndTheNextAccountGoesOn()
    {
        Mesh mesh;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}},
                                {u"second"_s, {product(u"b"_s, u"Returns"_s)}}};
        QVERIFY(resultOf(mesh.engine->sync()).has_value());
        mesh.script->records[u"first"_s].clear();
        mesh.script->failures = {{u"first"_s, Error{Error::Kind::Offline, u"no route"_s}}};
        const auto report = resultOf(mesh.engine->sync());
        QCOMPARE(report->accounts.at(0).state, u"failed"_s);
        QCOMPARE(report->accounts.at(1).state, u"complete"_s);
        QCOMPARE(report->exitStatus(), 4);
        QCOMPARE(mesh.names(), (QStringList{u"Orders"_s, u"Returns"_s}));
        // The problems of the pull before are still shown.
        QCOMPARE(report->accounts.at(0).problems.size(), 1);
        const auto states = resultOf(mesh.store->pullStates());
        QCOMPARE(std::count_if(states->begin(), states->end(),
                               [](const auto &state) { return state.error == u"no route"_s; }),
                 1);
    }

    void aPullEndsBeforeTheDiskIsFull()
    {
        Mesh mesh;
        mesh.script->records[u"first"_s] = {product(u"a"_s, u"A"_s), product(u"b"_s, u"B"_s),
                                            product(u"c"_s, u"C"_s)};
        const auto accounts = resultOf(mesh.store->accounts().accounts());
        sync::OpenAccount open{sync::settingsOf(accounts->first()), nullptr};
        const tests::ScriptedPlatform platform(mesh.script);
        const std::atomic<bool> cancelled = false;
        int asked = 0;
        int enough = 0;
        const sync::ClientSource none;
        const sync::PullContext context{.store = *mesh.store,
                                        .clock = mesh.clock,
                                        .clients = none,
                                        .cancelled = cancelled,
                                        .room = [&]() -> Result<void> {
                                            if (asked++ < enough)
                                                return {};
                                            return failure(Error::Kind::DiskFull,
                                                           u"only 3 MB are free"_s);
                                        }};
        auto report = sync::pullAccount(open, platform, context);
        QCOMPARE(report.state, u"failed"_s);
        QCOMPARE(report.error->kind, Error::Kind::DiskFull);
        QCOMPARE(mesh.script->pulls.load(), 0);
        asked = 0;
        enough = 3; // for the pull itself and two pages
        report = sync::pullAccount(open, platform, context);
        QCOMPARE(report.error->kind, Error::Kind::DiskFull);
        QCOMPARE(mesh.names(), (QStringList{u"A"_s, u"B"_s}));
        enough = 100;
        QCOMPARE(sync::pullAccount(open, platform, context).state, u"complete"_s);
        QCOMPARE(mesh.names(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    }

    void aStoppedPullIsPartial()
    {
        Mesh mesh;
        mesh.script->records = {
            {u"first"_s, {product(u"a"_s, u"Orders"_s), product(u"b"_s, u"Returns"_s)}}};
        auto *engine = mesh.engine.get();
        mesh.script->beforeEachPage = [engine] { engine->cancel(); };
        const auto report = resultOf(mesh.engine->sync({u"first"_s}));
        QCOMPARE(report->accounts.first().state, u"partial"_s);
        mesh.script->beforeEachPage = nullptr;
        QCOMPARE(resultOf(mesh.engine->sync({u"first"_s}))->accounts.first().state, u"complete"_s);
        QCOMPARE(mesh.names(), (QStringList{u"Orders"_s, u"Returns"_s}));
    }

    //! Who cancels does not wait for the index: what was pulled stays, and is found later.
    void aStoppedPullDoesNotWaitForTheIndex()
    {
        Mesh mesh;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}},
                                {u"second"_s, {product(u"b"_s, u"Returns"_s)}}};
        const auto isHeld = std::make_shared<QSemaphore>();
        const auto mayGoOn = std::make_shared<QSemaphore>();
        const auto letGo = qScopeGuard([mayGoOn] { mayGoOn->release(); });
        // Answers come in the index's thread, which stands still in this one. The file is locked
        // until somebody listens: Qt 6.4 runs what is added during the answer twice.
        const auto cache = mesh.store->profile().cacheFile().toUtf8();
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(cache.constData(), &database), SQLITE_OK);
        sqlite3_busy_timeout(database, 5000);
        QCOMPARE(sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        const auto held = mesh.store->settled().then(QtFuture::Launch::Sync,
                                                     [isHeld, mayGoOn](const Result<void> &) {
                                                         isHeld->release();
                                                         mayGoOn->acquire();
                                                     });
        sqlite3_close(database);
        QVERIFY(isHeld->tryAcquire(1, 20'000));

        auto *engine = mesh.engine.get();
        QSignalSpy progressed(engine, &sync::Engine::progressed);
        const auto syncing = engine->sync();
        const auto waits = [&progressed] {
            return !progressed.isEmpty()
                && progressed.last().at(3).toString() == u"building the search index"_s;
        };
        QTRY_VERIFY(waits());
        engine->cancel();
        QTRY_VERIFY(syncing.isFinished());
        const auto report = syncing.result();
        QVERIFY(report);
        QCOMPARE(report->accounts.first().state, u"complete"_s);
        QCOMPARE(report->accounts.last().state, u"partial"_s);
        QCOMPARE(mesh.names(), QStringList{u"Orders"_s});
        mayGoOn->release();
        QVERIFY(resultOf(mesh.store->settled()));
        QCOMPARE(resultOf(mesh.store->search({.query = u"Orders"_s}))->total, 1);
    }

    void anUnknownAccountIsSaidSo()
    {
        Mesh mesh;
        const auto report = resultOf(mesh.engine->sync({u"third"_s}));
        QVERIFY(!report.has_value());
        QVERIFY(report.error().kind == Error::Kind::NotFound);
        QVERIFY(report.error().detail.contains(u"third"_s));
    }

    void syncsRunOneAfterAnother()
    {
        Mesh mesh;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}}};
        auto one = mesh.engine->sync({u"first"_s});
        auto two = mesh.engine->sync({u"first"_s});
        QCOMPARE(resultOf(two)->accounts.first().counts.unchanged, 1);
        QCOMPARE(resultOf(one)->accounts.first().counts.added, 1);
    }

    void theLockBelongsToOneEngine()
    {
        Mesh mesh;
        QVERIFY(mesh.engine->takeLock().has_value());
        const auto other = mesh.newEngine();
        const auto refused = other->takeLock();
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().kind == Error::Kind::Busy);
        QVERIFY2(
            refused.error().detail.contains(QString::number(QCoreApplication::applicationPid()))
                && refused.error().detail.endsWith(u"or close it first"_s),
            qPrintable(refused.error().detail));
    }

    void anotherProcessAsksTheHolder()
    {
        Mesh mesh;
        mesh.script->records = {{u"first"_s, {product(u"a"_s, u"Orders"_s)}}};
        QVERIFY(mesh.engine->takeLock().has_value());
        sync::SyncServer server(*mesh.engine);
        const auto name = mesh.dir.filePath(u"s"_s);
        QVERIFY(server.listen(name).has_value());
        const auto report = resultOf(
            QtConcurrent::run([name] { return sync::askForSync(name, {u"first"_s}, false); }));
        QVERIFY(report.has_value());
        QCOMPARE(report->accounts.first().counts.added, 1);
        QCOMPARE(report->accounts.first().problems.first().message, u"something is odd"_s);
        const auto refused = resultOf(
            QtConcurrent::run([name] { return sync::askForSync(name, {u"third"_s}, false); }));
        QVERIFY(refused.error().kind == Error::Kind::NotFound);
    }

    void nobodyToAskIsBusy()
    {
        const auto answer = sync::askForSync(u"/nonexistent/socket"_s, {}, false);
        QVERIFY(answer.error().kind == Error::Kind::Busy);
    }

    void whatIsDecidedAboutNamesOfAnAccountIsFollowedByAPullOfIt()
    {
        Mesh mesh;
        mesh.engine->watchAccounts();
        QTRY_VERIFY(mesh.script->changed != nullptr);
        const auto known = resultOf(mesh.store->accounts().accounts());
        QVERIFY(known.has_value());
        QVERIFY(resultOf(mesh.store->accounts().joinDecisions()).has_value());
        QCoreApplication::processEvents();
        const auto apart = [&](qsizetype a, qsizetype b) {
            store::JoinDecision decision{.accountA = known->at(a).id,
                                         .nativeA = u"x"_s,
                                         .accountB = known->at(b).id,
                                         .nativeB = u"y"_s,
                                         .joined = false};
            return resultOf(mesh.store->accounts().decide({.made = {decision}})).has_value();
        };
        QSignalSpy finished(mesh.engine.get(), &sync::Engine::finished);
        // What stands between two accounts changes nothing that one of them says.
        QVERIFY(apart(0, 1));
        QVERIFY(apart(1, 1));
        QVERIFY(finished.wait(10'000));
        QCOMPARE(finished.first().first().value<sync::AccountReport>().account, known->at(1).name);
        QCOMPARE(finished.size(), 1);
    }

    void aWatchedChangeIsPulled()
    {
        Mesh mesh;
        mesh.engine->watchAccounts();
        QTRY_VERIFY(mesh.script->changed != nullptr);
        mesh.script->records = {{u"second"_s, {product(u"b"_s, u"Returns"_s)}}};
        QSignalSpy finished(mesh.engine.get(), &sync::Engine::finished);
        mesh.script->changed();
        QVERIFY(finished.wait(10'000));
        QCOMPARE(mesh.names(), QStringList{u"Returns"_s});
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
