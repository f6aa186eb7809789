// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/samplelineage.h"

#include "models/base/identity.h"

#include <QFuture>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

using domain::EntityKind;
using domain::LineageGraph;
using domain::LineageLevel;
using domain::LineageLink;
using domain::LineageNode;

namespace {

const QUuid account(u"5a3f0c0e-8a3c-5a52-9a0e-0d7a5d2f9b11"_s);

struct Row
{
    QString name;
    QString type;
    QString domain;
    QString product;
    QString classification;
    QString from; //!< names of what it is made from
};

// Names, and what is made from what, of the mesh that the pictures show.
const QList<Row> &orderRows()
{
    static const QList<Row> rows{
        {u"crm.accounts"_s, u"table"_s, u"Customer"_s, {}, u"Confidential"_s, {}},
        {u"consent.log"_s, u"topic"_s, u"Customer"_s, {}, u"Restricted"_s, {}},
        {u"web.sessions.v1"_s, u"topic"_s, u"Customer"_s, {}, u"Internal"_s, {}},
        {u"stg_crm__accounts"_s,
         u"model"_s,
         u"Customer"_s,
         {},
         u"Confidential"_s,
         u"crm.accounts consent.log"_s},
        {u"stg_web__sessions"_s,
         u"model"_s,
         u"Customer"_s,
         {},
         u"Internal"_s,
         u"web.sessions.v1"_s},
        {u"customers"_s, u"model"_s, u"Customer"_s, {}, u"Confidential"_s, u"stg_crm__accounts"_s},
        {u"customer_merge"_s,
         u"model"_s,
         u"Customer"_s,
         {},
         u"Confidential"_s,
         u"stg_crm__accounts web.sessions.v1"_s},
        {u"Customer 360"_s, u"SQL"_s, u"Customer"_s, u"Customer 360"_s, u"Confidential"_s,
         u"customers customer_merge order_events"_s},
        {u"Segments"_s, u"file"_s, u"Customer"_s, u"Audience segments"_s, u"Internal"_s,
         u"customers customer_merge"_s},
        {u"Service desk"_s, u"dashboard"_s, u"Customer"_s, {}, {}, u"Customer_360"_s},
        {u"Churn score"_s,
         u"model"_s,
         u"Customer"_s,
         u"Churn score"_s,
         {},
         u"Customer_360 Segments"_s},
        {u"shop.orders_raw"_s, u"table"_s, u"Orders"_s, {}, u"Internal"_s, {}},
        {u"payment_events.v2"_s, u"topic"_s, u"Orders"_s, {}, u"Restricted"_s, {}},
        {u"/parcels/{id}/events"_s, u"api"_s, u"Orders"_s, {}, {}, {}},
        {u"stg_shop__orders"_s, u"model"_s, u"Orders"_s, {}, u"Internal"_s, u"shop.orders_raw"_s},
        {u"stg_pay__events"_s,
         u"model"_s,
         u"Orders"_s,
         {},
         u"Restricted"_s,
         u"payment_events.v2"_s},
        {u"stg_parcels"_s, u"model"_s, u"Orders"_s, {}, {}, u"/parcels/{id}/events"_s},
        {u"order_events"_s, u"model"_s, u"Orders"_s, u"Order events"_s, u"Confidential"_s,
         u"stg_shop__orders stg_pay__events stg_parcels"_s},
        {u"order_lines"_s, u"model"_s, u"Orders"_s, {}, u"Internal"_s, u"stg_shop__orders"_s},
        {u"delivery_times"_s, u"model"_s, u"Orders"_s, {}, {}, u"stg_parcels"_s},
        {u"order_events.v3"_s, u"stream"_s, u"Orders"_s, u"Order events"_s, u"Confidential"_s,
         u"order_events"_s},
        {u"orders.order_events_by_customer"_s,
         u"SQL"_s,
         u"Orders"_s,
         u"Order events"_s,
         {},
         u"order_events"_s},
        {u"Orders daily"_s, u"SQL"_s, u"Orders"_s, u"Orders daily"_s, u"Internal"_s,
         u"order_events"_s},
        {u"Order lines enriched"_s,
         u"SQL"_s,
         u"Orders"_s,
         u"Order lines enriched"_s,
         {},
         u"order_lines"_s},
        {u"Delivery promise"_s, u"REST"_s, u"Orders"_s, u"Delivery promise"_s, u"Public"_s,
         u"delivery_times order_events"_s},
        {u"Order desk today"_s, u"dashboard"_s, u"Orders"_s, {}, {}, u"order_events.v3"_s},
        {u"Returns and refunds"_s,
         u"SQL"_s,
         u"Orders"_s,
         u"Returns and refunds"_s,
         {},
         u"orders.order_events_by_customer"_s},
        {u"Late parcel board"_s, u"dashboard"_s, u"Orders"_s, {}, {}, u"Delivery_promise"_s},
        {u"wms.stock"_s, u"table"_s, u"Inventory"_s, {}, {}, {}},
        {u"stg_wms__stock"_s, u"model"_s, u"Inventory"_s, {}, {}, u"wms.stock"_s},
        {u"stock_position"_s, u"model"_s, u"Inventory"_s, {}, {}, u"stg_wms__stock"_s},
        {u"Stock forecast"_s, u"file"_s, u"Inventory"_s, u"Stock forecast"_s, u"Public"_s,
         u"stock_position order_events"_s},
        {u"Replenishment"_s, u"dashboard"_s, u"Inventory"_s, {}, {}, u"Stock_forecast"_s},
        {u"ads.spend_daily"_s, u"table"_s, u"Marketing"_s, {}, {}, {}},
        {u"attribution"_s,
         u"model"_s,
         u"Marketing"_s,
         {},
         {},
         u"ads.spend_daily stg_web__sessions"_s},
        {u"Campaign attribution"_s,
         u"SQL"_s,
         u"Marketing"_s,
         u"Campaign attribution"_s,
         {},
         u"attribution order_events"_s},
        {u"Campaign board"_s, u"dashboard"_s, u"Marketing"_s, {}, {}, u"Campaign_attribution"_s},
        {u"Revenue recognition"_s, u"SQL"_s, u"Finance"_s, u"Revenue recognition"_s,
         u"Confidential"_s, u"order_events"_s},
        {u"Monthly close"_s, u"dashboard"_s, u"Finance"_s, {}, {}, u"Revenue_recognition"_s},
        {u"VAT report"_s, u"file"_s, u"Finance"_s, {}, {}, u"Revenue_recognition"_s},
    };
    return rows;
}

EntityKind kindOf(const Row &row)
{
    const bool isPort = row.type == u"SQL"_s || row.type == u"REST"_s || row.type == u"stream"_s
        || (row.type == u"file"_s && !row.product.isEmpty());
    return isPort ? EntityKind::Port : EntityKind::Asset;
}

int indexIn(QList<QStringList> &domains, const QStringList &path)
{
    auto index = domains.indexOf(path);
    if (index < 0) {
        index = domains.size();
        domains.append(path);
    }
    return int(index);
}

LineageLink link(int source, int target)
{
    LineageLink made;
    made.source = source;
    made.target = target;
    return made;
}

//! Columns from stg_shop__orders to order_events, one of them masked.
void addColumns(LineageGraph &graph)
{
    const int from = nodeNamed(graph, u"stg_shop__orders"_s);
    const int to = nodeNamed(graph, u"order_events"_s);
    graph.texts = {u"amount"_s,     u"amount_eur"_s, u"cust_ref"_s, u"customer_id"_s, u"discount"_s,
                   u"event_time"_s, u"event_type"_s, u"order_id"_s, u"placed_at"_s,   u"status"_s};
    graph.transformations = {{u"DIRECT"_s, u"IDENTITY"_s, {}, false},
                             {u"DIRECT"_s, u"TRANSFORMATION"_s, u"SHA-256"_s, true}};
    const auto add = [&](const QString &source, const QString &target, int transformation) {
        auto made = link(from, to);
        made.level = LineageLevel::Field;
        made.sourceField = int(graph.texts.indexOf(source));
        made.targetField = int(graph.texts.indexOf(target));
        made.transformation = transformation;
        made.job = 0;
        graph.links.push_back(made);
    };
    add(u"order_id"_s, u"order_id"_s, 0);
    add(u"cust_ref"_s, u"customer_id"_s, 1);
    add(u"status"_s, u"event_type"_s, 0);
    add(u"placed_at"_s, u"event_time"_s, 0);
    add(u"amount"_s, u"amount_eur"_s, 0);
    add(u"discount"_s, u"discount"_s, 0);
}

void sortLinks(LineageGraph &graph)
{
    std::sort(graph.links.begin(), graph.links.end(), [](const auto &a, const auto &b) {
        return std::tie(a.source, a.target, a.sourceField, a.targetField)
            < std::tie(b.source, b.target, b.sourceField, b.targetField);
    });
}

//! Without columns unless they are asked for, as the store does.
void keepAsked(LineageGraph &graph, const store::LineageRequest &request)
{
    if (!request.fields)
        std::erase_if(graph.links,
                      [](const auto &link) { return link.level == LineageLevel::Field; });
}

template <typename T>
QFuture<Result<T>> answer(T value)
{
    return QtFuture::makeReadyFuture(Result<T>(std::move(value)));
}

} // namespace

