// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/indexdocument.h"
#include "models/store/search/segmentruns.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace portolan::store {

//! Adds documents to SegmentRuns in a thread of its own, in their order, while the next ones
//! are read: each takes about half of the time that an index needs. To be used by one thread.
class DocumentFeed
{
public:
    //! \a runs are not to be touched until finish(), and outlive this.
    explicit DocumentFeed(SegmentRuns &runs);
    //! Leaves out what still waits.
    ~DocumentFeed();
    DocumentFeed(const DocumentFeed &) = delete;
    DocumentFeed &operator=(const DocumentFeed &) = delete;

    //! Waits while many documents wait. False once one could not be added.
    bool add(IndexDocument &&document);
    //! Waits until all are added; a Store error where memory ran out. What
    //! the runs could not take in they say themselves.
    [[nodiscard]] Result<void> finish();

private:
    using Batch = std::vector<IndexDocument>;

    void run();
    void addAll(Batch batch);
    void handOver();

    SegmentRuns &m_runs;
    Batch m_batch;
    qsizetype m_fields = 0; //!< of the documents of m_batch
    std::mutex m_mutex; //!< guards what follows
    std::condition_variable m_changed;
    std::deque<Batch> m_waiting;
    bool m_isAdding = false;
    bool m_hasFailed = false;
    bool m_isRefused = false; //!< by the runs
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace portolan::store
