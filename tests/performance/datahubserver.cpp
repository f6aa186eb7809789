// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked is found in the texts of the requests, not parsed: the only client is ours, and the
// processor belongs to what is measured.
#include "tests/performance/datahubserver.h"

#include <charconv>

namespace portolan::performance {
namespace {

constexpr auto npos = std::string_view::npos;

qint64 numberBehind(std::string_view text, std::string_view name, qint64 otherwise)
{
    const auto at = text.find(name);
    qint64 number = otherwise;
    if (at != npos)
        std::from_chars(text.data() + at + name.size(), text.data() + text.size(), number);
    return number;
}

//! The quoted urns of \a text, in their order, with the places where they begin.
template <typename Take>
void eachUrn(std::string_view text, Take take)
{
    static constexpr std::string_view start = "\"urn:li:";
    for (auto at = text.find(start); at != npos; at = text.find(start, at)) {
        const auto end = text.find('"', at + 1);
        if (end == npos)
            return;
        take(at, text.substr(at + 1, end - at - 1));
        at = end + 1;
    }
}

//! As Kafka's places are written: the partition and the offset.
std::string offsetId(std::size_t at)
{
    return QByteArray("{\"0\":" + QByteArray::number(qint64(at)) + '}').toBase64().toStdString();
}

std::size_t placeIn(std::string_view target, std::size_t end)
{
    static constexpr std::string_view name = "offsetId=";
    const auto at = target.find(name);
    if (at == npos)
        return end;
    auto text = target.substr(at + name.size());
    text = text.substr(0, text.find('&'));
    const auto plain = QByteArray::fromBase64(
        QByteArray::fromPercentEncoding(QByteArray(text.data(), qsizetype(text.size()))));
    return std::size_t(plain.mid(plain.indexOf(':') + 1).chopped(1).toLongLong());
}

} // namespace

void HubReply::make(std::string text)
{
    made.push_back(std::make_unique<std::string>(std::move(text)));
    add(*made.back());
}

std::size_t HubReply::size() const
{
    std::size_t size = 0;
    for (const auto piece : pieces)
        size += piece.size();
    return size;
}

HubReply DataHubAnswers::reply(std::string_view target, std::string_view body)
{
    const auto is = [target](std::string_view path) {
        return target.substr(0, target.find('?')) == path;
    };
    if (is("/openapi/v3/entity/scroll"))
        return scroll(target, body);
    if (is("/openapi/v3/entity/generic/batchGet"))
        return batch(body);
    if (is("/openapi/v1/events/poll"))
        return poll(target);
    if (is("/api/graphql"))
        return pointers(body);
    HubReply reply;
    reply.status = is("/config") ? 200 : 404;
    reply.add(is("/config") ? "{\"baseUrl\":\"https://datahub.example\","
                              "\"versions\":{\"acryldata/datahub\":{\"version\":\"v1.3.0\"}}}"
                            : "{}");
    return reply;
}

HubReply DataHubAnswers::scroll(std::string_view target, std::string_view body) const
{
    HubReply reply;
    const auto count = numberBehind(target, "count=", 100);
    const auto from = numberBehind(target, "scrollId=", 0);
    for (const auto type : hubTypes) {
        if (body.find("\"entities\":[\"" + std::string(hubWord(type)) + "\"]") == npos)
            continue;
        reply.make(m_pages.pageHead(type, from, count).toStdString());
        reply.add(m_pages.things(type, from, count));
        reply.add(DataHubPages::pageTail());
        return reply;
    }
    reply.add("{\"totalCount\":0,\"entities\":[]}");
    return reply;
}

void DataHubAnswers::addThing(HubReply &reply, HubPlace place)
{
    const auto json = m_pages.thing(place);
    const auto changes = m_changes.find(place.number);
    if (place.type != HubType::Dataset || changes == m_changes.end()) {
        reply.add(json);
        return;
    }
    // A link that somebody added: an aspect that no thing of the pages has.
    reply.make("{\"institutionalMemory\":{\"value\":{\"elements\":[{\"url\":"
               "\"https://wiki.example/change\",\"description\":\"Change "
               + std::to_string(changes->second) + "\"}]}},");
    reply.add(json.substr(1));
}

//! Things by the lists of their types. Where nothing but the lineage of datasets, and whether they
//! are deleted, is asked for there is none.
HubReply DataHubAnswers::batch(std::string_view body)
{
    static constexpr std::string_view lineageAlone = "\"upstreamLineage\":{},\"urn\":";
    HubReply reply;
    const std::lock_guard lock(m_mutex);
    reply.add("{");
    for (const auto type : hubTypes) {
        const auto list = '"' + std::string(hubWord(type)) + "\":[";
        bool isFirst = true;
        eachUrn(body, [&](std::size_t at, std::string_view urn) {
            const auto place = m_pages.placeOf(urn);
            if (!place || place->type != type)
                return;
            if (isFirst)
                reply.make((reply.pieces.size() > 1 ? "," : "") + list);
            else
                reply.add(",");
            isFirst = false;
            const auto from = at < lineageAlone.size() ? 0 : at - lineageAlone.size();
            if (body.substr(from, at - from) == lineageAlone)
                reply.make("{\"urn\":\"" + std::string(urn) + "\"}");
            else
                addThing(reply, *place);
        });
        if (!isFirst)
            reply.add("]");
    }
    reply.add("}");
    return reply;
}

HubReply DataHubAnswers::poll(std::string_view target)
{
    HubReply reply;
    const bool isSeries = target.find("Timeseries") != npos;
    const auto limit = std::size_t(numberBehind(target, "limit=", 100));
    const std::lock_guard lock(m_mutex);
    const auto end = isSeries ? 0 : m_log.size();
    const auto from = std::min(placeIn(target, end), end);
    const auto to = std::min(from + limit, end);
    std::string text = "{\"offsetId\":\"" + offsetId(to)
        + "\",\"count\":" + std::to_string(to - from) + ",\"events\":[";
    for (auto i = from; i < to; ++i) {
        text += i > from ? "," : "";
        text += R"({"contentType":"application/json","value":"{\"entityType\":\"dataset\",)"
                R"(\"entityUrn\":{\"string\":\")"
            + DataHubPages::urn({HubType::Dataset, m_log[i]}).toStdString()
            + R"(\"},\"changeType\":\"UPSERT\",)"
              R"(\"aspectName\":{\"string\":\"institutionalMemory\"},)"
              R"(\"aspect\":null,\"previousAspectValue\":null}"})";
    }
    reply.make(text + "]}");
    return reply;
}

