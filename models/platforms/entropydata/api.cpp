// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/api.h"

#include "models/formats/bitol/parts.h"

#include <QQueue>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using formats::document::Document;
using Answer = QFuture<Result<net::HttpResponse>>;

// Documents that are asked for at a time: the platform answers each by itself.
constexpr qsizetype documentsAtOnce = 8;

// A page has up to 1,000 documents, each of which may be a contract with hundreds of columns. One
// that is nested without end is no reason to read none of the others.
constexpr formats::document::Limits pageLimits{.bytes = 64 * 1024 * 1024,
                                               .nodes = 8'000'000,
                                               .text = 256 * 1024 * 1024,
                                               .depth = 400,
                                               .deeper =
                                                   formats::document::Limits::Deeper::LeftOut};

tl::unexpected<Error> broken(const net::HttpResponse &response, const QString &what)
{
    return failure(Error::Kind::Protocol, u"%1: %2"_s.arg(response.asked, what));
}

//! Whether a Link header (RFC 8288) says that a page follows. Which one that is follows from the
//! page's number: no address is taken from an answer.
bool hasNextPage(const net::HttpResponse &response)
{
    for (const auto &part : response.header("Link").split(',')) {
        const auto rest = part.mid(part.indexOf('>')).simplified();
        if (rest.contains("rel=\"next\"") || rest.contains("rel=next"))
            return true;
    }
    return false;
}

//! Whether the answer to a request for events means that their id is not known any more.
bool isRefusal(int status)
{
    return status == 400 || status == 404 || status == 409 || status == 410 || status == 412
        || status == 422;
}

Result<Document> read(const net::HttpResponse &response)
{
    if (response.status != 200)
        return broken(response, u"answered %1 without a document"_s.arg(response.status));
    auto document = formats::document::readJson(response.asked, response.body, pageLimits);
    if (!document.tree)
        return broken(response,
                      document.findings.isEmpty() ? u"the answer is no JSON"_s
                                                  : document.findings.first().message);
    return document;
}

} // namespace

QList<domain::Finding> ListPage::findingsOf(qsizetype index) const
{
    const auto stands = [](int line, int column) { return std::pair(line, column); };
    const auto begin = stands(items.at(index).line(), items.at(index).column());
    QList<domain::Finding> findings;
    for (const auto &finding : document.findings) {
        const auto at = stands(finding.line, finding.column);
        const bool isBehind = index + 1 < items.size()
            && at >= stands(items.at(index + 1).line(), items.at(index + 1).column());
        if (at >= begin && !isBehind)
            findings.append(finding);
    }
    return findings;
}

Result<void> ListEnd::note(const ListPage &page)
{
    const auto before = m_seen.size();
    for (const auto &item : page.items)
        m_seen.insert(formats::bitol::textOf(item, "id"));
    if (page.hasNext && m_seen.size() == before)
        return failure(
            Error::Kind::Protocol,
            u"the list of %1 repeats a page, or names pages behind an empty one, so that it has no "
            "end"_s.arg(m_kind));
    return {};
}

Result<net::HttpUrl> Api::addressOf(const QString &kind, const QString &id) const
{
    auto segments = QStringList{u"api"_s, kind};
    // The id of a tag has slashes that stay slashes.
    segments += kind == u"tags" ? id.split(u'/') : QStringList{id};
    return m_calls.address(segments);
}

Result<Answer> Api::ask(const QString &kind, int page) const
{
    ApiCalls::Query query{{u"p"_s, QString::number(page)}};
    const auto url = m_calls.address({u"api"_s, kind}, query);
    if (!url)
        return tl::unexpected(url.error());
    return m_calls.ask(*url);
}

Result<ListPage> Api::pageOf(const net::HttpResponse &response)
{
    auto document = read(response);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->root().isSequence())
        return broken(response, u"the answer is no list"_s);
    ListPage page{.document = std::move(*document), .hasNext = hasNextPage(response)};
    for (const auto item : page.document.root())
        page.items.append(item);
    return page;
}

