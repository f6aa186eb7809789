// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/marquez/marquezactions.h"
#include "models/platforms/marquez/pull.h"
#include "models/platforms/marquez/site.h"
#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::marquez {

//! An open account of Marquez.
class MarquezSession final : public Session
{
public:
    MarquezSession(Site site, Subscription subscription, const Services &services);

    Result<PullResult> pull(const QByteArray &cursor, bool full, PageSink &sink) override;

    ActionPort *actions() override { return &m_actions; }

private:
    Site m_site;
    Subscription m_subscription;
    const Clock &m_clock;
    std::shared_ptr<net::HttpClient> m_http;
    Memory m_memory;
    MarquezActions m_actions;
};

} // namespace portolan::platforms::marquez
