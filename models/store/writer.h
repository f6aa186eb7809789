// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/cachewriter.h"
#include "models/store/connection.h"
#include "models/store/history.h"
#include "models/store/taskthread.h"

#include <QFuture>
#include <QPromise>
#include <QSet>
#include <QUuid>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

namespace portolan::store {

//! When a job comes among others.
struct Turn
{
    QUuid account = {}; //!< whose things it writes; what is of one account keeps its order
    bool givesWay = false; //!< what others write may come between its parts
};

//! A piece of work for the writer thread.
class WriteJob
{
public:
    explicit WriteJob(Turn turn = {})
        : m_turn(turn)
    {
    }

    virtual ~WriteJob();

    const Turn &turn() const { return m_turn; }

    //! Does a part inside the open transaction; true when it wants to be called again after a
    //! commit. Throws.
    virtual bool step(CacheWriter &writer) = 0;
    //! Called once: after the commit, or with the reason why nothing was written.
    virtual void finish(const std::optional<Error> &error) = 0;

private:
    Turn m_turn;
};

//! A job that answers a future.
template <typename T>
class FutureJob final : public WriteJob
{
public:
    using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
    using Step = std::function<bool(CacheWriter &, Value &)>;
    //! Called with the function that answers the future, once the commit is done.
    using Deliver = std::function<void(std::function<void()>)>;

    //! \a failed is called in the writer's thread, before any later job, when nothing was written.
    explicit FutureJob(Step step, Deliver deliver = {}, std::function<void()> failed = {},
                       Turn turn = {})
        : WriteJob(turn)
        , m_step(std::move(step))
        , m_deliver(std::move(deliver))
        , m_failed(std::move(failed))
        , m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }

    QFuture<Result<T>> future() { return m_promise->future(); }

    bool step(CacheWriter &writer) override
    {
        // What a step counts stands only once its transaction does.
        auto value = m_value;
        const bool again = m_step(writer, value);
        m_value = std::move(value);
        return again;
    }

    void finish(const std::optional<Error> &error) override
    {
        Result<T> result;
        if (error && m_failed)
            m_failed();
        if (error)
            result = tl::unexpected<Error>(*error);
        else if constexpr (!std::is_void_v<T>)
            result = m_value;
        auto answer = [promise = m_promise, result = std::move(result)] {
            promise->addResult(result);
            promise->finish();
        };
        if (m_deliver && !error)
            m_deliver(std::move(answer));
        else
            answer();
    }

private:
    Step m_step;
    Deliver m_deliver;
    std::function<void()> m_failed;
    std::shared_ptr<QPromise<Result<T>>> m_promise;
    Value m_value{};
};

//! The one thread that writes cache.db and history.db. A transaction takes in jobs until the queue
//! is empty, 5,000 rows are written or 100 ms have passed (ruling 4); history commits first, so
//! that what follows a crash is a replay that changes nothing (ruling 1). Jobs are worked off in
//! the order in which they came; only between the parts of one that gives way come those of others.
class Writer
{
public:
    struct Setup
    {
        OpenOptions cache;
        OpenOptions history;
        const Clock *clock = nullptr;
        const AccountRegistry *accounts = nullptr;
        std::function<void()> committed; //!< in the writer's thread, behind every commit
        //! Called in the writer's thread after a commit that changed entities.
        std::function<void()> entitiesChanged;
    };

    explicit Writer(Setup setup);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void post(std::unique_ptr<WriteJob> job);
    //! Works off the queue and ends the thread.
    void close();

private:
    struct Files;

    struct Failure
    {
        Error error;
        bool ofBatch = false; //!< nothing of the transaction may be kept
    };

    using Job = std::unique_ptr<WriteJob>;
    using Jobs = std::vector<Job>;

    void run();
    Job next();
    Job takeFree();
    void runBatch(Job first);
    bool open();
    Jobs work(Job first);
    std::optional<Failure> runStep(WriteJob &job, bool &again);
    void keepJournalSmall();
    void abandon();

    Setup m_setup;
    qint64 m_journalLimit; //!< bytes of the cache's journal
    TaskQueue<Job> m_queue;
    std::unique_ptr<Files> m_files;
    std::optional<Error> m_openError;
    std::optional<Error> m_batchError;
    Job m_resumed; //!< has more to do in the next transaction
    std::deque<Job> m_aside; //!< have more to do, and give way; the first goes on first
    std::deque<Job> m_kept; //!< out of the queue, behind something of their account that is aside
    bool m_isOthersTurn = false; //!< of what is not aside
    std::thread m_thread;
};

} // namespace portolan::store
