// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reliability/folderclient.h"

#include "models/base/identity.h"
#include "models/items/accessreading.h"
#include "models/items/storeaccesssource.h"
#include "models/platforms/builtinplatforms.h"
#include "models/store/store.h"
#include "models/sync/engine.h"

#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

namespace {

using domain::AccessDecision;
using domain::DecisionKind;
using domain::OperationState;

constexpr int drainRounds = 50;

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
class FolderClient
{
public:
    explicit FolderClient(const FolderTask &task)
        : m_task(task)
        , m_random(task.seed)
        , m_log(::open(QFile::encodeName(task.log).constData(),
                       O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600))
    {
    }

    ~FolderClient() { ::close(m_log); }

    FolderClient(const FolderClient &) = delete;
    FolderClient &operator=(const FolderClient &) = delete;

    int run()
    {
        const auto profile = store::Profile::open(m_task.profile);
        auto opened = profile ? store::Store::open(*profile, m_clock)
                              : tl::unexpected<Error>(profile.error());
        if (!opened)
            return failed(opened.error());
        m_store = std::move(*opened);
        m_engine = std::make_unique<sync::Engine>(*m_store, m_clock, platforms::builtinPlatforms());
        m_access = std::make_unique<items::StoreAccessSource>(*m_store, *m_engine, m_clock);
        if (const auto locked = m_engine->takeLock(); !locked)
            return failed(locked.error());
        return m_task.drain ? drain() : live();
    }

private:
    int live()
    {
        for (;;) {
            const auto done = m_task.decides ? decide() : ask();
            if (!done)
                return failed(done.error());
            if (m_random.bounded(3) == 0)
                continue; // several go with one sync
            if (const auto report = await(m_engine->sync()); !report)
                return failed(report.error());
        }
    }

    int drain()
    {
        for (int round = 0; round < drainRounds; ++round) {
            if (const auto report = await(m_engine->sync()); !report)
                return failed(report.error());
            const auto operations = await(m_store->operations().operations());
            if (!operations)
                return failed(operations.error());
            const bool isDone =
                std::all_of(operations->cbegin(), operations->cend(), [](const auto &operation) {
                    return operation.state == OperationState::Applied && operation.settled;
                });
            if (isDone)
                return 0;
        }
        return failed({Error::Kind::Protocol, u"it is stuck: something waits for ever"_s});
    }

    //! Asks for one port or two; or says something about what was asked for before.
    Result<void> ask()
    {
        const auto board = await(m_access->board());
        if (!board)
            return tl::unexpected(board.error());
        QList<AccessDecision> said;
        for (const auto &one : board->cases) {
            for (const auto &outcome : one.outcome.items) {
                if (outcome.state == domain::ItemState::NeedsInfo)
                    said.append({.item = outcome.item, .kind = DecisionKind::Answer});
                else if (items::isOpen(outcome.state) && m_random.bounded(4) == 0)
                    said.append({.item = outcome.item, .kind = DecisionKind::Withdraw});
            }
        }
        if (!said.isEmpty() && m_random.bounded(2) == 0)
            return say(said.mid(0, 3));
        domain::AccessRequest request{.id = QUuid::createUuid(),
                                      .consumer = {domain::EntityKind::Team, {}, u"Team A"_s},
                                      .purpose = u"analytics"_s,
                                      .justification = u"To plan."_s,
                                      .exception = u"Because."_s};
        QStringList ports{u"shop#orders"_s, u"shop#returns"_s, u"shop#stock"_s};
        ports.remove(m_random.bounded(3));
        for (const auto &port : ports.mid(0, 1 + m_random.bounded(2)))
            request.items.append({.port = port, .role = u"reader"_s});
        log(u"a %1\n"_s.arg(idText(request.id)));
        const auto asked = await(m_access->ask(request, false));
        if (!asked)
            return tl::unexpected(asked.error());
        log(u"A %1\n"_s.arg(idText(request.id)));
        return {};
    }

    //! Decides about some of what waits.
    Result<void> decide()
    {
        const auto board = await(m_access->board());
        if (!board)
            return tl::unexpected(board.error());
        QList<AccessDecision> said;
        for (const auto &one : board->cases) {
            for (const auto &item : items::itemsToDecide(one, *board)) {
                const auto roll = m_random.bounded(5);
                const auto kind = roll < 3 ? DecisionKind::Approve
                    : roll < 4             ? DecisionKind::Reject
                                           : DecisionKind::Ask;
                said.append({.item = item, .kind = kind});
            }
        }
        return say(said.mid(0, 1 + m_random.bounded(4)));
    }

    Result<void> say(QList<AccessDecision> said)
    {
        if (said.isEmpty())
            return {};
        for (auto &one : said) {
            one.id = QUuid::createUuid();
            one.reason = u"So."_s;
            log(u"d %1\n"_s.arg(idText(one.id)));
        }
        if (const auto done = await(m_access->decide(said)); !done)
            return done;
        for (const auto &one : said)
            log(u"D %1\n"_s.arg(idText(one.id)));
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

    FolderTask m_task;
    QRandomGenerator m_random;
    int m_log;
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<items::StoreAccessSource> m_access;
};

} // namespace

QStringList FolderTask::arguments() const
{
    return {u"--client"_s,
            profile,
            log,
            QString::number(seed),
            QString::number(int(decides)),
            QString::number(int(drain))};
}

FolderTask FolderTask::of(const QStringList &arguments)
{
    return {.profile = arguments.value(2),
            .log = arguments.value(3),
            .seed = arguments.value(4).toUInt(),
            .decides = arguments.value(5) == u"1"_s,
            .drain = arguments.value(6) == u"1"_s};
}

int runFolderClient(const FolderTask &task)
{
    return FolderClient(task).run();
}

} // namespace portolan::tests
