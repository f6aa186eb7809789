// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/datasetkey.h"
#include "models/platforms/datahub/fields.h"
#include "models/platforms/datahub/translate.h"

#include <QDateTime>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::datahub {
namespace {

//! Where the aspects of a type of asset keep its name and description; what people edited comes
//! first.
struct Holders
{
    std::string_view edited;
    std::string_view info;
    std::string_view name; //!< member of info
    QString word; //!< what such a thing is called where it has no subtype
};

const QHash<QString, Holders> &holders()
{
    static const QHash<QString, Holders> all{
        {u"dataset"_s, {"editableDatasetProperties", "datasetProperties", "name", u"table"_s}},
        {u"chart"_s, {"editableChartProperties", "chartInfo", "title", u"chart"_s}},
        {u"dashboard"_s, {"editableDashboardProperties", "dashboardInfo", "title", u"dashboard"_s}},
        {u"dataJob"_s, {"editableDataJobProperties", "dataJobInfo", "name", u"job"_s}},
        {u"dataFlow"_s, {"editableDataFlowProperties", "dataFlowInfo", "name", u"pipeline"_s}},
        {u"container"_s,
         {"editableContainerProperties", "containerProperties", "name", u"container"_s}},
        {u"mlModel"_s, {"editableMlModelProperties", "mlModelProperties", "name", u"ml model"_s}},
        {u"mlModelGroup"_s,
         {"editableMlModelGroupProperties", "mlModelGroupProperties", "name", u"ml model group"_s}},
        {u"mlFeatureTable"_s,
         {"editableMlFeatureTableProperties", "mlFeatureTableProperties", "name",
          u"feature table"_s}},
        {u"mlFeature"_s,
         {"editableMlFeatureProperties", "mlFeatureProperties", "name", u"feature"_s}},
        {u"mlPrimaryKey"_s,
         {"editableMlPrimaryKeyProperties", "mlPrimaryKeyProperties", "name", u"feature key"_s}},
        {u"notebook"_s, {"editableNotebookProperties", "notebookInfo", "title", u"notebook"_s}},
    };
    return all;
}

bool isStream(const QString &platform)
{
    static const QSet<QString> words{u"kafka"_s,  u"pulsar"_s,    u"kinesis"_s,
                                     u"pubsub"_s, u"event-hub"_s, u"nats"_s};
    return words.contains(platform);
}

bool isFileStore(const QString &platform)
{
    static const QSet<QString> words{u"s3"_s,   u"gcs"_s,      u"abs"_s,  u"adls"_s,
                                     u"hdfs"_s, u"adlsGen2"_s, u"file"_s, u"dbfs"_s};
    return words.contains(platform);
}

QString assetTypeOf(const Entity &entity)
{
    const auto subtypes = json::texts(json::member(entity.aspect("subTypes"), "typeNames"));
    if (!subtypes.isEmpty())
        return subtypes.first().toLower();
    auto word = assetWordOf(entity.name);
    const bool isView = word == u"table" && !json::isNull(entity.aspect("viewProperties"));
    return isView ? u"view"_s : word;
}

QString instanceOf(const Entity &entity)
{
    const auto urn = urnOf(json::text(entity.aspect("dataPlatformInstance"), "instance"));
    return urn && urn->parts.size() > 1 ? urn->parts.at(1) : QString();
}

void addStatement(Record &record, const Entity &entity)
{
    record.code = json::text(entity.aspect("viewProperties"), "viewLogic");
    for (const auto &transform :
         json::items(json::member(entity.aspect("dataTransformLogic"), "transforms"))) {
        if (record.code.isEmpty())
            record.code = json::text(json::member(transform, {"queryStatement", "value"}));
    }
    if (record.code.isEmpty())
        record.code = json::text(entity.aspect("chartQuery"), "rawQuery");
}

//! dbt model and warehouse table are one thing; which of them leads is said by "primary".
void addSibling(Record &record, const Entity &entity)
{
    const auto aspect = entity.aspect("siblings");
    const auto siblings = json::texts(json::member(aspect, "siblings"));
    if (!siblings.isEmpty() && !json::isTrue(json::member(aspect, "primary")))
        record.sameAs = siblings.first();
}

void addFacts(Record &record, const Entity &entity, const Context &context)
{
    addFact(record, u"platform"_s, platformOf(entity.name));
    addFact(record, u"platform instance"_s, instanceOf(entity));
    if (entity.name.type == u"dataset" && entity.name.parts.size() > 2)
        addFact(record, u"environment"_s, entity.name.parts.at(2));
    if (const auto container = json::text(entity.aspect("container"), "container");
        !container.isEmpty())
        addFact(record, u"container"_s, context.names.pathOf(container).join(u" / "_s));
    if (entity.name.type == u"dataJob")
        addFact(record, u"pipeline"_s, shortNameOf(entity.name.parts.first()));
    const auto changed =
        json::text(json::member(entity.aspect("datasetProperties"), {"lastModified", "time"}))
            .toLongLong();
    if (changed > 0)
        addFact(record, u"last modified"_s,
                QDateTime::fromMSecsSinceEpoch(changed, Qt::UTC).toString(Qt::ISODateWithMs));
    if (json::isTrue(json::member(entity.aspect("viewProperties"), "materialized")))
        addFact(record, u"materialized"_s, u"true"_s);
    for (const std::string_view aspect : {"chartInfo", "dashboardInfo"}) {
        const auto refreshed = timeOf(json::text(entity.aspect(aspect), "lastRefreshed"));
        if (refreshed.isValid())
            addFact(record, u"last refreshed"_s, refreshed.toString(Qt::ISODateWithMs));
    }
    for (const std::string_view list : {"hyperParams", "trainingMetrics"}) {
        for (const auto &value :
             json::items(json::member(entity.aspect("mlModelProperties"), list)))
            addFact(record, json::text(value, "name"), json::anyText(json::member(value, "value")));
    }
}

//! What a model is for and what it must not be used for, as model cards have it.
void addModelCard(Record &record, const Entity &entity)
{
    if (entity.name.type != u"mlModel")
        return;
    const auto add = [&](const QString &name, std::string_view aspect, std::string_view member) {
        addFact(record, name, json::anyText(json::member(entity.aspect(aspect), member)));
    };
    addFact(record, u"model type"_s, json::text(entity.aspect("mlModelProperties"), "type"));
    add(u"primary uses"_s, "intendedUse", "primaryUses");
    add(u"primary users"_s, "intendedUse", "primaryUsers");
    add(u"out of scope"_s, "intendedUse", "outOfScopeUses");
    add(u"risks and harms"_s, "mlModelEthicalConsiderations", "risksAndHarms");
    add(u"mitigations"_s, "mlModelEthicalConsiderations", "mitigations");
    add(u"recommendations"_s, "mlModelCaveatsAndRecommendations", "recommendations");
    QStringList groups;
    for (const auto &urn : json::texts(json::member(entity.aspect("mlModelProperties"), "groups")))
        groups.append(shortNameOf(urn));
    addFact(record, u"group"_s, groups.join(u", "_s));
}

//! What a chart or dashboard shows.
void addReads(Record &record)
{
    if (record.nativeId.startsWith(u"urn:li:chart:"_s)
        || record.nativeId.startsWith(u"urn:li:dashboard:"_s)) {
        for (const auto &edge : std::as_const(record.lineage)) {
            if (edge.level == domain::LineageLevel::Dataset)
                addRelation(record, Relation::Consumes, edge.source);
        }
    }
}

} // namespace

