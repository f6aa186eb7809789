// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxstore.h"

#include "models/store/outboxtables.h"

#include <QFile>
#include <QPromise>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr qsizetype reserveBytes = 1024 * 1024;

template <typename T>
QFuture<Result<T>> finished(std::shared_ptr<QPromise<Result<T>>> &promise)
{
    promise->start();
    return promise->future();
}

template <typename T>
void answer(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

void keepReserve(const QString &file)
{
    QFile reserve(file);
    if (reserve.size() == reserveBytes || !reserve.open(QIODevice::WriteOnly))
        return;
    // Written, not just made long: a hole would occupy nothing. Half a reserve is given back.
    reserve.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const bool whole = reserve.write(QByteArray(reserveBytes, '\0')) == reserveBytes;
    reserve.close();
    if (!whole)
        reserve.remove();
}

OutboxStore::OutboxStore(Setup setup)
    : m_setup(std::move(setup))
    , m_thread(std::make_unique<TaskThreads<File>>(1, [] { return File(); }))
{
}

OutboxStore::~OutboxStore() = default;

void OutboxStore::load(Connection &connection, AccountRegistry &registry)
{
    registry.set({OutboxAccountTable(connection).all(), JoinDecisionTable(connection).all()});
}

void OutboxStore::reload()
{
    m_thread->post([this](File &file) {
        const auto before = m_setup.registry->now();
        const auto loaded = guarded([&] { load(opened(file), *m_setup.registry); });
        if (!loaded && needsReopen(loaded.error()))
            file.connection.reset();
        if (loaded && *m_setup.registry->now() != *before)
            m_setup.accountsChanged();
    });
}

Connection &OutboxStore::opened(File &file)
{
    if (!file.connection) {
        file.connection = std::make_shared<Connection>(m_setup.file);
        file.connection->restrict();
    }
    return *file.connection;
}

template <typename T>
QFuture<Result<T>> OutboxStore::read(std::function<T(Connection &)> function)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    auto future = finished(promise);
    m_thread->post([this, promise, function = std::move(function)](File &file) {
        auto result = guarded([&] { return function(opened(file)); });
        if (!result && needsReopen(result.error()))
            file.connection.reset();
        answer(*promise, std::move(result));
    });
    return future;
}

Result<void> OutboxStore::commit(File &file, const std::function<void(Connection &)> &function)
{
    static constexpr auto beginSql = "BEGIN IMMEDIATE";
    static constexpr auto commitSql = "COMMIT";
    static constexpr auto rollbackSql = "ROLLBACK";
    auto result = guarded([&] {
        auto &connection = opened(file);
        Query(connection, beginSql).execute();
        function(connection);
        Query(connection, commitSql).execute();
    });
    if (!result && file.connection && file.connection->inTransaction()) {
        static_cast<void>(guarded([&] { Query(*file.connection, rollbackSql).execute(); }));
    }
    if (!result && needsReopen(result.error()))
        file.connection.reset();
    return result;
}

QFuture<Result<void>> OutboxStore::write(std::function<void(Connection &)> function,
                                         std::function<void()> after)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    auto future = finished(promise);
    m_thread->post(
        [this, promise, function = std::move(function), after = std::move(after)](File &file) {
            auto result = commit(file, function);
            if (!result && result.error().kind == Error::Kind::DiskFull
                && QFile::remove(m_setup.reserveFile))
                result = commit(file, function);
            if (result) {
                const auto loaded = guarded([&] { load(opened(file), *m_setup.registry); });
                if (loaded && after)
                    after();
            }
            answer(*promise, std::move(result));
        });
    return future;
}

QFuture<Result<QList<Account>>> OutboxStore::accounts()
{
    return read<QList<Account>>([](Connection &c) { return OutboxAccountTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::put(Account account)
{
    return write(
        [account = std::move(account)](Connection &c) { OutboxAccountTable(c).put(account); },
        m_setup.accountsChanged);
}

QFuture<Result<void>> OutboxStore::remove(const QUuid &account)
{
    return write([account](Connection &c) { OutboxAccountTable(c).remove(account); },
                 m_setup.accountsChanged);
}

QFuture<Result<QList<SavedView>>> OutboxStore::savedViews()
{
    return read<QList<SavedView>>([](Connection &c) { return SavedViewTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::saveView(SavedView view)
{
    return write([view = std::move(view)](Connection &c) { SavedViewTable(c).put(view); },
                 m_setup.ownWorkChanged);
}

QFuture<Result<void>> OutboxStore::removeView(const QString &name)
{
    return write([name](Connection &c) { SavedViewTable(c).remove(name); }, m_setup.ownWorkChanged);
}

QFuture<Result<QList<QUuid>>> OutboxStore::followed()
{
    return read<QList<QUuid>>([](Connection &c) { return FollowTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::follow(const QUuid &entity, bool on)
{
    return write([entity, on](Connection &c) { FollowTable(c).set(entity, on); },
                 m_setup.ownWorkChanged);
}

QFuture<Result<QList<JoinDecision>>> OutboxStore::joinDecisions()
{
    return read<QList<JoinDecision>>([](Connection &c) { return JoinDecisionTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::setJoin(JoinDecision decision)
{
    return write([decision](Connection &c) { JoinDecisionTable(c).put(decision); },
                 [this, decision] { m_setup.decided(decision); });
}

QFuture<Result<void>> OutboxStore::clearJoin(JoinDecision decision)
{
    return write([decision](Connection &c) { JoinDecisionTable(c).remove(decision); },
                 [this, decision] { m_setup.decided(decision); });
}

QFuture<Result<qint64>> OutboxStore::waitingCount()
{
    return read<qint64>([](Connection &c) { return OperationTable(c).waiting(); });
}

TriageStore::~TriageStore() = default;

QFuture<Result<QList<TriageAction>>> OutboxStore::actions()
{
    return read<QList<TriageAction>>([](Connection &c) { return TriageTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::append(QList<TriageAction> actions)
{
    auto step = std::make_shared<qint64>(0);
    return write([step, actions = std::move(actions)](
                     Connection &c) { *step = TriageTable(c).append(actions); },
                 [this, step] {
                     m_steps.append(*step);
                     m_setup.ownWorkChanged();
                 });
}

QFuture<Result<void>> OutboxStore::undo()
{
    return write(
        [this](Connection &c) {
            if (m_steps.isEmpty())
                throw Error{Error::Kind::NotFound, u"nothing was done in this run"_s};
            TriageTable(c).undo(m_steps.last());
        },
        [this] {
            m_steps.removeLast();
            m_setup.ownWorkChanged();
        });
}

} // namespace portolan::store
