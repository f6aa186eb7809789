// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/listwalk.h"

namespace portolan::platforms::marquez {
namespace {

constexpr std::size_t mostAhead = 8;

} // namespace

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

Result<void> askEach(const Server &server, const QList<QStringList> &paths, const TakeAnswer &take)
{
    std::deque<QFuture<Result<net::HttpResponse>>> asked;
    qsizetype next = 0;
    for (qsizetype at = 0; at < paths.size(); ++at) {
        while (next < paths.size() && asked.size() < mostAhead)
            asked.push_back(askSoon(server, paths.at(next++)));
        const auto response = server.calls.take(std::move(asked.front()));
        asked.pop_front();
        if (auto done = take(at, response); !done) {
            for (auto &answer : asked)
                answer.cancel();
            return done;
        }
    }
    return {};
}

} // namespace portolan::platforms::marquez
