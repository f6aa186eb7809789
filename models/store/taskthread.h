// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace portolan::store {

//! Tasks for the threads of the store, first in, first out. Any thread may add; the mutex guards
//! the queue only and is never held while a task runs.
template <typename Task>
class TaskQueue
{
public:
    void add(Task task)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
    }

    //! The next task; waits for one. Empty once the queue is closed and worked off.
    std::optional<Task> take()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_closed || !m_tasks.empty(); });
        return takeLocked();
    }

    //! The next task if there is one at once.
    std::optional<Task> takeNow()
    {
        const std::scoped_lock lock(m_mutex);
        return takeLocked();
    }

    void close()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closed = true;
        }
        m_wake.notify_all();
    }

private:
    std::optional<Task> takeLocked()
    {
        if (m_tasks.empty())
            return std::nullopt;
        std::optional<Task> task(std::move(m_tasks.front()));
        m_tasks.pop_front();
        return task;
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_closed = false;
};

//! A few threads that work off one queue of functions, each with a state of its own that is made in
//! the thread. Closing works off what is queued.
template <typename State>
class TaskThreads
{
public:
    using Task = std::function<void(State &)>;

    TaskThreads(int count, std::function<State()> makeState)
        : m_makeState(std::move(makeState))
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this] { run(); });
    }

    ~TaskThreads() { close(); }

    TaskThreads(const TaskThreads &) = delete;
    TaskThreads &operator=(const TaskThreads &) = delete;

    void post(Task task) { m_queue.add(std::move(task)); }

    void close()
    {
        m_queue.close();
        for (auto &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

private:
    void run()
    {
        auto state = m_makeState();
        while (auto task = m_queue.take())
            (*task)(state);
    }

    std::function<State()> m_makeState;
    TaskQueue<Task> m_queue;
    std::vector<std::thread> m_threads;
};

} // namespace portolan::store
