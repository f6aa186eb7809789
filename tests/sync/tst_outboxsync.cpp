// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox in the engine: a sync sends first and then pulls, and what waits survives what comes.
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "models/sync/portalcommands.h"
#include "models/sync/sendrun.h"
#include "tests/support/lossyport.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationState;
using tests::LossyPort;
using tests::PlatformState;
using Fate = tests::LossyPort::Fate;

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

//! What an account is connected to.
struct Far
{
    PlatformState state{true};
    LossyPort port{state};
    bool canAct = true;
    QString lag; //!< revision that pulls find, where it is not the newest
    bool isOffline = false;
    std::function<void()> onPull; //!< in the thread of the pull, before its page
    std::optional<QStringList> news; //!< pulls bring these and no more, and know no revisions
    QStringList story; //!< "send 1", "pull", in order
    int sessions = 0; //!< that were begun
    qint64 pullEveryMs = 0;
};

class FarSession final : public platforms::Session
{
public:
    explicit FarSession(Far &far)
        : m_far(far)
    {
    }

    Result<platforms::PullResult> pull(const QByteArray &, bool, platforms::PageSink &sink) override
    {
        m_far.story.append(u"pull"_s);
        if (m_far.onPull)
            m_far.onPull();
        if (m_far.news)
            return bringNews(sink);
        platforms::PullResult result{.complete = true, .cursor = "here"};
        domain::Record record;
        record.kind = domain::EntityKind::Product;
        record.nativeId = u"a"_s;
        record.name = u"a at "_s + m_far.state.revisionOf(u"a"_s);
        result.revisions.insert(u"a"_s,
                                m_far.lag.isEmpty() ? m_far.state.revisionOf(u"a"_s) : m_far.lag);
        result.seen.insert(record.nativeId);
        if (const auto sent = sink.page({.records = {record}}); !sent)
            return tl::unexpected(sent.error());
        return result;
    }

    platforms::ActionPort *actions() override { return m_far.canAct ? &m_far.port : nullptr; }

private:
    Result<platforms::PullResult> bringNews(platforms::PageSink &sink)
    {
        platforms::Page page;
        for (const auto &nativeId : *m_far.news) {
            domain::Record record;
            record.kind = domain::EntityKind::Product;
            record.nativeId = nativeId;
            page.records.append(record);
        }
        if (const auto sent = sink.page(page); !sent)
            return tl::unexpected(sent.error());
        return platforms::PullResult{.unchanged = m_far.news->isEmpty(), .cursor = "here"};
    }

    Far &m_far;
};

class FarPlatform final : public platforms::Platform
{
public:
    explicit FarPlatform(QHash<QString, Far *> fars)
        : m_fars(std::move(fars))
    {
    }

    QString name() const override { return u"far"_s; }

    platforms::Capabilities capabilities() const override
    {
        return platforms::Capability::Catalogue | platforms::Capability::Write;
    }

    Result<QString> check(const platforms::AccountSettings &,
                          const platforms::Services &) const override
    {
        return u"there"_s;
    }

    Result<std::unique_ptr<platforms::Session>> open(const platforms::AccountSettings &settings,
                                                     const platforms::Services &) const override
    {
        auto *far = m_fars.value(settings.name);
        if (far->isOffline)
            return failure(Error::Kind::Offline, u"no route"_s);
        ++far->sessions;
        return std::make_unique<FarSession>(*far);
    }

    //! All accounts alike.
    qint64 pullEveryMs() const override { return m_fars.value(u"first"_s)->pullEveryMs; }

private:
    QHash<QString, Far *> m_fars;
};

struct Mesh
{
    QTemporaryDir dir;
    SystemClock clock;
    Far first;
    Far second;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<sync::PortalCommands> commands;
    QHash<QString, QUuid> accounts;

    explicit Mesh(std::function<double()> random = [] { return 0.01; })
    {
        store = std::move(*store::Store::open(*store::Profile::open(dir.path()), clock));
        for (const auto &name : {u"first"_s, u"second"_s}) {
            accounts.insert(name, QUuid::createUuid());
            const auto put = resultOf(store->accounts().put(
                {.id = accounts.value(name), .name = name, .platform = u"far"_s}));
            if (!put)
                qFatal("the account was not stored");
        }
        for (auto *far : {&first, &second}) {
            far->port.beforeSend = [far](const Operation &operation) {
                far->story.append(u"send %1"_s.arg(tests::numberOf(operation.payload)));
            };
        }
        engine = newEngine(std::move(random));
        commands = std::make_unique<sync::PortalCommands>(store->operations(), clock);
    }

