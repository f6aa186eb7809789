// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/catalogue.h"

#include "models/formats/openlineage/datasets.h"
#include "models/formats/openlineage/facets.h"
#include "models/platforms/marquez/shownjson.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
namespace json = portolan::formats::json;
namespace openlineage = portolan::formats::openlineage;
using json::Json;
using portolan::domain::EntityKind;
using portolan::domain::Field;
using portolan::domain::Finding;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::marquez {
namespace {

Name nameOf(const Json &document)
{
    const auto id = openlineage::nameIn(json::member(document, "id"));
    return id.isEmpty() ? openlineage::nameIn(document) : id;
}

std::optional<openlineage::Moment> momentIn(const Json &document, const char *key)
{
    return openlineage::momentOf(json::text(document, key).toStdString());
}

//! Columns as the server lists them: in no order that means anything, so by name.
QList<Field> listedFields(const Json &list)
{
    QList<Field> fields;
    for (const auto &item : json::items(list)) {
        Field field;
        field.name = json::text(item, "name");
        field.path = field.name;
        field.type = json::text(item, "type");
        if (!field.path.isEmpty())
            fields.append(std::move(field));
    }
    std::sort(fields.begin(), fields.end(),
              [](const Field &left, const Field &right) { return left.path < right.path; });
    return fields;
}

void addListed(QList<Field> &fields, const Json &list)
{
    QHash<QString, qsizetype> byPath;
    for (qsizetype i = 0; i < fields.size(); ++i)
        byPath.insert(fields.at(i).path, i);
    for (const auto &item : json::items(list)) {
        const auto at = byPath.constFind(json::text(item, "name"));
        if (at == byPath.constEnd())
            continue;
        auto &field = fields[*at];
        if (field.description.isEmpty())
            field.description = json::text(item, "description");
        auto tags = json::texts(json::member(item, "tags"));
        tags.sort();
        for (const auto &tag : std::as_const(tags)) {
            if (!field.tags.contains(tag))
                field.tags.append(tag);
        }
    }
}

DatasetFacts factsOf(const Json &document, const Name &name, const Site &site)
{
    openlineage::FoldedDataset folded;
    folded.name = name;
    folded.canonical = name;
    folded.facets = keptFacets(json::member(document, "facets"));
    folded.written = momentIn(document, "lastModifiedAt");
    folded.dropped = json::isTrue(json::member(document, "deleted"));
    const auto page = site.datasetPage(name);
    auto record = openlineage::assetOf(folded, page);
    if (json::text(document, "type") == u"STREAM" && !folded.facets.contains("datasetType"))
        record.type = u"topic"_s;
    if (record.description.isEmpty())
        record.description = json::text(document, "description");
    const auto fields = json::member(document, "fields");
    if (record.fields.isEmpty())
        record.fields = listedFields(fields);
    addListed(record.fields, fields);
    auto tags = json::texts(json::member(document, "tags"));
    tags.sort();
    for (const auto &tag : std::as_const(tags)) {
        if (!record.tags.contains(tag))
            record.tags.append(tag);
    }
    if (!folded.facets.contains("dataSource"))
        openlineage::addFact(record, u"data source"_s, json::text(document, "sourceName"));
    const auto physical = json::text(document, "physicalName");
    if (physical != name.name)
        openlineage::addFact(record, u"physical name"_s, physical);
    placeIn(record, name.space);
    record.native = {{.file = page, .line = 0, .json = shownJson(document)}};
    return {.name = name, .record = std::move(record)};
}

void addDataset(Listed<DatasetFacts> &listed, const Json &document, const Site &site)
{
    ++listed.rows;
    const auto name = nameOf(document);
    if (name.isEmpty()) {
        listed.findings.append(
            findingOf(site.datasetsPage(), u"marquez.nameless"_s,
                      u"A dataset was left out: it has no namespace or name."_s));
        return;
    }
    checkMembers(document, site.datasetPage(name), {"fields", "tags"}, {"facets"}, listed.findings);
    listed.items.append(factsOf(document, name, site));
}

void addNamespace(Listed<NamedThing> &listed, const Json &document, const Site &site)
{
    ++listed.rows;
    NamedThing space;
    space.name = json::text(document, "name");
    space.isHidden = json::isTrue(json::member(document, "isHidden"));
    if (space.name.isEmpty()) {
        listed.findings.append(findingOf(site.datasetsPage(), u"marquez.nameless"_s,
                                         u"A namespace was left out: it has no name."_s));
        return;
    }
    auto &record = space.record;
    record.kind = EntityKind::Domain;
    record.nativeId = domainId(space.name);
    record.name = space.name;
    record.domain = {space.name};
    record.description = json::text(document, "description");
    const auto owner = json::text(document, "ownerName");
    if (owner != u"anonymous") // what Marquez calls the owner where nobody was named
        record.ownerName = owner;
    // Nobody declared it as a business area: it is where producers put their names.
    record.properties.append({u"synthetic"_s, u"namespace"_s});
    record.native = {{.file = site.datasetsPage(), .line = 0, .json = shownJson(document)}};
    listed.items.append(std::move(space));
}

} // namespace

Result<Opened> Opened::open(const net::HttpResponse &response)
{
    Opened opened;
    opened.m_asked = response.asked;
    const std::string_view text(response.body.constData(), std::size_t(response.body.size()));
    const auto error = opened.m_parser.parse(text, text).get(opened.m_root);
    if (error == simdjson::SUCCESS && json::isObject(opened.m_root))
        return opened;
    const auto why = error == simdjson::SUCCESS ? u"it is no JSON object"_s
                                                : QString::fromUtf8(simdjson::error_message(error));
    return failure(Error::Kind::Protocol,
                   u"The answer to %1 is none of Marquez: %2."_s.arg(response.asked, why));
}

Result<std::vector<Json>> Opened::list(const char *key) const
{
    simdjson::dom::array list;
    if (json::member(m_root, key).get(list) == simdjson::SUCCESS)
        return std::vector<Json>(list.begin(), list.end());
    return failure(Error::Kind::Protocol,
                   u"The answer to %1 is none of Marquez: it has no list \"%2\"."_s.arg(
                       m_asked, QString::fromLatin1(key)));
}

Result<Listed<NamedThing>> namespacesIn(const net::HttpResponse &response, const Site &site)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto list = opened->list("namespaces");
    if (!list)
        return tl::unexpected(list.error());
    Listed<NamedThing> listed;
    for (const auto &document : *list)
        addNamespace(listed, document, site);
    return listed;
}