QString assetWordOf(const Urn &urn)
{
    if (urn.type == u"dataset" && isStream(platformOf(urn)))
        return u"topic"_s;
    if (urn.type == u"dataset" && isFileStore(platformOf(urn)))
        return u"file"_s;
    return holders().value(urn.type).word;
}

QString portTypeOf(const Urn &urn)
{
    if (urn.type != u"dataset") {
        const auto known = holders().constFind(urn.type);
        return known == holders().constEnd() ? urn.type : known->word;
    }
    const auto platform = platformOf(urn);
    return isStream(platform) ? u"stream"_s : isFileStore(platform) ? u"file"_s : u"SQL"_s;
}

QString documentationOf(const Entity &entity)
{
    const auto documents =
        json::items(json::member(entity.aspect("documentation"), "documentations"));
    for (const auto &document : documents) {
        if (auto text = json::text(document, "documentation"); !text.isEmpty())
            return text;
    }
    return {};
}

QString datasetKeyOf(const Entity &entity)
{
    const auto &urn = entity.name;
    if (urn.type != u"dataset" || urn.parts.size() < 3)
        return {};
    const auto platform = platformOf(urn);
    auto name = urn.parts.at(1);
    auto instance = instanceOf(entity);
    // DataHub puts the instance before the name.
    if (!instance.isEmpty() && name.startsWith(instance % u'.'))
        name.remove(0, instance.size() + 1);
    const auto environment = urn.parts.last().toLower();
    if (environment != u"prod" && environment != u"prd")
        instance = instance.isEmpty() ? environment : QString(instance % u'/' % environment);
    if (isStream(platform))
        return domain::datasetKey(platform, instance, {{.text = name, .quoted = false}});
    if (isFileStore(platform)) {
        // Others know the bucket as the instance of the store.
        const auto slash = name.indexOf(u'/');
        if (instance.isEmpty() && slash > 0 && (platform == u"s3" || platform == u"gcs")) {
            instance = name.left(slash);
            name.remove(0, slash + 1);
        }
        return domain::datasetKey(platform, instance, {{.text = name, .quoted = true}});
    }
    return domain::datasetKey(platform, instance, domain::namePartsOf(name));
}

