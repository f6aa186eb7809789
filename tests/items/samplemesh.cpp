// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/samplemesh.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using domain::EntityKind;
using domain::Relation;

domain::Field field(const QString &path, const QString &type, const QString &classification,
                    const QString &term = {})
{
    domain::Field one;
    one.path = path;
    one.name = path.section(u'.', -1);
    one.type = type;
    one.classification = classification;
    if (!term.isEmpty())
        one.terms = {term};
    return one;
}

template <typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

domain::Related port(Relation relation, const QString &name, const QString &type,
                     const QString &server)
{
    domain::Related related;
    related.relation = relation;
    related.entity = sampleEntity(EntityKind::Port, u"orders.events#"_s + name);
    related.entity.name = name;
    related.entity.type = type;
    related.direction = relation == Relation::OutputPort ? u"output"_s
        : relation == Relation::InputPort                ? u"input"_s
                                                         : u"management"_s;
    related.server = server;
    return related;
}

domain::Related link(Relation relation, bool incoming, domain::Entity entity)
{
    domain::Related related;
    related.relation = relation;
    related.incoming = incoming;
    related.entity = std::move(entity);
    return related;
}

void fillRecord(domain::Record &record)
{
    record.terms = {u"Analytics, fulfilment, finance"_s, u"Not for marketing to persons"_s,
                    u"Ninety days' notice before a breaking change"_s};
    record.team = {
        {u"maya@example.com"_s, u"Maya Lindqvist"_s, u"owner"_s, {}, u"2024-02-01"_s, {}, {}},
        {u"tomasz@example.com"_s, u"Tomasz Wilk"_s, u"steward"_s, {}, u"2025-06-15"_s, {}, {}}};
    record.support = {{u"#orders-data"_s,
                       u"https://chat.example.com/orders"_s,
                       u"07:00 to 19:00 CET"_s,
                       u"slack"_s,
                       u"interactive"_s,
                       {}}};
    record.prices = {{u"0.12"_s, u"EUR"_s, u"million events"_s}};
    record.roles = {
        {u"order_reader"_s, u"Reads events without names"_s, u"read"_s, u"product owner"_s, {}},
        {u"order_pii_reader"_s, u"Reads names and addresses"_s, u"read"_s, u"product owner"_s,
         u"privacy office"_s}};
    record.references = {
        {u"runbook"_s, u"https://docs.example.com/orders"_s, u"What to do at night"_s}};
    record.questions = {
        {u"How many orders were placed today?"_s, u"Count order_id where event_type is placed."_s}};
    record.properties = {{u"tier"_s, u"1"_s}, {u"certified"_s, u"true"_s}};
}

void fillPromises(domain::Record &record)
{
    record.sla = {{u"latency"_s,
                   u"15"_s,
                   {},
                   u"m"_s,
                   u"order_events.event_time"_s,
                   u"analytics"_s,
                   {},
                   {},
                   {}},
                  {u"availability"_s, u"99.50"_s, {}, u"percent"_s, {}, {}, {}, {}, {}},
                  {u"retention"_s, u"7"_s, {}, u"y"_s, {}, u"regulatory"_s, {}, {}, {}}};
    record.quality = {{u"order_id is unique"_s, u"library"_s, u"duplicateValues"_s, u"uniqueness"_s,
                       u"error"_s, u"order_events.order_id"_s, u"must be 0"_s,
                       u"An order has one number."_s, u"Double billing"_s, u"0 * * * *"_s},
                      {u"event_type in list"_s,
                       u"sql"_s,
                       {},
                       u"validity"_s,
                       u"warning"_s,
                       u"order_events.event_type"_s,
                       u"select count(*) from order_events where event_type not in ('placed')"_s,
                       {},
                       {},
                       {}}};
    record.servers = {
        {u"warehouse"_s,
         u"postgres"_s,
         u"prod"_s,
         u"Read replica"_s,
         {{u"host"_s, u"db.example.com"_s},
          {u"port"_s, u"5432"_s},
          {u"database"_s, u"shop"_s},
          {u"schema"_s, u"orders"_s}}},
        {u"stream"_s, u"kafka"_s, u"prod"_s, {}, {{u"host"_s, u"kafka.eu.example.com:9093"_s}}}};
}

} // namespace

domain::Entity sampleEntity(EntityKind kind, const QString &nativeId, const QString &title)
{
    domain::Entity entity;
    entity.id = sampleId(nativeId);
    entity.nativeId = nativeId;
    entity.kind = kind;
    entity.name = nativeId.section(u'.', -1);
    entity.title = title;
    entity.aliases = {{demoAccountId(), u"demo"_s, nativeId, {}}};
    return entity;
}

