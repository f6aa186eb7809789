// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagefilter.h"

#include "models/domain/quality.h"
#include "models/lineage/reduction.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::LineageGraph;
using domain::LineageLink;
using domain::LineageNode;
using domain::QueryToken;

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

//! The values that \a node has under \a key.
QStringList valuesOf(const LineageGraph &graph, const LineageNode &node, const QString &key)
{
    if (key == u"kind")
        return {domain::kindWord(node.kind)};
    if (key == u"type")
        return {node.type};
    if (key == u"status")
        return {node.status};
    if (key == u"owner")
        return {node.owner};
    if (key == u"classification")
        return {node.classification};
    if (key == u"slo")
        return {node.slo ? domain::sloStateWord(*node.slo) : QString()};
    const auto &path = graph.domains.at(node.domain);
    QStringList values;
    for (qsizetype i = 1; i <= path.size(); ++i)
        values += {path.at(i - 1), path.first(i).join(u'/')};
    return path.isEmpty() ? QStringList(QString()) : values;
}

bool hasValue(const LineageGraph &graph, const LineageNode &node, const QueryToken &token)
{
    const auto wanted = isSame(token.value, u"none"_s) ? QString() : token.value;
    const auto values = valuesOf(graph, node, token.key);
    return std::any_of(values.begin(), values.end(),
                       [&](const QString &value) { return isSame(value, wanted); });
}

bool isNamed(const LineageNode &node, const QString &word)
{
    return node.name.contains(word, Qt::CaseInsensitive)
        || node.title.contains(word, Qt::CaseInsensitive)
        || node.nativeId.contains(word, Qt::CaseInsensitive);
}

//! What leads to what now: pairs of columns are no way of their own, and what was removed is none.
lineage::Graph waysOf(const LineageGraph &graph)
{
    lineage::GraphBuilder builder(quint32(graph.nodes.size()));
    for (const auto &link : graph.links) {
        if (link.level != domain::LineageLevel::Field
            && link.change != domain::LineageChange::Removed)
            builder.addEdge(quint32(link.source), quint32(link.target));
    }
    return builder.build().graph;
}

//! A bridge from \a source to \a target.
LineageLink bridgeOf(lineage::NodeIndex source, lineage::NodeIndex target)
{
    LineageLink link;
    link.source = int(source);
    link.target = int(target);
    link.account = -1;
    link.isBridge = true;
    return link;
}

} // namespace

QStringList lineageFilterKeys()
{
    return {u"kind"_s,  u"type"_s,           u"domain"_s, u"status"_s,
            u"owner"_s, u"classification"_s, u"slo"_s};
}

QString strangeFilter(const domain::Query &query)
{
    for (const auto &token : query.tokens) {
        const bool isStrange = token.kind == QueryToken::Kind::Unknown
            || (token.kind == QueryToken::Kind::Filter && !lineageFilterKeys().contains(token.key));
        if (isStrange)
            return query.text.mid(token.from, token.to - token.from);
    }
    return {};
}

bool isFound(const LineageGraph &graph, int node, const domain::Query &query)
{
    const auto &about = graph.nodes.at(std::size_t(node));
    QHash<QString, bool> oneOf; // per key that is asked for, whether a value fits
    for (const auto &token : query.tokens) {
        if (token.value.isEmpty())
            continue; // still being typed
        if (token.kind != QueryToken::Kind::Filter) {
            if (isNamed(about, token.value) == token.negated)
                return false;
        } else if (token.negated) {
            if (hasValue(graph, about, token))
                return false;
        } else {
            auto &fits = oneOf[token.key];
            fits = fits || hasValue(graph, about, token);
        }
    }
    return std::all_of(oneOf.cbegin(), oneOf.cend(), [](bool fits) { return fits; });
}

LineageGraph filteredLineage(const LineageGraph &graph, const domain::Query &query,
                             const QList<QUuid> &kept)
{
    std::vector<std::uint8_t> keep(graph.nodes.size());
    QSet<QUuid> keptIds(kept.begin(), kept.end());
    keptIds.remove(QUuid()); // what is in no product is not asked for by that
    for (std::size_t node = 0; node < keep.size(); ++node) {
        const auto &about = graph.nodes[node];
        const bool isKept = keptIds.contains(about.id) || keptIds.contains(about.product);
        keep[node] = isKept || isFound(graph, int(node), query) ? 1 : 0;
    }
    const auto part = lineage::induced(waysOf(graph), keep, lineage::Bridging::Over);
    auto filtered = graph;
    filtered.nodes.clear();
    for (const auto node : part.original)
        filtered.nodes.push_back(graph.nodes[node]);
    filtered.links.clear();
    for (auto link : graph.links) {
        link.source = int(part.local[std::size_t(link.source)]);
        link.target = int(part.local[std::size_t(link.target)]);
        if (link.source >= 0 && link.target >= 0)
            filtered.links.push_back(link);
    }
    const auto arcs = part.graph.arcs();
    for (std::size_t arc = 0; arc < part.bridged.size(); ++arc) {
        if (part.bridged[arc] != 0)
            filtered.links.push_back(bridgeOf(arcs[arc].source, arcs[arc].target));
    }
    std::stable_sort(filtered.links.begin(), filtered.links.end(),
                     [](const LineageLink &one, const LineageLink &other) {
                         return std::pair(one.source, one.target)
                             < std::pair(other.source, other.target);
                     });
    return filtered;
}

QStringList lineageFilterValues(const LineageGraph &graph, const QString &key)
{
    QSet<QString> values;
    if (lineageFilterKeys().contains(key)) {
        for (const auto &node : graph.nodes) {
            for (const auto &value : valuesOf(graph, node, key))
                values.insert(value);
        }
    }
    const bool isMissing = values.remove(QString());
    auto sorted = QStringList(values.cbegin(), values.cend());
    sorted.sort(Qt::CaseInsensitive);
    for (auto &value : sorted)
        value = domain::quotedValue(value);
    if (isMissing)
        sorted.append(u"none"_s);
    return sorted;
}

} // namespace portolan::items
