// SPDX-License-Identifier: GPL-3.0-or-later
// The Data Contract Specification (datacontract.com, 0.9 to 1.2), which the platform still serves.
#include "models/domain/datasetkey.h"
#include "models/formats/bitol/parts.h"
#include "models/formats/odcs/servers.h"
#include "models/platforms/entropydata/contracts.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using domain::Field;
using domain::Record;
using domain::Relation;
using formats::bitol::isYes;
using formats::bitol::nativeOf;
using formats::bitol::textOf;
using formats::bitol::textsOf;
using formats::document::Node;

constexpr int deepest = 50; // a model that refers to itself has no end

QList<domain::Server> serversIn(const Node &servers)
{
    QList<domain::Server> list;
    if (!servers.isMapping())
        return list;
    for (const auto node : servers) {
        domain::Server server{.name = textOf(node.key()),
                              .type = textOf(node, "type"),
                              .environment = textOf(node, "environment"),
                              .description = textOf(node, "description")};
        if (node.isMapping()) {
            for (const auto value : node) {
                const auto key = textOf(value.key());
                if (key != u"type" && key != u"environment" && key != u"description")
                    server.settings.append({key, textOf(value)});
            }
        }
        list.append(server);
    }
    return list;
}

QString constraintsOf(const Node &node)
{
    QStringList parts;
    for (const auto key : {"minLength", "maxLength", "pattern", "format", "minimum", "maximum",
                           "exclusiveMinimum", "exclusiveMaximum", "precision", "scale", "enum"}) {
        if (const auto text = textOf(node[key]); !text.isEmpty())
            parts.append(QString::fromLatin1(key) % u' ' % text);
    }
    return parts.join(u", "_s);
}

//! Reads the fields of a model, children behind their parents.
void addFields(QList<Field> &fields, const Node &node, const QString &prefix, int depth)
{
    if (!node.isMapping() || depth > deepest)
        return;
    for (const auto one : node) {
        const auto name = textOf(one.key());
        Field field{.path = prefix + name,
                    .name = name,
                    .title = textOf(one, "title"),
                    .type = textOf(one, "type"),
                    .logicalType = textOf(one, "type"),
                    .description = textOf(one, "description"),
                    .classification = textOf(one, "classification"),
                    .tags = textsOf(one["tags"]),
                    .constraints = constraintsOf(one),
                    .primaryKey = isYes(one["primaryKey"]) || isYes(one["primary"]),
                    .unique = isYes(one["unique"])};
        if (isYes(one["pii"]) && field.classification.isEmpty())
            field.classification = u"pii"_s;
        if (one.has("required"))
            field.nullable = !isYes(one["required"]);
        if (const auto term = textOf(one, "$ref"); !term.isEmpty())
            field.terms.append(term);
        if (const auto key = textOf(one, "references"); !key.isEmpty())
            field.references.append(key);
        field.examples = textsOf(one["examples"]);
        const auto path = field.path;
        fields.append(field);
        addFields(fields, one["fields"], path + u'.', depth + 1);
        addFields(fields, one["items"]["fields"], path + u"[]."_s, depth + 1);
    }
}

void addService(Record &contract, const Node &levels)
{
    if (!levels.isMapping())
        return;
    for (const auto level : levels) {
        const auto property = textOf(level.key());
        for (const auto key : {"percentage", "threshold", "period", "interval", "responseTime",
                               "cron", "recoveryTime"}) {
            if (const auto value = textOf(level, key); !value.isEmpty()) {
                contract.sla.append({.property = property,
                                     .value = value,
                                     .unit = QString::fromLatin1(key),
                                     .description = textOf(level, "description")});
                break;
            }
        }
    }
}

Record contractIn(const QString &file, const Node &root)
{
    const auto info = root["info"];
    const auto terms = root["terms"];
    Record contract{
        .kind = domain::EntityKind::Contract,
        .nativeId = textOf(root, "id"),
        .name = textOf(info, "title"),
        .description = textOf(info, "description"),
        .status = textOf(info, "status"),
        .version = textOf(info, "version"),
        .tags = textsOf(root["tags"]),
        .terms = {.limitations = textOf(terms, "limitations"), .usage = textOf(terms, "usage")},
        .servers = serversIn(root["servers"]),
        .native = {nativeOf(file, root)}};
    if (contract.name.isEmpty())
        contract.name = contract.nativeId;
    contract.ownerId = textOf(info, "owner");
    if (const auto contact = info["contact"]; contact.isMapping())
        contract.support.append({.channel = textOf(contact, "name"),
                                 .url = textOf(contact, "url"),
                                 .description = textOf(contact, "email")});
    for (const auto key : {"billing", "noticePeriod"})
        formats::bitol::addProperty(contract.properties, QString::fromLatin1(key), terms[key]);
    formats::bitol::addProperty(contract.properties, u"dataContractSpecification"_s,
                                root["dataContractSpecification"]);
    addService(contract, root["servicelevels"]);
    addExtras(contract, root);
    return contract;
}

Record assetIn(const QString &file, const Node &model, const Record &contract, bool isAlone)
{
    const auto servers = formats::odcs::productionFirst(contract.servers);
    const auto name = textOf(model.key());
    Record asset{.kind = domain::EntityKind::Asset,
                 .nativeId = contract.nativeId % u'#' % name,
                 .type = textOf(model, "type"),
                 .name = name,
                 .title = textOf(model, "title"),
                 .description = textOf(model, "description"),
                 .tags = textsOf(model["tags"]),
                 .datasetKey = formats::odcs::datasetKeyOf(servers, name, isAlone),
                 .relations = {{Relation::GovernedBy, contract.nativeId}},
                 .native = {nativeOf(file, model)}};
    addFields(asset.fields, model["fields"], {}, 0);
    for (const auto &server : servers) {
        if (asset.type.isEmpty())
            asset.type = formats::odcs::assetTypeOn(server);
    }
    return asset;
}

} // namespace

bool isDataContractSpecification(const Node &root)
{
    return root.has("dataContractSpecification")
        || (root["info"].isMapping() && root.has("models"));
}

formats::odcs::Contract readSpecification(const QString &file, const Node &root)
{
    formats::odcs::Contract result;
    auto contract = contractIn(file, root);
    if (contract.nativeId.isEmpty()) {
        result.findings.append(withoutId(u"data contracts"_s, root));
        return result;
    }
    if (const auto models = root["models"]; models.isMapping()) {
        for (const auto model : models)
            result.assets.append(assetIn(file, model, contract, models.size() == 1));
    }
    result.contract = std::move(contract);
    return result;
}

} // namespace portolan::platforms::entropydata
