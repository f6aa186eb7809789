// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/recordfacts.h"

#include "models/domain/duration.h"

#include <QHash>

#include <cmath>

namespace portolan::policy {
namespace {

using domain::EntityKind;
using domain::Record;
using domain::Relation;

using ById = QHash<QString, const Record *>;

QStringList targetsOf(const Record &record, Relation relation)
{
    QStringList targets;
    for (const auto &one : record.relations) {
        if (one.relation == relation)
            targets.append(one.nativeId);
    }
    return targets;
}

std::optional<QList<FieldFacts>> fieldsOf(const Record &contract, const ById &known)
{
    QList<FieldFacts> fields;
    for (const auto &id : targetsOf(contract, Relation::Describes)) {
        const auto *asset = known.value(id);
        if (asset == nullptr)
            return {};
        for (const auto &field : asset->fields)
            fields.append({.object = asset->name,
                           .path = field.path,
                           .classification = field.classification,
                           .isDescribed = !field.description.trimmed().isEmpty()});
    }
    return fields;
}

ContractFacts contractFactsOf(const Record &contract, const ById &known)
{
    QStringList promises;
    for (const auto &term : contract.sla)
        promises.append(term.property);
    ContractFacts facts{.id = contract.nativeId,
                        .version = contract.version,
                        .status = contract.status,
                        .fields = fieldsOf(contract, known),
                        .promises = promises,
                        .termsSha256 = domain::sha256Of(contract.terms)};
    addDetails(facts, contract);
    return facts;
}

PortFacts portFactsOf(const Record &port, const ById &known)
{
    PortFacts facts{.id = port.nativeId,
                    .name = port.name,
                    .version = port.version,
                    .description = port.description,
                    .status = port.status,
                    .contractId = QString()};
    addDetails(facts, port);
    const auto contracts = targetsOf(port, Relation::GovernedBy);
    if (contracts.isEmpty())
        return facts;
    facts.contractId = contracts.first();
    if (const auto *contract = known.value(contracts.first()))
        facts.contract = contractFactsOf(*contract, known);
    return facts;
}

ProductFacts productFactsOf(const Record &product, const ById &known)
{
    QList<PortFacts> ports;
    for (const auto &id : targetsOf(product, Relation::OutputPort)) {
        if (const auto *port = known.value(id))
            ports.append(portFactsOf(*port, known));
        else
            ports.append({.id = id, .name = id});
    }
    ProductFacts facts{.id = product.nativeId,
                       .name = product.name,
                       .version = product.version,
                       .status = product.status,
                       .description = product.description,
                       .owner = product.ownerName.isEmpty() ? product.ownerId : product.ownerName,
                       .ports = ports};
    addDetails(facts, product);
    return facts;
}

} // namespace

void addDetails(ContractFacts &facts, const Record &contract)
{
    constexpr double secondsOfDay = 86400;
    facts.roles = contract.roles;
    for (const auto &term : contract.sla) {
        if (term.property.compare(u"retention", Qt::CaseInsensitive) != 0)
            continue;
        const auto seconds = domain::secondsOfTerm(term.value, term.unit);
        if (seconds && *seconds < secondsOfDay * 365'000)
            facts.retentionDays = int(std::ceil(*seconds / secondsOfDay));
    }
}

void addDetails(PortFacts &facts, const Record &port)
{
    if (!port.type.isEmpty())
        facts.type = port.type;
    if (!port.servers.isEmpty() && !port.servers.first().environment.isEmpty())
        facts.environment = port.servers.first().environment;
}

void addDetails(ProductFacts &facts, const Record &product)
{
    facts.domain = product.domain;
    facts.tags = product.tags;
}

QList<ProductFacts> factsOf(const QList<Record> &records)
{
    ById known;
    for (const auto &record : records)
        known.insert(record.nativeId, &record);
    QList<ProductFacts> products;
    for (const auto &record : records) {
        if (record.kind == EntityKind::Product)
            products.append(productFactsOf(record, known));
    }
    return products;
}

} // namespace portolan::policy
