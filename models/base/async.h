// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace portolan {

//! Hands the future's result to \a deliver in \a receiver's thread, or to nobody once \a receiver
//! is gone. Used instead of QFuture::then(context, ...), which aborts in debug builds of Qt 6.4 in
//! that case.
template <typename T, typename Deliver>
void onFinished(QFuture<T> future, QObject *receiver, Deliver deliver)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, deliver = std::move(deliver)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled())
                             deliver(watcher->future().takeResult());
                     });
    watcher->setFuture(std::move(future));
}

} // namespace portolan
