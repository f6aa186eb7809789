// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/entropydatasearch.h"

#include "models/formats/json/value.h"

#include <QHash>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;

namespace portolan::platforms::entropydata {
namespace {

namespace json = formats::json;

// What it answers at most, whatever it is asked (the vendor's document, /api/search).
constexpr int mostTold = 60;

//! What a type of resource is here, and where its page lies.
struct Resource
{
    QStringView type; //!< of native ids
    EntityKind kind = EntityKind::Asset;
    QString path;
};

const QHash<QString, Resource> &resources()
{
    static const QHash<QString, Resource> all{
        {u"DATA_PRODUCT"_s, {productType, EntityKind::Product, u"dataproducts"_s}},
        {u"DATA_CONTRACT"_s, {contractType, EntityKind::Contract, u"datacontracts"_s}},
        {u"DATA_ASSET"_s, {assetType, EntityKind::Asset, u"assets"_s}},
        {u"DEFINITION"_s, {definitionType, EntityKind::Term, u"definitions"_s}},
        {u"TEAM"_s, {teamType, EntityKind::Team, u"teams"_s}},
        {u"TAG"_s, {tagType, EntityKind::Tag, u"tags"_s}},
    };
    return all;
}

} // namespace

EntropyDataSearch::EntropyDataSearch(std::shared_ptr<net::HttpClient> http, net::HttpUrl base,
                                     Portal portal, std::function<bool()> isOver)
    : m_calls(std::move(http), std::move(base), {std::move(isOver), {}})
    , m_portal(std::move(portal))
{
}

Result<QList<RemoteHit>> EntropyDataSearch::search(const QString &query, int limit)
{
    m_wasCut = false;
    const auto words = searchWords(query);
    if (words.isEmpty() || limit <= 0)
        return QList<RemoteHit>();
    const auto response =
        m_calls.get({u"api"_s, u"search"_s},
                    {{u"query"_s, words.join(u' ')}, {u"searchMode"_s, u"FIND"_s}}, searchAttempts);
    if (!response)
        return tl::unexpected(response.error());
    json::JsonParser parser;
    json::Json root;
    const std::string_view whole(response->body.constData(), std::size_t(response->body.size()));
    if (parser.parse(whole, whole).get(root) != simdjson::SUCCESS || !json::isObject(root))
        return failure(Error::Kind::Protocol,
                       QString(response->asked % u": the answer is no list of results"_s));
    QList<RemoteHit> hits;
    int told = 0;
    for (const auto &result : json::items(json::member(root, "results"))) {
        ++told;
        const auto resource = resources().constFind(json::text(result, "resourceType"));
        const auto id = json::text(result, "id");
        if (resource == resources().constEnd() || id.isEmpty() || hits.size() == limit)
            continue;
        const auto name = json::text(result, "name");
        hits.append({.nativeId = nativeId(resource->type, id),
                     .kind = resource->kind,
                     .type = {},
                     .name = name.isEmpty() ? id : name,
                     .snippet = snippetOf(json::text(result, "description")),
                     .place = json::text(result, "ownerName"),
                     // Its own address is worth no more than any other that a server sends.
                     .page = m_portal.page(resource->path, id)});
    }
    m_wasCut = told >= mostTold;
    return hits;
}

} // namespace portolan::platforms::entropydata
