// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lookout.h"

#include <chrono>

using namespace std::chrono_literals;

namespace portolan::store {

namespace {

constexpr auto interval = 2s;

} // namespace

Lookout::Lookout(const OpenOptions &cache, const std::function<void()> &eachLook,
                 std::function<void()> othersWrote)
    : m_cache(cache)
    , m_othersWrote(std::move(othersWrote))
    , m_thread(std::make_unique<TaskThreads<Seen>>(1, [] { return Seen(); }))
{
    m_cache.readOnly = true;
    m_cache.cacheKiB = 64;
    connect(&m_timer, &QTimer::timeout, this, [this, eachLook] {
        eachLook();
        if (!m_looking.exchange(true)) // a slow disk is not asked twice
            m_thread->post([this](Seen &seen) { look(seen); });
    });
    m_timer.start(interval);
}

Lookout::~Lookout()
{
    m_timer.stop();
    m_thread.reset();
}

void Lookout::look(Seen &seen)
{
    const auto ownCommits = m_ownCommits.load();
    const auto looked = guarded([&] {
        const bool first = !seen.connection;
        if (first)
            seen.connection = std::make_unique<Connection>(m_cache);
        const auto version = seen.connection->number("PRAGMA data_version");
        const bool changed = !first && version != seen.version;
        seen.version = version;
        if (changed && ownCommits == seen.ownCommits)
            m_othersWrote();
    });
    if (!looked)
        seen.connection.reset(); // it is tried again
    seen.ownCommits = ownCommits;
    m_looking = false;
}

} // namespace portolan::store
