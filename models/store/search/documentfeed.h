// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/indexdocument.h"
#include "models/store/search/segmentbuilder.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace portolan::store {

//! Adds documents to a SegmentBuilder in a thread of its own, in their order, while the next ones
//! are read: each takes about half of the time that an index needs. To be used by one thread.
class DocumentFeed
{
public:
    //! \a builder is not to be touched until finish(), and outlives this.
    explicit DocumentFeed(SegmentBuilder &builder);
    //! Leaves out what still waits.
    ~DocumentFeed();
    DocumentFeed(const DocumentFeed &) = delete;
    DocumentFeed &operator=(const DocumentFeed &) = delete;

    //! Waits while many documents wait. False once one could not be added.
    bool add(IndexDocument &&document);
    //! Waits until all are added; a Store error where memory ran out.
    [[nodiscard]] Result<void> finish();

private:
    using Batch = std::vector<IndexDocument>;

    void run();
    void addAll(Batch batch);
    void handOver();

    SegmentBuilder &m_builder;
    Batch m_batch;
    std::mutex m_mutex; //!< guards what follows
    std::condition_variable m_changed;
    std::deque<Batch> m_waiting;
    bool m_isAdding = false;
    bool m_hasFailed = false;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace portolan::store
