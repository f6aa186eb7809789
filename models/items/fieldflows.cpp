// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fieldflows.h"

#include "models/items/columnreach.h"
#include "models/items/dependants.h"
#include "models/items/lineagereach.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::LineageGraph;

struct FlowWords
{
    Q_DECLARE_TR_FUNCTIONS(FieldFlows)
};

//! One field: where it begins, and whose it is.
struct Begin
{
    QUuid thing;
    QString path;
    std::vector<ColumnSpot> spots;
};

//! The numbers that \a graph has for the paths \a wanted; what no edge names has one behind them.
QHash<QString, int> textsOf(const LineageGraph &graph, const QSet<QString> &wanted)
{
    QHash<QString, int> numbers;
    for (qsizetype i = 0; i < graph.texts.size(); ++i) {
        if (wanted.contains(graph.texts.at(i)))
            numbers.insert(graph.texts.at(i), int(i));
    }
    for (const auto &path : wanted) {
        if (!numbers.contains(path))
            numbers.insert(path, int(graph.texts.size() + numbers.size()));
    }
    return numbers;
}

FieldFlow counted(const LineageGraph &graph, const std::vector<ColumnSpot> &reached,
                  const QSet<QUuid> &own)
{
    FieldFlow flow{.isKnown = true};
    QSet<QUuid> products;
    QSet<QUuid> others;
    for (const auto &[at, column] : reached) {
        const auto &node = graph.nodes[std::size_t(at)];
        if (column < 0 || own.contains(holderOf(node)))
            continue;
        ++flow.fields;
        (node.product.isNull() ? others : products).insert(holderOf(node));
    }
    flow.products = int(products.size());
    flow.others = int(others.size());
    return flow;
}

} // namespace

FieldFlows fieldFlowsOf(const LineageGraph &graph, const QHash<QUuid, QStringList> &fields)
{
    const auto arcs = lineageArcs(graph);
    std::vector<bool> isTold(graph.nodes.size());
    for (const auto &link : graph.links) {
        if (link.level != domain::LineageLevel::Field)
            continue;
        isTold[std::size_t(link.source)] = true;
        isTold[std::size_t(link.target)] = true;
    }
    QSet<QString> wanted;
    for (const auto &paths : fields)
        wanted += QSet<QString>(paths.cbegin(), paths.cend());
    const auto texts = textsOf(graph, wanted);
    FieldFlows flows;
    QHash<QUuid, QSet<QUuid>> own;
    QList<Begin> begins;
    std::vector<ColumnSpot> starts;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        const auto nodes = nodesShowing(graph, arcs, it.key());
        const bool isKnown =
            std::any_of(nodes.begin(), nodes.end(), [&](auto node) { return isTold[node]; });
        own[it.key()].insert(it.key());
        for (const auto node : nodes)
            own[it.key()].insert(holderOf(graph.nodes[node]));
        for (const auto &path : it.value()) {
            flows[it.key()].insert(path, {});
            Begin begin{it.key(), path, {}};
            for (const auto node : nodes)
                begin.spots.emplace_back(int(node), texts.value(path));
            if (!isKnown)
                continue;
            starts.insert(starts.end(), begin.spots.begin(), begin.spots.end());
            begins.append(std::move(begin));
        }
    }
    const ColumnReach columns(graph, starts);
    for (const auto &begin : std::as_const(begins))
        flows[begin.thing][begin.path] =
            counted(graph, columns.reached(begin.spots, lineage::Direction::Downstream),
                    own.value(begin.thing));
    return flows;
}

QString fieldFlowText(const FieldFlow &flow)
{
    if (!flow.isKnown)
        return FlowWords::tr("not told by field");
    if (flow.fields == 0)
        return FlowWords::tr("none that is known");
    const auto fields = FlowWords::tr("%n field(s)", nullptr, flow.fields);
    // Short, or the columns beside it are cut.
    const auto where = flow.others == 0
        ? FlowWords::tr("%n product(s)", nullptr, flow.products)
        : FlowWords::tr("%n thing(s)", nullptr, flow.products + flow.others);
    return FlowWords::tr("%1 in %2").arg(fields, where);
}

} // namespace portolan::items
