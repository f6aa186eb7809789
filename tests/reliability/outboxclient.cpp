// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reliability/outboxclient.h"

#include "models/store/store.h"
#include "models/sync/engine.h"
#include "models/sync/portalcommands.h"
#include "tests/support/platformstate.h"
#include "tests/support/remoteplatform.h"

#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

namespace {

using domain::Operation;
using domain::OperationState;

constexpr int objectCount = 12;
constexpr int drainRounds = 2000;

template <typename T>
T await(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.takeResult();
}

//! A program that is under test.
class Client
{
public:
    explicit Client(const ClientTask &task)
        : m_task(task)
        , m_random(task.seed)
        , m_number(task.first)
        , m_log(::open(QFile::encodeName(task.log).constData(),
                       O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600))
    {
    }

    ~Client() { ::close(m_log); }

    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    int run()
    {
        const auto profile = store::Profile::open(m_task.profile);
        auto opened = profile ? store::Store::open(*profile, m_clock)
                              : tl::unexpected<Error>(profile.error());
        if (!opened)
            return failed(opened.error());
        m_store = std::move(*opened);
        sync::Engine::Platforms platforms;
        platforms.push_back(remotePlatform(m_task.honoursKeys));
        m_engine = std::make_unique<sync::Engine>(*m_store, m_clock, std::move(platforms));
        m_commands = std::make_unique<sync::PortalCommands>(m_store->operations(), m_clock);
        if (const auto locked = m_engine->takeLock(); !locked)
            return failed(locked.error());
        return m_task.drain ? drain() : live();
    }

private:
    int live()
    {
        for (;;) {
            if (const auto done = act(); !done)
                return failed(done.error());
            if (m_random.bounded(4) == 0) {
                if (const auto done = takeOneBack(); !done)
                    return failed(done.error());
            }
            // That the platform answers badly is no failure of ours.
            if (const auto report = await(m_engine->sync()); !report)
                return failed(report.error());
            if (m_random.bounded(2) == 0) {
                if (const auto done = decideAll(); !done)
                    return failed(done.error());
            }
        }
    }

    int drain()
    {
        for (int round = 0; round < drainRounds; ++round) {
            if (const auto report = await(m_engine->sync()); !report)
                return failed(report.error());
            const auto operations = await(m_commands->operations());
            if (!operations)
                return failed(operations.error());
            const bool isDone =
                std::all_of(operations->cbegin(), operations->cend(), [](const auto &operation) {
                    return operation.state == OperationState::Applied && operation.settled;
                });
            if (isDone)
                return 0;
            if (const auto done = decideAll(); !done)
                return failed(done.error());
            QThread::msleep(10);
        }
        return failed({Error::Kind::Protocol, u"it is stuck: something waits for ever"_s});
    }

    //! One to four things, one behind the other or together.
    Result<void> act()
    {
        QList<sync::Action> actions;
        const auto count = 1 + m_random.bounded(4);
        for (int i = 0; i < count; ++i) {
            actions.append({.account = clientAccount(),
                            .objectId = u"o%1"_s.arg(m_random.bounded(objectCount)),
                            .kind = i == 0 ? u"request.create"_s : u"request.decide"_s,
                            .payload = numbered(++m_number)});
        }
        const auto stored = await(m_commands->perform(actions));
        if (!stored)
            return tl::unexpected(stored.error());
        for (const auto &operation : *stored) {
            log(u"C %1 %2 %3\n"_s.arg(numberOf(operation.payload))
                    .arg(operation.key.toString(QUuid::WithoutBraces), operation.objectId));
        }
        return {};
    }

    Result<void> takeOneBack()
    {
        const auto operations = await(m_commands->operations());
        if (!operations)
            return tl::unexpected(operations.error());
        for (const auto &operation : *operations) {
            if (operation.state != OperationState::Ready || m_random.bounded(2) == 0)
                continue;
            log(u"u %1\n"_s.arg(numberOf(operation.payload)));
            const auto undone = await(m_commands->undo(operation.id));
            if (!undone)
                return undone;
            log(u"U %1\n"_s.arg(numberOf(operation.payload)));
            return {};
        }
        return {};
    }

    //! A person looks at conflicts and refusals and wants all the same.
    Result<void> decideAll()
    {
        const auto operations = await(m_commands->operations());
        if (!operations)
            return tl::unexpected(operations.error());
        for (const auto &operation : *operations) {
            if (operation.state != OperationState::Conflict
                && operation.state != OperationState::Rejected)
                continue;
            auto decided = operation;
            decided.theirRevision.clear(); // whatever is there: these actions go on top of it
            if (const auto retried = await(m_commands->retry(decided)); !retried)
                return tl::unexpected(retried.error());
        }
        return {};
    }

    void log(const QString &line) const
    {
        const auto bytes = line.toUtf8();
        if (::write(m_log, bytes.constData(), std::size_t(bytes.size())) != bytes.size())
            std::perror("the log");
    }

    static int failed(const Error &error)
    {
        std::fprintf(stderr, "client: %s\n", qPrintable(error.detail));
        return 3;
    }

    ClientTask m_task;
    QRandomGenerator m_random;
    qint64 m_number;
    int m_log;
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<sync::PortalCommands> m_commands;
};

} // namespace

QStringList ClientTask::arguments() const
{
    return {u"--client"_s,
            profile,
            log,
            QString::number(seed),
            QString::number(first),
            QString::number(int(honoursKeys)),
            QString::number(int(drain))};
}

ClientTask ClientTask::of(const QStringList &arguments)
{
    return {.profile = arguments.value(2),
            .log = arguments.value(3),
            .seed = arguments.value(4).toUInt(),
            .first = arguments.value(5).toLongLong(),
            .honoursKeys = arguments.value(6) == u"1"_s,
            .drain = arguments.value(7) == u"1"_s};
}

QUuid clientAccount()
{
    return QUuid(u"22222222-0000-4000-8000-000000000002"_s);
}

int runClient(const ClientTask &task)
{
    return Client(task).run();
}

} // namespace portolan::tests
