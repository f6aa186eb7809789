// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagegroups.h"

#include "models/base/identity.h"
#include "models/items/displaytext.h"

#include <QCoreApplication>
#include <QHash>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

//! What names a group: where it stands, and what it is called.
struct Name
{
    QString key;
    QString label;
};

Name domainOf(const domain::LineageGraph &graph, const domain::LineageNode &node)
{
    const auto &path = graph.domains.at(node.domain);
    // Lanes hold everything: what nobody gave to a domain has one of its own.
    if (path.isEmpty())
        return {u"domain:"_s, QCoreApplication::translate("LineagePicture", "No domain")};
    return {u"domain:"_s + path.first(), oneLine(path.first())};
}

//! Empty for what is of no product.
Name productOf(const domain::LineageGraph &graph, const domain::LineageNode &node)
{
    if (node.product.isNull())
        return {};
    const auto id = idText(node.product);
    return {u"product:"_s + id, oneLine(graph.products.value(node.product, id))};
}

//! Everything before the last part of a dotted name, which may stand behind a namespace. Empty
//! where there is no dot.
Name schemaOf(const domain::LineageNode &node)
{
    auto text = node.name.contains(u'.') ? node.name : node.nativeId;
    text = text.mid(text.lastIndexOf(u':') + 1);
    const auto dot = text.lastIndexOf(u'.');
    if (dot <= 0)
        return {};
    text.truncate(dot);
    return {u"schema:"_s + text, oneLine(text)};
}

//! \a name, or what stands for none of \a kind: lanes hold everything.
Name orNone(Name name, const QString &kind, const QString &label)
{
    return name.key.isEmpty() ? Name{kind + u':', label} : std::move(name);
}

std::array<Name, 2> namesOf(const domain::LineageGraph &graph, const domain::LineageNode &node,
                            LineageGrouping grouping)
{
    switch (grouping) {
    case LineageGrouping::None:
        break;
    case LineageGrouping::Domain:
        return {domainOf(graph, node), {}};
    case LineageGrouping::DomainAndProduct:
        return {domainOf(graph, node), productOf(graph, node)};
    case LineageGrouping::Product:
        return {orNone(productOf(graph, node), u"product"_s,
                       QCoreApplication::translate("LineagePicture", "No product")),
                {}};
    case LineageGrouping::Schema:
        return {orNone(schemaOf(node), u"schema"_s,
                       QCoreApplication::translate("LineagePicture", "No schema")),
                {}};
    }
    return {};
}

//! Puts the groups in the order of their labels, outer ones first.
void sortGroups(LineageGroups &result)
{
    auto &groups = result.groups;
    std::vector<int> order(groups.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&groups](int left, int right) {
        const auto &a = groups[std::size_t(left)];
        const auto &b = groups[std::size_t(right)];
        return std::tuple(a.parent >= 0, a.label, a.key)
            < std::tuple(b.parent >= 0, b.label, b.key);
    });
    std::vector<int> place(groups.size());
    std::vector<LineageGroup> sorted;
    for (const int number : order) {
        place[std::size_t(number)] = int(sorted.size());
        sorted.push_back(std::move(groups[std::size_t(number)]));
    }
    for (auto &group : sorted)
        group.parent = group.parent < 0 ? -1 : place[std::size_t(group.parent)];
    for (auto &group : result.of)
        group = group < 0 ? -1 : place[std::size_t(group)];
    groups = std::move(sorted);
}

} // namespace

LineageGroups groupLineage(const domain::LineageGraph &graph, LineageGrouping grouping)
{
    LineageGroups result;
    result.of.assign(graph.nodes.size(), -1);
    const bool isFlat = grouping == LineageGrouping::None
        || (grouping == LineageGrouping::Domain && graph.domains.size() < 2);
    if (isFlat)
        return result;
    QHash<QString, int> known;
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        int parent = -1;
        for (const auto &name : namesOf(graph, graph.nodes[node], grouping)) {
            if (name.key.isEmpty())
                continue;
            // One product may have things in several domains: it is a group in each of them.
            const auto key =
                parent < 0 ? name.key : result.groups[std::size_t(parent)].key + u'/' + name.key;
            auto at = known.constFind(key);
            if (at == known.constEnd()) {
                at = known.insert(key, int(result.groups.size()));
                LineageGroup group;
                group.key = key;
                group.label = name.label;
                group.parent = parent;
                result.groups.push_back(std::move(group));
            }
            parent = *at;
            ++result.groups[std::size_t(parent)].total;
        }
        result.of[node] = parent;
    }
    // One lane with everything that has no name says nothing.
    if (result.groups.size() == 1 && result.groups.front().key.endsWith(u':')) {
        result.groups.clear();
        result.of.assign(graph.nodes.size(), -1);
    }
    sortGroups(result);
    return result;
}

} // namespace portolan::items
