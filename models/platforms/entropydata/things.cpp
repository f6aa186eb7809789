// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/things.h"

#include "models/domain/datasetkey.h"
#include "models/formats/bitol/parts.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using domain::EntityKind;
using domain::Record;
using domain::Relation;
using formats::bitol::nativeOf;
using formats::bitol::textOf;
using formats::bitol::textsOf;
using formats::document::Node;

// A team above a team above …: nobody has so many levels, and a ring has no end.
constexpr int mostLevels = 20;

QList<domain::TeamMember> membersIn(const Node &team)
{
    QList<domain::TeamMember> members;
    const auto list = team["members"];
    if (!list.isSequence())
        return members;
    for (const auto item : list) {
        const auto mail = textOf(item, "emailAddress");
        if (!mail.isEmpty())
            members.append({.username = mail, .role = textOf(item, "role")});
    }
    return members;
}

Record named(EntityKind kind, QStringView type, const Node &node, const QString &page)
{
    const auto id = textOf(node, "id");
    Record record{.kind = kind,
                  .nativeId = nativeId(type, id),
                  .name = textOf(node, "name"),
                  .description = textOf(node, "description"),
                  .tags = textsOf(node["tags"]),
                  .native = {nativeOf(page, node)}};
    if (record.name.isEmpty())
        record.name = id;
    addExtras(record, node);
    return record;
}

void addFields(QList<domain::Field> &fields, const Node &columns, const QString &prefix, int depth)
{
    if (!columns.isSequence() || depth > mostLevels)
        return;
    for (const auto column : columns) {
        const auto name = textOf(column, "name");
        if (name.isEmpty())
            continue;
        domain::Field field{.path = prefix + name,
                            .name = name,
                            .type = textOf(column, "type"),
                            .description = textOf(column, "description"),
                            .tags = textsOf(column["tags"]),
                            .primaryKey = formats::bitol::isYes(column["primaryKey"]),
                            .unique = formats::bitol::isYes(column["unique"])};
        if (column.has("required"))
            field.nullable = !formats::bitol::isYes(column["required"]);
        const auto path = field.path;
        fields.append(field);
        addFields(fields, column["properties"], path + u'.', depth + 1);
        // Columns of records in a list stand one level down.
        addFields(fields, column["items"]["properties"], path + u"[]."_s, depth + 1);
    }
}

//! "snowflake_table" on "snowflake" is a table.
QString assetWord(const QString &type, const QString &source)
{
    const auto last = type.section(u'_', -1).toLower();
    return type.startsWith(source + u'_', Qt::CaseInsensitive) || type.contains(u'_') ? last : type;
}

} // namespace

void Teams::add(const Node &team)
{
    const auto id = textOf(team, "id");
    if (id.isEmpty())
        return;
    m_teams.insert(id,
                   {.name = textOf(team, "name"),
                    .type = textOf(team, "type"),
                    .parent = textOf(team, "parent"),
                    .members = membersIn(team)});
}

QStringList Teams::domainNames() const
{
    QStringList names;
    for (auto it = m_teams.cbegin(); it != m_teams.cend(); ++it) {
        if (isDomain(it->type))
            names.append(it->name.isEmpty() ? it.key() : it->name);
    }
    return names;
}

QStringList Teams::domainOf(const QString &id) const
{
    QStringList path;
    auto at = id;
    for (int level = 0; level < mostLevels && m_teams.contains(at); ++level) {
        const auto team = m_teams.value(at);
        if (isDomain(team.type))
            path.prepend(team.name.isEmpty() ? at : team.name);
        at = team.parent;
    }
    return path;
}

QString Teams::nameOf(const QString &id) const
{
    const auto name = m_teams.value(id).name;
    return name.isEmpty() ? id : name;
}

QList<domain::TeamMember> Teams::membersOf(const QString &id) const
{
    return m_teams.value(id).members;
}

