// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountregistry.h"
#include "models/store/changenotifier.h"
#include "models/store/checklist.h"
#include "models/store/entityreader.h"
#include "models/store/history.h"
#include "models/store/indexer.h"
#include "models/store/lookout.h"
#include "models/store/outboxstore.h"
#include "models/store/recovery.h"
#include "models/store/runmarker.h"
#include "models/store/store.h"
#include "models/store/taskthread.h"
#include "models/store/writer.h"

#include <QPromise>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace portolan::store {

//! The connections of one reader thread, opened when first needed.
struct ReadFiles
{
    std::unique_ptr<Connection> cache;
    std::unique_ptr<Connection> history;
    CheckList checks; //!< as these connections last found them
};

//! The parts of a store, in the order in which they need each other.
struct Store::Private
{
    Private(const Profile &profile, const Clock &clock, FileOptions options);
    ~Private();

    //! Starts the threads; the files are ready.
    void start();
    //! From now on the files are this process's alone: what the readers of a file share with others
    //! takes room on the disk, among themselves it takes none.
    void keepToMyself();
    //! Keeps the files so until the last reader is gone.
    void holdFiles();
    void accountsChanged();
    void decided();
    struct Going;
    QFuture<Result<void>> removeAccount(const QUuid &account);
    void forgetRemoved(const QUuid &account) const;
    Result<bool> isThere(const QUuid &account) const;
    //! Removes what history.db keeps of accounts that there are no more, if nobody noted that they
    //! went.
    void removeForgotten();
    //! Checks the catalogue on a reader thread.
    void checkCache();

    //! Runs \a function on a reader thread with the cache in one snapshot.
    template <typename T>
    QFuture<Result<T>> read(std::function<T(EntityReader &, ReadFiles &)> function);
    //! The same, once the search index has been current for a first time.
    template <typename T>
    QFuture<Result<T>> readIndexed(std::function<T(EntityReader &, ReadFiles &)> function);
    template <typename T>
    std::function<void(ReadFiles &)>
    readTask(std::function<T(EntityReader &, ReadFiles &)> function,
             std::shared_ptr<QPromise<Result<T>>> promise);
    void open(ReadFiles &files) const;
    //! Hands a job to the writer behind all pages that are still being made ready.
    template <typename T>
    QFuture<Result<T>> write(typename FutureJob<T>::Step step,
                             typename FutureJob<T>::Deliver deliver = {}, Turn turn = {});

    Profile profile;
    const Clock &clock;
    FileOptions options;
    std::atomic<bool> isClosing = false; //!< what can go on another time ends
    bool isReserveSpent = false; //!< on opening, in this run
    QList<domain::Finding> notices; //!< what opening the files had to mend
    std::unique_ptr<RunMarker> marker;
    bool isAlone = false; //!< keepToMyself()
    std::vector<std::unique_ptr<Connection>> held;
    ChangeNotifier notifier;
    AccountRegistry registry;
    std::shared_ptr<const AccountsNow> indexed; //!< whose names the index holds; outbox's thread
    // In the order in which they are made; they end in the opposite one.
    std::unique_ptr<Indexer> indexer;
    std::unique_ptr<Lookout> lookout;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<OutboxStore> outbox;
    std::unique_ptr<TaskThreads<ReadFiles>> readers;
    std::unique_ptr<TaskThreads<std::monostate>> preparing;
};

template <typename T>
std::function<void(ReadFiles &)>
Store::Private::readTask(std::function<T(EntityReader &, ReadFiles &)> function,
                         std::shared_ptr<QPromise<Result<T>>> promise)
{
    promise->start();
    return [this, promise = std::move(promise), function = std::move(function)](ReadFiles &files) {
        auto result = guarded([&] {
            open(files);
            EntityReader reader(*files.cache, registry.now());
            return function(reader, files);
        });
        if (!result && needsReopen(result.error()))
            files = {};
        promise->addResult(std::move(result));
        promise->finish();
    };
}

template <typename T>
QFuture<Result<T>> Store::Private::read(std::function<T(EntityReader &, ReadFiles &)> function)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    auto task = readTask(std::move(function), promise);
    readers->post(std::move(task));
    return promise->future();
}

template <typename T>
QFuture<Result<T>>
Store::Private::readIndexed(std::function<T(EntityReader &, ReadFiles &)> function)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    auto task = readTask(std::move(function), promise);
    indexer->whenUsable([this, task = std::move(task)] { readers->post(task); });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> Store::Private::write(typename FutureJob<T>::Step step,
                                         typename FutureJob<T>::Deliver deliver, Turn turn)
{
    auto job = std::make_shared<std::unique_ptr<FutureJob<T>>>(std::make_unique<FutureJob<T>>(
        std::move(step), std::move(deliver), std::function<void()>(), turn));
    auto future = (*job)->future();
    preparing->post([this, job](std::monostate &) { writer->post(std::move(*job)); });
    return future;
}

} // namespace portolan::store