Record assetOf(const Entity &entity, const Context &context)
{
    const auto &at = *holders().constFind(entity.name.type);
    const auto edited = entity.aspect(at.edited);
    const auto info = entity.aspect(at.info);
    Record record;
    record.kind = EntityKind::Asset;
    addGovernance(record, entity, context);
    record.type = assetTypeOf(entity);
    record.name = json::text(info, at.name);
    if (record.name.isEmpty())
        record.name = shortNameOf(entity.urn);
    record.title = json::text(edited, "name");
    record.description = json::text(edited, "description");
    if (record.description.isEmpty())
        record.description = json::text(info, "description");
    if (record.description.isEmpty())
        record.description = documentationOf(entity);
    if (entity.name.type == u"dataset") {
        for (const auto &other : {entity.name.parts.value(1), json::text(info, "qualifiedName")}) {
            if (!other.isEmpty() && other != record.name && !record.synonyms.contains(other))
                record.synonyms.append(other);
        }
        record.fields = fieldsOf(entity, context.names);
        for (const auto &field : std::as_const(record.fields)) {
            if (record.classification.isEmpty())
                record.classification = field.classification;
        }
        record.datasetKey = datasetKeyOf(entity);
        addSibling(record, entity);
        for (const auto &contract : context.links.contracts.value(entity.urn))
            addRelation(record, Relation::GovernedBy, contract);
    }
    for (const std::string_view aspect : {"versionProperties", "mlModelProperties"}) {
        const auto version =
            json::text(json::member(entity.aspect(aspect), {"version", "versionTag"}));
        if (!version.isEmpty())
            record.version = version;
    }
    for (const auto &product : context.links.products.value(entity.urn))
        addRelation(record, Relation::PartOf, product);
    addStatement(record, entity);
    addLineage(record, entity);
    for (const auto &job : context.links.jobs.value(entity.urn)) {
        if (const auto known = context.jobs.constFind(job); known != context.jobs.constEnd())
            addLineageOfJob(record, *known);
    }
    addReads(record);
    addFacts(record, entity, context);
    addModelCard(record, entity);
    return record;
}

} // namespace portolan::platforms::datahub
