// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/hostgate.h"
#include "models/net/httpclient.h"
#include "models/net/retrypolicy.h"

#include <QThread>

namespace portolan::net {

//! Sends requests through another client and repeats what is worth it, as RetryPolicy and HostGate
//! say. Reads are repeated; a write only when it says that it may be. A streamed answer is not
//! repeated once a part of it went to the sink. What would have to wait too long for who waits
//! fails at once, and says when to come back.
class PatientClient final : public HttpClient
{
public:
    //! \a client and \a clock outlive this.
    PatientClient(HttpClient &client, const Clock &clock, Random random = systemRandom(),
                  const HostLimits &limits = {});
    //! What is under way or waits ends as Cancelled.
    ~PatientClient() override;

    QFuture<Result<HttpResponse>> stream(HttpRequest request, BodySink sink) override;

    //! Tries now what waits for a repetition or a broken host: after F5, or when the network is
    //! back. What a server asked to wait for goes on waiting.
    void tryNow();
    //! Looks again at what is due: after the machine slept, or a test moved the clock.
    void lookAgain();

private:
    class Waiting;

    QThread m_thread;
    Waiting *m_waiting; // deleted in its thread, when that ends
};

} // namespace portolan::net
