// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/listwalk.h"

namespace portolan::platforms::marquez {

QFuture<Result<net::HttpResponse>> askSoon(const Server &server, const QStringList &path,
                                           const ApiCalls::Query &query)
{
    const auto url = server.calls.address(path, query);
    if (!url)
        return QtFuture::makeReadyFuture(Result<net::HttpResponse>(tl::unexpected(url.error())));
    net::HttpRequest request;
    request.url = *url;
    return server.http->send(std::move(request));
}

bool isPerhapsOneThing(const Error &error)
{
    return error.kind == Error::Kind::TooLarge || error.kind == Error::Kind::Unavailable
        || error.kind == Error::Kind::Protocol;
}

} // namespace portolan::platforms::marquez
