// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/contract.h"

#include "models/formats/bitol/parts.h"
#include "models/formats/bitol/people.h"
#include "models/formats/odcs/fields.h"
#include "models/formats/odcs/quality.h"
#include "models/formats/odcs/servers.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

using bitol::firstOf;
using bitol::textOf;
using bitol::textsOf;
using document::Node;
using domain::Record;

QList<domain::SlaTerm> slaOf(const Node &list)
{
    QList<domain::SlaTerm> terms;
    if (!list.isSequence())
        return terms;
    for (const auto item : list)
        terms.append({.property = textOf(item, "property"),
                      .value = textOf(item, "value"),
                      .valueExt = textOf(item, "valueExt"),
                      .unit = textOf(item, "unit"),
                      .element = textOf(firstOf(item, {"element", "column"})),
                      .driver = textOf(item, "driver"),
                      .description = textOf(item, "description"),
                      .schedule = textOf(item, "schedule"),
                      .scheduler = textOf(item, "scheduler")});
    return terms;
}

QList<domain::Role> rolesOf(const Node &list)
{
    QList<domain::Role> roles;
    if (!list.isSequence())
        return roles;
    for (const auto item : list)
        roles.append({.role = textOf(item, "role"),
                      .description = textOf(item, "description"),
                      .access = textOf(item, "access"),
                      .firstLevelApprovers = textOf(item, "firstLevelApprovers"),
                      .secondLevelApprovers = textOf(item, "secondLevelApprovers")});
    return roles;
}

QList<domain::Price> pricesOf(const Node &price)
{
    if (!price.isMapping() || price.size() == 0)
        return {};
    return {{.amount = textOf(price, "priceAmount"),
             .currency = textOf(price, "priceCurrency"),
             .unit = textOf(price, "priceUnit")}};
}

//! Version 2.2 names its channels by three keys.
QList<domain::SupportChannel> channelsOf(const Node &root)
{
    if (root.has("support"))
        return bitol::supportOf(root["support"]);
    QList<domain::SupportChannel> channels;
    if (const auto slack = textOf(root, "productSlackChannel"); !slack.isEmpty())
        channels.append({.channel = slack, .tool = u"slack"_s});
    if (const auto list = textOf(root, "productDl"); !list.isEmpty())
        channels.append({.channel = list, .tool = u"email"_s});
    if (const auto page = textOf(root, "productFeedbackUrl"); !page.isEmpty())
        channels.append({.channel = u"feedback"_s, .url = page});
    return channels;
}

void addFacts(Record &contract, const Node &root)
{
    for (const auto key :
         {"apiVersion", "tenant", "dataProduct", "quantumName", "contractCreatedTs",
          "slaDefaultElement", "slaDefaultColumn", "type", "datasetKind", "userConsumptionMode"})
        bitol::addProperty(contract.properties, QString::fromLatin1(key), root[key]);
    bitol::addContext(contract.properties, root["context"]);
    bitol::addCustomProperties(contract.properties, root["description"]["customProperties"]);
    bitol::addCustomProperties(contract.properties, root["customProperties"]);
}

Record contractOf(const QString &file, const Node &root, const bitol::People &people)
{
    const auto description = root["description"];
    Record contract{.kind = domain::EntityKind::Contract,
                    .nativeId = textOf(firstOf(root, {"id", "uuid"})),
                    .name = textOf(firstOf(root, {"name", "datasetName", "quantumName"})),
                    .description = description.isMapping() ? textOf(description, "purpose")
                                                           : textOf(description),
                    .domain = bitol::domainPath(textOf(firstOf(root, {"domain", "datasetDomain"}))),
                    .status = textOf(root, "status"),
                    .version = textOf(root, "version"),
                    .tags = textsOf(root["tags"]),
                    .terms = bitol::termsOf(description),
                    .sla = slaOf(root["slaProperties"]),
                    .roles = rolesOf(root["roles"]),
                    .team = people.members,
                    .support = channelsOf(root),
                    .prices = pricesOf(root["price"]),
                    .servers = serversOf(root),
                    .references = bitol::referencesOf(root["authoritativeDefinitions"])
                        + bitol::referencesOf(description["authoritativeDefinitions"]),
                    .questions = bitol::questionsOf(root["context"]),
                    .native = {bitol::nativeOf(file, root)}};
    if (contract.name.isEmpty())
        contract.name = contract.nativeId;
    people.own(contract);
    addFacts(contract, root);
    return contract;
}

//! table, view, topic, file, api: the object's own word, else by where it stands.
QString assetTypeOf(const Node &object, const QList<domain::Server> &servers)
{
    if (const auto own = textOf(object, "physicalType").trimmed().toLower(); !own.isEmpty())
        return own == u"base table" ? u"table"_s : own;
    for (const auto &server : servers) {
        if (const auto type = assetTypeOn(server); !type.isEmpty())
            return type;
    }
    return {};
}

void addAssetFacts(Record &asset, const Node &object)
{
    for (const auto key : {"physicalName", "logicalType", "dataGranularityDescription",
                           "dataGranularity", "priorTableName"})
        bitol::addProperty(asset.properties, QString::fromLatin1(key), object[key]);
    bitol::addContext(asset.properties, object["context"]);
    bitol::addCustomProperties(asset.properties, object["customProperties"]);
}

