// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/products.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::dbt {
namespace {

void addOwner(Record &record, const Manifest &manifest, const Product &product)
{
    if (product.group < 0) {
        record.ownerName = product.ownerText;
        return;
    }
    const auto &group = manifest.groups().at(product.group);
    record.ownerId = group.teamId();
    record.ownerName = group.ownerText();
    record.relations.append({Relation::OwnedBy, record.ownerId});
}

} // namespace

Record teamOf(const Group &group)
{
    Record record;
    record.kind = EntityKind::Team;
    record.nativeId = group.teamId();
    record.name = group.name;
    record.title = group.ownerName;
    record.description = group.description;
    // The owner's name is what the team is called where teams are described: a declared link.
    if (!group.ownerName.isEmpty())
        record.datasetKey = u"team:"_s % group.ownerName;
    record.properties.append({u"package"_s, group.package});
    if (!group.ownerEmail.isEmpty()) {
        record.properties.append({u"owner.email"_s, group.ownerEmail});
        record.support.append({.channel = group.ownerEmail, .tool = u"email"_s});
    }
    for (const auto &[key, value] : group.ownerFacts)
        record.properties.append({u"owner."_s % key, value});
    return record;
}

Record personOf(const Record &owned)
{
    Record record;
    record.kind = EntityKind::Person;
    record.nativeId = owned.ownerId;
    record.name = owned.ownerId.mid(u"person:"_s.size());
    if (owned.ownerName != record.name)
        record.title = owned.ownerName;
    return record;
}

Record productOf(const Manifest &manifest, const Product &product)
{
    Record record;
    record.kind = EntityKind::Product;
    record.nativeId = product.id;
    record.name = product.name;
    record.description = product.description;
    record.domain = product.domain;
    record.popularity = product.readers;
    // What the models call their product is the id that it has elsewhere: a declared link.
    if (!product.isGroup)
        record.datasetKey = product.name;
    addOwner(record, manifest, product);
    if (!record.domain.isEmpty())
        record.relations.append({Relation::InDomain, u"domain:"_s % record.domain.join(u'/')});
    for (const auto &port : product.ports)
        record.relations.append({Relation::OutputPort, port.id});
    record.properties.append(
        {u"declared by"_s, product.isGroup ? u"dbt group"_s : u"dbt meta.data_product"_s});
    if (!manifest.header().project.isEmpty())
        record.properties.append({u"project"_s, manifest.header().project});
    return record;
}

Record portOf(const Manifest &manifest, const Product &product, const Port &port)
{
    Record record;
    record.kind = EntityKind::Port;
    record.nativeId = port.id;
    record.type = u"SQL"_s;
    record.direction = u"output"_s;
    record.name = port.name;
    record.version = port.version;
    record.description = port.description;
    record.domain = product.domain;
    record.popularity = port.readers;
    record.datasetKey = port.datasetKey;
    addOwner(record, manifest, product);
    record.relations.append({Relation::Exposes, port.model});
    if (!port.contract.isEmpty())
        record.relations.append({Relation::GovernedBy, port.contract});
    if (!port.latestVersion.isEmpty())
        record.properties.append({u"latest_version"_s, port.latestVersion});
    if (!port.deprecationDate.isEmpty())
        record.properties.append({u"deprecation_date"_s, port.deprecationDate});
    if (!manifest.header().adapterType.isEmpty())
        record.properties.append({u"platform"_s, manifest.header().adapterType});
    return record;
}

} // namespace portolan::formats::dbt