    std::unique_ptr<sync::Engine> newEngine(std::function<double()> random)
    {
        sync::Engine::Platforms platforms;
        platforms.push_back(std::make_unique<FarPlatform>(
            QHash<QString, Far *>{{u"first"_s, &first}, {u"second"_s, &second}}));
        return std::make_unique<sync::Engine>(*store, clock, std::move(platforms), nullptr,
                                              std::move(random));
    }

    void act(const QString &account, qint64 number, const QString &base = {})
    {
        QVERIFY(resultOf(perform(account, number, base)));
    }

    QFuture<Result<QList<Operation>>> perform(const QString &account, qint64 number,
                                              const QString &base = {})
    {
        return commands->perform({{.account = accounts.value(account),
                                   .objectId = u"a"_s,
                                   .kind = u"test"_s,
                                   .payload = tests::numbered(number),
                                   .baseRevision = base,
                                   .base = R"({"n":0})"}});
    }

    QList<Operation> operations() { return *resultOf(commands->operations()); }
};

} // namespace

class TestOutboxSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aSyncSendsFirstAndThenPulls()
    {
        Mesh mesh;
        mesh.act(u"second"_s, 1);
        mesh.act(u"second"_s, 2);
        QCOMPARE(*resultOf(mesh.store->accounts().waitingCount()), 2);
        const auto report = resultOf(mesh.engine->sync());
        QVERIFY(report);
        QCOMPARE(mesh.second.story, (QStringList{u"send 1"_s, u"send 2"_s, u"pull"_s}));
        QCOMPARE(mesh.first.story, QStringList{u"pull"_s});
        QCOMPARE(report->accounts.last().sent, 2);
        QCOMPARE(report->accounts.last().state, u"complete"_s);
        QCOMPARE(report->exitStatus(), 0);
        QCOMPARE(*resultOf(mesh.store->accounts().waitingCount()), 0);
        const auto document = sync::reportJson(*report);
        QCOMPARE(sync::reportFromJson(document).accounts, report->accounts);
    }

    void whatIsAppliedLiesOverTheCatalogueUntilAPullHasIt()
    {
        Mesh mesh;
        mesh.act(u"first"_s, 1, u"r0"_s);
        mesh.first.lag = u"r0"_s; // what the platform shows is behind what it has
        QVERIFY(resultOf(mesh.engine->sync()));
        QCOMPARE(mesh.operations().first().state, OperationState::Applied);
        QVERIFY(!mesh.operations().first().settled);
        mesh.first.lag.clear();
        QVERIFY(resultOf(mesh.engine->sync()));
        QVERIFY(mesh.operations().first().settled);
    }

    void whatIsDoneWhileAPullRunsDoesNotWaitForItsEnd()
    {
        Mesh mesh;
        mesh.first.onPull = [&mesh] {
            for (const auto &account : {u"first"_s, u"second"_s}) {
                if (!mesh.perform(account, 1).takeResult())
                    qFatal("an operation was not stored");
            }
        };
        const auto report = resultOf(mesh.engine->sync());
        QVERIFY(report);
        QCOMPARE(mesh.first.story, (QStringList{u"pull"_s, u"send 1"_s}));
        QCOMPARE(mesh.second.story, (QStringList{u"send 1"_s, u"pull"_s}));
        for (const auto &account : report->accounts)
            QCOMPARE(account.sent, 1);
        // Nobody asked this pull about what was sent in its middle: the next one begins anew, and
        // knows nothing that would keep it from looking.
        mesh.first.onPull = {};
        const auto begun = mesh.first.sessions;
        const auto others = mesh.second.sessions;
        QVERIFY(resultOf(mesh.engine->sync()));
        QCOMPARE(mesh.first.sessions, begun + 1);
        QCOMPARE(mesh.second.sessions, others);
    }

    void whySendingFailedBetweenTwoPagesIsReported()
    {
        Mesh mesh;
        mesh.second.port.fate = [](const Operation &) { return Fate::SignedOut; };
        mesh.first.onPull = [&mesh] {
            if (!mesh.perform(u"second"_s, 1).takeResult())
                qFatal("an operation was not stored");
        };
        const auto report = resultOf(mesh.engine->sync());
        QVERIFY(report);
        QCOMPARE(mesh.second.story, (QStringList{u"send 1"_s, u"pull"_s}));
        QVERIFY(!report->accounts.first().error);
        QVERIFY(report->accounts.last().error);
        QCOMPARE(report->accounts.last().error->kind, Error::Kind::Unauthorised);
        QCOMPARE(report->accounts.last().state, u"complete"_s); // of its pull
        QCOMPARE(report->exitStatus(), 5);
    }

    //! The platform answers again before the sync has come to its pull: nothing is wrong any more.
    void whatIsSentInTheEndIsNoErrorOfTheSync()
    {
        Mesh mesh;
        mesh.second.isOffline = true;
        mesh.act(u"second"_s, 1);
        mesh.first.onPull = [&mesh] {
            mesh.second.isOffline = false;
            QThread::msleep(1100); // longer than it is left alone after one failure
        };
        const auto report = resultOf(mesh.engine->sync());
        QVERIFY(report);
        QCOMPARE(mesh.second.story, (QStringList{u"send 1"_s, u"pull"_s}));
        QCOMPARE(report->accounts.last().sent, 1);
        QVERIFY(!report->accounts.last().error);
        QCOMPARE(report->exitStatus(), 0);
    }

    void anAccountThatCannotBeReachedDoesNotSlowThePullOfAnother()
    {
        Mesh mesh;
        mesh.second.isOffline = true;
        mesh.act(u"second"_s, 1); // tried once, before the pulls
        mesh.first.onPull = [&mesh] { mesh.second.isOffline = false; };
        QVERIFY(resultOf(mesh.engine->sync({u"first"_s, u"second"_s})));
        QCOMPARE(mesh.second.story, QStringList{u"pull"_s});
        QCOMPARE(mesh.operations().first().state, OperationState::Ready);
    }

    void whatAPullOfNewsDoesNotBringStaysLaidOver()
    {
        Mesh mesh;
        mesh.act(u"first"_s, 1);
        mesh.first.news = QStringList();
        QVERIFY(resultOf(mesh.engine->sync()));
        QCOMPARE(mesh.operations().first().state, OperationState::Applied);
        QVERIFY(!mesh.operations().first().settled);
        mesh.first.news = QStringList{u"another"_s};
        QVERIFY(resultOf(mesh.engine->sync()));
        QVERIFY(!mesh.operations().first().settled);
        mesh.first.news = QStringList{u"a"_s};
        QVERIFY(resultOf(mesh.engine->sync()));
        QVERIFY(mesh.operations().first().settled);
    }

    void aPullNeverOverwritesWhatWaits()
    {
        Mesh mesh;
        mesh.first.state.changeByOther(u"a"_s);
        QVERIFY(resultOf(mesh.engine->sync()));
        mesh.act(u"first"_s, 1, u"r1"_s);
        mesh.first.port.fate = [](const Operation &) { return Fate::Unavailable; };
        mesh.first.state.changeByOther(u"a"_s);
        const auto before = mesh.operations().first();
        QVERIFY(resultOf(mesh.engine->sync()));
        // The catalogue has theirs, the outbox still has base and mine.
        const auto rows = resultOf(mesh.store->list(domain::EntityKind::Product, {}, 10));
        QCOMPARE(rows->first().name, u"a at r2"_s);
        const auto after = mesh.operations().first();
        QCOMPARE(after.payload, before.payload);
        QCOMPARE(after.base, before.base);
        QCOMPARE(after.baseRevision, u"r1"_s);
        QCOMPARE(after.state, OperationState::Ready);
        // And when it is sent at last, that it was changed is noticed.
        mesh.first.port.fate = nullptr;
        const auto report = resultOf(mesh.engine->sync());
        QCOMPARE(report->accounts.first().conflicts, 1);
        QCOMPARE(mesh.operations().first().state, OperationState::Conflict);
    }

    void aSignedOutAccountIsSaidAndTheOtherGoesOn()
    {
        Mesh mesh;
        mesh.act(u"first"_s, 1);
        mesh.act(u"second"_s, 2);
        mesh.first.port.fate = [](const Operation &) { return Fate::SignedOut; };
        const auto report = resultOf(mesh.engine->sync());
        QCOMPARE(report->exitStatus(), 5);
        QCOMPARE(report->accounts.last().sent, 1);
        QCOMPARE(mesh.operations().first().state, OperationState::Ready);
    }

    void onlyWhoIsAskedForIsSentTo()
    {
        Mesh mesh;
        mesh.act(u"first"_s, 1);
        mesh.act(u"second"_s, 2);
        QVERIFY(resultOf(mesh.engine->sync({u"second"_s})));
        QVERIFY(mesh.first.story.isEmpty());
        QCOMPARE(mesh.second.story, (QStringList{u"send 2"_s, u"pull"_s}));
    }

    void whatAPlatformCannotDoIsRejectedAndSaid()
    {
        Mesh mesh;
        mesh.first.canAct = false;
        mesh.act(u"first"_s, 1);
        const auto report = resultOf(mesh.engine->sync());
        QCOMPARE(report->accounts.first().rejected, 1);
        const auto operation = mesh.operations().first();
        QCOMPARE(operation.state, OperationState::Rejected);
        QVERIFY(operation.errorText.contains(u"first"_s));
    }

    void whoDoesNotHoldTheLockSendsNothing()
    {
        Mesh mesh;
        QVERIFY(mesh.engine->takeLock());
        const auto another = mesh.newEngine([] { return 0.01; });
        another->watchAccounts();
        mesh.act(u"first"_s, 1);
        const auto refused = resultOf(another->sync());
        QCOMPARE(refused.error().kind, Error::Kind::Busy);
        QVERIFY(mesh.first.story.isEmpty());
    }

    void whatIsDoneIsSentByItselfWithoutAPull()
    {
        Mesh mesh;
        QVERIFY(mesh.engine->takeLock());
        mesh.engine->watchAccounts();
        mesh.act(u"first"_s, 1);
        QTRY_COMPARE(mesh.operations().first().state, OperationState::Applied);
        QCOMPARE(mesh.first.story, QStringList{u"send 1"_s});
    }

    void whatFailsIsTriedAgainByItself()
    {
        Mesh mesh;
        std::atomic<int> attempts = 0;
        mesh.first.port.fate = [&attempts](const Operation &) {
            return ++attempts < 3 ? Fate::Unavailable : Fate::Answered;
        };
        QVERIFY(mesh.engine->takeLock());
        mesh.engine->watchAccounts();
        mesh.act(u"first"_s, 1);
        QTRY_COMPARE_WITH_TIMEOUT(mesh.operations().first().state, OperationState::Applied, 60'000);
        QCOMPARE(attempts.load(), 3);
    }

    //! Each has times of its own: what cannot be sent is read as often as ever, and what is read
    //! often is no reason to try to send as often.
    void whatCannotBeSentIsReadAllTheSame()
    {
        Mesh mesh([] { return 0.999; });
        mesh.first.pullEveryMs = 20;
        std::atomic<int> attempts = 0;
        std::atomic<int> pulls = 0;
        std::atomic<bool> isOpen = false;
        mesh.first.port.fate = [&](const Operation &) {
            ++attempts;
            return isOpen ? Fate::Answered : Fate::SignedOut;
        };
        mesh.first.onPull = [&pulls] { ++pulls; };
        QVERIFY(mesh.engine->takeLock());
        mesh.act(u"first"_s, 1);
        mesh.engine->watchAccounts();
        QTRY_VERIFY(attempts > 0);
        const auto pullsBefore = pulls.load();
        const auto triesBefore = attempts.load();
        QTRY_VERIFY(pulls >= pullsBefore + 10);
        QVERIFY2(attempts <= triesBefore + 2, qPrintable(QString::number(attempts)));
        QCOMPARE(mesh.operations().first().state, OperationState::Ready);
        // When the network is back, what could not be sent is tried as well as what was not read.
        mesh.first.pullEveryMs = 3'600'000;
        QTRY_VERIFY(!mesh.engine->isRunning());
        isOpen = true;
        mesh.engine->tryNow();
        QVERIFY(mesh.engine->isRunning());
        QTRY_COMPARE(mesh.operations().first().state, OperationState::Applied);
    }

    void anAccountThatCannotBeReachedIsNotAskedWithoutPause()
    {
        sync::SendSchedule schedule;
        Operation waiting;
        waiting.account = QUuid::createUuid();
        const auto now = QDateTime::currentDateTimeUtc();
        const auto wait = [&](qint64 nowMs) {
            return schedule.wait({waiting}, {waiting.account}, now, nowMs);
        };
        QCOMPARE(wait(0), std::optional<qint64>(0));
        schedule.note(waiting.account, false, 0, 0.5);
        QCOMPARE(wait(0), std::optional<qint64>(2000));
        schedule.note(waiting.account, false, 2000, 0.5);
        QCOMPARE(wait(2000), std::optional<qint64>(3000));
        schedule.note(waiting.account, true, 9000, 0.5);
        QCOMPARE(wait(9000), std::optional<qint64>(0));
        QVERIFY(!schedule.wait({waiting}, {QUuid::createUuid()}, now, 0)); // of a removed account
        waiting.state = OperationState::Conflict;
        QVERIFY(!wait(0));
    }
};

QTEST_GUILESS_MAIN(TestOutboxSync)
#include "tst_outboxsync.moc"
