// SPDX-License-Identifier: GPL-3.0-or-later
// Domains, glossary, tags, people and groups; and which kind of record each type of entity is.
#include "models/platforms/datahub/quality.h"
#include "models/platforms/datahub/translate.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::datahub {
namespace {

void addRelatedTerms(Record &record, const Entity &entity, const Context &context)
{
    simdjson::dom::object lists;
    if (entity.aspect("glossaryRelatedTerms").get(lists) != simdjson::SUCCESS)
        return;
    for (const auto entry : lists) {
        QStringList names;
        for (const auto &urn : json::texts(entry.value))
            names.append(context.names.nameOf(urn));
        addFact(record,
                QString::fromUtf8(entry.key.data(), static_cast<qsizetype>(entry.key.size())),
                names.join(u", "_s));
    }
}

void addTermLinks(Record &record, const Json &info)
{
    if (const auto url = json::text(info, "sourceUrl"); !url.isEmpty())
        record.references.append({.type = u"businessDefinition"_s,
                                  .url = url,
                                  .description = json::text(info, "sourceRef")});
}

Record teamOf(const Entity &entity, const Context &context)
{
    const auto info = entity.aspect("corpGroupInfo");
    const auto edited = entity.aspect("corpGroupEditableInfo");
    Record record;
    record.kind = EntityKind::Team;
    addGovernance(record, entity, context);
    record.name = entity.name.id;
    record.title = json::text(info, "displayName");
    record.description = json::text(edited, "description");
    if (record.description.isEmpty())
        record.description = json::text(info, "description");
    auto email = json::text(edited, "email");
    if (email.isEmpty())
        email = json::text(info, "email");
    addFact(record, u"email"_s, email);
    auto slack = json::text(edited, "slack");
    if (slack.isEmpty())
        slack = json::text(info, "slack");
    if (!slack.isEmpty())
        record.support.append({.channel = slack,
                               .url = {},
                               .description = {},
                               .tool = u"slack"_s,
                               .scope = {},
                               .invitationUrl = {}});
    return record;
}

} // namespace

std::optional<EntityKind> kindOf(const QString &type)
{
    static const QHash<QString, EntityKind> kinds{
        {u"domain"_s, EntityKind::Domain},        {u"glossaryTerm"_s, EntityKind::Term},
        {u"glossaryNode"_s, EntityKind::Term},    {u"tag"_s, EntityKind::Tag},
        {u"corpuser"_s, EntityKind::Person},      {u"corpGroup"_s, EntityKind::Team},
        {u"dataProduct"_s, EntityKind::Product},  {u"dataContract"_s, EntityKind::Contract},
        {u"assertion"_s, EntityKind::Check},      {u"incident"_s, EntityKind::Check},
        {u"dataset"_s, EntityKind::Asset},        {u"chart"_s, EntityKind::Asset},
        {u"dashboard"_s, EntityKind::Asset},      {u"dataJob"_s, EntityKind::Asset},
        {u"dataFlow"_s, EntityKind::Asset},       {u"container"_s, EntityKind::Asset},
        {u"mlModel"_s, EntityKind::Asset},        {u"mlModelGroup"_s, EntityKind::Asset},
        {u"mlFeatureTable"_s, EntityKind::Asset}, {u"mlFeature"_s, EntityKind::Asset},
        {u"mlPrimaryKey"_s, EntityKind::Asset},   {u"notebook"_s, EntityKind::Asset},
    };
    const auto kind = kinds.constFind(type);
    return kind == kinds.constEnd() ? std::nullopt : std::optional(*kind);
}

Record wordOf(const Entity &entity, const Context &context)
{
    const auto &type = entity.name.type;
    const auto info = entity.aspect(type == u"domain"             ? "domainProperties"
                                        : type == u"tag"          ? "tagProperties"
                                        : type == u"glossaryNode" ? "glossaryNodeInfo"
                                                                  : "glossaryTermInfo");
    Record record;
    record.kind = *kindOf(type);
    addGovernance(record, entity, context);
    record.name = json::text(info, "name");
    if (record.name.isEmpty())
        record.name = shortNameOf(entity.urn);
    record.description =
        json::text(info, type == u"domain" || type == u"tag" ? "description" : "definition");
    if (type == u"domain") {
        record.domain = context.names.pathOf(entity.urn);
        addRelation(record, Relation::Parent, json::text(info, "parentDomain"));
    } else if (type == u"tag") {
        addFact(record, u"color"_s, json::text(info, "colorHex"));
    } else {
        record.type = type == u"glossaryNode" ? u"group of terms"_s : QString();
        addTermLinks(record, info);
        auto path = context.names.pathOf(entity.urn);
        path.removeLast();
        addFact(record, u"glossary"_s, path.join(u" / "_s));
        addRelatedTerms(record, entity, context);
    }
    return record;
}

Record personOf(const Entity &entity, const Context &context)
{
    if (entity.name.type == u"corpGroup")
        return teamOf(entity, context);
    const auto info = entity.aspect("corpUserInfo");
    const auto edited = entity.aspect("corpUserEditableInfo");
    Record record;
    record.kind = EntityKind::Person;
    addGovernance(record, entity, context);
    record.name = entity.name.id;
    const auto shown = context.names.of(entity.urn);
    record.title = shown.name;
    record.description = json::text(edited, "aboutMe");
    addFact(record, u"email"_s, shown.detail);
    addFact(record, u"title"_s, json::text(info, "title"));
    addFact(record, u"department"_s, json::text(info, "departmentName"));
    bool isActive = true;
    if (json::member(info, "active").get(isActive) == simdjson::SUCCESS && !isActive)
        record.status = u"inactive"_s;
    if (json::text(entity.aspect("corpUserStatus"), "status") == u"SUSPENDED")
        record.status = u"suspended"_s;
    const auto groups = json::texts(json::member(entity.aspect("groupMembership"), "groups"))
        + json::texts(json::member(entity.aspect("nativeGroupMembership"), "nativeGroups"));
    for (const auto &group : groups)
        addRelation(record, Relation::MemberOf, group);
    return record;
}

QList<Record> recordsOf(const Entity &entity, const Context &context)
{
    const auto kind = kindOf(entity.name.type);
    if (!kind)
        return {};
    switch (*kind) {
    case EntityKind::Product:
        return productOf(entity, context);
    case EntityKind::Contract:
        return {contractOf(entity, context)};
    case EntityKind::Check:
        return {entity.name.type == u"incident" ? incidentOf(entity, context)
                                                : checkOf(entity, context)};
    case EntityKind::Person:
    case EntityKind::Team:
        return {personOf(entity, context)};
    case EntityKind::Asset:
        return {assetOf(entity, context)};
    default:
        return {wordOf(entity, context)};
    }
}

} // namespace portolan::platforms::datahub
