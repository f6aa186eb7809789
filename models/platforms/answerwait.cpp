// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/answerwait.h"

#include "models/base/mapped.h"
#include "models/platforms/platform.h"

#include <QFutureWatcher>
#include <QScopeGuard>
#include <QSemaphore>

#include <atomic>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

using Answer = Result<net::HttpResponse>;

// How long a wait goes on that nothing can wake before it asks whether anybody still wants it.
constexpr int lookAgainMs = 50;

//! Where the answer and who waits for it meet. The bell rings behind isOver: else it would be
//! looked at too early, and then not again for the length of a whole wait.
struct Meeting
{
    QSemaphore bell;
    std::atomic<bool> isOver = false;

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
    // Copied: taken, it would look unfinished to its promise, which then finishes it once more.
    const auto outcome = [&answer] {
        return answer.resultCount() > 0 ? answer.result() : stopped();
    };
    if (answer.isFinished())
        return outcome();
    const auto meeting = std::make_shared<Meeting>();
    // No continuation: Qt 6.4 runs one twice that is added while another thread finishes the
    // answer, and what it would then run is no longer there.
    auto *watcher = new QFutureWatcher<Answer>;
    const auto leave = qScopeGuard([watcher] { watcher->deleteLater(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [meeting] { meeting->end(); });
    watcher->setFuture(answer);
    watcher->moveToThread(answersThread());
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
    return outcome();
}

} // namespace portolan::platforms
