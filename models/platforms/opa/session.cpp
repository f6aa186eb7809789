// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/opa/session.h"

#include "models/platforms/opa/answer.h"
#include "models/platforms/opa/policies.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::opa {
namespace {

using domain::PolicyQuestion;

// Somebody fills in a form meanwhile (platforms/opa.md).
constexpr int patienceMs = 2000;

//! "mesh/access/request" of what a person wrote: with dots, with "data" or the
//! interface before it.
QString pathOf(QString text)
{
    text = text.trimmed();
    if (!text.contains(u'/'))
        text.replace(u'.', u'/');
    auto steps = text.split(u'/', Qt::SkipEmptyParts);
    if (steps.size() > 1 && steps.first() == u"v1")
        steps.removeFirst();
    if (steps.size() > 1 && steps.first() == u"data")
        steps.removeFirst();
    return steps.join(u'/');
}

//! What stands for the state of the policies: a pull that finds the same has
//! nothing to bring.
QByteArray cursorOf(const PolicyListing &listing)
{
    auto lines = QStringList();
    for (const auto &record : listing.records)
        lines.append(QString::fromUtf8(record.native.first().json));
    lines.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(lines.join(u'\n').toUtf8());
    return "1:" + hash.result().toHex();
}

bool isNotForUs(const Error &error)
{
    return error.kind == Error::Kind::Unauthorised || error.kind == Error::Kind::Forbidden
        || error.kind == Error::Kind::NotFound || error.kind == Error::Kind::TooLarge;
}

} // namespace

QList<OwnSetting> documentSettings()
{
    return {{u"requestPath"_s, u"Document about requests"_s, u"mesh/access/request"_s},
            {u"productPath"_s, u"Document about products"_s, u"mesh/governance/product"_s}};
}

Result<Place> placeOf(const AccountSettings &settings)
{
    const auto document = [&settings](const OwnSetting &setting) {
        return pathOf(settings.options.value(setting.name).toString(setting.byDefault));
    };
    const auto documents = documentSettings();
    const auto base =
        net::HttpUrl::parse(settings.url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash));
    if (!base)
        return tl::unexpected(base.error());
    Place place{.base = *base,
                .requestPath = document(documents.first()),
                .productPath = document(documents.last())};
    if (place.requestPath.isEmpty() || place.productPath.isEmpty())
        return failure(Error::Kind::Usage,
                       u"the account names no document to ask for, such as mesh/access/request"_s);
    return place;
}

OpaSession::OpaSession(Place place, std::shared_ptr<net::HttpClient> http)
    : m_place(std::move(place))
    , m_http(std::move(http))
{
}

Result<PullResult> OpaSession::pull(const QByteArray &cursor, bool full, PageSink &sink)
{
    const ApiCalls calls(m_http, m_place.base, cancellationOf(sink));
    const auto address = calls.address({u"v1"_s, u"policies"_s});
    if (!address)
        return tl::unexpected(address.error());
    net::HttpRequest request;
    request.url = *address;
    request.urgency = net::Urgency::Background;
    auto answer = calls.send(std::move(request));
    if (answer)
        answer = acceptedByOpa(std::move(*answer));
    if (!answer && isNotForUs(answer.error())) {
        // It judges all the same: what it judges by is not for everybody to read.
        PullResult result{.cursor = cursor};
        result.findings = {{.file = address->shown(),
                            .severity = domain::Finding::Severity::Info,
                            .rule = u"opa.policies-hidden"_s,
                            .message = u"the policies cannot be listed: "_s + answer.error().detail,
                            .remedy = u"ask for the right to read /v1/policies"_s}};
        return result;
    }
    if (!answer)
        return tl::unexpected(answer.error());
    const auto listing = policiesIn(answer->body, address->shown());
    if (!listing)
        return failure(listing.error().kind, answer->asked % u": " % listing.error().detail);
    PullResult result{.cursor = cursorOf(*listing), .findings = listing->findings};
    for (const auto &record : listing->records)
        result.seen.insert(record.nativeId);
    // Nothing at all is what a server says that has not read its bundle yet.
    result.complete = !listing->records.isEmpty() && listing->findings.isEmpty();
    result.unchanged = !full && result.cursor == cursor;
    if (result.unchanged)
        return result;
    constexpr qsizetype pageSize = 500;
    for (qsizetype at = 0; at < listing->records.size(); at += pageSize) {
        if (auto sent = sink.page({.records = listing->records.mid(at, pageSize)}); !sent)
            return tl::unexpected(sent.error());
        sink.progress(std::min(at + pageSize, listing->records.size()), listing->records.size(),
                      u"policies"_s);
    }
    return result;
}

Result<domain::PolicyAnswer> OpaSession::decide(const PolicyQuestion &question,
                                                const IsOver &isOver)
{
    const bool isRequest = question.about == PolicyQuestion::About::Request;
    const auto &path = isRequest ? m_place.requestPath : m_place.productPath;
    const QDeadlineTimer deadline(patienceMs);
    const auto isCancelled = [&isOver] { return isOver && isOver(); };
    const auto isEnough = [&] { return deadline.hasExpired() || isCancelled(); };
    const ApiCalls calls(m_http, m_place.base, {.isCancelled = isEnough, .stop = {}});
    const auto address = calls.address(QStringList{u"v1"_s, u"data"_s} + path.split(u'/'));
    if (!address)
        return tl::unexpected(address.error());
    net::HttpRequest request;
    request.method = net::HttpMethod::Post;
    request.url = *address;
    request.body =
        QJsonDocument(QJsonObject{{u"input"_s, question.input}}).toJson(QJsonDocument::Compact);
    request.mostBytes = mostAnswerBytes;
    auto answer = calls.send(std::move(request));
    if (!answer && answer.error().kind == Error::Kind::Cancelled && !isCancelled())
        return failure(
            Error::Kind::Offline,
            u"%1: no answer within %2 seconds"_s.arg(address->shown()).arg(patienceMs / 1000));
    if (answer)
        answer = acceptedByOpa(std::move(*answer));
    if (!answer)
        return tl::unexpected(answer.error());
    auto read = isRequest ? requestAnswer(answer->body, path) : productAnswer(answer->body, path);
    if (!read)
        return failure(read.error().kind, answer->asked % u": " % read.error().detail);
    return read;
}

} // namespace portolan::platforms::opa
