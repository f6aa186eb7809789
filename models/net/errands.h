// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/hostgate.h"
#include "models/net/httpclient.h"

#include <QPromise>

#include <atomic>
#include <optional>

namespace portolan::net {

//! A request until its answer is settled, however often it is sent. Belongs to the thread of the
//! PatientClient, apart from what its sink does.
struct Errand
{
    HttpRequest request;
    BodySink sink;
    QPromise<Result<HttpResponse>> promise;
    int failures = 0;
    qint64 bornMs = 0;
    qint64 dueMs = 0;
    bool probe = false;
    std::atomic<bool> delivered = false; //!< a part went to the sink

    //! Whether \a result is not the last word: it may fare better, may be repeated, and there are
    //! attempts left.
    bool mayRepeat(const Result<HttpResponse> &result) const;
    //! Plans the next attempt after \a result; false where that would be too late to be of use.
    bool postpone(const Result<HttpResponse> &result, const RetryPolicy &policy, qint64 nowMs);
    //! Whether an attempt at \a atMs is too late for who waits.
    bool isTooLate(qint64 atMs) const;
    //! Why the errand ends when its host lets nothing through, as \a admission says. It never left:
    //! the kind is the same for both reasons.
    Error turnedAway(const HostGate::Admission &admission, qint64 nowMs) const;
    //! Ends the errand.
    void settle(Result<HttpResponse> result);
};

} // namespace portolan::net
