// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/eventfeed.h"

#include "models/platforms/marquez/catalogue.h"
#include "models/platforms/marquez/listwalk.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;
namespace json = portolan::formats::json;
namespace openlineage = portolan::formats::openlineage;

namespace portolan::platforms::marquez {
namespace {

// Without it the server leaves out what is later than 2030, and does not even count it.
const QString endOfTime = u"9999-01-01T00:00:00Z"_s;
// So many events of one time are asked for at once before they are taken apart by offset.
constexpr qint64 largestPage = 16'000;
constexpr int mostSkipped = 20;
constexpr int mostFindings = 20;

//! As the server reads it, to the microsecond.
QString textOf(Moment moment)
{
    auto seconds = moment / 1'000'000;
    auto micros = moment % 1'000'000;
    if (micros < 0) {
        micros += 1'000'000;
        --seconds;
    }
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss"_s)
        % u'.' % QString::number(micros).rightJustified(6, u'0') % u'Z';
}

quint64 digestOf(const json::Json &event)
{
    const auto text = simdjson::minify(event);
    const auto hash = QCryptographicHash::hash(QByteArrayView(text.data(), qsizetype(text.size())),
                                               QCryptographicHash::Blake2s_128);
    quint64 digest = 0;
    std::memcpy(&digest, hash.constData(), sizeof digest);
    return digest;
}

} // namespace

EventFeed::EventFeed(const ApiCalls &calls, int pageSize)
    : m_calls(calls)
    , m_pageSize(pageSize)
{
}

Result<net::HttpResponse> EventFeed::ask(Moment from, qint64 limit, qint64 offset) const
{
    return m_calls.get({u"api"_s, u"v1"_s, u"events"_s, u"lineage"_s},
                       {{u"after"_s, textOf(from)},
                        {u"before"_s, endOfTime},
                        {u"sortDirection"_s, u"asc"_s},
                        {u"limit"_s, QString::number(limit)},
                        {u"offset"_s, QString::number(offset)}});
}

Result<FeedRead> EventFeed::read(Moment from, const Take &take, const Progress &progress) const
{
    FeedRead read;
    read.newest = from;
    Edge edge;
    qint64 limit = m_pageSize;
    qint64 offset = 0;
    int skipped = 0;
    bool isNarrow = false; // something behind the position cannot be read
    for (auto after = from;;) {
        const auto response = ask(after, limit, offset);
        const auto page = response ? readPage(*response, after, edge, take, read)
                                   : Result<Page>(tl::unexpected(response.error()));
        if (!page) {
            const auto kind = page.error().kind;
            const bool isSize = kind == Error::Kind::TooLarge || kind == Error::Kind::Protocol;
            if (!isSize || (limit == 1 && ++skipped > mostSkipped))
                return tl::unexpected(page.error());
            if (limit > 1) {
                limit /= 2;
                isNarrow = true;
                continue;
            }
            read.findings.append(findingOf(m_calls.base().shown(), u"marquez.event"_s,
                                           u"An event of about %1 was left out: %2"_s.arg(
                                               textOf(after), page.error().detail)));
            ++offset;
            continue;
        }
        if (read.counted < 0)
            read.counted = page->total;
        read.newest = std::max(read.newest, page->last);
        if (progress)
            progress(read.rows, std::max(read.counted, read.rows));
        if (page->rows < limit)
            break;
        if (page->last > after) {
            after = page->last;
            offset = 0;
            limit = std::min<qint64>(limit * 2, m_pageSize);
            isNarrow = false;
        } else if (isNarrow) {
            offset += page->rows; // past it one by one
        } else if (limit < largestPage) {
            limit *= 2; // all of one time
        } else {
            // Half of it again, since their order is another one each time.
            offset += limit / 2;
            if (page->total < 0 || offset > page->total)
                return failure(
                    Error::Kind::Protocol,
                    u"The events of the server do not go on behind %1: it gives the same ones again and again."_s
                        .arg(textOf(after)));
        }
    }
    return read;
}

Result<EventFeed::Page> EventFeed::readPage(const net::HttpResponse &response, Moment from,
                                            Edge &edge, const Take &take, FeedRead &read) const
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto list = opened->list("events");
    if (!list)
        return tl::unexpected(list.error());
    Page page;
    page.last = from;
    page.rows = qint64(list->size());
    std::int64_t total = -1;
    if (json::member(opened->root(), "totalCount").get(total) == simdjson::SUCCESS)
        page.total = total;
    auto before = edge; // of what has the time of the edge
    for (const auto &object : *list) {
        const auto digest = digestOf(object);
        const auto time = openlineage::momentOf(json::text(object, "eventTime").toStdString());
        if (time && *time > page.last) {
            page.last = *time;
            edge.clear();
        }
        auto known = before.end();
        if (time && *time == from)
            known = before.find(digest);
        if (known != before.end() && known->second > 0) {
            --known->second;
            continue;
        }
        ++read.rows;
        if (time && *time == page.last)
            ++edge[digest];
        const auto event = openlineage::readEvent(object);
        if (event.event)
            take(*event.event, digest);
        else if (read.findings.size() < mostFindings)
            read.findings.append(findingOf(m_calls.base().shown(), u"marquez.event"_s,
                                           u"An event was left out: "_s % event.problem % u'.'));
    }
    return page;
}

Result<qint64> EventFeed::countBefore(Moment until) const
{
    const auto response = m_calls.get({u"api"_s, u"v1"_s, u"events"_s, u"lineage"_s},
                                      {{u"before"_s, textOf(until)}, {u"limit"_s, u"1"_s}});
    if (!response)
        return tl::unexpected(response.error());
    const auto opened = Opened::open(*response);
    if (!opened)
        return tl::unexpected(opened.error());
    std::int64_t total = -1;
    if (json::member(opened->root(), "totalCount").get(total) != simdjson::SUCCESS)
        return -1;
    return total;
}

} // namespace portolan::platforms::marquez
