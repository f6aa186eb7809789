// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountregistry.h"
#include "models/store/accountstore.h"
#include "models/store/connection.h"
#include "models/store/taskthread.h"
#include "models/store/triagestore.h"

#include <functional>
#include <memory>
#include <optional>

namespace portolan::store {

//! AccountStore and TriageStore on outbox.db, with the one thread that writes it.
class OutboxStore final : public AccountStore, public TriageStore
{
public:
    struct Setup
    {
        OpenOptions file;
        QString reserveFile; //!< given up so that a commit fits on a full disk
        AccountRegistry *registry = nullptr;
        std::function<void()> accountsChanged; //!< in the outbox's thread, after the commit
        std::function<void()> ownWorkChanged;
        std::function<void(const JoinDecision &)> decided;
    };

    explicit OutboxStore(Setup setup);
    ~OutboxStore() override;

    QFuture<Result<QList<Account>>> accounts() override;
    QFuture<Result<void>> put(Account account) override;
    QFuture<Result<void>> remove(const QUuid &account) override;
    QFuture<Result<QList<SavedView>>> savedViews() override;
    QFuture<Result<void>> saveView(SavedView view) override;
    QFuture<Result<void>> removeView(const QString &name) override;
    QFuture<Result<QList<QUuid>>> followed() override;
    QFuture<Result<void>> follow(const QUuid &entity, bool on) override;
    QFuture<Result<QList<JoinDecision>>> joinDecisions() override;
    QFuture<Result<void>> setJoin(JoinDecision decision) override;
    QFuture<Result<void>> clearJoin(JoinDecision decision) override;
    QFuture<Result<qint64>> waitingCount() override;

    QFuture<Result<QList<TriageAction>>> actions() override;
    QFuture<Result<void>> append(QList<TriageAction> actions) override;
    QFuture<Result<void>> undo() override;

    //! Reads them again, since another process may have changed them; tells when it has.
    void reload();

    //! Reads the accounts and decisions into the registry, in the caller's thread.
    static void load(Connection &connection, AccountRegistry &registry);

private:
    //! The connection, opened anew after a failure that makes it doubtful.
    struct File
    {
        std::shared_ptr<Connection> connection;
    };

    template <typename T>
    QFuture<Result<T>> read(std::function<T(Connection &)> function);
    QFuture<Result<void>> write(std::function<void(Connection &)> function,
                                std::function<void()> after);
    Connection &opened(File &file);
    Result<void> commit(File &file, const std::function<void(Connection &)> &function);

    Setup m_setup;
    QList<qint64> m_steps; //!< of this run, that stand; of the outbox's thread
    std::unique_ptr<TaskThreads<File>> m_thread;
};

//! Makes sure that \a file occupies 1 MB, the room that is given up for a commit on a full disk.
void keepReserve(const QString &file);

} // namespace portolan::store
