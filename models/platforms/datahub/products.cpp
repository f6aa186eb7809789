// SPDX-License-Identifier: GPL-3.0-or-later
// Data products with their ports, and data contracts. DataHub knows output ports, as a mark on what
// a product holds, and no input ports: those are derived from the lineage of what it holds, and say
// so.
#include "models/platforms/datahub/translate.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::datahub {
namespace {

Record portOf(const Record &product, const QString &asset, const Context &context)
{
    Record port;
    port.kind = EntityKind::Port;
    const auto urn = urnOf(asset);
    port.type = urn ? portTypeOf(*urn) : QString();
    port.name = shortNameOf(asset);
    port.domain = product.domain;
    port.ownerId = product.ownerId;
    port.ownerName = product.ownerName;
    port.native.append({.file = pageOf(context.ui, asset), .line = 0, .json = {}});
    return port;
}

Record outputPortOf(const Record &product, const Json &link, const Context &context)
{
    const auto asset = json::text(link, "destinationUrn");
    auto port = portOf(product, asset, context);
    port.nativeId = outputPortId(product.nativeId, asset);
    port.direction = u"output"_s;
    port.native.first().json = QByteArray::fromStdString(simdjson::minify(link));
    addRelation(port, Relation::Exposes, asset);
    for (const auto &contract : context.links.contracts.value(asset))
        addRelation(port, Relation::GovernedBy, contract);
    return port;
}

Record inputPortOf(const Record &product, const QString &asset, const Context &context)
{
    auto port = portOf(product, asset, context);
    port.nativeId = inputPortId(product.nativeId, asset);
    port.direction = u"input"_s;
    port.native.clear();
    addRelation(port, Relation::Consumes, asset);
    addFact(port, u"derived"_s, u"from lineage"_s);
    return port;
}

//! "1 day" of {"unit": "DAY", "multiple": 1}, or the cron expression.
domain::SlaTerm freshnessTermOf(const Json &assertion, const QString &element)
{
    domain::SlaTerm term;
    term.property = u"freshness"_s;
    term.element = element;
    const auto schedule = json::member(assertion, {"freshnessAssertion", "schedule"});
    const auto interval = json::member(schedule, "fixedInterval");
    term.value = json::text(interval, "multiple");
    term.unit = json::text(interval, "unit").toLower();
    term.schedule = json::text(json::member(schedule, {"cron", "cron"}));
    term.scheduler = term.schedule.isEmpty() ? QString() : u"cron"_s;
    return term;
}

void addAssertions(Record &record, const Json &properties, const QString &asset,
                   const Context &context)
{
    for (const std::string_view part : {"freshness", "schema", "dataQuality"}) {
        for (const auto &entry : json::items(json::member(properties, part))) {
            const auto urn = json::text(entry, "assertion");
            const auto document = context.names.of(urn).document;
            const auto answer = Answer::read(document.isEmpty() ? "{}" : document, urn);
            if (!answer)
                continue;
            Entity assertion{.urn = urn, .name = {}, .json = answer->root(), .raw = {}};
            if (const auto name = urnOf(urn))
                assertion.name = *name;
            const auto check = checkOf(assertion, context);
            if (!check.quality.isEmpty())
                record.quality.append(check.quality.first());
            const auto info = assertion.aspect("assertionInfo");
            if (json::text(info, "type") == u"FRESHNESS")
                record.sla.append(freshnessTermOf(info, shortNameOf(asset)));
        }
    }
}

} // namespace

QString outputPortId(const QString &product, const QString &asset)
{
    return product % u'#' % asset;
}

QString inputPortId(const QString &product, const QString &asset)
{
    return product % u"#input:"_s % asset;
}

QList<Record> productOf(const Entity &entity, const Context &context)
{
    const auto properties = entity.aspect("dataProductProperties");
    Record product;
    product.kind = EntityKind::Product;
    addGovernance(product, entity, context);
    product.name = json::text(properties, "name");
    if (product.name.isEmpty())
        product.name = shortNameOf(entity.urn);
    product.description = json::text(properties, "description");
    QList<Record> ports;
    for (const auto &link : json::items(json::member(properties, "assets"))) {
        if (!json::isTrue(json::member(link, "outputPort"))
            || json::text(link, "destinationUrn").isEmpty())
            continue;
        ports.append(outputPortOf(product, link, context));
        addRelation(product, Relation::OutputPort, ports.last().nativeId);
    }
    for (const auto &asset : context.inputs.value(entity.urn)) {
        ports.append(inputPortOf(product, asset, context));
        addRelation(product, Relation::InputPort, ports.last().nativeId);
    }
    ports.prepend(product);
    return ports;
}

Record contractOf(const Entity &entity, const Context &context)
{
    const auto properties = entity.aspect("dataContractProperties");
    Record contract;
    contract.kind = EntityKind::Contract;
    addGovernance(contract, entity, context);
    const auto asset = json::text(properties, "entity");
    contract.name = asset.isEmpty() ? shortNameOf(entity.urn) : shortNameOf(asset);
    contract.status = json::text(entity.aspect("dataContractStatus"), "state").toLower();
    addRelation(contract, Relation::Describes, asset);
    addAssertions(contract, properties, asset, context);
    return contract;
}

} // namespace portolan::platforms::datahub