QList<domain::Field> sampleFields()
{
    QList<domain::Field> list{
        field(u"order_id"_s, u"string"_s, u"Internal"_s, u"Order"_s),
        field(u"event_type"_s, u"string"_s, u"Internal"_s, u"Order state"_s),
        field(u"event_time"_s, u"timestamp"_s, u"Internal"_s, u"Event time"_s),
        field(u"customer_id"_s, u"string"_s, u"Confidential"_s, u"Customer"_s),
        field(u"ship_to"_s, u"record"_s, u"Confidential"_s, u"Address"_s),
        field(u"ship_to.name"_s, u"string"_s, u"Restricted"_s, u"Person name"_s),
        field(u"ship_to.country"_s, u"string"_s, u"Internal"_s, u"Country"_s),
        field(u"lines"_s, u"array of record"_s, u"Internal"_s, u"Order line"_s),
        field(u"lines[].sku"_s, u"string"_s, u"Internal"_s, u"Article"_s),
        field(u"lines[].quantity"_s, u"integer"_s, u"Internal"_s),
        field(u"amount_eur"_s, u"decimal(12,2)"_s, u"Internal"_s, u"Order value"_s),
    };
    list[0].primaryKey = true;
    list[0].primaryKeyPosition = 1;
    list[0].nullable = false;
    list[1].constraints = u"one of placed, paid, packed, shipped"_s;
    list[3].references = {u"customer.customers.id"_s};
    list[3].description = u"The customer at the time of the order, pseudonymous."_s;
    list[3].examples = {u"01J8Z4M3Q"_s};
    list[3].sources = {u"orders_raw.cust_ref"_s};
    list[3].transformation = u"hashed"_s;
    list[3].nullable = false;
    list[3].critical = true;
    return list;
}

QList<domain::Field> manyFields(int count)
{
    QList<domain::Field> list;
    for (int top = 0; list.size() < count; ++top) {
        const auto name = u"column_%1"_s.arg(top);
        list.append(field(name, u"string"_s, u"Internal"_s));
        for (int nested = 0; top % 100 == 0 && nested < 10 && list.size() < count; ++nested)
            list.append(field(name + u".part_%1"_s.arg(nested), u"string"_s, u"Internal"_s));
    }
    return list;
}

SamplePages::SamplePages(QObject *parent)
    : PageSource(parent)
{
    domain::Page product;
    product.entity = sampleEntity(EntityKind::Product, u"orders.events"_s, u"Order events"_s);
    auto &entity = product.entity;
    entity.description = u"Every order as it is placed, paid, shipped and returned, keyed by "
                         "`order_id`; at most 15 minutes late. One event per change of state, in "
                         "the order of `event_time` within an order."_s;
    entity.domain = {u"Orders"_s, u"Fulfilment"_s};
    entity.ownerId = sampleId(u"team.order-platform"_s);
    entity.ownerName = u"Order platform"_s;
    entity.status = u"Active"_s;
    entity.version = u"3.2.0"_s;
    entity.classification = u"Confidential"_s;
    entity.tags = {u"orders"_s, u"events"_s, u"gold"_s};
    entity.portTypes = {u"stream"_s, u"SQL"_s};
    product.merged.kind = EntityKind::Product;
    product.merged.description = entity.description;
    fillRecord(product.merged);
    product.native = {{u"orders/order-events.odps.yaml"_s, 1,
                       R"({"apiVersion":"v1.0.0","kind":"DataProduct","id":"orders.events",)"
                       R"("price":0.10,"tags":["orders","events"],"empty":{},"none":[]})"}};
    product.merged.native = product.native;
    product.others = {{u"description"_s, u"All order events"_s, u"warehouse"_s}};
    product.versions = {
        {u"3.2.0"_s,
         QDateTime({2026, 11, 12}, {9, 30}, Qt::UTC),
         {u"Field payment_method added"_s, u"Field promised_at added"_s},
         false},
        {u"3.0.0"_s, QDateTime({2026, 3, 2}, {8, 0}, Qt::UTC), {u"Field discount removed"_s}, true},
        {u"2.4.1"_s, QDateTime({2025, 9, 1}, {8, 0}, Qt::UTC), {}, false}};
    product.fetchedAt = QDateTime({2026, 11, 23}, {13, 2}, Qt::UTC);
    addPorts(product);
    pages.insert(entity.id, product);
    addContract();
    addOthers();
}

