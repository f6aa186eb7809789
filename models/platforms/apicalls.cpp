// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/apicalls.h"

#include <QSemaphore>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

// How long a wait goes on before it is asked again whether anybody still wants the answer.
constexpr int lookAgainMs = 50;

} // namespace

ApiCalls::ApiCalls(std::shared_ptr<net::HttpClient> http, net::HttpUrl base,
                   std::function<bool()> isCancelled)
    : m_http(std::move(http))
    , m_base(std::move(base))
    , m_isCancelled(std::move(isCancelled))
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
    if (m_isCancelled && m_isCancelled())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    return wait(m_http->send(std::move(request)));
}

Result<net::HttpResponse> ApiCalls::get(const QStringList &segments, const Query &query) const
{
    const auto url = address(segments, query);
    if (!url)
        return tl::unexpected(url.error());
    return take(ask(*url));
}

QFuture<Result<net::HttpResponse>> ApiCalls::ask(const net::HttpUrl &url) const
{
    if (!m_http || (m_isCancelled && m_isCancelled())) {
        return QtFuture::makeReadyFuture(Result<net::HttpResponse>(
            m_http ? failure(Error::Kind::Cancelled, u"stopped by the user"_s)
                   : failure(Error::Kind::Usage,
                             u"this account has no address to send requests to"_s)));
    }
    net::HttpRequest request;
    request.url = url;
    // Nobody can stop a check: it is what a person waits for, and has to end by itself soon.
    request.urgency = m_isCancelled ? net::Urgency::Background : net::Urgency::Interactive;
    return m_http->send(std::move(request));
}

Result<net::HttpResponse> ApiCalls::take(QFuture<Result<net::HttpResponse>> answer) const
{
    auto response = wait(std::move(answer));
    if (!response)
        return response;
    return net::accepted(std::move(*response));
}

Result<net::HttpResponse> ApiCalls::wait(QFuture<Result<net::HttpResponse>> answer) const
{
    const auto done = std::make_shared<QSemaphore>();
    // What a cancelled future does to a continuation differs between versions of Qt; the timeout
    // below looks at the future itself.
    const auto watched =
        answer.then(QtFuture::Launch::Sync, [done](QFuture<Result<net::HttpResponse>> finished) {
            done->release();
            // Taken, it would look unfinished to its promise, which
            // then runs this once more when it goes (Qt 6.4).
            return finished.result();
        });
    while (!watched.isFinished()) {
        if (m_isCancelled && m_isCancelled()) {
            answer.cancel();
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        }
        done->tryAcquire(1, lookAgainMs);
    }
    if (watched.isCanceled() || watched.resultCount() == 0)
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    return watched.result();
}

} // namespace portolan::platforms