int nodeNamed(const LineageGraph &graph, const QString &name)
{
    const auto found = std::find_if(graph.nodes.begin(), graph.nodes.end(),
                                    [&name](const auto &node) { return node.name == name; });
    return found == graph.nodes.end() ? -1 : int(found - graph.nodes.begin());
}

LineageGraph orderLineage()
{
    LineageGraph graph;
    graph.at = QDateTime({2026, 11, 23}, {13, 2}, Qt::UTC);
    graph.accounts = {account};
    graph.jobs = {
        {entityId(account, u"job:order_events"_s), u"job:order_events"_s, u"order_events"_s}};
    for (const auto &row : orderRows()) {
        LineageNode node;
        node.nativeId = u"model:"_s + row.name;
        node.id = entityId(account, node.nativeId);
        node.kind = kindOf(row);
        node.type = row.type;
        node.name = row.name;
        node.classification = row.classification;
        node.owner = row.domain + u" team"_s;
        node.domain = indexIn(graph.domains, {row.domain});
        if (!row.product.isEmpty()) {
            node.product = entityId(account, u"product:"_s + row.product);
            graph.products.insert(node.product, row.product);
        }
        graph.nodes.push_back(std::move(node));
    }
    for (int target = 0; target < orderRows().size(); ++target) {
        for (auto from : orderRows().at(target).from.split(u' ', Qt::SkipEmptyParts)) {
            int source = nodeNamed(graph, from);
            if (source < 0)
                source = nodeNamed(graph, from.replace(u'_', u' '));
            auto made = link(source, target);
            made.job = orderRows().at(target).name == u"order_events"_s ? 0 : -1;
            graph.links.push_back(made);
        }
    }
    addColumns(graph);
    sortLinks(graph);
    return graph;
}