//! Reads the objects of one contract.
class SchemaReader
{
public:
    SchemaReader(QString file, const Record &contract, const bitol::People &people,
                 const Node &schema)
        : m_file(std::move(file))
        , m_contract(contract)
        , m_people(people)
        , m_servers(productionFirst(contract.servers))
        , m_names(namesOf(schema))
        , m_alone(schema.size() == 1)
    {
    }

    //! The asset of \a object; its name is empty when the file gives it none. Its rules stand at
    //! \a rules.
    Record assetOf(const Node &object, QList<Node> &rules) const
    {
        const auto name = textOf(firstOf(object, {"name", "table", "physicalName", "id"}));
        const auto physical = textOf(object, "physicalName");
        FieldReader reader(name, m_names);
        reader.read(object);
        rules = reader.qualityNodes;
        Record asset{.kind = domain::EntityKind::Asset,
                     .nativeId = m_contract.nativeId % u'#' % name,
                     .type = assetTypeOf(object, m_servers),
                     .name = name,
                     .title = textOf(object, "businessName"),
                     .description = textOf(object, "description"),
                     .domain = m_contract.domain,
                     .status = bitol::isYes(object["deprecated"]) ? u"deprecated"_s : QString(),
                     .classification = textOf(object, "classification"),
                     .tags = textsOf(object["tags"]),
                     .synonyms = bitol::synonymsOf(object["synonyms"]),
                     .datasetKey =
                         datasetKeyOf(m_servers, physical.isEmpty() ? name : physical, m_alone),
                     .relations = {{domain::Relation::GovernedBy, m_contract.nativeId}},
                     .fields = reader.fields,
                     .quality = reader.quality,
                     .references = bitol::referencesOf(object["authoritativeDefinitions"]),
                     .questions = bitol::questionsOf(object["context"]),
                     .native = {bitol::nativeOf(m_file, object)}};
        if (asset.classification.isEmpty())
            asset.classification = highestClassification(asset.fields);
        m_people.own(asset);
        addAssetFacts(asset, object);
        return asset;
    }

private:
    QString m_file;
    const Record &m_contract;
    const bitol::People &m_people;
    QList<domain::Server> m_servers;
    Names m_names;
    bool m_alone;
};

domain::Finding leftOut(const QString &file, const Node &node, const QString &field,
                        const QString &message, const QString &remedy)
{
    return {.file = file,
            .line = node.line(),
            .column = node.column(),
            .rule = u"odcs.left-out"_s,
            .field = field,
            .message = message,
            .remedy = remedy};
}

void readSchema(const QString &file, const Node &schema, const bitol::People &people,
                Contract &result)
{
    if (!schema.isSequence())
        return;
    const SchemaReader reader(file, *result.contract, people, schema);
    QSet<QString> known;
    auto index = -1;
    for (const auto object : schema) {
        ++index;
        QList<Node> rules;
        auto asset = reader.assetOf(object, rules);
        const auto field = u"schema[%1].name"_s.arg(index);
        if (asset.name.isEmpty()) {
            result.findings.append(leftOut(file, object, field,
                                           u"This object has no name and is left out"_s,
                                           u"Give it a name"_s));
            continue;
        }
        if (known.contains(asset.nativeId)) {
            result.findings.append(
                leftOut(file, object, field,
                        u"A second object is called \"%1\" here and is left out"_s.arg(asset.name),
                        u"Give each object a name of its own"_s));
            continue;
        }
        known.insert(asset.nativeId);
        result.contract->relations.append({domain::Relation::Describes, asset.nativeId});
        result.contract->quality += asset.quality;
        for (const auto &rule : rules)
            result.rules.append({asset.nativeId, textOf(rule, "id"), bitol::nativeOf(file, rule)});
        result.assets.append(std::move(asset));
    }
}

QString highestOf(const QList<Record> &assets)
{
    QList<domain::Field> words;
    for (const auto &asset : assets)
        words.append({.classification = asset.classification});
    return highestClassification(words);
}

} // namespace

bool looksLike(const Node &root)
{
    if (!root.isMapping())
        return false;
    if (textOf(root, "kind").compare(u"DataContract", Qt::CaseInsensitive) == 0)
        return true;
    const auto flat = root.has("datasetName") || root.has("quantumName");
    if (flat && (root["dataset"].isSequence() || root.has("uuid")))
        return true;
    // A wrong or missing kind is a mistake to report, not a reason to look away.
    return root.has("apiVersion") && textOf(root, "apiVersion").startsWith(u'v')
        && (root["schema"].isSequence() || root.has("slaProperties"));
}

Contract read(const QString &file, const Node &root)
{
    Contract result;
    result.dataProduct = textOf(firstOf(root, {"dataProduct", "quantumName"}));
    const auto people = bitol::peopleOf(file, firstOf(root, {"team", "stakeholders"}));
    result.people = people.records;
    auto contract = contractOf(file, root, people);
    if (contract.nativeId.isEmpty()) {
        result.findings.append(
            leftOut(file, root, u"id"_s, u"The contract has no id and is left out"_s,
                    u"Give it an id that stays the same for ever, a UUID for example"_s));
        return result;
    }
    result.contract = std::move(contract);
    if (const auto terms = root["slaProperties"]; terms.isSequence()) {
        for (const auto term : terms)
            result.slaLines.append(term.line());
    }
    readSchema(file, firstOf(root, {"schema", "dataset"}), people, result);
    result.contract->classification = highestOf(result.assets);
    return result;
}

} // namespace portolan::formats::odcs
