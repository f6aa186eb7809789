// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httprequest.h"
#include "models/net/httpresponse.h"

#include <QByteArrayView>
#include <QFuture>

#include <functional>

namespace portolan::net {

//! Takes the decoded body of a 2xx answer, part by part, in the net thread: it must not wait. False
//! ends the transfer.
using BodySink = std::function<bool(QByteArrayView part)>;

//! Sends requests. The seam at which tests put a double. Safe to call from any thread.
class HttpClient
{
public:
    virtual ~HttpClient();

    //! Sends \a request; the future holds the complete answer, whatever its status, or says why
    //! there is none. Cancelling the future ends the transfer; it then holds nothing.
    [[nodiscard]] QFuture<Result<HttpResponse>> send(HttpRequest request);
    //! The same, with the body of a 2xx answer handed to \a sink instead of kept.
    [[nodiscard]] virtual QFuture<Result<HttpResponse>> stream(HttpRequest request,
                                                               BodySink sink) = 0;
};

} // namespace portolan::net
