// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/api.h"

#include <QJsonDocument>
#include <QMap>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

// What one batch asks for: its answer stays far below the largest page.
constexpr qsizetype mostInBatch = 200;
// The shortest wait that the poll knows: it answers only when it has as many events as were asked
// for, or when this time is over.
const QString pollSeconds = u"1"_s;

QString withoutSlash(QString address)
{
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

//! Where people look at the catalogue. A metadata service says where; the pages themselves do not.
QString uiOf(const Json &config, const net::HttpUrl &base)
{
    const auto stated = withoutSlash(json::text(config, "baseUrl"));
    const QUrl url(stated, QUrl::StrictMode);
    if (url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https"))
        return stated;
    auto own = withoutSlash(QString::fromUtf8(base.text()));
    for (const auto &tail : {u"/api/gms"_s, u"/gms"_s}) {
        if (own.endsWith(tail))
            own.chop(tail.size());
    }
    return own;
}

} // namespace

Api::Api(std::shared_ptr<net::HttpClient> http, net::HttpUrl base, Cancellation cancellation)
    : m_http(http)
    , m_calls(std::move(http), std::move(base), std::move(cancellation))
{
}

void Api::hurry(int attempts)
{
    m_urgency = net::Urgency::Interactive;
    m_mostAttempts = attempts;
}

Result<ServerFacts> Api::facts() const
{
    auto response = accepted({u"config"_s}, {});
    auto answer = response ? Answer::read(response->body, response->asked)
                           : Result<Answer>(tl::unexpected(response.error()));
    // The web pages answer /config with a page, or not at all, and pass the service on below /api.
    if (!answer || json::isNull(json::member(answer->root(), "versions"))) {
        const auto isElsewhere = response.has_value()
            || response.error().kind == Error::Kind::NotFound
            || response.error().kind == Error::Kind::Protocol
            || response.error().kind == Error::Kind::NetworkSignIn
            || response.error().kind == Error::Kind::Unauthorised;
        if (!isElsewhere)
            return tl::unexpected(response.error());
        response = accepted({u"api"_s, u"gms"_s, u"config"_s}, {});
        if (!response)
            return tl::unexpected(response.error());
        answer = Answer::read(response->body, response->asked);
        if (!answer)
            return tl::unexpected(answer.error());
    }
    ServerFacts facts;
    facts.ui = uiOf(answer->root(), m_calls.base());
    facts.version =
        json::text(json::member(answer->root(), {"versions", "acryldata/datahub", "version"}));
    if (facts.version.isEmpty())
        facts.version =
            json::text(json::member(answer->root(), {"versions", "linkedin/datahub", "version"}));
    if (facts.version.isEmpty())
        return failure(Error::Kind::Protocol,
                       QString(response->asked % u": this is no DataHub: it names no version"_s));
    auto digits = facts.version;
    digits.remove(u'v');
    facts.number = QVersionNumber::fromString(digits);
    return facts;
}

Result<net::HttpRequest> Api::postRequest(const QStringList &segments, const ApiCalls::Query &query,
                                          const QJsonObject &body) const
{
    const auto url = m_calls.address(segments, query);
    if (!url)
        return tl::unexpected(url.error());
    net::HttpRequest request;
    request.method = net::HttpMethod::Post;
    request.url = *url;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.urgency = m_urgency;
    request.mostAttempts = m_mostAttempts;
    request.repeatable = true;
    return request;
}

Result<Api::Pending> Api::askScroll(const ScrollRequest &scroll) const
{
    ApiCalls::Query query{{u"count"_s, QString::number(scroll.count)},
                          {u"systemMetadata"_s, u"false"_s},
                          {u"includeSoftDelete"_s, u"false"_s},
                          {u"pitKeepAlive"_s, u"5m"_s},
                          {u"skipCache"_s, u"true"_s}};
    if (!scroll.scrollId.isEmpty())
        query.append({u"scrollId"_s, scroll.scrollId});
    QJsonObject body{
        {u"entities"_s, QJsonArray::fromStringList(QStringList{scroll.type} + scroll.moreTypes)},
        {u"aspects"_s, QJsonArray::fromStringList(scroll.aspects)},
        // Only in this order does a walk neither skip nor repeat anything.
        {u"sortCriteria"_s,
         QJsonArray{QJsonObject{{u"field"_s, u"urn"_s}, {u"order"_s, u"ASCENDING"_s}}}}};
    if (!scroll.values.isEmpty()) {
        const QJsonObject criterion{{u"field"_s, scroll.field},
                                    {u"values"_s, QJsonArray::fromStringList(scroll.values)},
                                    {u"condition"_s, u"EQUAL"_s}};
        body.insert(u"filter"_s,
                    QJsonObject{{u"and"_s,
                                 QJsonArray{QJsonObject{{u"criteria"_s, QJsonArray{criterion}}}}}});
    }
    auto request = postRequest({u"openapi"_s, u"v3"_s, u"entity"_s, u"scroll"_s}, query, body);
    if (!request)
        return tl::unexpected(request.error());
    if (!m_http)
        return failure(Error::Kind::Usage, u"this account has no address to send requests to"_s);
    // A walk that the server has forgotten fails like a server that is down. Waiting is of no use
    // then: it begins anew.
    request->repeatable = scroll.scrollId.isEmpty();
    return m_http->send(std::move(*request));
}

Result<EntityPage> Api::takeScroll(Pending pending) const
{
    const auto response = m_calls.take(std::move(pending));
    if (!response)
        return tl::unexpected(response.error());
    auto page = EntityPage::read(response->body, response->asked);
    if (page && !page->isListing)
        return failure(Error::Kind::Protocol,
                       QString(response->asked % u": the answer is no listing"_s));
    return page;
}

Result<void> Api::walk(ScrollRequest request,
                       const std::function<void(const EntityPage &)> &take) const
{
    for (;;) {
        auto pending = askScroll(request);
        if (!pending)
            return tl::unexpected(pending.error());
        const auto page = takeScroll(std::move(*pending));
        if (!page && page.error().kind == Error::Kind::TooLarge && request.count > 1) {
            request.count = (request.count + 1) / 2;
            continue;
        }
        if (!page)
            return tl::unexpected(page.error());
        take(*page);
        if (page->scrollId.isEmpty())
            return {};
        if (page->scrollId == request.scrollId)
            return failure(
                Error::Kind::Protocol,
                u"the listing of %1 stands still: each page names itself as the next"_s.arg(
                    request.type));
        request.scrollId = page->scrollId;
    }
}

Result<qint64> Api::count(const QString &type) const
{
    // Of an aspect that is small, so that nothing but the number has a size.
    auto pending = askScroll({.type = type,
                              .moreTypes = {},
                              .aspects = {u"status"_s},
                              .count = 1,
                              .scrollId = {},
                              .values = {}});
    if (!pending)
        return tl::unexpected(pending.error());
    const auto page = takeScroll(std::move(*pending));
    if (!page)
        return tl::unexpected(page.error());
    return page->total;
}

Result<EntityPage> Api::batch(const QStringList &urns, const Aspects &aspects, Detail detail) const
{
    QMap<QString, QJsonArray> lists;
    for (const auto &urn : urns) {
        QJsonObject item{{u"urn"_s, urn}};
        const auto type = typeOf(urn);
        for (const auto &aspect : aspects.value(type))
            item.insert(aspect, QJsonObject());
        lists[type].append(item);
    }
    QJsonObject body;
    for (auto it = lists.begin(); it != lists.end(); ++it)
        body.insert(it.key(), it.value());
    auto request = postRequest(
        {u"openapi"_s, u"v3"_s, u"entity"_s, u"generic"_s, u"batchGet"_s},
        {{u"systemMetadata"_s, detail == Detail::Stamps ? u"true"_s : u"false"_s}}, body);
    if (!request)
        return tl::unexpected(request.error());
    const auto response = m_calls.send(std::move(*request));
    if (!response)
        return tl::unexpected(response.error());
    if (response->status == 400 && urns.size() > 1)
        return failure(Error::Kind::BadInput, response->asked);
    if (response->status == 400) {
        // That it takes this for no urn, or cannot read it now, says nothing of what is there.
        auto page = EntityPage::read("{}", response->asked);
        if (page)
            page->refused = urns;
        return page;
    }
    const auto accepted = net::accepted(*response);
    if (!accepted)
        return tl::unexpected(accepted.error());
    return EntityPage::read(response->body, response->asked);
}

Result<EntityPage> Api::entities(const QStringList &urns, const Aspects &aspects,
                                 Detail detail) const
{
    if (urns.isEmpty())
        return EntityPage::read("{}", {});
    auto whole = urns.size() <= mostInBatch
        ? batch(urns, aspects, detail)
        : Result<EntityPage>(failure(Error::Kind::TooLarge, QString()));
    // One urn that the server takes for none fails its whole batch, and a batch can be too large:
    // halves find out which.
    if (whole || urns.size() == 1
        || (whole.error().kind != Error::Kind::BadInput
            && whole.error().kind != Error::Kind::TooLarge))
        return whole;
    const auto half = (urns.size() + 1) / 2;
    auto first = entities(urns.first(half), aspects, detail);
    if (!first)
        return first;
    auto second = entities(urns.mid(half), aspects, detail);
    if (!second)
        return second;
    first->append(std::move(*second));
    return first;
}

Result<Answer> Api::query(const QString &document, const QJsonObject &variables) const
{
    const QJsonObject body{{u"query"_s, document}, {u"variables"_s, variables}};
    const auto response = post({u"api"_s, u"graphql"_s}, {}, body, true);
    if (!response)
        return tl::unexpected(response.error());
    const auto accepted = net::accepted(*response);
    if (!accepted)
        return tl::unexpected(accepted.error());
    auto answer = Answer::read(response->body, response->asked);
    if (!answer)
        return answer;
    if (const auto error = graphqlError(answer->root()); !error.isEmpty())
        return failure(Error::Kind::Protocol, QString(response->asked % u": "_s % error));
    if (!json::isObject(json::member(answer->root(), "data")))
        return failure(Error::Kind::Protocol,
                       QString(response->asked % u": the answer is none of GraphQL"_s));
    return answer;
}

Result<EventPage> Api::poll(const QString &topic, const QString &offset, int limit) const
{
    ApiCalls::Query query{{u"topic"_s, topic},
                          {u"limit"_s, QString::number(limit)},
                          {u"pollTimeoutSeconds"_s, pollSeconds}};
    if (!offset.isEmpty())
        query.append({u"offsetId"_s, offset});
    const auto response = accepted({u"openapi"_s, u"v1"_s, u"events"_s, u"poll"_s}, query);
    if (!response)
        return tl::unexpected(response.error());
    auto answer = Answer::read(response->body, response->asked);
    if (!answer)
        return tl::unexpected(answer.error());
    EventPage page{.answer = std::move(*answer), .offset = {}, .count = 0, .events = {}};
    page.offset = json::text(page.answer.root(), "offsetId");
    page.events = json::items(json::member(page.answer.root(), "events"));
    page.count = qint64(page.events.size());
    if (page.offset.isEmpty())
        return failure(
            Error::Kind::Protocol,
            QString(response->asked % u": the change log names no place to go on from"_s));
    return page;
}

Result<net::HttpResponse> Api::post(const QStringList &segments, const ApiCalls::Query &query,
                                    const QJsonObject &body, bool repeatable) const
{
    auto request = postRequest(segments, query, body);
    if (!request)
        return tl::unexpected(request.error());
    request->repeatable = repeatable;
    return m_calls.send(std::move(*request));
}

Result<net::HttpResponse> Api::get(const QStringList &segments, const ApiCalls::Query &query) const
{
    const auto url = m_calls.address(segments, query);
    if (!url)
        return tl::unexpected(url.error());
    net::HttpRequest request;
    request.url = *url;
    return m_calls.send(std::move(request));
}

Result<net::HttpResponse> Api::accepted(const QStringList &segments,
                                        const ApiCalls::Query &query) const
{
    auto response = get(segments, query);
    if (!response)
        return response;
    // What the platform itself says is worth more than the meaning of its number.
    const auto said = response->isSuccess() ? QString() : messageOf(response->body);
    auto result = net::accepted(std::move(*response));
    if (!result && !said.isEmpty())
        return failure(result.error().kind, QString(result.error().detail % u": "_s % said));
    return result;
}

QString messageOf(const QByteArray &body)
{
    const auto answer = Answer::read(body, {});
    if (!answer)
        return {};
    for (const std::string_view key : {"errorMessage", "message", "error"}) {
        if (const auto text = json::text(answer->root(), key); !text.isEmpty())
            return text.left(300).simplified();
    }
    return {};
}

QString graphqlError(const Json &root)
{
    for (const auto &error : json::items(json::member(root, "errors"))) {
        const auto message = json::text(error, "message");
        return message.isEmpty() ? u"GraphQL failed without a reason"_s : message;
    }
    return {};
}

} // namespace portolan::platforms::datahub
