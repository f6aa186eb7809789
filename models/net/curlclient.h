// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/curlprofile.h"
#include "models/net/httpclient.h"

#include <memory>

namespace portolan::net {

//! Sends requests with libcurl: one thread, one multi handle, connections and HTTP/2 streams shared
//! by all accounts. Repeats nothing and follows nothing. What is under way when it is destroyed
//! ends as Cancelled.
class CurlClient final : public HttpClient
{
public:
    //! \a clock outlives the client.
    explicit CurlClient(const Clock &clock, const TransferLimits &limits = {});
    ~CurlClient() override;

    QFuture<Result<HttpResponse>> stream(HttpRequest request, BodySink sink) override;

private:
    class Loop;

    std::unique_ptr<Loop> m_loop;
};

} // namespace portolan::net
