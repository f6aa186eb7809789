// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpclient.h"

#include <utility>

namespace portolan::net {

HttpClient::~HttpClient() = default;

QFuture<Result<HttpResponse>> HttpClient::send(HttpRequest request)
{
    return stream(std::move(request), {});
}

} // namespace portolan::net
