// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/documentfeed.h"

#include <new>
#include <utility>

namespace portolan::store {
namespace {

// Large enough that the hand-over costs nothing, small enough that documents of thousands of fields
// fit into memory.
constexpr std::size_t batchSize = 64;
constexpr qsizetype batchFields = 2000;
constexpr std::size_t mostBatches = 8;

} // namespace

DocumentFeed::DocumentFeed(SegmentRuns &runs)
    : m_runs(runs)
    , m_thread([this] { run(); })
{
}

DocumentFeed::~DocumentFeed()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    m_thread.join();
}

bool DocumentFeed::add(IndexDocument &&document)
{
    m_fields += document.fields.size();
    m_batch.push_back(std::move(document));
    if (m_batch.size() >= batchSize || m_fields >= batchFields)
        handOver();
    const std::scoped_lock lock(m_mutex);
    return !m_hasFailed && !m_isRefused;
}

void DocumentFeed::handOver()
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < mostBatches; });
        m_waiting.push_back(std::exchange(m_batch, {}));
    }
    m_fields = 0;
    m_changed.notify_all();
}

Result<void> DocumentFeed::finish()
{
    handOver();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && !m_isAdding; });
    return m_hasFailed ? failure(Error::Kind::Store, QStringLiteral("out of memory"))
                       : Result<void>();
}

void DocumentFeed::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ends || !m_waiting.empty(); });
        if (m_ends)
            return;
        auto batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_isAdding = true;
        lock.unlock();
        m_changed.notify_all();
        addAll(std::move(batch));
        lock.lock();
        m_isAdding = false;
        m_changed.notify_all();
    }
}

void DocumentFeed::addAll(Batch batch)
{
    try {
        for (const auto &document : batch) {
            if (!m_runs.add(document)) {
                const std::scoped_lock lock(m_mutex);
                m_isRefused = true;
                return;
            }
        }
    } catch (const std::bad_alloc &) {
        const std::scoped_lock lock(m_mutex);
        m_hasFailed = true;
    }
}

} // namespace portolan::store
