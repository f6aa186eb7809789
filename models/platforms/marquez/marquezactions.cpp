// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/marquezactions.h"

#include "models/formats/json/value.h"
#include "models/platforms/marquez/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;
namespace json = portolan::formats::json;

namespace portolan::platforms::marquez {
namespace {

using Kind = ActionOutcome::Kind;

const QString tagKind = u"tag"_s;
const QString describeKind = u"describe"_s;

ActionOutcome rejected(const QString &reason)
{
    return {.kind = Kind::Rejected, .reason = reason};
}

//! What it means that something could not be read before anything was done.
ActionOutcome notBegun(const Error &error)
{
    ActionOutcome outcome{.kind = Kind::Later, .reason = error.detail};
    if (error.kind == Error::Kind::Unauthorised)
        outcome.kind = Kind::SignedOut;
    else if (error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden
             || error.kind == Error::Kind::Usage)
        outcome.kind = Kind::Rejected;
    return outcome;
}

//! What the answer to a write means, or that none came.
ActionOutcome outcomeOf(const Result<net::HttpResponse> &response)
{
    ActionOutcome outcome;
    if (!response) {
        // Without a connection, and of what is no request, nothing has left.
        const auto kind = response.error().kind;
        outcome.kind = kind == Error::Kind::Offline || kind == Error::Kind::Untrusted ? Kind::Later
            : kind == Error::Kind::Usage ? Kind::Rejected
                                         : Kind::Ambiguous;
        outcome.reason = response.error().detail;
        return outcome;
    }
    outcome.requestId = QString::fromUtf8(response->requestId);
    outcome.afterMs = response->retryAfterMs.value_or(0);
    if (response->isSuccess()) {
        // It answers with the thing. Anything else may come from what stands before it.
        const auto opened = Opened::open(*response);
        const bool isThing = opened && !json::text(opened->root(), "name").isEmpty();
        outcome.kind = isThing ? Kind::Applied : Kind::Ambiguous;
        outcome.reason = isThing ? QString() : u"the answer is none of Marquez"_s;
        return outcome;
    }
    outcome.code = u"HTTP %1"_s.arg(response->status);
    const auto refused = net::accepted(*response);
    outcome.reason = refused ? outcome.code : refused.error().detail;
    switch (response->status) {
    case 401:
        outcome.kind = Kind::SignedOut;
        break;
    case 408:
    case 502:
    case 504: // something in between gave up
        outcome.kind = Kind::Ambiguous;
        break;
    case 425:
    case 429:
        outcome.kind = Kind::Later;
        break;
    default:
        outcome.kind = response->status >= 500 ? Kind::Later : Kind::Rejected;
        break;
    }
    return outcome;
}

QStringList textsIn(const QJsonValue &list)
{
    QStringList texts;
    for (const auto &item : list.toArray()) {
        if (const auto text = item.toString(); !text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }
    return texts;
}

} // namespace

MarquezActions::MarquezActions(std::shared_ptr<net::HttpClient> http, net::HttpUrl api)
    : m_calls(std::move(http), std::move(api))
{
}

ActionOutcome MarquezActions::send(const domain::Operation &operation)
{
    const auto wish = wishOf(operation);
    if (!wish)
        return rejected(wish.error().detail);
    return sendTags(*wish);
}

LookUpOutcome MarquezActions::lookUp(const domain::Operation &operation)
{
    LookUpOutcome outcome;
    const auto wish = wishOf(operation);
    if (!wish)
        return {.kind = LookUpOutcome::Kind::Absent, .reason = wish.error().detail};
    const auto found = find(wish->nativeId);
    if (!found) {
        // Of what is refused, sending again says why.
        const auto kind = notBegun(found.error()).kind;
        outcome.kind = kind == Kind::SignedOut ? LookUpOutcome::Kind::SignedOut
            : kind == Kind::Rejected           ? LookUpOutcome::Kind::Absent
                                               : LookUpOutcome::Kind::Unknown;
        outcome.reason = found.error().detail;
        return outcome;
    }
    bool isDone = true;
    for (const auto &tag : wish->add)
        isDone = isDone && found->has(tag);
    for (const auto &tag : wish->remove)
        isDone = isDone && !found->has(tag);
    outcome.kind = isDone ? LookUpOutcome::Kind::Applied : LookUpOutcome::Kind::Absent;
    outcome.nativeId = wish->nativeId;
    return outcome;
}

Result<MarquezActions::Wish> MarquezActions::wishOf(const domain::Operation &operation) const
{
    if (operation.kind == describeKind)
        return failure(Error::Kind::Usage, QString::fromUtf8(descriptionsElsewhere));
    if (operation.kind != tagKind)
        return failure(Error::Kind::Usage,
                       u"Marquez cannot carry out what is called \"%1\"."_s.arg(operation.kind));
    const auto payload = QJsonDocument::fromJson(operation.payload).object();
    Wish wish;
    wish.nativeId = payload.value(u"nativeId"_s).toString();
    const auto kind = targetOf(wish.nativeId).kind;
    wish.add = textsIn(payload.value(u"add"_s));
    wish.remove = textsIn(payload.value(u"remove"_s));
    if (kind == Target::Kind::Unknown || kind == Target::Kind::Namespace)
        return failure(
            Error::Kind::Usage,
            u"Marquez has tags of datasets, their fields and jobs, and of nothing else."_s);
    return wish;
}

//! Where a native id is cut cannot be seen in it, so the server is asked.
Result<MarquezActions::Found> MarquezActions::find(const QString &nativeId) const
{
    const auto target = targetOf(nativeId);
    const auto kind = target.kind == Target::Kind::Job ? u"jobs"_s : u"datasets"_s;
    Error error{Error::Kind::NotFound, u"Marquez has nothing that is called %1."_s.arg(nativeId)};
    for (qsizetype i = 0; i < target.names.size(); ++i) {
        Found found{.path = Site::path(target.names.at(i), kind)};
        const auto response = get(found.path);
        if (!response) {
            if (response.error().kind != Error::Kind::NotFound)
                return tl::unexpected(response.error());
            continue;
        }
        const auto opened = Opened::open(*response);
        if (!opened)
            return tl::unexpected(opened.error());
        if (json::text(opened->root(), "name").isEmpty())
            return failure(
                Error::Kind::Protocol,
                u"The answer to %1 is none of Marquez: it has no name."_s.arg(response->asked));
        auto tags = json::texts(json::member(opened->root(), "tags"));
        if (target.kind == Target::Kind::Field) {
            const auto name = target.fields.at(i);
            bool hasField = false;
            for (const auto &field : json::items(json::member(opened->root(), "fields"))) {
                if (json::text(field, "name") != name)
                    continue;
                hasField = true;
                tags = json::texts(json::member(field, "tags"));
            }
            if (!hasField)
                continue;
            found.ignoresCase = true;
            found.path += {u"fields"_s, name};
        }
        for (const auto &tag : std::as_const(tags))
            found.tags.insert(found.ignoresCase ? tag.toUpper() : tag);
        return found;
    }
    return tl::unexpected(error);
}

Result<net::HttpResponse> MarquezActions::get(const QStringList &path) const
{
    auto response = call(net::HttpMethod::Get, path);
    return response ? net::accepted(std::move(*response)) : response;
}

//! The answer, whatever its status.
Result<net::HttpResponse> MarquezActions::call(net::HttpMethod method, const QStringList &path,
                                               const QByteArray &body) const
{
    const auto url = m_calls.address(path);
    if (!url)
        return tl::unexpected(url.error());
    net::HttpRequest request;
    request.method = method;
    request.url = *url;
    request.body = body;
    return m_calls.send(std::move(request));
}

ActionOutcome MarquezActions::sendTags(const Wish &wish) const
{
    const auto found = find(wish.nativeId);
    if (!found)
        return notBegun(found.error());
    const auto put = [&](net::HttpMethod method, const QString &tag) {
        auto path = found->path;
        path += {u"tags"_s, tag};
        return outcomeOf(call(method, path));
    };
    for (const auto &tag : wish.add) {
        if (found->has(tag))
            continue;
        if (auto done = put(net::HttpMethod::Post, tag); done.kind != Kind::Applied)
            return done;
    }
    for (const auto &tag : wish.remove) {
        if (!found->has(tag))
            continue;
        if (auto done = put(net::HttpMethod::Delete, tag); done.kind != Kind::Applied)
            return done;
    }
    return {.kind = Kind::Applied, .nativeId = wish.nativeId};
}

} // namespace portolan::platforms::marquez
