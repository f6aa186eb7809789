// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountregistry.h"
#include "models/store/accountstore.h"
#include "models/store/connection.h"
#include "models/store/operationstore.h"
#include "models/store/taskthread.h"
#include "models/store/triagestore.h"

#include <QFile>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace portolan::store {

//! AccountStore, TriageStore and OperationStore on outbox.db, with the one thread that writes it.
class OutboxStore final : public AccountStore, public TriageStore, public OperationStore
{
public:
    struct Setup
    {
        OpenOptions file;
        QString reserveFile; //!< given up so that a commit fits on a full disk
        AccountRegistry *registry = nullptr;
        std::function<void()> accountsChanged; //!< in the outbox's thread, after the commit
        std::function<void()> ownWorkChanged;
        std::function<void()> decided; //!< other joins hold now
    };

    explicit OutboxStore(Setup setup);
    ~OutboxStore() override;

    QFuture<Result<QList<Account>>> accounts() override;
    QFuture<Result<void>> put(Account account) override;
    QFuture<Result<void>> remove(const QUuid &account) override;
    QFuture<Result<void>> arrange(QList<QUuid> accounts) override;
    QFuture<Result<QList<SavedView>>> savedViews() override;
    QFuture<Result<void>> saveView(SavedView view) override;
    QFuture<Result<void>> removeView(const QString &name) override;
    QFuture<Result<QList<QUuid>>> followed() override;
    QFuture<Result<void>> follow(const QUuid &entity, bool on) override;
    QFuture<Result<QList<JoinDecision>>> joinDecisions() override;
    QFuture<Result<JoinStep>> decide(JoinStep step) override;
    QFuture<Result<QList<BasketEntry>>> basket() override;
    QFuture<Result<void>> collect(BasketEntry entry) override;
    QFuture<Result<void>> drop(QList<QUuid> things) override;
    QFuture<Result<QStringList>> notices() override;
    QFuture<Result<void>> addNotices(QStringList keys, QDateTime at) override;
    QFuture<Result<qint64>> waitingCount() override;

    QFuture<Result<QList<TriageAction>>> actions() override;
    QFuture<Result<void>> append(QList<TriageAction> actions) override;
    QFuture<Result<void>> undo() override;

    QFuture<Result<QList<domain::Operation>>> operations() override;
    QFuture<Result<QList<domain::Operation>>> enqueue(QList<domain::Operation> operations,
                                                      QList<qint64> replaced) override;
    QFuture<Result<domain::Operation>> advance(qint64 id, domain::OperationEvent event,
                                               Learn learn) override;
    QFuture<Result<void>> undo(qint64 id) override;
    QFuture<Result<void>> discard(qint64 id) override;
    QFuture<Result<void>> restore(QList<domain::Operation> operations) override;
    QFuture<Result<void>> reclaim() override;
    QFuture<Result<void>> settle(QList<qint64> ids) override;

    //! Reads the accounts again, since another process may have changed them; tells when it has,
    //! and when it changed anything else in the outbox.
    void reload();

    //! Reads the accounts and decisions into the registry, in the caller's thread.
    static void load(Connection &connection, AccountRegistry &registry);

private:
    //! What a commit that failed may have done to an operation all the same.
    struct DoubtedChange
    {
        domain::Operation before;
        std::optional<domain::Operation> after; //!< none: it was removed
        QUuid beside; //!< key of what was added in the same commit: without it nothing was done
        qint64 act = 0; //!< number of that commit (LastActTable), where nothing was added in it
    };

    //! Whether \a change is in the file, of which \a last is the last act: else what the operation
    //! is there now is somebody else's doing.
    static bool mayHaveTaken(const DoubtedChange &change, qint64 last)
    {
        return change.act == 0 || change.act == last;
    }

    //! Whether a commit that failed was never begun, as what it was to change forbade it.
    static bool wasForbidden(const Error &error);

    //! The connection, opened anew after a failure that makes it doubtful.
    struct File
    {
        std::shared_ptr<Connection> connection;
        qint64 othersVersion = 0; //!< rises with what other connections commit
    };

    template <typename T>
    QFuture<Result<T>> read(std::function<T(Connection &)> function);
    //! \a after runs behind the commit, \a failed behind a first attempt that failed.
    template <typename T>
    QFuture<Result<T>> write(std::function<T(Connection &)> function, std::function<void()> after,
                             std::function<void()> failed = {});
    Connection &opened(File &file);
    template <typename T>
    Result<T> commit(File &file, const std::function<T(Connection &)> &function);
    void begin(Connection &connection);
    void end(Connection &connection);
    //! After a failure: leaves the transaction, and the connection where it became doubtful.
    void recover(File &file, const Error &error);
    //! Writes with what \a connection changes that it is the next act, and answers its number.
    qint64 markAct(Connection &connection);
    void reloadAccounts(File &file, const std::function<void()> &after);
    QFuture<Result<void>> removeOperation(qint64 id, bool (*allowed)(domain::OperationState),
                                          const QString &why);

    Setup m_setup;
    QList<qint64> m_steps; //!< of this run, that stand; of the outbox's thread
    // Keys of operations whose commit failed. It may be in the file all the same, where the disk
    // failed behind the last write: the next transaction begins by taking them out.
    QList<QUuid> m_doubted;
    QList<DoubtedChange> m_doubtedChanges; //!< by those and by a person: taken back with that
    const QUuid m_self = QUuid::createUuid(); //!< this run, in the file
    qint64 m_act = 0; //!< number of its last act, whether it was committed or not
    std::unique_ptr<TaskThreads<File>> m_thread;
};

//! Makes sure that \a file occupies 1 MB, the room that is given up for a commit on a full disk.
void keepReserve(const QString &file);

template <typename T>
QFuture<Result<T>> OutboxStore::read(std::function<T(Connection &)> function)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    m_thread->post([this, promise, function = std::move(function)](File &file) {
        auto result = guarded([&] { return function(opened(file)); });
        if (!result)
            recover(file, result.error());
        promise->addResult(std::move(result));
        promise->finish();
    });
    return future;
}

template <typename T>
Result<T> OutboxStore::commit(File &file, const std::function<T(Connection &)> &function)
{
    auto result = guarded([&] {
        auto &connection = opened(file);
        begin(connection);
        if constexpr (std::is_void_v<T>) {
            function(connection);
            end(connection);
        } else {
            auto value = function(connection);
            end(connection);
            return value;
        }
    });
    if (!result)
        recover(file, result.error());
    return result;
}

template <typename T>
QFuture<Result<T>> OutboxStore::write(std::function<T(Connection &)> function,
                                      std::function<void()> after, std::function<void()> failed)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    m_thread->post([this, promise, function = std::move(function), after = std::move(after),
                    failed = std::move(failed)](File &file) {
        auto result = commit(file, function);
        if (!result && failed && !wasForbidden(result.error()))
            failed();
        if (!result && result.error().kind == Error::Kind::DiskFull
            && QFile::remove(m_setup.reserveFile))
            result = commit(file, function);
        if (result)
            reloadAccounts(file, after);
        promise->addResult(std::move(result));
        promise->finish();
    });
    return future;
}

} // namespace portolan::store
