// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/server.h"

#include "models/formats/json/value.h"

#include <deque>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

// Requests under way at once: enough to hide the way there and back, few enough for a server that
// people work with.
constexpr std::size_t mostUnderWay = 8;
constexpr int mostRefusedFields = 30;

ApiCalls::Query listQuery(const Collection &collection, const QStringList &fields, int limit)
{
    ApiCalls::Query query;
    if (!fields.isEmpty())
        query.append({u"fields"_s, fields.join(u',')});
    query.append({u"limit"_s, QString::number(limit)});
    if (collection.isSoft)
        query.append({u"include"_s, u"non-deleted"_s});
    return query;
}

//! \a answer, where it is one of those that this server gives: a thing, a list, lineage, a version.
Answer recognised(Answer answer)
{
    if (!answer)
        return answer;
    formats::json::JsonParser parser;
    formats::json::Json json;
    const std::string_view whole(answer->body.constData(), std::size_t(answer->body.size()));
    if (parser.parse(whole, whole).get(json) == simdjson::SUCCESS) {
        for (const auto key : {"id", "data", "entity", "version"}) {
            if (!formats::json::isNull(formats::json::member(json, key)))
                return answer;
        }
    }
    return failure(Error::Kind::Protocol,
                   answer->asked % u": the answer is none of OpenMetadata"_s);
}

bool isBelievedTwice(Error::Kind kind)
{
    return kind == Error::Kind::NotFound || kind == Error::Kind::Forbidden
        || kind == Error::Kind::Protocol;
}

} // namespace

QString messageOf(const QByteArray &body)
{
    constexpr qsizetype longest = 300;
    formats::json::JsonParser parser;
    formats::json::Json json;
    const std::string_view whole(body.constData(), std::size_t(body.size()));
    if (parser.parse(whole, whole).get(json) != simdjson::SUCCESS)
        return {};
    return formats::json::text(json, "message").simplified().left(longest);
}

Answer explained(Answer answer)
{
    if (!answer)
        return answer;
    const auto message = answer->isSuccess() ? QString() : messageOf(answer->body);
    auto result = net::accepted(std::move(*answer));
    if (!result && !message.isEmpty())
        result.error().detail += u" – the server says: "_s % message;
    return result;
}

Server::Server(const Services &services, const net::HttpUrl &installation,
               Cancellation cancellation)
    : m_clock(services.clock)
    , m_cancellation(cancellation)
    , m_installation(installation.shown())
    , m_calls(services.http, installation.below({u"api"_s, u"v1"_s}).value_or(installation),
              std::move(cancellation))
{
}

qint64 Server::now() const
{
    return ownNow() - m_offsetMs;
}

qint64 Server::ownNow() const
{
    return m_clock.now().toMSecsSinceEpoch();
}

Answer Server::seen(Answer answer)
{
    if (answer && answer->clockOffsetMs)
        m_offsetMs = *answer->clockOffsetMs;
    return answer;
}

Answer Server::take(AnswerToCome answer)
{
    return explained(seen(waitFor(std::move(answer), m_cancellation)));
}

Result<net::HttpUrl> Server::address(const QStringList &segments,
                                     const ApiCalls::Query &query) const
{
    return m_calls.address(segments, query);
}

Answer Server::get(const QStringList &segments, const ApiCalls::Query &query)
{
    const auto url = address(segments, query);
    if (!url)
        return tl::unexpected(url.error());
    return get(*url);
}

Answer Server::sure(const net::HttpUrl &url, AnswerToCome answer)
{
    auto first = recognised(take(std::move(answer)));
    if (first || !isBelievedTwice(first.error().kind))
        return first;
    return recognised(take(m_calls.ask(url)));
}

Result<Release> Server::release()
{
    if (m_release)
        return *m_release;
    const auto answer = get({u"system"_s, u"version"_s});
    if (!answer)
        return tl::unexpected(answer.error());
    formats::json::JsonParser parser;
    formats::json::Json json;
    const std::string_view whole(answer->body.constData(), std::size_t(answer->body.size()));
    Release release;
    if (parser.parse(whole, whole).get(json) == simdjson::SUCCESS)
        release = Release::of(formats::json::text(json, "version"));
    if (release.number == 0)
        return failure(Error::Kind::Protocol,
                       answer->asked % u": this is no OpenMetadata server; it tells no version"_s);
    m_release = release;
    return release;
}

