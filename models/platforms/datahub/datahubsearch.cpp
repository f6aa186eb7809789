// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/datahubsearch.h"

#include "models/platforms/datahub/names.h"
#include "models/platforms/datahub/queries.h"
#include "models/platforms/datahub/translate.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int mostAsked = 100;

//! The entity types that are asked for, as the schema writes them.
QJsonArray askedTypes()
{
    return {u"DATASET"_s,       u"DATA_PRODUCT"_s, u"CHART"_s,           u"DASHBOARD"_s,
            u"DATA_JOB"_s,      u"DATA_FLOW"_s,    u"CONTAINER"_s,       u"MLMODEL"_s,
            u"MLMODEL_GROUP"_s, u"DOMAIN"_s,       u"MLFEATURE_TABLE"_s, u"GLOSSARY_TERM"_s};
}

//! The first of \a texts that says something.
QString firstOf(std::initializer_list<QString> texts)
{
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [](const QString &text) { return !text.isEmpty(); });
    return found == texts.end() ? QString() : *found;
}

//! What the server says it found the words in, where that is not the name: a column, for instance.
QString matchOf(const Json &result)
{
    for (const auto &field : json::items(json::member(result, "matchedFields"))) {
        const auto name = json::text(field, "name");
        const auto value = json::text(field, "value");
        if (name == u"fieldPaths")
            return pathOf(value);
        if (name == u"description" || name == u"editedDescription" || name == u"fieldDescriptions")
            return value;
    }
    return {};
}

} // namespace

QString literalQuery(const QStringList &words)
{
    static constexpr QStringView meaning = u"\\+|\"*()~?:!^[]{}<>=&";
    QStringList literal;
    for (const auto &word : words) {
        QString text;
        for (const auto sign : word) {
            // Inside of a word a hyphen parts nothing; in front of it, it excludes.
            if (meaning.contains(sign) || (sign == u'-' && text.isEmpty()))
                text += u'\\';
            text += sign;
        }
        // Words that join others are words here, and so is the one that begins an expression.
        static const QStringList operators{u"AND"_s, u"OR"_s, u"NOT"_s};
        if (literal.isEmpty() && text == u"/q")
            text.remove(0, 1);
        literal.append(operators.contains(text) ? text.toLower() : text);
    }
    return literal.join(u' ');
}

DataHubSearch::DataHubSearch(std::shared_ptr<net::HttpClient> http, net::HttpUrl base,
                             QStringList domains, std::function<bool()> isOver)
    : m_api(std::move(http), std::move(base), {std::move(isOver), {}})
    , m_domains(std::move(domains))
{
    m_api.hurry(searchAttempts);
}

Result<QList<RemoteHit>> DataHubSearch::search(const QString &query, int limit)
{
    const auto words = searchWords(query);
    if (words.isEmpty() || limit <= 0)
        return QList<RemoteHit>();
    const auto answer = m_api.query(QString::fromLatin1(searchThings),
                                    {{u"types"_s, askedTypes()},
                                     {u"query"_s, literalQuery(words)},
                                     {u"count"_s, std::min(limit, mostAsked)}});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto results = json::items(
        json::member(answer->root(), {"data", "searchAcrossEntities", "searchResults"}));
    if (!results.empty())
        learnSite();
    QList<RemoteHit> hits;
    for (const auto &result : results) {
        const auto urn = urnOf(json::text(json::member(result, {"entity", "urn"})));
        if (urn && kindOf(urn->type) && hits.size() < limit)
            hits.append(hitOf(result, *urn));
    }
    return hits;
}

//! Where the pages are, and which domains are kept. Hits are told without it where that fails.
void DataHubSearch::learnSite()
{
    if (m_ui.isEmpty()) {
        if (const auto facts = m_api.facts())
            m_ui = facts->ui;
    }
    if (!m_kept && !m_domains.isEmpty()) {
        Names names(m_api);
        if (auto below = names.domainsBelow(m_domains))
            m_kept = std::move(*below);
    }
}

RemoteHit DataHubSearch::hitOf(const Json &result, const Urn &urn) const
{
    const auto entity = json::member(result, "entity");
    const auto properties = json::member(entity, "properties");
    const auto home = json::member(entity, {"domain", "domain"});
    RemoteHit hit;
    hit.nativeId = json::text(entity, "urn");
    hit.kind = *kindOf(urn.type);
    if (hit.kind == domain::EntityKind::Asset) {
        const auto subtypes = json::texts(json::member(entity, {"subTypes", "typeNames"}));
        hit.type = subtypes.isEmpty() ? assetWordOf(urn) : subtypes.first().toLower();
    }
    hit.name = firstOf({json::text(properties, "name"), json::text(properties, "label"),
                        shortNameOf(hit.nativeId)});
    hit.snippet = snippetOf(firstOf(
        {json::text(json::member(entity, {"editableProperties", "description"})),
         json::text(properties, "description"), json::text(properties, "meaning"), matchOf(result),
         urn.type == u"dataset" && urn.parts.size() > 1 ? urn.parts.at(1) : QString()}));
    hit.place = firstOf({json::text(json::member(home, {"properties", "name"})),
                         json::text(home, "urn").section(u':', 3), platformOf(urn)});
    hit.page = m_ui.isEmpty() ? QString() : pageOf(m_ui, hit.nativeId);
    hit.isKept = isKept(hit.nativeId, home);
    return hit;
}

//! As a pull decides it: only products and assets are kept by their domain.
bool DataHubSearch::isKept(const QString &urn, const Json &home) const
{
    const auto kind = kindOf(typeOf(urn));
    const bool isOffer = kind == domain::EntityKind::Asset || kind == domain::EntityKind::Product;
    if (!isOffer || !m_kept)
        return true;
    return m_kept->contains(json::text(home, "urn"));
}

} // namespace portolan::platforms::datahub
