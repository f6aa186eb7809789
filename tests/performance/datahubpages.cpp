// SPDX-License-Identifier: GPL-3.0-or-later
// The file: a mark, how many there are of each type, where each thing begins, then the things, each
// with a comma behind it.
#include "tests/performance/datahubpages.h"

#include "tests/performance/datahubjson.h"

#include <charconv>
#include <cstring>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr std::uint64_t mark = 0x3130'7075'6268'6470; // "pdhbup01"
constexpr std::size_t headWords = 1 + hubTypeCount;

qint64 countOf(const SynthMesh &mesh, HubType type)
{
    switch (type) {
    case HubType::Domain:
        return mesh.domainCount();
    case HubType::Tag:
        return mesh.tagCount();
    case HubType::Group:
        return mesh.teamCount();
    case HubType::Dataset:
        return mesh.assetCount();
    case HubType::Contract:
    case HubType::Product:
        return mesh.productCount();
    }
    return 0;
}

void put(QFile &file, const void *bytes, std::size_t size)
{
    if (file.write(static_cast<const char *>(bytes), qint64(size)) != qint64(size))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
}

} // namespace

std::string_view hubWord(HubType type)
{
    static constexpr std::array<std::string_view, hubTypeCount> words{
        "domain", "tag", "corpGroup", "dataset", "dataContract", "dataProduct"};
    return words.at(std::size_t(type));
}

void DataHubPages::write(const QString &file, const SynthMesh &mesh)
{
    if (QFile::exists(file))
        return;
    // Under another name until it is whole.
    QFile out(file + u".part"_s);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("%s: %s", qPrintable(out.fileName()), qPrintable(out.errorString()));
    std::vector<std::uint64_t> head{mark};
    std::uint64_t total = 0;
    for (const auto type : hubTypes) {
        head.push_back(std::uint64_t(countOf(mesh, type)));
        total += head.back();
    }
    std::vector<std::uint64_t> offsets;
    offsets.reserve(total + 1);
    std::uint64_t at = (headWords + total + 1) * sizeof(std::uint64_t);
    out.seek(qint64(at));
    for (const auto type : hubTypes) {
        for (qint64 number = 0; number < countOf(mesh, type); ++number) {
            const QByteArray json = hubJson(mesh, {type, number}) + ',';
            offsets.push_back(at);
            at += std::uint64_t(json.size());
            put(out, json.constData(), std::size_t(json.size()));
        }
    }
    offsets.push_back(at);
    out.seek(0);
    put(out, head.data(), head.size() * sizeof(std::uint64_t));
    put(out, offsets.data(), offsets.size() * sizeof(std::uint64_t));
    out.close();
    if (out.error() != QFile::NoError || !out.rename(file))
        qFatal("%s: %s", qPrintable(file), qPrintable(out.errorString()));
}

DataHubPages::DataHubPages(const QString &file)
    : m_file(file)
{
    if (!m_file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file), qPrintable(m_file.errorString()));
    const auto *bytes = m_file.map(0, m_file.size());
    if (bytes == nullptr || m_file.size() < qint64(headWords * sizeof(std::uint64_t)))
        qFatal("%s cannot be read", qPrintable(file));
    m_bytes = {reinterpret_cast<const char *>(bytes), std::size_t(m_file.size())};
    std::uint64_t found = 0;
    std::memcpy(&found, bytes, sizeof found);
    std::memcpy(m_counts.data(), bytes + sizeof found, sizeof m_counts);
    m_offsets = reinterpret_cast<const std::uint64_t *>(bytes) + headWords;
    if (found != mark)
        qFatal("%s holds no pages", qPrintable(file));
}

qint64 DataHubPages::count(HubType type) const
{
    return qint64(m_counts.at(std::size_t(type)));
}

std::size_t DataHubPages::rowOf(HubPlace place) const
{
    std::size_t row = std::size_t(place.number);
    for (std::size_t before = 0; before < std::size_t(place.type); ++before)
        row += std::size_t(m_counts.at(before));
    return row;
}

std::string_view DataHubPages::thing(HubPlace place) const
{
    return things(place.type, place.number, 1);
}

std::string_view DataHubPages::things(HubType type, qint64 from, qint64 count) const
{
    const auto last = std::min(from + count, this->count(type));
    if (from >= last)
        return {};
    const auto begin = m_offsets[rowOf({type, from})];
    const auto end = m_offsets[rowOf({type, last})];
    return m_bytes.substr(begin, end - begin - 1);
}

QByteArray DataHubPages::pageHead(HubType type, qint64 from, qint64 count) const
{
    const auto total = this->count(type);
    QByteArray head = "{\"totalCount\":" + QByteArray::number(total);
    if (from + count < total)
        head += ",\"scrollId\":\"" + QByteArray::number(from + count) + '"';
    return head + ",\"entities\":[";
}

QByteArray DataHubPages::page(HubType type, qint64 from, qint64 count) const
{
    auto body = pageHead(type, from, count);
    const auto list = things(type, from, count);
    body.reserve(body.size() + qsizetype(list.size() + pageTail().size()));
    body.append(list.data(), qsizetype(list.size()));
    return body.append(pageTail().data(), qsizetype(pageTail().size()));
}

QByteArray DataHubPages::urn(HubPlace place)
{
    const auto number = QByteArray::number(place.number);
    switch (place.type) {
    case HubType::Domain:
        return "urn:li:domain:domain_" + number;
    case HubType::Tag:
        return "urn:li:tag:tag_" + number;
    case HubType::Group:
        return "urn:li:corpGroup:team_" + number;
    case HubType::Dataset:
        return "urn:li:dataset:(urn:li:dataPlatform:snowflake,mesh.area_"
            + QByteArray::number(place.number % 100) + ".asset_" + number + ",PROD)";
    case HubType::Contract:
        return "urn:li:dataContract:contract_" + number;
    case HubType::Product:
        return "urn:li:dataProduct:product_" + number;
    }
    return {};
}

std::optional<HubPlace> DataHubPages::placeOf(std::string_view urn) const
{
    for (const auto type : hubTypes) {
        const auto prefix = "urn:li:" + std::string(hubWord(type)) + ':';
        if (urn.substr(0, prefix.size()) != prefix)
            continue;
        const auto from = urn.rfind('_');
        qint64 number = -1;
        if (from != std::string_view::npos)
            std::from_chars(urn.data() + from + 1, urn.data() + urn.size(), number);
        const bool isThere = number >= 0 && number < count(type);
        return isThere ? std::optional(HubPlace{type, number}) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace portolan::performance
