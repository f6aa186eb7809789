// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagebuilder.h"

#include "models/base/identity.h"
#include "models/store/codec.h"
#include "models/store/lineagedocument.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace portolan::store {

using domain::EntityKind;
using domain::LineageLink;
using domain::LineageNode;

namespace {

//! What tells links apart; times do not.
auto orderOf(const LineageLink &link)
{
    return std::tie(link.source, link.target, link.sourceField, link.targetField, link.level,
                    link.account, link.job, link.transformation, link.change);
}

//! Sorts \a list by \a keyOf; answers where each item went.
template <typename Item, typename KeyOf>
std::vector<int> putInOrder(QList<Item> &list, KeyOf keyOf)
{
    std::vector<int> order(std::size_t(list.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int left, int right) {
        return keyOf(list.at(left)) < keyOf(list.at(right));
    });
    std::vector<int> place(order.size());
    QList<Item> sorted;
    sorted.reserve(list.size());
    for (const auto item : order) {
        place[std::size_t(item)] = int(sorted.size());
        sorted.append(std::move(list[item]));
    }
    list = std::move(sorted);
    return place;
}

//! What is known by its native id only is named by the last part of it.
QString lastPartOf(const QString &nativeId)
{
    const auto colon = nativeId.lastIndexOf(u':');
    return colon + 1 < nativeId.size() ? nativeId.mid(colon + 1) : nativeId;
}

} // namespace

LineageBuilder::LineageBuilder(EntityReader &reader)
    : m_reader(reader)
{
}

LineageBuilder::Key LineageBuilder::keyOf(const LineageEnd &end) const
{
    return end.entity != 0 ? Key(end.entity, QString())
                           : Key(0, end.account.toString() + end.nativeId);
}

int LineageBuilder::node(const LineageEnd &end)
{
    auto known = m_nodes.constFind(keyOf(end));
    if (known == m_nodes.constEnd()) {
        known = m_nodes.insert(keyOf(end), int(m_graph.nodes.size()));
        LineageNode node;
        node.id = entityId(end.account, end.nativeId);
        node.nativeId = end.nativeId;
        node.name = lastPartOf(end.nativeId);
        node.isKnown = end.entity != 0;
        m_graph.nodes.push_back(std::move(node));
        m_entities.push_back(end.entity);
    }
    return *known;
}

int LineageBuilder::job(const LineageEnd &end)
{
    static constexpr auto sql = "SELECT uuid, native_id, name FROM entity WHERE id = ?1";
    if (end.nativeId.isEmpty())
        return -1;
    const auto key = keyOf(end);
    if (const auto known = m_jobs.constFind(key); known != m_jobs.constEnd())
        return *known;
    domain::LineageJob job{
        .id = entityId(end.account, end.nativeId), .nativeId = end.nativeId, .name = end.nativeId};
    if (end.entity != 0) {
        Query query(m_reader.connection(), sql);
        query.bind(end.entity);
        if (query.step())
            job = {.id = query.uuid(0), .nativeId = query.text(1), .name = query.text(2)};
    }
    m_jobs.insert(key, int(m_graph.jobs.size()));
    m_graph.jobs.append(std::move(job));
    return int(m_graph.jobs.size()) - 1;
}

int LineageBuilder::text(const QString &text)
{
    if (text.isEmpty())
        return -1;
    auto known = m_texts.constFind(text);
    if (known == m_texts.constEnd()) {
        known = m_texts.insert(text, int(m_graph.texts.size()));
        m_graph.texts.append(text);
    }
    return *known;
}

int LineageBuilder::transformation(const QByteArray &detail)
{
    if (detail.isEmpty())
        return -1;
    auto known = m_transformations.constFind(detail);
    if (known == m_transformations.constEnd()) {
        known = m_transformations.insert(detail, int(m_graph.transformations.size()));
        m_graph.transformations.append(decodeTransformation(detail));
    }
    return *known;
}