Result<Listed<NamedThing>> namespaceIn(const net::HttpResponse &response, const Site &site)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    Listed<NamedThing> listed;
    addNamespace(listed, opened->root(), site);
    return listed;
}

Result<Listed<NamedThing>> tagsIn(const net::HttpResponse &response, const Site &site)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto list = opened->list("tags");
    if (!list)
        return tl::unexpected(list.error());
    Listed<NamedThing> listed;
    for (const auto &document : *list) {
        ++listed.rows;
        NamedThing tag;
        tag.name = json::text(document, "name");
        if (tag.name.isEmpty())
            continue;
        tag.record.kind = EntityKind::Tag;
        tag.record.nativeId = tagId(tag.name);
        tag.record.name = tag.name;
        tag.record.description = json::text(document, "description");
        tag.record.native = {{.file = site.datasetsPage(), .line = 0, .json = shownJson(document)}};
        listed.items.append(std::move(tag));
    }
    return listed;
}

Result<Listed<DatasetFacts>> datasetsIn(const net::HttpResponse &response, const Site &site)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto list = opened->list("datasets");
    if (!list)
        return tl::unexpected(list.error());
    Listed<DatasetFacts> listed;
    std::int64_t total = -1;
    if (json::member(opened->root(), "totalCount").get(total) == simdjson::SUCCESS)
        listed.total = total;
    for (const auto &document : *list)
        addDataset(listed, document, site);
    return listed;
}

Result<Listed<DatasetFacts>> datasetIn(const net::HttpResponse &response, const Site &site)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    Listed<DatasetFacts> listed;
    addDataset(listed, opened->root(), site);
    return listed;
}

openlineage::KeptFacets keptFacets(const Json &facets)
{
    openlineage::KeptFacets kept;
    simdjson::dom::object members;
    if (facets.get(members) != simdjson::SUCCESS)
        return kept;
    for (const auto member : members) {
        // Marquez shows a facet that was deleted as one that says so.
        if (!json::isObject(member.value) || json::isTrue(json::member(member.value, "_deleted")))
            continue;
        const auto text = simdjson::minify(member.value);
        kept[QByteArray(member.key.data(), qsizetype(member.key.size()))].json =
            masked(QByteArray(text.data(), qsizetype(text.size())));
    }
    return kept;
}

QList<Name> namesIn(const Json &list)
{
    QList<Name> names;
    for (const auto &item : json::items(list)) {
        auto name = nameOf(item);
        if (name.isEmpty())
            name = openlineage::nameIn(json::member(item, "datasetVersionId"));
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Finding findingOf(const QString &page, const QString &rule, const QString &message)
{
    Finding finding;
    finding.file = page;
    finding.severity = Finding::Severity::Warning;
    finding.rule = rule;
    finding.message = message;
    return finding;
}

void checkMembers(const Json &document, const QString &page,
                  std::initializer_list<const char *> lists,
                  std::initializer_list<const char *> objects, QList<Finding> &findings)
{
    const auto check = [&](const char *key, bool isRight) {
        if (!isRight && !json::isNull(json::member(document, key)))
            findings.append(findingOf(
                page, u"marquez.type"_s,
                u"The member \"%1\" is not what Marquez says it is, and was left out."_s.arg(
                    QString::fromLatin1(key))));
    };
    for (const auto *key : lists)
        check(key, json::member(document, key).is_array());
    for (const auto *key : objects)
        check(key, json::isObject(json::member(document, key)));
}

void placeIn(Record &record, const QString &space)
{
    record.domain = {space};
    record.relations.append({Relation::InDomain, domainId(space)});
}

} // namespace portolan::platforms::marquez
