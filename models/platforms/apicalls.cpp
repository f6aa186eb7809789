// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/apicalls.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {

ApiCalls::ApiCalls(std::shared_ptr<net::HttpClient> http, net::HttpUrl base,
                   Cancellation cancellation)
    : m_http(std::move(http))
    , m_base(std::move(base))
    , m_cancellation(std::move(cancellation))
{
}

Result<net::HttpUrl> ApiCalls::address(const QStringList &segments, const Query &query) const
{
    auto url = m_base.below(segments);
    for (const auto &[name, value] : query) {
        if (url)
            url = url->withQuery(name, value);
    }
    return url;
}

Result<net::HttpResponse> ApiCalls::send(net::HttpRequest request) const
{
    if (!m_http)
        return failure(Error::Kind::Usage, u"this account has no address to send requests to"_s);
    if (m_cancellation.asks())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    return waitFor(m_http->send(std::move(request)), m_cancellation);
}

Result<net::HttpResponse> ApiCalls::get(const QStringList &segments, const Query &query) const
{
    const auto url = address(segments, query);
    if (!url)
        return tl::unexpected(url.error());
    return take(ask(*url));
}

Result<net::HttpResponse> ApiCalls::get(const QStringList &segments, const Query &query,
                                        int mostAttempts) const
{
    const auto url = address(segments, query);
    if (!url)
        return tl::unexpected(url.error());
    net::HttpRequest request;
    request.url = *url;
    request.mostAttempts = mostAttempts;
    auto response = send(std::move(request));
    if (!response)
        return response;
    return net::accepted(std::move(*response));
}

QFuture<Result<net::HttpResponse>> ApiCalls::ask(const net::HttpUrl &url) const
{
    if (!m_http || m_cancellation.asks()) {
        return QtFuture::makeReadyFuture(Result<net::HttpResponse>(
            m_http ? failure(Error::Kind::Cancelled, u"stopped by the user"_s)
                   : failure(Error::Kind::Usage,
                             u"this account has no address to send requests to"_s)));
    }
    net::HttpRequest request;
    request.url = url;
    // Nobody can stop a check: it is what a person waits for, and has to end by itself soon.
    request.urgency =
        m_cancellation.isCancelled ? net::Urgency::Background : net::Urgency::Interactive;
    return m_http->send(std::move(request));
}

Result<net::HttpResponse> ApiCalls::take(QFuture<Result<net::HttpResponse>> answer) const
{
    auto response = waitFor(std::move(answer), m_cancellation);
    if (!response)
        return response;
    return net::accepted(std::move(*response));
}

} // namespace portolan::platforms
