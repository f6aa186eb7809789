// SPDX-License-Identifier: GPL-3.0-or-later
// How files that know nothing of each other become one mesh.
//
// 1. Contracts and products are grouped by id; the highest version of each that is no draft speaks.
// 2. A port is tied to its contract by contractId, and through the contract to the assets that its
//    schema describes: they stand behind the port, and belong to the product.
// 3. A contract that no product names makes a product of its own, marked "implicit", with one
//    output port; contracts that give the same product name share it.
// 4. Who offers a contract is read by everybody whose input port names it. These pairs are the
//    arrows between products, and their number is the popularity of contract, port and product.
//
// Every step goes over lists in the order of the files' paths, so the same folder always gives the
// same records in the same order.
#include "models/formats/workspace/assembly.h"

#include "models/formats/odcs/servers.h"
#include "models/formats/odps/product.h"
#include "models/formats/workspace/vocabulary.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::workspace {
namespace {

QString contractOfPort(const Record &port)
{
    for (const auto &to : port.relations) {
        if (to.relation == Relation::GovernedBy)
            return to.nativeId;
    }
    return {};
}

void fillIn(QString &value, const QString &other)
{
    if (value.isEmpty())
        value = other;
}

template <typename T>
void unite(QList<T> &list, const QList<T> &other)
{
    for (const auto &item : other) {
        if (!list.contains(item))
            list.append(item);
    }
}

//! The type of a port that names none (ruling 9): by where its data stands.
QString typeByServer(const QList<domain::Server> &servers)
{
    const auto ordered = odcs::productionFirst(servers);
    for (const auto &server : ordered) {
        if (const auto asset = odcs::assetTypeOn(server); !asset.isEmpty())
            return odps::portTypeWord(asset);
    }
    return ordered.isEmpty() ? QString() : ordered.first().type;
}

//! Those of \a servers that a port of \a type can stand on; all where none tells.
QList<domain::Server> serversOfType(const QList<domain::Server> &servers, const QString &type)
{
    QList<domain::Server> fitting;
    std::copy_if(servers.begin(), servers.end(), std::back_inserter(fitting),
                 [&](const domain::Server &server) {
                     return odps::portTypeWord(odcs::assetTypeOn(server)) == type;
                 });
    return fitting.isEmpty() ? servers : fitting;
}

//! Adds what another file says about the same team or person.
void mergePerson(Record &record, const Record &other)
{
    fillIn(record.name, other.name);
    fillIn(record.title, other.title);
    fillIn(record.description, other.description);
    if (record.domain.isEmpty())
        record.domain = other.domain;
    unite(record.tags, other.tags);
    unite(record.relations, other.relations);
    unite(record.team, other.team);
    unite(record.support, other.support);
    unite(record.references, other.references);
    unite(record.properties, other.properties);
    unite(record.native, other.native);
}

} // namespace

Assembly::Assembly(const QList<const KnownFile *> &files)
{
    const auto contracts = contractEditions(files, m_findings);
    const auto products = productEditions(files, m_findings);
    addContracts(contracts);
    addProducts(products);
    reportUnknownContracts(products);
    addImplicitProducts();
    linkConsumers();
    m_promises.addObjectives(files);
    m_findings.append(m_promises.findings());
}

qsizetype Assembly::add(Record record)
{
    const auto at = m_records.size();
    if (m_at.contains(record.nativeId))
        return m_at.value(record.nativeId);
    m_at.insert(record.nativeId, at);
    m_records.append(std::move(record));
    return at;
}

Record *Assembly::find(const QString &nativeId)
{
    const auto found = m_at.constFind(nativeId);
    return found == m_at.constEnd() ? nullptr : &m_records[*found];
}

QStringList Assembly::assetsOf(const QString &contractId) const
{
    return m_assets.value(contractId);
}

