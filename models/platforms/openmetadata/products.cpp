// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/products.h"

#include "models/platforms/openmetadata/assets.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/servicelevels.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;

void addPeople(Reading &reading, std::string_view key, const QString &role, Record &record)
{
    for (const auto &person : reading.references(key))
        record.team.append({.username = person.name, .name = person.label(), .role = role});
}

void addTerm(Record &record, const QString &property, const QString &value, const QString &unit)
{
    if (!value.isEmpty())
        record.sla.append({.property = property, .value = value, .unit = unit});
}

void addServiceLevels(Reading &reading, Record &record)
{
    const auto sla = member(reading.entity(), "sla");
    addTerm(record, u"tier"_s, reading.text(sla, "tier"), {});
    addTerm(record, u"availability"_s, reading.text(sla, "availability"), u"%"_s);
    addTerm(record, u"responseTime"_s, reading.text(sla, "responseTime"), u"ms"_s);
    addTerm(record, u"dataFreshness"_s, reading.text(sla, "dataFreshness"), u"min"_s);
    addTerm(record, u"dataQuality"_s, reading.text(sla, "dataQuality"), u"%"_s);
}

} // namespace

Thing productOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Product);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.status = reading.text("lifecycleStage");
    const auto approval = reading.text("entityStatus");
    addProperty(record, u"entityStatus"_s, approval);
    for (const auto key : {"dataProductType", "visibility", "portfolioPriority"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    if (record.status.isEmpty() && approval != u"Unprocessed")
        record.status = approval;
    addPeople(reading, "owners", u"owner"_s, record);
    addPeople(reading, "experts", u"expert"_s, record);
    addPeople(reading, "reviewers", u"reviewer"_s, record);
    addServiceLevels(reading, record);
    for (const auto &source : reading.references("consumesFrom")) {
        relate(record, Relation::Consumes, source.nativeId());
        domain::LineageEdge edge;
        edge.source = source.nativeId();
        edge.target = record.nativeId;
        edge.evidence = u"product"_s;
        thing.lineage.append(edge);
    }
    QStringList users;
    for (const auto &user : reading.references("providesTo"))
        users.append(user.label());
    addProperty(record, u"providesTo"_s, users.join(u", "_s));
    return thing;
}

PortReader::PortReader(Thing &product, const ContractsByEntity &contracts, QString installation)
    : m_product(product)
    , m_contracts(contracts)
    , m_installation(std::move(installation))
{
}

QString PortReader::idOf(const QString &product, const QString &asset)
{
    return product % u'#' % asset;
}

void PortReader::add(const ListAnswer &answer, const QString &direction)
{
    const std::string_view whole(answer.body.constData(), std::size_t(answer.body.size()));
    for (const auto item : answer.items)
        addOne(whole, item, direction);
}

void PortReader::addOne(std::string_view whole, std::string_view item, const QString &direction)
{
    Json entity;
    if (m_parser.parse(whole, item).get(entity) != simdjson::SUCCESS)
        return;
    // Ports are whole things with their type beside them; a reference has it in another member.
    auto type = formats::json::text(entity, "entityType");
    if (type.isEmpty())
        type = formats::json::text(entity, "type");
    Reading reading(entity, type, m_installation, item);
    const auto asset = assetOf(reading);
    m_findings.append(reading.takeFindings());
    if (type.isEmpty() || asset.record.nativeId.isEmpty() || asset.deleted)
        return;
    auto &product = m_product.record;
    Record port;
    port.kind = EntityKind::Port;
    port.nativeId = idOf(product.nativeId, asset.record.nativeId);
    port.type = portTypeOf(type);
    port.direction = direction;
    port.name = asset.record.name;
    port.title = asset.record.title;
    port.description = asset.record.description;
    port.domain = product.domain;
    port.ownerId = product.ownerId;
    port.ownerName = product.ownerName;
    const auto isOutput = direction == u"output";
    relate(port, isOutput ? Relation::Exposes : Relation::Consumes, asset.record.nativeId);
    auto contract = m_contracts.value(asset.uuid);
    if (contract.isEmpty() && isOutput)
        contract = m_contracts.value(m_product.uuid); // what the product promises, its ports do
    relate(port, Relation::GovernedBy, contract);
    port.native = asset.record.native;
    m_ports.append(std::move(port));
}

void PortReader::finish()
{
    auto &product = m_product.record;
    std::sort(m_ports.begin(), m_ports.end(), [](const Record &left, const Record &right) {
        return std::pair(left.direction, left.nativeId)
            < std::pair(right.direction, right.nativeId);
    });
    QStringList offered;
    for (const auto &port : std::as_const(m_ports)) {
        const auto isOutput = port.direction == u"output";
        relate(product, isOutput ? Relation::OutputPort : Relation::InputPort, port.nativeId);
        if (isOutput)
            offered.append(port.nativeId.mid(idOf(product.nativeId, {}).size()));
    }
    for (const auto &term : std::as_const(product.sla)) {
        bool ok = false;
        const auto minutes = term.value.toDouble(&ok);
        if (term.property != u"dataFreshness" || !ok || minutes <= 0)
            continue;
        for (const auto &asset : std::as_const(offered))
            m_product.slos.append(freshnessLevel(product, term.property, asset, 60 * minutes));
    }
}

} // namespace portolan::platforms::openmetadata