void SamplePages::addPorts(domain::Page &product)
{
    const auto contract = sampleId(u"contract.order-events"_s);
    QList<domain::Related> ports{
        port(Relation::OutputPort, u"order_events.v3"_s, u"stream"_s,
             u"kafka.eu.example.com:9093"_s),
        port(Relation::OutputPort, u"orders.order_events"_s, u"SQL"_s, u"warehouse · orders"_s),
        port(Relation::OutputPort, u"order_events/dt=*"_s, u"file"_s, u"s3://orders-out"_s),
        port(Relation::InputPort, u"payment_events.v2"_s, u"stream"_s, {}),
        port(Relation::ManagementPort, u"health"_s, u"REST"_s,
             u"https://orders.example.com/health"_s),
    };
    for (int i = 0; i < 2; ++i) {
        ports[i].contract = contract;
        ports[i].contractName = u"order-events"_s;
        ports[i].contractVersion = u"3.2.0"_s;
    }
    ports[3].contract = sampleId(u"contract.payments"_s);
    ports[3].contractName = u"payments"_s;
    ports[3].contractVersion = u"2.4.1"_s;
    product.related = ports;
    product.related.append(
        link(Relation::OwnedBy, false,
             sampleEntity(EntityKind::Team, u"team.order-platform"_s, u"Order platform"_s)));
    product.related.append(
        link(Relation::InDomain, false,
             sampleEntity(EntityKind::Domain, u"domain.fulfilment"_s, u"Fulfilment"_s)));
    for (const auto &related : std::as_const(ports)) {
        domain::Page page;
        page.entity = related.entity;
        page.merged.kind = EntityKind::Port;
        page.merged.direction = related.direction;
        page.related = {link(related.relation, true, product.entity)};
        pages.insert(page.entity.id, page);
    }
    // What reads the stream, and what the input reads.
    const auto reader = sampleEntity(EntityKind::Port, u"customer.360#orders"_s);
    pages[ports[0].entity.id].related.append(link(Relation::Consumes, true, reader));
    pages[reader.id].entity = reader;
    pages[reader.id].related = {
        link(Relation::InputPort, true,
             sampleEntity(EntityKind::Product, u"customer.360"_s, u"Customer 360"_s))};
    const auto paid = sampleEntity(EntityKind::Port, u"finance.payments#events"_s);
    pages[ports[3].entity.id].related.append(link(Relation::Consumes, false, paid));
    pages[paid.id].entity = paid;
    pages[paid.id].related = {
        link(Relation::OutputPort, true,
             sampleEntity(EntityKind::Product, u"finance.payments"_s, u"Payments"_s))};
}

void SamplePages::addContract()
{
    domain::Page page;
    page.entity = sampleEntity(EntityKind::Contract, u"contract.order-events"_s, u"order-events"_s);
    page.entity.version = u"3.2.0"_s;
    page.merged.kind = EntityKind::Contract;
    fillRecord(page.merged);
    fillPromises(page.merged);
    page.native = {{u"orders/order-events.odcs.yaml"_s, 1,
                    R"({"apiVersion":"v3.0.2","kind":"DataContract","id":"contract.order-events",)"
                    R"("slaProperties":[{"property":"latency","value":15,"unit":"m"}]})"}};
    auto asset =
        sampleEntity(EntityKind::Asset, u"contract.order-events#order_events"_s, u"Order events"_s);
    asset.name = u"order_events"_s;
    asset.type = u"table"_s;
    asset.fieldCount = static_cast<int>(sampleFields().size());
    page.related = {link(Relation::Describes, false, asset)};
    pages.insert(page.entity.id, page);
    fieldsOf.insert(asset.id, sampleFields());

    domain::Page assetPage;
    assetPage.entity = asset;
    assetPage.merged.kind = EntityKind::Asset;
    pages.insert(asset.id, assetPage);
}

void SamplePages::addOthers()
{
    domain::Page team;
    team.entity = sampleEntity(EntityKind::Team, u"team.order-platform"_s, u"Order platform"_s);
    team.merged.kind = EntityKind::Team;
    team.related = {link(Relation::OwnedBy, true, pages.value(sampleId(u"orders.events"_s)).entity),
                    link(Relation::MemberOf, true,
                         sampleEntity(EntityKind::Person, u"person.maya"_s, u"Maya Lindqvist"_s))};
    pages.insert(team.entity.id, team);
}

QFuture<Result<domain::Page>> SamplePages::page(const QUuid &id)
{
    asked.append(id);
    const auto found = pages.constFind(id);
    Result<domain::Page> answer = found != pages.cend()
        ? Result<domain::Page>(*found)
        : failure(Error::Kind::NotFound, u"there is no such entity"_s);
    if (!hold)
        return ready(std::move(answer));
    auto promise = std::make_shared<QPromise<Result<domain::Page>>>();
    promise->start();
    m_held.append([promise, answer = std::move(answer)] {
        promise->addResult(answer);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<QList<domain::Field>>> SamplePages::fields(const QUuid &asset)
{
    return ready(Result<QList<domain::Field>>(fieldsOf.value(asset)));
}

QFuture<Result<QList<QUuid>>> SamplePages::followed()
{
    return ready(Result<QList<QUuid>>(follows));
}

QFuture<Result<void>> SamplePages::follow(const QUuid &entity, bool on)
{
    follows.removeAll(entity);
    if (on)
        follows.append(entity);
    Q_EMIT followedChanged();
    return ready(Result<void>());
}

void SamplePages::releaseAll()
{
    for (const auto &answer : std::exchange(m_held, {}))
        answer();
}

} // namespace portolan::tests
