// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/samplecatalog.h"

#include "models/domain/query.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using domain::Entity;
using domain::EntityKind;

struct Line
{
    const char *name;
    const char *description;
    const char *domain;
    const char *type; //!< of an asset; empty: a product
    const char *ports;
    const char *owner;
    const char *status;
};

const Line lines[] = {
    {"Order events",
     "Every order as it is placed, paid, shipped and returned, keyed by order_id; at most 15 "
     "minutes late",
     "Orders/Fulfilment", "", "stream,SQL,file", "Maya Lindqvist", "active"},
    {"Orders daily",
     "One row per order and day with totals in EUR, discounts and margin before returns",
     "Orders/Fulfilment", "", "SQL", "Maya Lindqvist", "active"},
    {"Order lines enriched",
     "Order lines joined with product, price list and promotion at the time of sale",
     "Orders/Checkout", "", "SQL,file", "Tomasz Wilk", "active"},
    {"order_events.v3", "Topic behind Order events, Avro, 24 partitions, retention 7 days",
     "Orders/Fulfilment", "topic", "", "Order platform", "active"},
    {"Returns and refunds",
     "Returned items with reason, condition and refund; field order_id links to Order events",
     "Orders/Returns", "", "SQL", "Ines Costa", "active"},
    {"orders_raw", "Landing table of the web shop export; not for use outside the Orders domain",
     "Orders/Checkout", "table", "", "Order platform", "deprecated"},
    {"Order desk today",
     "Live board of the fulfilment centre in Rotterdam: open, late and held orders",
     "Orders/Fulfilment", "dashboard", "", "Tomasz Wilk", "active"},
    {"stg_shop__orders", "Staging model: types, time zones and duplicates of orders_raw cleaned",
     "Orders/Checkout", "model", "", "Order platform", "active"},
    {"Basket abandonment",
     "Sessions that left a basket, with the items and, where it came later, the order",
     "Orders/Checkout", "", "SQL,REST", "Tomasz Wilk", "draft"},
    {"Delivery promise", "Promised and actual delivery time per order and carrier",
     "Orders/Fulfilment", "", "REST", "Maya Lindqvist", "active"},
    {"Customer profile", "One row per customer with consent, segment and preferred channel",
     "Customer/Profile", "", "SQL,REST", "Ada Brandt", "active"},
    {"Stock levels", "Units on hand per article and warehouse, every five minutes",
     "Inventory/Warehouse", "", "stream,SQL", "Jonas Weber", "active"},
    {"Campaign results", "Clicks, orders and cost per campaign and day", "Marketing/Campaigns", "",
     "SQL", "Lea Fontaine", "active"},
    {"General ledger", "Postings by account and period, closed on the fifth working day",
     "Finance/Accounting", "", "SQL,file", "Piet de Vries", "active"},
};

Entity entityOf(const Line &line)
{
    auto entity =
        thing(QString::fromUtf8(line.name), *line.type ? EntityKind::Asset : EntityKind::Product);
    entity.type = QString::fromUtf8(line.type);
    entity.description = QString::fromUtf8(line.description);
    entity.domain = QString::fromUtf8(line.domain).split(u'/');
    entity.portTypes = QString::fromUtf8(line.ports).split(u',', Qt::SkipEmptyParts);
    entity.ownerName = QString::fromUtf8(line.owner);
    entity.status = QString::fromUtf8(line.status);
    entity.version = u"3.2.0"_s;
    entity.classification = line.ports[0] == 's' ? u"confidential"_s : u"internal"_s;
    entity.tags = {u"orders"_s, u"real-time"_s, u"gdpr-reviewed"_s};
    entity.popularity = 14;
    entity.fieldCount = 42;
    entity.aliases = {
        {demoAccountId(), u"workspace"_s, u"org.example."_s + entity.name, {}},
        {demoAccountId(), u"warehouse"_s, u"model.shop."_s + entity.name, u"equal dataset key"_s}};
    return entity;
}

