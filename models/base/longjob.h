// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>

namespace portolan {

//! What a long job says of itself while it runs, and whether anybody still wants it. Any thread may
//! ask and tell.
class LongJob
{
public:
    void cancel() { m_isCancelled.store(true, std::memory_order_relaxed); }

    bool isCancelled() const { return m_isCancelled.load(std::memory_order_relaxed); }

    //! How far it is, 0 to 100; negative while nobody knows.
    int percent() const { return m_percent.load(std::memory_order_relaxed); }

    //! That \a done of \a all is done.
    void setDone(double done, double all)
    {
        const auto share = all > 0 ? std::clamp(done / all, 0.0, 1.0) : 1.0;
        m_percent.store(static_cast<int>(share * 100), std::memory_order_relaxed);
    }

private:
    std::atomic<bool> m_isCancelled = false;
    std::atomic<int> m_percent = -1;
};

} // namespace portolan
