// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxstore.h"

#include "models/store/operationtable.h"
#include "models/store/outboxtables.h"

#include <QSet>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr qsizetype reserveBytes = 1024 * 1024;

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
    const OutboxAccountTable accounts(connection);
    registry.set({accounts.all(), JoinDecisionTable(connection).all(), accounts.removed()});
}

void OutboxStore::reload()
{
    m_thread->post([this](File &file) {
        const auto before = m_setup.registry->now();
        qint64 version = 0;
        const bool isFirst = !file.connection || file.othersVersion == 0;
        const auto loaded = guarded([&] {
            version = opened(file).number("PRAGMA data_version");
            load(opened(file), *m_setup.registry);
        });
        if (!loaded)
            return recover(file, loaded.error());
        const auto seen = std::exchange(file.othersVersion, version);
        const auto now = m_setup.registry->now();
        if (now->accounts != before->accounts)
            m_setup.accountsChanged();
        else if (now->decisions != before->decisions)
            m_setup.decided();
        if (!isFirst && seen != version)
            m_setup.ownWorkChanged();
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

void OutboxStore::begin(Connection &connection)
{
    static constexpr auto beginSql = "BEGIN IMMEDIATE";
    Query(connection, beginSql).execute();
    OperationTable table(connection);
    QSet<QUuid> found;
    for (const auto &key : std::as_const(m_doubted)) {
        if (table.removeUnsent(key))
            found.insert(key);
    }
    const auto last = m_doubtedChanges.isEmpty() ? 0 : LastActTable(connection).of(m_self);
    for (const auto &change : std::as_const(m_doubtedChanges)) {
        if (!mayHaveTaken(change, last))
            continue;
        // What was to be displaced may have been sent or given up since: it is not brought back
        // where it never went.
        if (!change.beside.isNull() && !found.contains(change.beside))
            continue;
        if (!change.after)
            table.restore(change.before);
        else if (table.find(change.before.id) == change.after)
            table.update(change.before);
    }
    // Should this one be in doubt as well: what it takes back was taken back once.
    if (!m_doubtedChanges.isEmpty())
        markAct(connection);
}

qint64 OutboxStore::markAct(Connection &connection)
{
    LastActTable(connection).put(m_self, ++m_act);
    return m_act;
}

void OutboxStore::end(Connection &connection)
{
    static constexpr auto commitSql = "COMMIT";
    Query(connection, commitSql).execute();
    m_doubted.clear();
    m_doubtedChanges.clear();
}

bool OutboxStore::wasForbidden(const Error &error)
{
    return error.kind == Error::Kind::Usage || error.kind == Error::Kind::NotFound;
}

void OutboxStore::recover(File &file, const Error &error)
{
    static constexpr auto rollbackSql = "ROLLBACK";
    if (file.connection && file.connection->inTransaction())
        static_cast<void>(guarded([&] { Query(*file.connection, rollbackSql).execute(); }));
    if (needsReopen(error))
        file.connection.reset();
}

void OutboxStore::reloadAccounts(File &file, const std::function<void()> &after)
{
    const auto loaded = guarded([&] { load(opened(file), *m_setup.registry); });
    if (!loaded)
        return recover(file, loaded.error());
    if (after)
        after();
}

QFuture<Result<QList<Account>>> OutboxStore::accounts()
{
    return read<QList<Account>>([](Connection &c) { return OutboxAccountTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::put(Account account)
{
    return write<void>(
        [account = std::move(account)](Connection &c) { OutboxAccountTable(c).put(account); },
        m_setup.accountsChanged);
}

QFuture<Result<void>> OutboxStore::remove(const QUuid &account)
{
    return write<void>([account](Connection &c) { OutboxAccountTable(c).remove(account); },
                       [this] {
                           m_setup.accountsChanged();
                           m_setup.ownWorkChanged();
                       });
}

QFuture<Result<void>> OutboxStore::arrange(QList<QUuid> accounts)
{
    return write<void>([accounts = std::move(accounts)](
                           Connection &c) { OutboxAccountTable(c).arrange(accounts); },
                       m_setup.accountsChanged);
}

QFuture<Result<QList<SavedView>>> OutboxStore::savedViews()
{
    return read<QList<SavedView>>([](Connection &c) { return SavedViewTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::saveView(SavedView view)
{
    return write<void>([view = std::move(view)](Connection &c) { SavedViewTable(c).put(view); },
                       m_setup.ownWorkChanged);
}

QFuture<Result<void>> OutboxStore::removeView(const QString &name)
{
    return write<void>([name](Connection &c) { SavedViewTable(c).remove(name); },
                       m_setup.ownWorkChanged);
}

QFuture<Result<QList<QUuid>>> OutboxStore::followed()
{
    return read<QList<QUuid>>([](Connection &c) { return FollowTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::follow(const QUuid &entity, bool on)
{
    return write<void>([entity, on](Connection &c) { FollowTable(c).set(entity, on); },
                       m_setup.ownWorkChanged);
}

QFuture<Result<QList<JoinDecision>>> OutboxStore::joinDecisions()
{
    return read<QList<JoinDecision>>([](Connection &c) { return JoinDecisionTable(c).all(); });
}

QFuture<Result<JoinStep>> OutboxStore::decide(JoinStep step)
{
    return write<JoinStep>(
        [step = std::move(step)](Connection &c) { return JoinDecisionTable(c).take(step); },
        m_setup.decided);
}

QFuture<Result<QList<BasketEntry>>> OutboxStore::basket()
{
    return read<QList<BasketEntry>>([](Connection &c) { return BasketTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::collect(BasketEntry entry)
{
    return write<void>([entry](Connection &c) { BasketTable(c).put(entry); },
                       m_setup.ownWorkChanged);
}

QFuture<Result<void>> OutboxStore::drop(QList<QUuid> things)
{
    return write<void>(
        [things](Connection &c) {
            for (const auto &thing : things)
                BasketTable(c).remove(thing);
        },
        m_setup.ownWorkChanged);
}

QFuture<Result<QStringList>> OutboxStore::notices()
{
    return read<QStringList>([](Connection &c) { return NoticeTable(c).all(); });
}

QFuture<Result<void>> OutboxStore::addNotices(QStringList keys, QDateTime at)
{
    // Nothing that is shown depends on it, so nobody is told.
    return write<void>(
        [keys, at](Connection &c) {
            for (const auto &key : keys)
                NoticeTable(c).put(key, at);
        },
        [] {});
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
    return write<void>([step, actions = std::move(actions)](
                           Connection &c) { *step = TriageTable(c).append(actions); },
                       [this, step] {
                           m_steps.append(*step);
                           m_setup.ownWorkChanged();
                       });
}

QFuture<Result<void>> OutboxStore::undo()
{
    return write<void>(
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