QStringList valuesOf(const Entity &entity, const QString &key)
{
    if (key == u"domain"_s) {
        QStringList paths;
        for (qsizetype depth = 1; depth <= entity.domain.size(); ++depth)
            paths.append(entity.domain.mid(0, depth).join(u'/'));
        return paths;
    }
    if (key == u"kind"_s)
        return {domain::kindWord(entity.kind)};
    if (key == u"type"_s)
        return {entity.type};
    if (key == u"port"_s)
        return entity.portTypes;
    if (key == u"status"_s)
        return {entity.status};
    if (key == u"owner"_s)
        return {entity.ownerName};
    if (key == u"tag"_s)
        return entity.tags;
    if (key == u"classification"_s)
        return {entity.classification};
    return {};
}

QList<std::pair<int, int>> rangesOf(const QString &text, const QString &word)
{
    QList<std::pair<int, int>> ranges;
    for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
        ranges.append({static_cast<int>(at), static_cast<int>(at + word.size())});
    return ranges;
}

} // namespace

SampleCatalog::SampleCatalog()
{
    for (const auto &line : lines)
        add(entityOf(line));
    catalog.total = [this](const QString &query) { return hits(query).size(); };
    catalog.hit = [this](const QString &query, qint64 row) { return hits(query).at(row); };
    catalog.facetsOf = [this](const QString &) { return facets(); };
}

void SampleCatalog::add(const Entity &entity)
{
    m_entities.append(entity);
    pages.pages.insert(entity.id, pageOf(entity));
}

QList<store::Hit> SampleCatalog::hits(const QString &text) const
{
    const auto query = domain::parseQuery(text);
    const auto word = query.words();
    QList<store::Hit> found;
    for (const auto &entity : m_entities) {
        const auto filters = query.filters();
        const bool fits = std::all_of(filters.begin(), filters.end(), [&](const auto &filter) {
            return valuesOf(entity, filter.key).contains(filter.value, Qt::CaseInsensitive)
                != filter.negated;
        });
        auto hit = hitOn(entity);
        hit.match.nameRanges = word.isEmpty() ? hit.match.nameRanges : rangesOf(entity.name, word);
        if (!word.isEmpty()) {
            hit.match.in = u"description"_s;
            hit.match.text = entity.description;
            hit.match.ranges = rangesOf(entity.description, word);
        }
        if (fits
            && (word.isEmpty() || !hit.match.nameRanges.isEmpty() || !hit.match.ranges.isEmpty()))
            found.append(hit);
    }
    return found;
}

QList<store::Facet> SampleCatalog::facets() const
{
    QList<store::Facet> list;
    for (const auto &key : domain::queryKeys()) {
        QMap<QString, qint64> counts;
        for (const auto &entity : m_entities) {
            for (const auto &value : valuesOf(entity, key))
                ++counts[value];
        }
        counts.remove({});
        store::Facet facet{key, {}};
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            facet.values.append({it.key(), it.value()});
        if (!facet.values.isEmpty())
            list.append(facet);
    }
    return list;
}

domain::Page SampleCatalog::pageOf(const Entity &entity) const
{
    domain::Page page;
    page.entity = entity;
    domain::SlaTerm freshness;
    freshness.property = u"freshness"_s;
    freshness.value = u"15"_s;
    freshness.unit = u"min"_s;
    domain::SlaTerm retention;
    retention.property = u"retention"_s;
    retention.value = u"7"_s;
    retention.unit = u"y"_s;
    page.merged.sla = {freshness, retention};
    for (const auto &type : entity.portTypes) {
        domain::Related port;
        port.relation = domain::Relation::OutputPort;
        port.entity = thing(entity.name.toLower().replace(u' ', u'_') + u'_' + type.toLower(),
                            EntityKind::Port);
        port.entity.type = type;
        port.direction = u"output"_s;
        port.server = type == u"stream"_s ? u"kafka.eu"_s : u"warehouse"_s;
        page.related.append(port);
    }
    return page;
}

} // namespace portolan::tests
