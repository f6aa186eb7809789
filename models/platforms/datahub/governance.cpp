// SPDX-License-Identifier: GPL-3.0-or-later
// What most things of DataHub have: owners, tags, terms, a domain, properties, links and roles.
#include "models/platforms/datahub/secrecy.h"
#include "models/platforms/datahub/translate.h"

#include <QDateTime>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::datahub {
namespace {

//! "Technical Owner" of "urn:li:ownershipType:__system__technical_owner" or "TECHNICAL_OWNER".
QString ownershipOf(const Json &owner, const Context &context)
{
    const auto urn = json::text(owner, "typeUrn");
    if (!urn.isEmpty()) {
        const auto name = context.names.nameOf(urn);
        return name.startsWith(u"__system__"_s) ? name.mid(10).replace(u'_', u' ') : name;
    }
    return json::text(owner, "type").toLower().replace(u'_', u' ');
}

void addOwners(Record &record, const Entity &entity, const Context &context)
{
    for (const auto &owner : json::items(json::member(entity.aspect("ownership"), "owners"))) {
        const auto urn = json::text(owner, "owner");
        if (urn.isEmpty())
            continue;
        const auto known = context.names.of(urn);
        const auto name = context.names.nameOf(urn);
        if (record.ownerId.isEmpty()) {
            record.ownerId = urn;
            record.ownerName = name;
        }
        addRelation(record, Relation::OwnedBy, urn);
        record.team.append({.username = known.detail.isEmpty() ? shortNameOf(urn) : known.detail,
                            .name = name,
                            .role = ownershipOf(owner, context),
                            .description = {},
                            .dateIn = {},
                            .dateOut = {},
                            .replacedByUsername = {}});
    }
}

void addWords(Record &record, const Entity &entity, const Context &context)
{
    for (const auto &tag : json::items(json::member(entity.aspect("globalTags"), "tags"))) {
        const auto name = context.names.nameOf(json::text(tag, "tag"));
        if (!name.isEmpty() && !record.tags.contains(name))
            record.tags.append(name);
    }
    for (const auto &term : json::items(json::member(entity.aspect("glossaryTerms"), "terms"))) {
        const auto urn = json::text(term, "urn");
        addRelation(record, Relation::Means, urn);
        if (record.classification.isEmpty())
            record.classification = secrecyOf(urn, context.names);
    }
    // Words of the source itself, from before there were tags.
    for (const auto &word : json::texts(json::member(entity.aspect("datasetProperties"), "tags"))) {
        if (!word.isEmpty() && !record.tags.contains(word))
            record.tags.append(word);
    }
    const auto domains = json::texts(json::member(entity.aspect("domains"), "domains"));
    if (domains.isEmpty())
        return;
    record.domain = context.names.pathOf(domains.first());
    for (const auto &domain : domains)
        addRelation(record, Relation::InDomain, domain);
}

void addProperties(Record &record, const Entity &entity, const Context &context)
{
    static constexpr std::string_view holders[] = {"datasetProperties",
                                                   "chartInfo",
                                                   "dashboardInfo",
                                                   "dataJobInfo",
                                                   "dataFlowInfo",
                                                   "containerProperties",
                                                   "mlModelProperties",
                                                   "mlModelGroupProperties",
                                                   "mlFeatureTableProperties",
                                                   "dataProductProperties",
                                                   "domainProperties",
                                                   "glossaryTermInfo",
                                                   "glossaryNodeInfo",
                                                   "assertionInfo",
                                                   "notebookInfo"};
    for (const auto holder : holders) {
        simdjson::dom::object members;
        if (json::member(entity.aspect(holder), "customProperties").get(members)
            != simdjson::SUCCESS)
            continue;
        for (const auto entry : members)
            addFact(record,
                    QString::fromUtf8(entry.key.data(), static_cast<qsizetype>(entry.key.size())),
                    json::anyText(entry.value));
    }
    for (const auto &property :
         json::items(json::member(entity.aspect("structuredProperties"), "properties"))) {
        QStringList values;
        for (const auto &value : json::items(json::member(property, "values"))) {
            simdjson::dom::object wrapped;
            if (value.get(wrapped) != simdjson::SUCCESS) {
                values.append(json::text(value));
                continue;
            }
            for (const auto entry : wrapped)
                values.append(json::anyText(entry.value));
        }
        const auto name = context.names.nameOf(json::text(property, "propertyUrn"));
        addFact(record, name, values.join(u", "_s));
        // "io.acme.classification": names are qualified where nobody gave one for people.
        if (record.classification.isEmpty() && isAboutSecrecy(name.section(u'.', -1)))
            record.classification = values.join(u", "_s);
    }
}

void addReferences(Record &record, const Entity &entity, const Context &context)
{
    for (const auto &link :
         json::items(json::member(entity.aspect("institutionalMemory"), "elements"))) {
        if (const auto url = json::text(link, "url"); !url.isEmpty())
            record.references.append({.type = u"documentation"_s,
                                      .url = url,
                                      .description = json::text(link, "description")});
    }
    // What the source itself shows of it: a dashboard's own page, a repository.
    static constexpr std::string_view holders[] = {
        "datasetProperties", "chartInfo",           "dashboardInfo",     "dataJobInfo",
        "dataFlowInfo",      "containerProperties", "mlModelProperties", "dataProductProperties"};
    for (const auto holder : holders) {
        for (const std::string_view key : {"externalUrl", "chartUrl", "dashboardUrl"}) {
            const auto url = json::text(entity.aspect(holder), key);
            if (!url.isEmpty())
                record.references.append({.type = u"source"_s, .url = url, .description = {}});
        }
    }
    for (const auto &entry : json::items(json::member(entity.aspect("access"), "roles"))) {
        const auto urn = json::text(entry, "urn");
        const auto role = context.names.of(urn);
        record.roles.append({.role = context.names.nameOf(urn),
                             .description = role.description,
                             .access = role.detail.toLower(),
                             .firstLevelApprovers = {},
                             .secondLevelApprovers = {}});
        if (!role.url.isEmpty())
            record.references.append({.type = u"access request"_s,
                                      .url = role.url,
                                      .description = context.names.nameOf(urn)});
    }
}

void addDeprecation(Record &record, const Entity &entity, const Context &context)
{
    auto deprecation = entity.aspect("deprecation");
    if (json::isNull(deprecation))
        deprecation = entity.aspect("datasetDeprecation"); // as it was called before
    if (!json::isTrue(json::member(deprecation, "deprecated")))
        return;
    record.status = u"deprecated"_s;
    addFact(record, u"deprecation"_s, json::text(deprecation, "note"));
    if (const auto ends = json::text(deprecation, "decommissionTime").toLongLong(); ends > 0)
        addFact(record, u"decommissioned"_s,
                QDateTime::fromMSecsSinceEpoch(ends, Qt::UTC).toString(Qt::ISODateWithMs));
    if (const auto next = json::text(deprecation, "replacement"); !next.isEmpty())
        addFact(record, u"replaced by"_s, context.names.nameOf(next));
}

//! What stewards of DataHub keep an eye on: applications, forms that wait for somebody, tests of
//! metadata that do not hold.
void addCare(Record &record, const Entity &entity, const Context &context)
{
    const auto count = [](const Json &list) {
        const auto size = json::items(list).size();
        return size == 0 ? QString() : QString::number(size);
    };
    QStringList applications;
    for (const auto &urn : json::texts(json::member(entity.aspect("applications"), "applications")))
        applications.append(context.names.nameOf(urn));
    addFact(record, u"application"_s, applications.join(u", "_s));
    addFact(record, u"forms to fill in"_s,
            count(json::member(entity.aspect("forms"), "incompleteForms")));
    addFact(record, u"tests that fail"_s,
            count(json::member(entity.aspect("testResults"), "failing")));
    if (record.version.isEmpty())
        record.version = json::text(entity.aspect("versionInfo"), "version");
}

} // namespace

