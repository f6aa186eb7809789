// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/names.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

// Names of so many things are kept; a catalogue with more asks for some of them again.
constexpr qsizetype mostKnown = 200'000;
// Deeper trees than this are circles.
constexpr int deepest = 20;
constexpr int domainPage = 1000;

//! The aspects that hold the names, by type of entity; nothing else is asked for.
const Api::Aspects &naming()
{
    static const Api::Aspects aspects{
        {u"domain"_s, {u"domainProperties"_s}},
        {u"tag"_s, {u"tagProperties"_s}},
        {u"glossaryTerm"_s, {u"glossaryTermInfo"_s}},
        {u"glossaryNode"_s, {u"glossaryNodeInfo"_s}},
        {u"corpuser"_s, {u"corpUserInfo"_s, u"corpUserEditableInfo"_s}},
        {u"corpGroup"_s, {u"corpGroupInfo"_s, u"corpGroupEditableInfo"_s}},
        {u"ownershipType"_s, {u"ownershipTypeInfo"_s}},
        {u"structuredProperty"_s, {u"propertyDefinition"_s}},
        {u"role"_s, {u"roleProperties"_s}},
        {u"container"_s, {u"containerProperties"_s, u"container"_s}},
        {u"assertion"_s, {u"assertionInfo"_s}},
        {u"application"_s, {u"applicationProperties"_s}},
    };
    return aspects;
}

QString firstOf(std::initializer_list<QString> texts)
{
    for (const auto &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

Known personOf(const Entity &entity)
{
    const auto info = entity.aspect("corpUserInfo");
    const auto edited = entity.aspect("corpUserEditableInfo");
    return {.name = firstOf({json::text(edited, "displayName"), json::text(info, "displayName"),
                             json::text(info, "fullName")}),
            .parent = {},
            .description = {},
            .detail = firstOf({json::text(edited, "email"), json::text(info, "email")}),
            .url = {},
            .document = {}};
}

Known groupOf(const Entity &entity)
{
    const auto info = entity.aspect("corpGroupInfo");
    return {.name = json::text(info, "displayName"),
            .parent = {},
            .description = {},
            .detail = firstOf({json::text(entity.aspect("corpGroupEditableInfo"), "email"),
                               json::text(info, "email")}),
            .url = {},
            .document = {}};
}

void collect(const Json &value, QSet<QString> &urns)
{
    simdjson::dom::object object;
    simdjson::dom::array array;
    std::string_view text;
    if (value.get(object) == simdjson::SUCCESS) {
        for (const auto entry : object)
            collect(entry.value, urns);
    } else if (value.get(array) == simdjson::SUCCESS) {
        for (const Json item : array)
            collect(item, urns);
    } else if (value.get(text) == simdjson::SUCCESS && text.substr(0, 7) == "urn:li:") {
        const auto urn = QString::fromUtf8(text.data(), qsizetype(text.size()));
        if (naming().contains(typeOf(urn)))
            urns.insert(urn);
    }
}

} // namespace

void addReferences(const Entity &entity, QSet<QString> &urns)
{
    static constexpr std::string_view referring[] = {"ownership",
                                                     "globalTags",
                                                     "glossaryTerms",
                                                     "domains",
                                                     "structuredProperties",
                                                     "container",
                                                     "access",
                                                     "schemaMetadata",
                                                     "editableSchemaMetadata",
                                                     "glossaryTermInfo",
                                                     "glossaryNodeInfo",
                                                     "glossaryRelatedTerms",
                                                     "incidentInfo",
                                                     "applications",
                                                     "domainProperties",
                                                     "dataContractProperties"};
    for (const auto aspect : referring)
        collect(entity.aspect(aspect), urns);
}

void Names::learn(const Entity &entity)
{
    const auto &type = entity.name.type;
    if (!naming().contains(type))
        return;
    Known known;
    if (type == u"corpuser") {
        known = personOf(entity);
    } else if (type == u"corpGroup") {
        known = groupOf(entity);
    } else if (type == u"role") {
        const auto info = entity.aspect("roleProperties");
        known.name = json::text(info, "name");
        known.description = json::text(info, "description");
        known.detail = json::text(info, "type");
        known.url = json::text(info, "requestUrl");
    } else if (type == u"structuredProperty") {
        const auto info = entity.aspect("propertyDefinition");
        known.name = firstOf({json::text(info, "displayName"), json::text(info, "qualifiedName")});
    } else if (type == u"container") {
        known.name = json::text(entity.aspect("containerProperties"), "name");
        known.parent = json::text(entity.aspect("container"), "container");
    } else if (type == u"assertion") {
        known.name = json::text(entity.aspect("assertionInfo"), "description");
        known.document = QByteArray::fromStdString(simdjson::minify(entity.json));
    } else {
        const auto aspect = naming().value(type).first().toStdString();
        const auto info = entity.aspect(aspect);
        known.name = json::text(info, "name");
        known.parent = firstOf({json::text(info, "parentDomain"), json::text(info, "parentNode")});
    }
    if (m_known.size() >= mostKnown && !m_known.contains(entity.urn))
        m_known.clear();
    m_known.insert(entity.urn, known);
}

Result<void> Names::require(QSet<QString> urns)
{
    for (int depth = 0; depth < deepest && !urns.isEmpty(); ++depth) {
        QStringList unknown;
        for (const auto &urn : std::as_const(urns)) {
            if (!m_known.contains(urn) && naming().contains(typeOf(urn)))
                unknown.append(urn);
        }
        unknown.sort();
        const auto page = m_api.entities(unknown, naming());
        if (!page)
            return tl::unexpected(page.error());
        for (const auto &entity : page->entities)
            learn(entity);
        for (const auto &urn : std::as_const(unknown)) {
            if (!m_known.contains(urn))
                m_known.insert(urn, {}); // nobody describes it; it is not asked for again
        }
        QSet<QString> parents;
        for (const auto &urn : std::as_const(urns)) {
            if (const auto parent = m_known.value(urn).parent; !parent.isEmpty())
                parents.insert(parent);
        }
        urns = parents;
    }
    return {};
}

QString Names::nameOf(const QString &urn) const
{
    const auto known = m_known.constFind(urn);
    return known == m_known.constEnd() || known->name.isEmpty() ? shortNameOf(urn) : known->name;
}

QStringList Names::pathOf(const QString &urn) const
{
    QStringList path;
    QSet<QString> seen;
    for (auto at = urn; !at.isEmpty() && !seen.contains(at); at = m_known.value(at).parent) {
        path.prepend(nameOf(at));
        seen.insert(at);
    }
    return path;
}

Result<QStringList> Names::domainsBelow(const QStringList &names)
{
    QStringList all;
    const auto listed = m_api.walk({.type = u"domain"_s,
                                    .moreTypes = {},
                                    .aspects = {u"domainProperties"_s},
                                    .count = domainPage,
                                    .scrollId = {},
                                    .values = {}},
                                   [&](const EntityPage &page) {
                                       for (const auto &entity : page.entities) {
                                           learn(entity);
                                           all.append(entity.urn);
                                       }
                                   });
    if (!listed)
        return tl::unexpected(listed.error());
    QStringList below;
    for (const auto &urn : std::as_const(all)) {
        const auto path = pathOf(urn);
        for (const auto &name : names) {
            if (path.contains(name, Qt::CaseInsensitive) || name == urn) {
                below.append(urn);
                break;
            }
        }
    }
    return below;
}

} // namespace portolan::platforms::datahub
