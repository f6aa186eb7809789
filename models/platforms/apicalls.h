// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"
#include "models/net/httpurl.h"
#include "models/platforms/answerwait.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>

namespace portolan::platforms {

//! What adapters over HTTP have in common: requests below one address, waited for in the thread
//! that asks, which is never the window's. Used by one thread at a time.
class ApiCalls
{
public:
    using Query = QList<std::pair<QString, QString>>;

    //! Without \a cancellation nothing cancels, and an answer is not waited for for long.
    ApiCalls(std::shared_ptr<net::HttpClient> http, net::HttpUrl base,
             Cancellation cancellation = {});

    const net::HttpUrl &base() const { return m_base; }

    //! The address below the base; \a query in its order.
    [[nodiscard]] Result<net::HttpUrl> address(const QStringList &segments,
                                               const Query &query = {}) const;
    //! Sends \a request and waits: the answer whatever its status, Cancelled when asked to stop.
    [[nodiscard]] Result<net::HttpResponse> send(net::HttpRequest request) const;
    //! A GET; an answer other than 2xx or 304 is the error of net::accepted().
    [[nodiscard]] Result<net::HttpResponse> get(const QStringList &segments,
                                                const Query &query = {}) const;
    //! The same for somebody who watches: sent \a mostAttempts times at most.
    [[nodiscard]] Result<net::HttpResponse> get(const QStringList &segments, const Query &query,
                                                int mostAttempts) const;
    //! Starts a GET without waiting, so that a page arrives while the one before is read.
    [[nodiscard]] QFuture<Result<net::HttpResponse>> ask(const net::HttpUrl &url) const;
    //! Waits for what ask() started, as get() does.
    [[nodiscard]] Result<net::HttpResponse> take(QFuture<Result<net::HttpResponse>> answer) const;

private:
    std::shared_ptr<net::HttpClient> m_http;
    net::HttpUrl m_base;
    Cancellation m_cancellation;
};

} // namespace portolan::platforms