//! The product of each dataset, and the contract of those that have one.
HubReply DataHubAnswers::pointers(std::string_view body) const
{
    HubReply reply;
    std::string text = "{\"data\":{\"entities\":[";
    eachUrn(body, [&](std::size_t, std::string_view urn) {
        const auto place = m_pages.placeOf(urn);
        if (!place || place->type != HubType::Dataset)
            return;
        const auto arrow = [](const char *type, HubPlace from) {
            return std::string("{\"type\":\"") + type + "\",\"entity\":{\"urn\":\""
                + DataHubPages::urn(from).toStdString() + "\"}}";
        };
        text += text.back() == '[' ? "" : ",";
        text += "{\"urn\":\"" + std::string(urn) + "\",\"relationships\":{\"relationships\":["
            + arrow("DataProductContains", {HubType::Product, m_pages.productOf(place->number)});
        if (place->number < m_pages.count(HubType::Contract))
            text += ',' + arrow("ContractFor", {HubType::Contract, place->number});
        text += "]}}";
    });
    reply.make(text + "]}}");
    return reply;
}

void DataHubAnswers::change(qint64 first, qint64 step, qint64 count)
{
    const std::lock_guard lock(m_mutex);
    const auto all = m_pages.count(HubType::Dataset);
    for (qint64 i = 0; i < count; ++i) {
        const auto dataset = (first + i * step) % all;
        m_log.push_back(dataset);
        ++m_changes[dataset];
    }
}

} // namespace portolan::performance
