// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/curlclient.h"
#include "models/net/patientclient.h"

#include <memory>
#include <mutex>

namespace portolan::app {

//! The network, made at the first request: most starts show what is cached, and most commands ask
//! nobody.
class OnDemandClient final : public net::HttpClient
{
public:
    //! \a clock outlives this object.
    explicit OnDemandClient(const Clock &clock);

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request,
                                              net::BodySink sink) override;

    //! Tries now what waits for a repetition: after F5, or when the network is back.
    void tryNow();

private:
    struct Network
    {
        explicit Network(const Clock &clock);

        net::CurlClient curl;
        net::PatientClient patient;
    };

    const Clock &m_clock;
    std::mutex m_mutex; //!< guards the pointer
    std::unique_ptr<Network> m_network;
};

} // namespace portolan::app
