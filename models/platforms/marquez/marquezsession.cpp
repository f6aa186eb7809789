// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/marquezsession.h"

#include <utility>

namespace portolan::platforms::marquez {

MarquezSession::MarquezSession(Site site, Subscription subscription, const Services &services)
    : m_site(std::move(site))
    , m_subscription(std::move(subscription))
    , m_clock(services.clock)
    , m_http(services.http)
    , m_actions(m_http, m_site.api)
{
}

Result<PullResult> MarquezSession::pull(const QByteArray &cursor, bool full, PageSink &sink)
{
    return Pull(m_site, m_subscription, m_clock, m_http, m_memory, sink).run(cursor, full);
}

} // namespace portolan::platforms::marquez