LineageGraph meshLineage(int nodes, quint32 seed)
{
    static const QStringList names{u"Customer"_s, u"Orders"_s,    u"Inventory"_s, u"Marketing"_s,
                                   u"Finance"_s,  u"Logistics"_s, u"Pricing"_s,   u"Returns"_s,
                                   u"Stores"_s,   u"Suppliers"_s};
    static const QStringList types{u"source"_s, u"topic"_s, u"model"_s,    u"table"_s,
                                   u"view"_s,   u"SQL"_s,   u"dashboard"_s};
    std::mt19937 random(seed);
    const auto below = [&random](int limit) { return int(random() % quint32(std::max(1, limit))); };
    LineageGraph graph;
    graph.at = QDateTime({2026, 11, 23}, {13, 2}, Qt::UTC);
    graph.accounts = {account};
    for (const auto &name : names)
        graph.domains.append({name});
    const int layers = std::clamp(nodes / 40, 6, 24);
    std::vector<std::vector<int>> layerOf(std::size_t(names.size()) * std::size_t(layers));
    for (int i = 0; i < nodes; ++i) {
        const int layer = i * layers / nodes;
        const int domain = below(int(names.size()));
        LineageNode node;
        const bool isLast = layer == layers - 1;
        node.type = layer == 0 ? types.at(below(2))
            : isLast           ? types.at(5 + below(2))
                               : types.at(2 + below(4));
        node.kind = node.type == u"SQL"_s ? EntityKind::Port : EntityKind::Asset;
        node.name = u"%1_%2_%3"_s.arg(names.at(domain).toLower(), node.type.toLower())
                        .arg(i, 5, 10, QChar(u'0'));
        node.nativeId = u"model:"_s + node.name;
        node.id = entityId(account, node.nativeId);
        node.domain = domain + 1;
        node.owner = names.at(domain) + u" team"_s;
        node.classification = i % 7 == 0 ? u"Confidential"_s
            : i % 3 == 0                 ? u"Internal"_s
                                         : QString();
        graph.nodes.push_back(std::move(node));
        layerOf[std::size_t(layer * names.size() + domain)].push_back(i);
        if (layer == 0)
            continue;
        const int sources = 1 + below(3);
        for (int k = 0; k < sources; ++k) {
            const int other = below(10) == 0 ? below(int(names.size())) : domain;
            const int before = std::max(0, layer - 1 - (below(6) == 0 ? below(3) : 0));
            const auto &pool = layerOf[std::size_t(before * names.size() + other)];
            if (!pool.empty())
                graph.links.push_back(link(pool[std::size_t(below(int(pool.size())))], i));
        }
    }
    sortLinks(graph);
    graph.links.erase(std::unique(graph.links.begin(), graph.links.end()), graph.links.end());
    return graph;
}

