// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>
#include <utility>

namespace portolan {

//! The thread in which answers are seen coming: who waits for one may have no event loop, or one
//! that must not run meanwhile.
QThread *answersThread();

//! What \a make makes of the result of \a future, once that is there; cancelled where it was. Used
//! instead of QFuture::then(QtFuture::Launch::Sync, …): Qt 6.4 runs a continuation twice that is
//! added while another thread finishes the future. \a make runs in any thread, with a copy of the
//! result.
template <typename T, typename Make>
auto mapped(QFuture<T> future, Make make) -> QFuture<std::invoke_result_t<Make, T>>
{
    using Made = std::invoke_result_t<Make, T>;
    const auto promise = std::make_shared<QPromise<Made>>();
    promise->start();
    const auto settle = [promise, make = std::move(make)](const QFuture<T> &done) {
        if (done.resultCount() > 0)
            promise->addResult(make(done.result()));
        else
            promise->future().cancel();
        promise->finish();
    };
    if (future.isFinished()) {
        settle(future);
        return promise->future();
    }
    auto *watcher = new QFutureWatcher<T>;
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, settle] {
        settle(watcher->future());
        watcher->deleteLater();
    });
    watcher->setFuture(std::move(future));
    watcher->moveToThread(answersThread());
    return promise->future();
}

} // namespace portolan