void Assembly::addContracts(const QList<Editions> &contracts)
{
    for (const auto &editions : contracts) {
        const auto &current = *editions.files.first()->contract;
        auto contract = *current.contract;
        for (qsizetype i = editions.files.size() - 1; i > 0; --i) {
            const auto &former = *editions.files.at(i)->contract;
            contract.native.append(former.contract->native);
            if (!isLowerVersion(former.contract->version, current.contract->version))
                continue; // a draft of what comes, no history
            QList<Record> state{*former.contract};
            for (const auto &asset : former.assets) {
                addRelation(state.first(), Relation::Describes, asset.nativeId);
                state.append(asset);
            }
            m_history[editions.id].append(state);
        }
        for (const auto &asset : current.assets) {
            addRelation(contract, Relation::Describes, asset.nativeId);
            auto described = asset;
            addRelation(described, Relation::GovernedBy, editions.id);
            m_assets[editions.id].append(asset.nativeId);
            add(std::move(described));
        }
        m_contracts.append(editions.id);
        m_dataProduct.insert(editions.id, current.dataProduct);
        add(std::move(contract));
        addPeople(current.people);
        m_promises.add(current);
    }
    for (const auto &check : m_promises.checks())
        add(check);
}

//! Product and contract have their ids from different files, and nothing keeps these from being the
//! same. The one that comes second is then known with its kind before its id.
QString Assembly::prefixFor(const QString &productId) const
{
    return m_at.contains(productId) ? QString(domain::kindWord(EntityKind::Product) % u':')
                                    : QString();
}

void Assembly::addProducts(const QList<Editions> &products)
{
    for (const auto &editions : products) {
        const auto &current = *editions.files.first()->product;
        auto product = *current.product;
        const auto prefix = prefixFor(editions.id);
        product.nativeId.prepend(prefix);
        for (qsizetype i = editions.files.size() - 1; i > 0; --i) {
            auto former = *editions.files.at(i)->product->product;
            product.native.append(former.native);
            former.nativeId.prepend(prefix);
            if (isLowerVersion(former.version, current.product->version))
                m_history[former.nativeId].append({former});
        }
        const auto productId = product.nativeId;
        m_products.append(productId);
        add(std::move(product));
        for (auto port : current.ports) {
            port.nativeId.prepend(prefix);
            const auto portId = port.nativeId;
            add(std::move(port));
            linkPort(productId, portId);
        }
        addPeople(current.people);
    }
}

void Assembly::addPeople(const QList<Record> &people)
{
    for (const auto &person : people) {
        if (auto *known = find(person.nativeId))
            mergePerson(*known, person);
        else
            add(person);
    }
}

void Assembly::linkPort(const QString &productId, const QString &portId)
{
    auto *port = find(portId);
    if (!port || (port->kind != EntityKind::Port))
        return;
    const auto contractId = contractOfPort(*port);
    auto *product = find(productId);
    const bool input = port->direction == u"input";
    if (product)
        addRelation(*product,
                    input                              ? Relation::InputPort
                        : port->direction == u"output" ? Relation::OutputPort
                                                       : Relation::ManagementPort,
                    portId);
    if (contractId.isEmpty())
        return;
    m_named.insert(contractId);
    if (input) {
        if (!port->type.isEmpty())
            m_typed.insert(portId);
        m_reads.append({contractId, {productId, portId}});
    } else if (port->direction == u"output") {
        m_offers.insert(contractId, {productId, portId});
        for (const auto &assetId : assetsOf(contractId)) {
            if (auto *asset = find(assetId))
                addRelation(*asset, Relation::PartOf, productId);
        }
    }
    completePort(*port, contractId);
}

//! What a port has from its contract: where it stands, its type where it names none, and for an
//! output port the assets behind it.
void Assembly::completePort(Record &port, const QString &contractId)
{
    const auto *contract = find(contractId);
    if (!contract || contract->kind != EntityKind::Contract)
        return;
    if (port.type.isEmpty())
        port.type = typeByServer(contract->servers);
    if (port.servers.isEmpty())
        port.servers = serversOfType(odcs::productionFirst(contract->servers), port.type);
    fillIn(port.description, contract->description);
    fillIn(port.classification, contract->classification);
    if (port.direction == u"input")
        return;
    for (const auto &asset : assetsOf(contractId))
        addRelation(port, Relation::Exposes, asset);
}

//! The product that \a word names by id or name, or empty.
QString Assembly::namedProduct(const QString &word) const
{
    for (const auto &id : m_products) {
        const auto &product = m_records.at(m_at.value(id));
        if (id == word || id == QString(u"product:"_s % word) || product.name == word)
            return id;
    }
    return {};
}

