// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/listwalk.h"

namespace portolan::platforms::marquez {
namespace {

constexpr std::size_t mostAhead = 8;

//! \a answer, where it holds a thing with a name.
Result<net::HttpResponse> named(Result<net::HttpResponse> answer)
{
    if (!answer)
        return answer;
    const auto opened = Opened::open(*answer);
    if (!opened)
        return tl::unexpected(opened.error());
    if (formats::json::text(opened->root(), "name").isEmpty())
        return failure(Error::Kind::Protocol,
                       QStringLiteral("The answer to %1 is none of Marquez: it has no name.")
                           .arg(answer->asked));
    return answer;
}

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

Result<net::HttpResponse> takeThing(const Server &server, const QStringList &path,
                                    QFuture<Result<net::HttpResponse>> answer)
{
    auto thing = named(server.calls.take(std::move(answer)));
    if (!thing
        && (thing.error().kind == Error::Kind::NotFound
            || thing.error().kind == Error::Kind::Protocol))
        return named(server.calls.take(askSoon(server, path)));
    return thing;
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
        const auto response = takeThing(server, paths.at(at), std::move(asked.front()));
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