Result<bool> Server::settle(const Collection &collection)
{
    if (const auto known = m_isThere.constFind(collection.type); known != m_isThere.constEnd())
        return *known;
    static const QString refusal = u"Invalid field name "_s;
    auto fields = collection.fields;
    bool isMissing = false;
    for (int attempt = 0; attempt < mostRefusedFields; ++attempt) {
        const auto url = address(collection.path, listQuery(collection, fields, 0));
        if (!url)
            return tl::unexpected(url.error());
        auto answer = seen(waitFor(m_calls.ask(*url), m_cancellation));
        if (answer && answer->status == 404 && collection.isOptional) {
            // A whole list would be taken for gone: that is believed when it is said twice.
            if (!std::exchange(isMissing, true))
                continue;
            m_isThere.insert(collection.type, false);
            return false;
        }
        // Each release knows other fields, and refuses the list for one that it does not know.
        const auto message = answer && answer->status == 400 ? messageOf(answer->body) : QString();
        if (message.startsWith(refusal)
            && fields.removeAll(message.mid(refusal.size()).trimmed()) > 0)
            continue;
        answer = explained(std::move(answer));
        if (!answer)
            return tl::unexpected(answer.error());
        formats::json::JsonParser parser;
        formats::json::Json json;
        const std::string_view whole(answer->body.constData(), std::size_t(answer->body.size()));
        if (parser.parse(whole, whole).get(json) == simdjson::SUCCESS)
            m_totals.insert(
                collection.type,
                formats::json::text(formats::json::member(json, {"paging", "total"})).toLongLong());
        m_fields.insert(collection.type, fields);
        m_isThere.insert(collection.type, true);
        return true;
    }
    return failure(Error::Kind::Protocol,
                   u"the server refuses every field of "_s % collection.type);
}

AnswerToCome Server::askPage(const Collection &collection, const QString &after, int limit,
                             Width width)
{
    auto fields = m_fields.value(collection.type, collection.fields);
    if (width != Width::Whole)
        fields.removeIf(
            [width](const QString &field) { return width == Width::Bare || field != u"domains"; });
    auto query = listQuery(collection, fields, limit);
    if (collection.type == u"user")
        query.append({u"isBot"_s, u"false"_s});
    if (!after.isEmpty())
        query.append({u"after"_s, after});
    const auto url = address(collection.path, query);
    return url ? m_calls.ask(*url) : QtFuture::makeReadyFuture(Answer(tl::unexpected(url.error())));
}

Result<net::HttpUrl> Server::thing(const Collection &collection, const QString &key,
                                   bool isName) const
{
    auto segments = collection.path;
    if (isName)
        segments.append(u"name"_s);
    segments.append(key);
    ApiCalls::Query query;
    if (const auto fields = m_fields.value(collection.type, collection.fields); !fields.isEmpty())
        query.append({u"fields"_s, fields.join(u',')});
    if (collection.isSoft)
        query.append({u"include"_s, u"all"_s});
    return address(segments, query);
}

Result<void> Server::each(const QList<net::HttpUrl> &urls,
                          const std::function<Result<void>(qsizetype, Answer)> &taken,
                          const std::function<bool(qsizetype)> &isNeeded)
{
    std::deque<std::pair<qsizetype, AnswerToCome>> underWay;
    qsizetype next = 0;
    for (;;) {
        for (; next < urls.size() && underWay.size() < mostUnderWay; ++next) {
            if (!isNeeded || isNeeded(next))
                underWay.emplace_back(next, m_calls.ask(urls.at(next)));
        }
        if (underWay.empty())
            return {};
        auto [at, coming] = std::move(underWay.front());
        underWay.pop_front();
        auto answer = sure(urls.at(at), std::move(coming));
        Result<void> done;
        if (!answer && answer.error().kind == Error::Kind::Cancelled)
            done = tl::unexpected(answer.error());
        else
            done = taken(at, std::move(answer));
        if (!done) {
            for (auto &[number, rest] : underWay)
                rest.cancel();
            return done;
        }
    }
}

} // namespace portolan::platforms::openmetadata
