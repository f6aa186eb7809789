// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/ondemandclient.h"

#include <utility>

namespace portolan::app {

OnDemandClient::Network::Network(const Clock &clock)
    : curl(clock)
    , patient(curl, clock)
{
}

OnDemandClient::OnDemandClient(const Clock &clock)
    : m_clock(clock)
{
}

QFuture<Result<net::HttpResponse>> OnDemandClient::stream(net::HttpRequest request,
                                                          net::BodySink sink)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_network)
        m_network = std::make_unique<Network>(m_clock);
    return m_network->patient.stream(std::move(request), std::move(sink));
}

void OnDemandClient::tryNow()
{
    const std::scoped_lock lock(m_mutex);
    if (m_network)
        m_network->patient.tryNow();
}

} // namespace portolan::app
