// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/assets.h"

#include "models/domain/datasetkey.h"
#include "models/formats/dbt/columns.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::dbt {
namespace {

QString typeOf(const Node &node, const Json &json)
{
    switch (node.resource) {
    case Resource::Model:
        return u"model"_s;
    case Resource::Seed:
        return u"seed"_s;
    case Resource::Snapshot:
        return u"snapshot"_s;
    case Resource::Source:
        return u"source"_s;
    case Resource::Exposure: {
        const auto own = text(json, "type");
        return own.isEmpty() ? u"exposure"_s : own;
    }
    case Resource::Metric:
        return u"metric"_s;
    case Resource::SemanticModel:
        return u"semantic_model"_s;
    case Resource::SavedQuery:
        return u"saved_query"_s;
    case Resource::Function:
        return u"function"_s;
    case Resource::Test:
        break;
    }
    return {};
}

void addFact(Record &record, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        record.properties.append({name, value});
}

//! Every member of \a object as a fact "prefix.member".
void addFacts(Record &record, const QString &prefix, const Json &object)
{
    simdjson::dom::object members;
    if (object.get(members) != simdjson::SUCCESS)
        return;
    for (const auto entry : members) {
        const auto key =
            QString::fromUtf8(entry.key.data(), static_cast<qsizetype>(entry.key.size()));
        addFact(record, prefix % u'.' % key, anyText(entry.value));
    }
}

QString thresholdOf(const Json &rule)
{
    const auto count = text(rule, "count");
    return count.isEmpty() ? QString() : QString(count % u' ' % text(rule, "period"));
}

void addFreshness(Record &record, const Json &json)
{
    auto freshness = member(json, "freshness");
    if (!isObject(freshness))
        freshness = member(json, {"config", "freshness"});
    addFact(record, u"freshness.warn_after"_s, thresholdOf(member(freshness, "warn_after")));
    addFact(record, u"freshness.error_after"_s, thresholdOf(member(freshness, "error_after")));
    addFact(record, u"freshness.filter"_s, text(freshness, "filter"));
}

//! The numbers of the catalog that it marks as worth showing.
void addStatistics(Record &record, const Json &catalogEntry)
{
    addFact(record, u"catalog.type"_s, text(member(catalogEntry, {"metadata", "type"})));
    addFact(record, u"catalog.owner"_s, text(member(catalogEntry, {"metadata", "owner"})));
    simdjson::dom::object stats;
    if (member(catalogEntry, "stats").get(stats) != simdjson::SUCCESS)
        return;
    for (const auto entry : stats) {
        const auto id = text(entry.value, "id");
        if (isTrue(member(entry.value, "include")) && id != u"has_stats")
            addFact(record, u"stats."_s % id, anyText(member(entry.value, "value")));
    }
}

void addFactsOf(Record &record, const Manifest &manifest, const Node &node, const Json &json)
{
    const auto config = member(json, "config");
    if (node.resource != Resource::Exposure && node.resource != Resource::Source)
        addFact(record, u"materialized"_s, text(config, "materialized"));
    addFact(record, u"access"_s, accessOf(json));
    auto enforced = member(json, {"contract", "enforced"});
    if (isNull(enforced))
        enforced = member(config, {"contract", "enforced"});
    if (isTrue(enforced))
        addFact(record, u"contract.enforced"_s, u"true"_s);
    if (node.group >= 0)
        addFact(record, u"group"_s, manifest.groups().at(node.group).name);
    static const std::pair<std::string_view, QString> plain[] = {
        {"package_name", u"package"_s},
        {"database", u"database"_s},
        {"schema", u"schema"_s},
        {"alias", u"alias"_s},
        {"identifier", u"identifier"_s},
        {"relation_name", u"relation_name"_s},
        {"original_file_path", u"original_file_path"_s},
        {"language", u"language"_s},
        {"latest_version", u"latest_version"_s},
        {"deprecation_date", u"deprecation_date"_s},
        {"source_name", u"source_name"_s},
        {"loader", u"loader"_s},
        {"loaded_at_field", u"loaded_at_field"_s},
        {"loaded_at_query", u"loaded_at_query"_s},
        {"maturity", u"maturity"_s},
    };
    for (const auto &[key, name] : plain)
        addFact(record, name, anyText(member(json, key)));
    if (node.resource == Resource::Metric)
        addFact(record, u"metric.type"_s, text(json, "type"));
    addFact(record, u"calculation_method"_s, text(json, "calculation_method"));
    addFact(record, u"expression"_s, text(json, "expression"));
    addFacts(record, u"grants"_s, member(config, "grants"));
    addFreshness(record, json);
    addFacts(record, u"meta"_s,
             isObject(member(config, "meta")) ? member(config, "meta") : member(json, "meta"));
}

void addOwner(Record &record, const Manifest &manifest, const Node &node, const Json &json)
{
    if (node.group >= 0) {
        const auto &group = manifest.groups().at(node.group);
        record.ownerId = group.teamId();
        record.ownerName = group.ownerText();
        record.relations.append({Relation::OwnedBy, record.ownerId});
        return;
    }
    auto owner = metaOf(json, "owner");
    if (ownerTextOf(owner).isEmpty())
        owner = member(json, "owner");
    record.ownerName = ownerTextOf(owner);
    record.ownerId = personIdOf(owner);
    if (!record.ownerId.isEmpty())
        record.relations.append({Relation::OwnedBy, record.ownerId});
    if (isObject(owner))
        addFact(record, u"owner.email"_s, anyText(member(owner, "email")));
}

void addRelations(Record &record, const Manifest &manifest, const Node &node, const Json &json)
{
    if (node.product >= 0)
        record.relations.append({Relation::PartOf, manifest.products().at(node.product).id});
    if (!record.domain.isEmpty())
        record.relations.append({Relation::InDomain, u"domain:"_s % record.domain.join(u'/')});
    if (const auto contract = text(metaOf(json, "contract")); !contract.isEmpty())
        record.relations.append({Relation::GovernedBy, contract});
    if (node.resource != Resource::Exposure)
        return;
    for (const auto &id : texts(member(json, {"depends_on", "nodes"})))
        record.relations.append({Relation::Consumes, id});
}

//! What the node is made from. A model, seed or snapshot is made by its own code, which is thus the
//! job; an exposure or metric only reads.
void addLineage(Record &record, const Manifest &manifest, const Node &node, const Json &json)
{
    const bool isMade = node.resource == Resource::Model || node.resource == Resource::Snapshot;
    if (isMade) {
        static constexpr std::string_view keys[] = {"compiled_code", "compiled_sql", "raw_code",
                                                    "raw_sql"};
        for (const auto key : keys) {
            if (record.code.isEmpty())
                record.code = text(json, key);
        }
    }
    for (const auto &parent : manifest.parentsOf(node, json)) {
        domain::LineageEdge edge;
        edge.source = parent;
        edge.target = record.nativeId;
        edge.job = isMade ? record.nativeId : QString();
        edge.evidence = u"dbt"_s;
        edge.place = manifest.artifact().file;
        record.lineage.append(edge);
    }
}

void addTags(Record &record, const Json &json)
{
    record.tags = texts(member(json, "tags"));
    for (const auto &tag : texts(member(json, {"config", "tags"}))) {
        if (!record.tags.contains(tag))
            record.tags.append(tag);
    }
}

void addSynonyms(Record &record, const Json &json)
{
    record.synonyms = texts(metaOf(json, "synonyms"));
    for (const std::string_view key : {"alias", "identifier"}) {
        const auto other = text(json, key);
        if (!other.isEmpty() && other != record.name && !record.synonyms.contains(other))
            record.synonyms.append(other);
    }
}

//! The relation's key. Ephemeral models and exposures have no relation, and join with nothing.
QString keyOf(const Manifest &manifest, const Node &node, const Json &json)
{
    if (node.resource > Resource::Source)
        return {};
    const auto &adapter = manifest.header().adapterType;
    const auto key = relationKeyOf(json, adapter);
    if (!key.isEmpty() || node.resource != Resource::Source)
        return key;
    QList<domain::NamePart> parts;
    for (const std::string_view name : {"database", "schema", "identifier"})
        parts.append({.text = text(json, name), .quoted = false});
    return domain::datasetKey(adapter, {}, parts);
}

} // namespace