qint16 LineageBuilder::account(const QUuid &account)
{
    auto known = m_accounts.constFind(account);
    if (known == m_accounts.constEnd()) {
        known = m_accounts.insert(account, qint16(m_graph.accounts.size()));
        m_graph.accounts.append(account);
    }
    return *known;
}

domain::LineageGraph LineageBuilder::take()
{
    orderWays();
    describe();
    addProducts();
    addProductsOfPorts();
    sort();
    unite();
    return std::move(m_graph);
}

void LineageBuilder::describe()
{
    static constexpr auto sql = "SELECT uuid, native_id, kind, type, name, title, status,"
                                " classification, lists, owner_name,"
                                " (SELECT state FROM entity_slo WHERE entity = ?1)"
                                " FROM entity WHERE id = ?1";
    QHash<QStringList, int> domains{{QStringList(), 0}};
    QHash<QString, QString> words; // few and repeated: each is held once
    const auto shared = [&words](const QString &word) {
        const auto known = words.constFind(word);
        return known != words.constEnd() ? *known : *words.insert(word, word);
    };
    // In the order of their rows, so that each page of the file is visited once.
    std::vector<std::size_t> order(m_entities.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [this](std::size_t left, std::size_t right) {
        return m_entities[left] < m_entities[right];
    });
    for (const auto i : order) {
        if (m_entities[i] == 0)
            continue;
        auto &node = m_graph.nodes[i];
        Query query(m_reader.connection(), sql);
        query.bind(m_entities[i]);
        if (!query.step())
            continue;
        node.id = query.uuid(0);
        node.nativeId = query.text(1);
        node.kind = EntityKind(query.integer(2));
        node.type = shared(query.text(3));
        node.name = query.text(4);
        node.title = query.text(5);
        node.status = shared(query.text(6));
        node.classification = shared(query.text(7));
        node.owner = shared(query.text(9));
        if (const auto state = query.number(10))
            node.slo = domain::SloState(int(*state));
        const auto domain = decodeLists(query.blob(8)).domain;
        auto known = domains.constFind(domain);
        if (known == domains.constEnd()) {
            known = domains.insert(domain, int(m_graph.domains.size()));
            m_graph.domains.append(domain);
        }
        node.domain = *known;
        if (node.kind == EntityKind::Product)
            node.product = node.id;
    }
}

// Products are few beside the things that belong to them, so the arrows are read from their side.
void LineageBuilder::addProducts()
{
    static constexpr auto sql = "SELECT id, uuid, name, title, status FROM entity WHERE kind = ?1"
                                " ORDER BY native_id";
    QList<std::pair<qint64, QUuid>> products;
    {
        Query query(m_reader.connection(), sql);
        query.bind(qint64(EntityKind::Product));
        while (query.step()) {
            const auto title = query.text(3);
            products.append({query.integer(0), query.uuid(1)});
            m_graph.products.insert(query.uuid(1), title.isEmpty() ? query.text(2) : title);
            if (const auto status = query.text(4); !status.isEmpty())
                m_graph.productStatuses.insert(query.uuid(1), status);
        }
    }
    for (const auto &[product, id] : std::as_const(products))
        addProductOf(product, id);
}

void LineageBuilder::addProductOf(qint64 product, const QUuid &id)
{
    static constexpr auto sql = "SELECT r.entity FROM link l JOIN record r ON r.id = l.record"
                                " WHERE l.account = ?1 AND l.target = ?2 AND l.relation = ?3";
    for (const auto &alias : m_reader.aliases(product)) {
        Query query(m_reader.connection(), sql);
        query.bind(alias.account).bind(alias.nativeId).bind(qint64(domain::Relation::PartOf));
        while (query.step()) {
            const auto member = m_nodes.constFind(Key(query.integer(0), QString()));
            if (member != m_nodes.constEnd()
                && m_graph.nodes[std::size_t(*member)].product.isNull())
                m_graph.nodes[std::size_t(*member)].product = id;
        }
    }
}