SampleLineage::SampleLineage(LineageGraph given)
    : graph(std::move(given))
{
}

QFuture<Result<LineageGraph>> SampleLineage::lineage(const store::LineageRequest &request)
{
    ++questions;
    auto copy = graph;
    if (request.at.isValid())
        copy.at = request.at;
    keepAsked(copy, request);
    return answer(std::move(copy));
}

QFuture<Result<LineageGraph>> SampleLineage::changes(const QDateTime &, const QDateTime &to,
                                                     const store::LineageRequest &request)
{
    ++questions;
    auto copy = graph;
    copy.at = to;
    if (copy.links.size() > 5) {
        copy.links[1].change = domain::LineageChange::Added;
        copy.links[3].change = domain::LineageChange::Removed;
        copy.links[5].change = domain::LineageChange::Changed;
    }
    keepAsked(copy, request);
    return answer(std::move(copy));
}

QFuture<Result<QList<store::LineageFact>>> SampleLineage::facts(const QUuid &source,
                                                                const QUuid &target)
{
    store::LineageFact fact;
    fact.account = account;
    fact.accountName = u"demo"_s;
    fact.edge.job = u"job:order_events"_s;
    fact.edge.evidence = u"dbt"_s;
    fact.edge.lastSeen = graph.at;
    fact.code = u"SELECT order_id FROM stg_shop__orders"_s;
    const bool known = !knowsNoFacts && graph.indexOf(source) >= 0 && graph.indexOf(target) >= 0;
    return answer(known ? QList{fact} : QList<store::LineageFact>());
}

QFuture<Result<items::LineageNames>> SampleLineage::names(const QList<QUuid> &ids)
{
    items::LineageNames names;
    names.accounts.insert(account, u"demo"_s);
    for (const auto &node : graph.nodes) {
        if (!ids.contains(node.id))
            continue;
        domain::Entity entity;
        entity.id = node.id;
        entity.nativeId = node.nativeId;
        entity.kind = node.kind;
        entity.type = node.type;
        entity.name = node.name;
        entity.tags = {u"known"_s};
        names.entities.insert(node.id, entity);
    }
    return answer(std::move(names));
}

QFuture<Result<QList<domain::Field>>> SampleLineage::fields(const QUuid &asset)
{
    if (cannotReadFields)
        return QtFuture::makeReadyFuture(
            Result<QList<domain::Field>>(failure(Error::Kind::Store, u"no such table"_s)));
    if (schemas.contains(asset))
        return answer(schemas.value(asset));
    QList<domain::Field> fields;
    const int node = graph.indexOf(asset);
    QStringList paths;
    for (const auto &one : graph.links) {
        if (one.source == node && one.sourceField >= 0)
            paths.append(graph.textAt(one.sourceField));
        if (one.target == node && one.targetField >= 0)
            paths.append(graph.textAt(one.targetField));
    }
    paths.removeDuplicates();
    for (const auto &path : paths) {
        domain::Field field;
        field.path = path;
        field.name = path;
        field.type = path == u"amount"_s ? u"decimal"_s : u"varchar"_s;
        field.primaryKey = path == u"order_id"_s;
        fields.append(field);
    }
    return answer(std::move(fields));
}

} // namespace portolan::tests