void Assembly::addImplicitProducts()
{
    for (const auto &contractId : std::as_const(m_contracts)) {
        if (m_named.contains(contractId))
            continue;
        const auto word = m_dataProduct.value(contractId);
        if (const auto known = word.isEmpty() ? QString() : namedProduct(word); !known.isEmpty()) {
            for (const auto &asset : assetsOf(contractId))
                addRelation(*find(asset), Relation::PartOf, known);
            addRelation(*find(contractId), Relation::PartOf, known);
            continue;
        }
        const QString id = u"implicit:"_s % (word.isEmpty() ? contractId : word);
        if (!find(id)) {
            const auto contract = *find(contractId);
            Record product;
            product.kind = EntityKind::Product;
            product.nativeId = id;
            product.name = !word.isEmpty() ? word
                : contract.name.isEmpty()  ? contractId
                                           : contract.name;
            product.title = word.isEmpty() ? contract.title : QString();
            product.description = word.isEmpty() ? contract.description : QString();
            product.domain = contract.domain;
            product.ownerId = contract.ownerId;
            product.ownerName = contract.ownerName;
            product.status = contract.status;
            product.terms = contract.terms;
            product.properties.append({u"implicit"_s, u"true"_s});
            addRelation(product, Relation::OwnedBy, contract.ownerId);
            add(std::move(product));
        }
        auto product = *find(id);
        addImplicitPort(product, contractId);
        *find(id) = product;
    }
}

void Assembly::addImplicitPort(Record &product, const QString &contractId)
{
    const auto contract = *find(contractId);
    Record port;
    port.kind = EntityKind::Port;
    port.direction = u"output"_s;
    port.name = contract.name.isEmpty() ? contractId : contract.name;
    port.title = contract.title;
    port.version = contract.version;
    port.status = contract.status;
    port.nativeId = product.nativeId % u'#' % port.name;
    if (find(port.nativeId))
        port.nativeId += u'@' % contractId;
    port.domain = contract.domain;
    port.ownerId = contract.ownerId;
    port.ownerName = contract.ownerName;
    port.properties.append({u"implicit"_s, u"true"_s});
    addRelation(port, Relation::GovernedBy, contractId);
    completePort(port, contractId);
    addRelation(product, Relation::OutputPort, port.nativeId);
    for (const auto &asset : assetsOf(contractId))
        addRelation(*find(asset), Relation::PartOf, product.nativeId);
    m_offers.insert(contractId, {product.nativeId, port.nativeId});
    add(std::move(port));
}

void Assembly::expose(const QList<std::pair<QString, QString>> &behindPorts)
{
    for (const auto &[portId, assetId] : behindPorts) {
        if (auto *port = find(portId))
            addRelation(*port, Relation::Exposes, assetId);
    }
}

DeclaredPorts Assembly::declaredPorts() const
{
    DeclaredPorts declared;
    declared.wantedNames = wantedNames();
    QList<Record> products;
    for (const auto &id : m_products)
        products.append(m_records.at(m_at.value(id)));
    declared.teamDomains = teamDomainsOf(products);
    for (auto it = m_offers.begin(); it != m_offers.end(); ++it) {
        const auto &port = m_records.at(m_at.value(it->second));
        if (port.type == u"SQL")
            declared.byContract.insert({it->first, it.key()}, it->second);
        for (const auto &id : assetsOf(it.key())) {
            const auto &key = m_records.at(m_at.value(id)).datasetKey;
            if (!key.isEmpty())
                declared.byTable.insert(DeclaredPorts::productAndKey(it->first, key), it->second);
        }
    }
    return declared;
}

void Assembly::reportUnknownContracts(const QList<Editions> &products)
{
    for (const auto &editions : products) {
        const auto &file = *editions.files.first();
        for (const auto &use : file.uses) {
            if (m_assets.contains(use.contractId) || m_dataProduct.contains(use.contractId))
                continue;
            domain::Finding finding;
            finding.file = file.state.path;
            finding.line = use.line;
            finding.column = use.column;
            finding.severity = domain::Finding::Severity::Warning;
            finding.rule = u"files.unknown-contract"_s;
            finding.field = use.field;
            finding.message = u"No file in the folder is the contract “%1”."_s.arg(use.contractId);
            finding.remedy = u"Add the contract, or correct the contractId."_s;
            m_findings.append(finding);
        }
    }
}

} // namespace portolan::formats::workspace