Result<ListPage> Api::take(Answer answer) const
{
    const auto response = m_calls.take(std::move(answer));
    if (!response)
        return tl::unexpected(response.error());
    return pageOf(*response);
}

Result<ListPage> Api::list(const QString &kind, int page) const
{
    auto answer = ask(kind, page);
    if (!answer)
        return tl::unexpected(answer.error());
    return take(std::move(*answer));
}

Result<std::optional<ListPage>> Api::events(const QString &last) const
{
    ApiCalls::Query query;
    if (!last.isEmpty())
        query.append({u"lastEventId"_s, last});
    const auto url = m_calls.address({u"api"_s, u"events"_s}, query);
    if (!url)
        return tl::unexpected(url.error());
    net::HttpRequest request;
    request.url = *url;
    // The feed is answered as this and as nothing else: asked for plain JSON, it refuses.
    request.headers = {{"Accept", "application/cloudevents-batch+json, application/json"}};
    request.urgency = net::Urgency::Background;
    auto response = m_calls.send(std::move(request));
    if (!response)
        return tl::unexpected(response.error());
    if (!last.isEmpty() && isRefusal(response->status))
        return std::optional<ListPage>();
    const auto answer = net::accepted(std::move(*response));
    if (!answer)
        return tl::unexpected(answer.error());
    auto page = pageOf(*answer);
    if (!page)
        return tl::unexpected(page.error());
    return std::optional(std::move(*page));
}

Result<RawPage> Api::lineage(ApiCalls::Query filter, int page) const
{
    // The document tells of pages of lists, and of no parameter here: the first one needs none.
    if (page > 0)
        filter.append({u"p"_s, QString::number(page)});
    const auto url = m_calls.address({u"api"_s, u"v1"_s, u"lineage"_s}, filter);
    if (!url)
        return tl::unexpected(url.error());
    auto response = m_calls.take(m_calls.ask(*url));
    if (!response)
        return tl::unexpected(response.error());
    const bool hasNext = hasNextPage(*response);
    return RawPage{.response = std::move(*response), .hasNext = hasNext};
}

Result<MaybeDocument> Api::document(const net::HttpUrl &url, Answer answer) const
{
    const auto taken = [this](Answer one) -> Result<MaybeDocument> {
        const auto response = m_calls.take(std::move(one));
        if (!response)
            return tl::unexpected(response.error());
        auto document = read(*response);
        if (!document)
            return tl::unexpected(document.error());
        if (!document->root().isMapping()
            || formats::bitol::textOf(document->root(), "id").isEmpty())
            return broken(*response, u"the answer is no document"_s);
        return MaybeDocument(std::move(*document));
    };
    auto document = taken(std::move(answer));
    if (!document && document.error().kind == Error::Kind::NotFound)
        document = taken(m_calls.ask(url));
    if (!document && document.error().kind == Error::Kind::NotFound)
        return MaybeDocument();
    return document;
}

Result<QList<MaybeDocument>> Api::documents(const QString &kind, const QStringList &ids) const
{
    QList<MaybeDocument> documents;
    QQueue<std::pair<net::HttpUrl, Answer>> asked;
    qsizetype next = 0;
    while (documents.size() < ids.size()) {
        while (next < ids.size() && asked.size() < documentsAtOnce) {
            const auto url = addressOf(kind, ids.at(next));
            if (!url)
                return tl::unexpected(url.error());
            asked.enqueue({*url, m_calls.ask(*url)});
            ++next;
        }
        auto [url, answer] = asked.dequeue();
        auto read = document(url, std::move(answer));
        if (!read) {
            for (auto &[address, other] : asked)
                other.cancel();
            return tl::unexpected(read.error());
        }
        documents.append(std::move(*read));
    }
    return documents;
}

bool isMissingFeature(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden;
}

} // namespace portolan::platforms::entropydata