Record assetOf(const Manifest &manifest, const Node &node, const Json &json,
               const Json &catalogEntry)
{
    Record record;
    record.kind = EntityKind::Asset;
    record.nativeId =
        QString::fromUtf8(node.slice.key.data(), static_cast<qsizetype>(node.slice.key.size()));
    record.type = typeOf(node, json);
    record.name = text(json, "name");
    if (record.name.isEmpty())
        record.name = record.nativeId.mid(record.nativeId.lastIndexOf(u'.') + 1);
    record.title = text(json, "label");
    record.description = text(json, "description");
    if (record.description.isEmpty())
        record.description = text(json, "source_description");
    if (record.description.isEmpty())
        record.description = text(member(catalogEntry, {"metadata", "comment"}));
    record.domain = domainOf(json);
    record.version = text(json, "version");
    record.popularity = node.readers;
    record.datasetKey = keyOf(manifest, node, json);
    record.fields = node.resource == Resource::SemanticModel ? semanticFieldsOf(json)
                                                             : columnsOf(json, catalogEntry);
    record.classification = text(metaOf(json, "classification"));
    if (record.classification.isEmpty())
        record.classification = highestClassification(record.fields);
    if (const auto url = text(json, "url"); !url.isEmpty())
        record.references.append({.type = u"url"_s, .url = url, .description = {}});
    addTags(record, json);
    addSynonyms(record, json);
    addOwner(record, manifest, node, json);
    addRelations(record, manifest, node, json);
    addLineage(record, manifest, node, json);
    addFactsOf(record, manifest, node, json);
    addStatistics(record, catalogEntry);
    return record;
}

Record assetOfCatalog(const QString &uniqueId, const Json &catalogEntry)
{
    Record record;
    record.kind = EntityKind::Asset;
    record.nativeId = uniqueId;
    record.type = uniqueId.left(uniqueId.indexOf(u'.'));
    const auto metadata = member(catalogEntry, "metadata");
    record.name = uniqueId.mid(uniqueId.lastIndexOf(u'.') + 1);
    const auto name = text(metadata, "name");
    if (!name.isEmpty() && name.compare(record.name, Qt::CaseInsensitive) != 0)
        record.synonyms.append(name);
    record.description = text(metadata, "comment");
    record.fields = columnsOf(nullJson(), catalogEntry);
    addFact(record, u"database"_s, text(metadata, "database"));
    addFact(record, u"schema"_s, text(metadata, "schema"));
    addStatistics(record, catalogEntry);
    return record;
}

} // namespace portolan::formats::dbt
