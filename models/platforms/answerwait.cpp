// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/answerwait.h"

#include "models/platforms/platform.h"

#include <QSemaphore>

#include <atomic>
#include <memory>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

using Answer = Result<net::HttpResponse>;

// How long a wait goes on that nothing can wake before it asks whether anybody still wants it.
constexpr int lookAgainMs = 50;

//! Where the answer and who waits for it meet. The bell rings after everything it is rung for was
//! written: a future that is about to finish, and rings first, would be looked at too early and
//! then not again for the length of a whole wait.
struct Meeting
{
    QSemaphore bell;
    std::atomic<bool> isOver = false;
    std::optional<Answer> answer; //!< written before isOver

    void end()
    {
        isOver = true;
        bell.release();
    }
};

Answer stopped()
{
    return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
}

} // namespace

Cancellation cancellationOf(const PageSink &sink)
{
    return {.isCancelled = [&sink] { return sink.isCancelled(); },
            .stop = [&sink] { return sink.stopToken(); }};
}

Cancellation cancellationOf(PageSink *const &sink)
{
    return {.isCancelled = [&sink] { return sink != nullptr && sink->isCancelled(); },
            .stop = [&sink] { return sink != nullptr ? sink->stopToken() : std::stop_token(); }};
}

Answer waitFor(QFuture<Answer> answer, const Cancellation &cancellation)
{
    const auto meeting = std::make_shared<Meeting>();
    answer
        .then(QtFuture::Launch::Sync,
              [meeting](QFuture<Answer> finished) {
                  // Copied: taken, it would look unfinished to its promise, which then runs this
                  // once more when it goes (Qt 6.4).
                  if (finished.resultCount() > 0)
                      meeting->answer = finished.result();
                  meeting->end();
              })
        .onCanceled([meeting] { meeting->end(); });
    const auto stop = cancellation.stop ? cancellation.stop() : std::stop_token();
    const std::stop_callback wake(stop, [meeting] { meeting->bell.release(); });
    const bool isWoken = stop.stop_possible() || !cancellation.isCancelled;
    while (!meeting->isOver) {
        if (cancellation.asks()) {
            answer.cancel();
            return stopped();
        }
        if (isWoken)
            meeting->bell.acquire();
        else
            meeting->bell.tryAcquire(1, lookAgainMs);
    }
    return meeting->answer ? *std::move(meeting->answer) : stopped();
}

} // namespace portolan::platforms