void LineageBuilder::addProductsOfPorts()
{
    // Output, input and management ports (domain::Relation).
    static constexpr auto sql =
        "SELECT e.uuid FROM link l JOIN record r ON r.id = l.record JOIN entity e ON e.id = "
        "r.entity"
        " WHERE l.account = ?1 AND l.target = ?2 AND l.relation IN (3, 4, 5)";
    for (std::size_t i = 0; i < m_entities.size(); ++i) {
        auto &node = m_graph.nodes[i];
        if (node.kind != EntityKind::Port || m_entities[i] == 0)
            continue;
        for (const auto &alias : m_reader.aliases(m_entities[i])) {
            Query query(m_reader.connection(), sql);
            query.bind(alias.account).bind(alias.nativeId);
            if (node.product.isNull() && query.step())
                node.product = query.uuid(0);
        }
    }
}

void LineageBuilder::orderWays()
{
    const auto jobs = putInOrder(
        m_graph.jobs, [](const domain::LineageJob &job) { return std::tie(job.nativeId, job.id); });
    const auto transformations =
        putInOrder(m_graph.transformations, [](const domain::Transformation &how) {
            return std::tie(how.type, how.subtype, how.description, how.masking);
        });
    const auto accounts =
        putInOrder(m_graph.accounts, [](const QUuid &account) -> const QUuid & { return account; });
    for (auto &link : m_graph.links) {
        link.job = link.job < 0 ? -1 : jobs[std::size_t(link.job)];
        link.transformation =
            link.transformation < 0 ? -1 : transformations[std::size_t(link.transformation)];
        link.account = qint16(accounts[std::size_t(link.account)]);
    }
    // What was looked up has other numbers now.
    m_jobs.clear();
    m_transformations.clear();
    m_accounts.clear();
}

void LineageBuilder::sort()
{
    auto &nodes = m_graph.nodes;
    std::vector<int> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&nodes](int left, int right) {
        const auto &a = nodes[std::size_t(left)];
        const auto &b = nodes[std::size_t(right)];
        return std::tie(a.nativeId, a.id) < std::tie(b.nativeId, b.id);
    });
    std::vector<LineageNode> sorted;
    sorted.reserve(nodes.size());
    std::vector<int> place(nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[std::size_t(order[i])] = int(i);
        sorted.push_back(std::move(nodes[std::size_t(order[i])]));
    }
    nodes = std::move(sorted);

    auto texts = m_graph.texts;
    texts.sort();
    std::vector<int> textPlace(std::size_t(texts.size()));
    for (int i = 0; i < texts.size(); ++i)
        textPlace[std::size_t(m_texts.value(texts.at(i)))] = i;
    m_graph.texts = std::move(texts);
    const auto textAt = [&textPlace](int text) {
        return text < 0 ? -1 : textPlace[std::size_t(text)];
    };
    for (auto &link : m_graph.links) {
        link.source = place[std::size_t(link.source)];
        link.target = place[std::size_t(link.target)];
        link.sourceField = textAt(link.sourceField);
        link.targetField = textAt(link.targetField);
    }
    std::sort(m_graph.links.begin(), m_graph.links.end(),
              [](const LineageLink &left, const LineageLink &right) {
                  return orderOf(left) < orderOf(right);
              });
}

//! Links that differ in their times only are one. A dataset that is made from itself says nothing,
//! nor does what joining bent back to where it begins; a column that is made from itself, as a
//! counter is, says where its value comes from.
void LineageBuilder::unite()
{
    auto &links = m_graph.links;
    std::size_t kept = 0;
    for (const auto &link : links) {
        if (link.source == link.target && link.sourceField < 0 && link.targetField < 0)
            continue;
        if (kept == 0 || orderOf(links[kept - 1]) != orderOf(link)) {
            links[kept++] = link;
            continue;
        }
        auto &same = links[kept - 1];
        same.validFrom = std::min(same.validFrom, link.validFrom);
        same.validTo =
            same.validTo == 0 || link.validTo == 0 ? 0 : std::max(same.validTo, link.validTo);
        same.lastSeen = std::max(same.lastSeen, link.lastSeen);
    }
    links.resize(kept);
}

} // namespace portolan::store