void addRelation(Record &record, Relation relation, const QString &urn)
{
    const domain::RelationTo to{relation, urn};
    if (!urn.isEmpty() && !record.relations.contains(to))
        record.relations.append(to);
}

void addFact(Record &record, const QString &name, const QString &value)
{
    if (!value.isEmpty() && !name.isEmpty())
        record.properties.append({name, value});
}

QString pageOf(const QString &ui, const QString &urn)
{
    static const QHash<QString, QString> paths{
        {u"dataset"_s, u"dataset"_s},
        {u"chart"_s, u"chart"_s},
        {u"dashboard"_s, u"dashboard"_s},
        {u"dataJob"_s, u"tasks"_s},
        {u"dataFlow"_s, u"pipelines"_s},
        {u"container"_s, u"container"_s},
        {u"domain"_s, u"domain"_s},
        {u"dataProduct"_s, u"dataProduct"_s},
        {u"glossaryTerm"_s, u"glossaryTerm"_s},
        {u"glossaryNode"_s, u"glossaryNode"_s},
        {u"tag"_s, u"tag"_s},
        {u"corpuser"_s, u"user"_s},
        {u"corpGroup"_s, u"group"_s},
        {u"mlModel"_s, u"mlModels"_s},
        {u"mlModelGroup"_s, u"mlModelGroup"_s},
        {u"mlFeatureTable"_s, u"featureTables"_s},
        {u"mlFeature"_s, u"features"_s},
        {u"mlPrimaryKey"_s, u"mlPrimaryKeys"_s},
        {u"notebook"_s, u"notebook"_s},
    };
    const auto path = paths.value(typeOf(urn));
    if (ui.isEmpty() || path.isEmpty())
        return {};
    return ui % u'/' % path % u'/' % QString::fromLatin1(QUrl::toPercentEncoding(urn));
}

void addGovernance(Record &record, const Entity &entity, const Context &context)
{
    record.nativeId = entity.urn;
    addOwners(record, entity, context);
    addWords(record, entity, context);
    addReferences(record, entity, context);
    addDeprecation(record, entity, context);
    addCare(record, entity, context);
    addProperties(record, entity, context);
    const auto raw = entity.raw.empty()
        ? QByteArray::fromStdString(simdjson::minify(entity.json))
        : QByteArray(entity.raw.data(), static_cast<qsizetype>(entity.raw.size()));
    record.native.append({.file = pageOf(context.ui, entity.urn), .line = 0, .json = raw});
}

} // namespace portolan::platforms::datahub
