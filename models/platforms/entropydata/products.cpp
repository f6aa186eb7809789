// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/products.h"

#include "models/formats/bitol/parts.h"
#include "models/formats/document/read.h"
#include "models/formats/odcs/servers.h"
#include "models/formats/odps/product.h"

#include <QHash>

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

QString propertyOf(const Record &record, QStringView name)
{
    for (const auto &[key, value] : record.properties) {
        if (key == name)
            return value;
    }
    return {};
}

domain::Server serverIn(const Node &node, const QString &type, const QString &environment)
{
    domain::Server server{.type = type, .environment = environment};
    for (const auto value : node) {
        if (value.isScalar())
            server.settings.append({textOf(value.key()), textOf(value)});
    }
    return server;
}

//! The platform writes the technology where the standard has the kind of a port (ruling 9).
QString typeWord(const QString &type)
{
    static const QStringList words{u"SQL"_s, u"stream"_s, u"REST"_s, u"file"_s};
    const auto word = formats::odps::portTypeWord(type);
    if (word != type || words.contains(word))
        return word;
    const auto asset = formats::odcs::assetTypeOn({.type = type.toLower()});
    return asset.isEmpty() ? type : formats::odps::portTypeWord(asset);
}

//! What the platform keeps of a port beside the standard's members: its state, and where it stands.
void readFacts(Record &port, const QString &technology)
{
    if (port.status.isEmpty())
        port.status = propertyOf(port, u"status");
    const auto text = propertyOf(port, u"server");
    const auto document = formats::document::readJson({}, text.toUtf8());
    if (document.root().isMapping())
        port.servers = {serverIn(document.root(), technology, propertyOf(port, u"environment"))};
}

//! What the document calls the technology of each of its ports, by their names.
QHash<QString, QString> technologiesIn(const Node &product)
{
    QHash<QString, QString> technologies;
    for (const auto key : {"outputPorts", "inputPorts"}) {
        const auto list = product[key];
        if (!list.isSequence())
            continue;
        for (const auto port : list)
            technologies.insert(textOf(port, "name").trimmed(), textOf(port, "type"));
    }
    return technologies;
}

QStringView typeOf(const QString &direction)
{
    if (direction == u"input")
        return inputType;
    return direction == u"output" ? outputType : managementType;
}

//! The products of the standard, with our ids.
Reading readStandard(const Node &node, const ProductContext &context)
{
    const auto page = context.portal.page(u"dataproducts", textOf(node, "id"));
    auto read = formats::odps::read(page, node);
    Reading reading{.findings = read.findings};
    if (!read.product)
        return reading;
    const auto id = read.product->nativeId;
    QHash<QString, QString> ours;
    for (auto &port : read.ports) {
        const auto local = port.nativeId.mid(id.size() + 1);
        ours.insert(port.nativeId, portId(typeOf(port.direction), id, local));
    }
    const auto technologies = technologiesIn(node);
    for (auto &port : read.ports) {
        const auto technology = technologies.value(port.name);
        port.nativeId = ours.value(port.nativeId);
        port.type = typeWord(port.type);
        for (auto &to : port.relations) {
            if (to.relation == Relation::GovernedBy)
                to.nativeId = nativeId(contractType, to.nativeId);
            else if (to.relation == Relation::Consumes)
                to.nativeId = ours.value(to.nativeId, nativeId(contractType, to.nativeId));
        }
        readFacts(port, technology);
    }
    auto product = *read.product;
    product.nativeId = nativeId(productType, id);
    for (auto &to : product.relations)
        to.nativeId = ours.value(to.nativeId, to.nativeId);
    product.ownerId = bareId(teamType, product.ownerId);
    const auto team = node["team"];
    if (team.isMapping() && team.has("name"))
        product.ownerId = textOf(team, "name");
    reading.records = {product};
    reading.records += read.ports;
    return reading;
}