QString Teams::digest() const
{
    auto ids = m_teams.keys();
    std::sort(ids.begin(), ids.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &id : std::as_const(ids)) {
        const auto team = m_teams.value(id);
        QStringList parts{id, team.name, team.type, team.parent};
        for (const auto &member : team.members)
            parts += {member.username, member.role};
        hash.addData(parts.join(QChar(u'\0')).toUtf8());
        hash.addData("\n");
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

void Teams::own(Record &record, const QString &id) const
{
    if (id.isEmpty())
        return;
    record.ownerId = nativeId(teamType, id);
    record.ownerName = nameOf(id);
    relate(record, Relation::OwnedBy, record.ownerId);
    if (const auto path = domainOf(id); !path.isEmpty())
        record.domain = path;
    if (record.team.isEmpty())
        record.team = membersOf(id);
}

bool isDomain(const QString &type)
{
    return type.startsWith(u"domain"_s, Qt::CaseInsensitive);
}

domain::Finding withoutId(const QString &what, const Node &node)
{
    return {.file = what,
            .line = node.line(),
            .severity = domain::Finding::Severity::Warning,
            .rule = u"entropy-data.left-out"_s,
            .field = u"id"_s,
            .message = u"One of the %1 has no id and is left out"_s.arg(what)};
}

void addExtras(Record &record, const Node &node)
{
    if (const auto links = node["links"]; links.isMapping()) {
        for (const auto link : links)
            record.references.append({.type = link.key().text(), .url = link.text()});
    }
    for (const auto key : {"custom", "properties"})
        formats::bitol::addCustomProperties(record.properties, node[key]);
}

Reading readTeam(const Node &node, const Teams &teams, const Portal &portal)
{
    const auto id = textOf(node, "id");
    if (id.isEmpty())
        return {.findings = {withoutId(u"teams"_s, node)}};
    const auto type = textOf(node, "type");
    const auto parent = textOf(node, "parent");
    // What is nothing but a domain owns nothing: only teams do.
    const auto kind =
        type.compare(u"Domain", Qt::CaseInsensitive) == 0 ? EntityKind::Domain : EntityKind::Team;
    auto team = named(kind, teamType, node, portal.page(u"teams", id));
    if (!type.isEmpty())
        team.properties.append({u"type"_s, type});
    const auto path = teams.domainOf(id);
    if (kind == EntityKind::Domain) {
        team.domain = path;
        relate(team, Relation::Parent, nativeId(teamType, parent));
    } else {
        team.domain = path;
        team.team = teams.membersOf(id);
        relate(team, Relation::InDomain, nativeId(teamType, parent));
    }
    Reading reading{.records = {team}};
    for (const auto &member : teams.membersOf(id)) {
        Record person{.kind = EntityKind::Person,
                      .nativeId = nativeId(personType, member.username),
                      .name = member.username};
        relate(person, Relation::MemberOf, team.nativeId);
        reading.records.append(person);
    }
    return reading;
}

Reading readSystem(const Node &node, const Teams &teams, const Portal &portal)
{
    const auto id = textOf(node, "id");
    if (id.isEmpty())
        return {.findings = {withoutId(u"source systems"_s, node)}};
    auto system = named(EntityKind::Asset, systemType, node, portal.page(u"sourcesystems", id));
    system.type = u"source"_s;
    teams.own(system, textOf(node, "owner"));
    return {.records = {system}};
}

Reading readDefinition(const Node &node, const Teams &teams, const Portal &portal)
{
    const auto id = textOf(node, "id");
    if (id.isEmpty())
        return {.findings = {withoutId(u"definitions"_s, node)}};
    auto term = named(EntityKind::Term, definitionType, node, portal.page(u"definitions", id));
    term.title = textOf(node, "title");
    term.type = textOf(node, "type");
    term.classification = textOf(node, "classification");
    for (const auto key : {"format", "pattern", "example", "enum", "minLength", "maxLength",
                           "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pii"})
        formats::bitol::addProperty(term.properties, QString::fromLatin1(key), node[key]);
    teams.own(term, textOf(node, "owner"));
    return {.records = {term}};
}

Reading readTag(const Node &node, const Teams &teams, const Portal &portal)
{
    const auto id = textOf(node, "id");
    if (id.isEmpty())
        return {.findings = {withoutId(u"tags"_s, node)}};
    auto tag = named(EntityKind::Tag, tagType, node, portal.page(u"tags", id));
    const auto info = node["info"];
    tag.description = textOf(info, "description");
    const auto owner = textOf(info, "owner");
    teams.own(tag, owner.isEmpty() ? textOf(node, "owner") : owner);
    return {.records = {tag}};
}

Reading readAsset(const Node &node, const Teams &teams, const Portal &portal)
{
    const auto id = textOf(node, "id");
    if (id.isEmpty())
        return {.findings = {withoutId(u"assets"_s, node)}};
    const auto info = node["info"];
    auto asset = named(EntityKind::Asset, assetType, node, portal.page(u"assets", id));
    const auto source = textOf(info, "source");
    const auto qualified = textOf(info, "qualifiedName");
    if (const auto name = textOf(info, "name"); !name.isEmpty())
        asset.name = name;
    asset.type = assetWord(textOf(info, "type"), source);
    asset.description = textOf(info, "description");
    asset.status = textOf(info, "status");
    asset.version = textOf(info, "version");
    asset.tags += textsOf(node["assignedTags"]);
    asset.tags.removeDuplicates();
    asset.datasetKey =
        domain::datasetKey(domain::platformWord(source), {}, domain::namePartsOf(qualified));
    for (const auto key : {"source", "sourceId", "qualifiedName", "type"})
        formats::bitol::addProperty(asset.properties, QString::fromLatin1(key), info[key]);
    if (const auto url = textOf(info, "sourceUrl"); !url.isEmpty())
        asset.references.append({.type = u"source"_s, .url = url});
    addFields(asset.fields, node["columns"], {}, 0);
    teams.own(asset, textOf(info, "owner"));
    if (const auto relationships = node["relationships"]; relationships.isSequence()) {
        for (const auto one : relationships) {
            const auto other = textOf(one, "assetId");
            asset.properties.append({textOf(one, "relationshipType"), other});
        }
    }
    return {.records = {asset}};
}

} // namespace portolan::platforms::entropydata
