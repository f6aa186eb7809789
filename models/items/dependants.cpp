// SPDX-License-Identifier: GPL-3.0-or-later
// A walk in which a step within a product costs nothing, and one into another product costs one:
// what people count is products, not the tables inside them. Nodes are taken from a queue whose
// front is the nearest (0-1 breadth first), so each is settled at its fewest steps.
#include "models/items/dependants.h"

#include "models/items/lineagereach.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <deque>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::EntityKind;
using domain::LineageGraph;
using domain::LineageNode;
using lineage::NodeIndex;

struct DependantWords
{
    Q_DECLARE_TR_FUNCTIONS(Dependants)
};

constexpr int unreached = std::numeric_limits<int>::max();

Dependant dependantOf(const LineageGraph &graph, const LineageNode &node, int steps)
{
    Dependant one{.id = holderOf(node),
                  .kind = node.kind,
                  .type = node.type,
                  .label = node.label(),
                  .owner = node.owner,
                  .domain = graph.domains.value(node.domain),
                  .steps = steps};
    if (!node.product.isNull()) {
        one.kind = EntityKind::Product;
        one.type.clear();
        one.label = graph.products.value(node.product, one.label);
    }
    return one;
}

QList<Dependant> walked(const LineageGraph &graph, const lineage::Graph &arcs, const QUuid &thing)
{
    const auto starts = nodesShowing(graph, arcs, thing);
    std::vector<int> steps(graph.nodes.size(), unreached);
    std::deque<NodeIndex> queue;
    QSet<QUuid> own{thing};
    for (const auto start : starts) {
        steps[start] = 0;
        queue.push_back(start);
        own.insert(holderOf(graph.nodes[start]));
    }
    QHash<QUuid, qsizetype> places;
    QList<Dependant> found;
    std::vector<bool> isDone(graph.nodes.size());
    while (!queue.empty()) {
        const auto at = queue.front();
        queue.pop_front();
        if (isDone[at])
            continue;
        isDone[at] = true;
        const auto &holder = holderOf(graph.nodes[at]);
        if (const auto place = places.value(holder, -1); place >= 0) {
            // Some of its things may say who answers for it where the first one does not.
            if (found.at(place).owner.isEmpty())
                found[place].owner = graph.nodes[at].owner;
        } else if (!own.contains(holder)) {
            places.insert(holder, found.size());
            found.append(dependantOf(graph, graph.nodes[at], std::max(1, steps[at])));
        }
        for (const auto next : arcs.targets(at)) {
            const int cost = holderOf(graph.nodes[next]) == holder ? 0 : 1;
            if (steps[at] + cost >= steps[next])
                continue;
            steps[next] = steps[at] + cost;
            if (cost == 0)
                queue.push_front(next);
            else
                queue.push_back(next);
        }
    }
    return found;
}

void arrange(QList<Dependant> &list)
{
    std::stable_sort(list.begin(), list.end(), [](const Dependant &left, const Dependant &right) {
        if (left.steps != right.steps)
            return left.steps < right.steps;
        // Products first: somebody answers for them.
        const bool isProduct = left.kind == EntityKind::Product;
        if (isProduct != (right.kind == EntityKind::Product))
            return isProduct;
        return QString::localeAwareCompare(left.label, right.label) < 0;
    });
}

} // namespace

const QUuid &holderOf(const LineageNode &node)
{
    return node.product.isNull() ? node.id : node.product;
}

std::vector<NodeIndex> nodesShowing(const LineageGraph &graph, const lineage::Graph &arcs,
                                    const QUuid &thing)
{
    auto starts = nodesOfThing(graph, thing);
    const auto count = starts.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (graph.nodes[starts[i]].kind != EntityKind::Port)
            continue;
        const auto &port = graph.nodes[starts[i]];
        // An input port leads on within its product, and is led to by what others offer.
        const auto next = arcs.targets(starts[i]);
        if (!port.product.isNull() && std::any_of(next.begin(), next.end(), [&](NodeIndex one) {
                return graph.nodes[one].product == port.product;
            }))
            continue;
        for (const auto before : arcs.sources(starts[i])) {
            const auto &asset = graph.nodes[before];
            const bool isShown = asset.product.isNull() || asset.product == port.product;
            if (asset.kind == EntityKind::Asset && isShown)
                starts.push_back(before);
        }
    }
    return starts;
}

Dependants dependantsOf(const LineageGraph &graph, const QList<QUuid> &things)
{
    const auto arcs = lineageArcs(graph);
    Dependants all;
    for (const auto &thing : things) {
        auto list = walked(graph, arcs, thing);
        arrange(list);
        all.insert(thing, list);
    }
    return all;
}

QList<Dependant> together(const QList<QList<Dependant>> &lists)
{
    QList<Dependant> all;
    QHash<QUuid, qsizetype> places; // a table that everybody reads has thousands
    for (const auto &list : lists) {
        for (const auto &one : list) {
            const auto place = places.value(one.id, -1);
            if (place < 0) {
                places.insert(one.id, all.size());
                all.append(one);
            } else {
                all[place].steps = std::min(all.at(place).steps, one.steps);
            }
        }
    }
    arrange(all);
    return all;
}

QString dependantsText(const QList<Dependant> &dependants)
{
    if (dependants.isEmpty())
        return DependantWords::tr("nothing that is known");
    QSet<QString> owners;
    int products = 0;
    for (const auto &one : dependants) {
        products += one.kind == EntityKind::Product ? 1 : 0;
        if (!one.owner.isEmpty())
            owners.insert(one.owner);
    }
    const auto others = int(dependants.size()) - products;
    QStringList parts;
    if (products > 0)
        parts.append(DependantWords::tr("%n product(s)", nullptr, products));
    if (others > 0)
        parts.append(DependantWords::tr("%n other thing(s)", nullptr, others));
    if (!owners.isEmpty())
        parts.append(DependantWords::tr("%n owner(s)", nullptr, int(owners.size())));
    return parts.join(u" · "_s);
}

QString stepsText(int steps)
{
    return steps <= 1 ? DependantWords::tr("reads it itself")
                      : DependantWords::tr("%n step(s) away", nullptr, steps);
}

} // namespace portolan::items
