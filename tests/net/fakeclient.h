// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/httpclient.h"

#include <QList>
#include <QMutex>
#include <QPromise>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace portolan::tests {

//! Time that passes when the test says so.
class HandClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }

    qint64 monotonicMs() const override { return m_ms; }

    void advance(qint64 ms) { m_ms += ms; }

private:
    std::atomic<qint64> m_ms = 1'000'000;
};

//! A client without a network: a function of the test answers, or leaves the request open. Hosts
//! called "barrier…" always answer and do not count.
class FakeClient final : public net::HttpClient
{
public:
    using Outcome = Result<net::HttpResponse>;
    //! Says what comes back for the request number \a n, from 1; nothing leaves it open.
    using Answer = std::function<std::optional<Outcome>(int n, const net::HttpRequest &request,
                                                        const net::BodySink &sink)>;

    FakeClient(const Clock &clock, Answer answer)
        : m_clock(clock)
        , m_answer(std::move(answer))
    {
    }

    QFuture<Outcome> stream(net::HttpRequest request, net::BodySink sink) override
    {
        const QMutexLocker lock(&m_mutex);
        QPromise<Outcome> promise;
        promise.start();
        auto future = promise.future();
        if (request.url.host().startsWith("barrier")) {
            promise.addResult(net::HttpResponse{.status = 200});
            promise.finish();
            return future;
        }
        m_times.append(m_clock.monotonicMs());
        m_futures.append(future);
        if (auto outcome = m_answer(static_cast<int>(m_times.size()), request, sink)) {
            promise.addResult(std::move(*outcome));
            promise.finish();
        } else {
            m_open.push_back(std::make_shared<QPromise<Outcome>>(std::move(promise)));
        }
        return future;
    }

    //! When each request went out.
    QList<qint64> times() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_times;
    }

    int count() const { return static_cast<int>(times().size()); }

    bool isCancelled(int index) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_futures.at(index).isCanceled();
    }

    //! Ends all that were left open.
    void endOpen(const Outcome &outcome)
    {
        std::vector<std::shared_ptr<QPromise<Outcome>>> open;
        {
            const QMutexLocker lock(&m_mutex);
            open.swap(m_open);
        }
        for (const auto &promise : open) {
            promise->addResult(outcome);
            promise->finish();
        }
    }

private:
    const Clock &m_clock;
    Answer m_answer;
    mutable QMutex m_mutex;
    QList<qint64> m_times;
    QList<QFuture<Outcome>> m_futures;
    std::vector<std::shared_ptr<QPromise<Outcome>>> m_open;
};

} // namespace portolan::tests
