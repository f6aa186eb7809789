// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"

#include <QFuture>

#include <functional>
#include <stop_token>

namespace portolan::platforms {

class PageSink;

//! How one who waits for an answer learns that nobody wants it any more. Without any of it nothing
//! cancels.
struct Cancellation
{
    //! Asked before a wait and whenever it is woken; where \a stop can never say it, some twenty
    //! times a second. In the thread that waits.
    std::function<bool()> isCancelled;
    //! What wakes the wait at once, asked for at its beginning.
    std::function<std::stop_token()> stop;

    bool asks() const { return isCancelled && isCancelled(); }
};

//! That the pull of \a sink is to stop. \a sink outlives it.
Cancellation cancellationOf(const PageSink &sink);
//! The same for a session, whose pulls come and go: \a sink, which outlives it, is null between
//! them, and then nothing cancels.
Cancellation cancellationOf(PageSink *const &sink);

//! Waits until \a answer is there and gives it; once \a cancellation says so, cancels it and is
//! Cancelled. An answer that somebody else cancelled is Cancelled as well. Blocks: never in the
//! window's thread.
[[nodiscard]] Result<net::HttpResponse> waitFor(QFuture<Result<net::HttpResponse>> answer,
                                                const Cancellation &cancellation);

} // namespace portolan::platforms