Record portIn(const Node &node, const Record &product, const QString &productId,
              const QString &direction, const QString &page)
{
    const auto id = textOf(node, "id");
    const auto technology = textOf(node, "type");
    Record port{.kind = EntityKind::Port,
                .nativeId = portId(typeOf(direction), productId, id),
                .type = typeWord(technology),
                .direction = direction,
                .name = id,
                .title = textOf(node, "name"),
                .description = textOf(node, "description"),
                .status = textOf(node, "status"),
                .tags = textsOf(node["tags"]),
                .native = {nativeOf(page, node)}};
    if (port.title == port.name)
        port.title.clear();
    relate(port, Relation::GovernedBy, nativeId(contractType, textOf(node, "dataContractId")));
    relate(port, Relation::Consumes, nativeId(systemType, textOf(node, "sourceSystemId")));
    for (const auto key : {"location", "environment", "autoApprove", "containsPii"})
        formats::bitol::addProperty(port.properties, QString::fromLatin1(key), node[key]);
    if (node["server"].isMapping())
        port.servers = {serverIn(node["server"], technology, textOf(node, "environment"))};
    addExtras(port, node);
    port.domain = product.domain;
    return port;
}

//! The products of the vendor's dialect.
Reading readSpecification(const Node &node, const ProductContext &context)
{
    const auto id = textOf(node, "id");
    if (id.isEmpty())
        return {.findings = {withoutId(u"data products"_s, node)}};
    const auto page = context.portal.page(u"dataproducts", id);
    const auto info = node["info"];
    Record product{.kind = EntityKind::Product,
                   .nativeId = nativeId(productType, id),
                   .name = textOf(info, "title"),
                   .description = textOf(info, "description"),
                   .ownerId = textOf(info, "owner"),
                   .status = textOf(info, "status"),
                   .tags = textsOf(node["tags"]),
                   .native = {nativeOf(page, node)}};
    if (product.name.isEmpty())
        product.name = id;
    for (const auto key : {"archetype", "maturity"})
        formats::bitol::addProperty(product.properties, QString::fromLatin1(key), info[key]);
    addExtras(product, node);
    Reading reading{.records = {product}};
    for (const auto &[key, direction] :
         {std::pair("outputPorts", u"output"_s), std::pair("inputPorts", u"input"_s)}) {
        const auto list = node[key];
        if (!list.isSequence())
            continue;
        for (const auto port : list) {
            if (textOf(port, "id").isEmpty()) {
                reading.findings.append(withoutId(u"ports of "_s + id, port));
                continue;
            }
            auto record = portIn(port, product, id, direction, page);
            relate(reading.records.first(),
                   direction == u"input" ? Relation::InputPort : Relation::OutputPort,
                   record.nativeId);
            reading.records.append(record);
        }
    }
    return reading;
}

//! Says what files call the ports, which joins them (ruling 7). Files do not tell an input from an
//! output that has its name.
void declarePorts(QList<Record> &records)
{
    const auto idOf = [](const Record &port) { return port.nativeId.section(u':', 1); };
    QHash<QString, int> called;
    for (const auto &record : std::as_const(records)) {
        if (record.kind == EntityKind::Port)
            ++called[idOf(record)];
    }
    for (auto &record : records) {
        if (record.kind == EntityKind::Port && called.value(idOf(record)) == 1)
            record.datasetKey = u"port:"_s + idOf(record);
    }
}

} // namespace

Reading readProduct(const Node &node, const ProductContext &context)
{
    const bool isSpecification = node.has("dataProductSpecification")
        || (node["info"].isMapping() && !formats::odps::looksLike(node));
    auto reading = isSpecification ? readSpecification(node, context) : readStandard(node, context);
    if (reading.records.isEmpty())
        return reading;
    const auto team = reading.records.first().ownerId;
    for (auto &record : reading.records) {
        record.relations.removeIf([](const auto &to) { return to.relation == Relation::OwnedBy; });
        record.ownerId.clear();
        record.ownerName.clear();
        context.teams.own(record, team);
        if (record.kind == EntityKind::Port)
            record.team.clear();
    }
    // What files call the product joins with it (ruling 7).
    reading.records.first().datasetKey = bareId(productType, reading.records.first().nativeId);
    declarePorts(reading.records);
    addLineage(reading.records, context);
    return reading;
}

QStringList contractsIn(const QList<Record> &records)
{
    QStringList contracts;
    for (const auto &record : records) {
        for (const auto &to : record.relations) {
            if (to.relation == Relation::GovernedBy && !contracts.contains(to.nativeId))
                contracts.append(to.nativeId);
        }
    }
    return contracts;
}

} // namespace portolan::platforms::entropydata
