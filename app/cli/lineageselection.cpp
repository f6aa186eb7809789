// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineageselection.h"

#include "models/items/columnreach.h"
#include "models/items/lineagereach.h"
#include "models/lineage/closure.h"

#include <QSet>

#include <numeric>
#include <optional>
#include <utility>

namespace portolan::cli {
namespace {

using domain::LineageGraph;
using domain::LineageLevel;

std::vector<int> indexesOf(const std::vector<bool> &marked)
{
    std::vector<int> indexes;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i])
            indexes.push_back(int(i));
    }
    return indexes;
}

} // namespace

LineageSelection selectAll(const LineageGraph &graph)
{
    LineageSelection all;
    all.nodes.resize(graph.nodes.size());
    all.links.resize(graph.links.size());
    std::iota(all.nodes.begin(), all.nodes.end(), 0);
    std::iota(all.links.begin(), all.links.end(), 0);
    return all;
}

// As the window has it: pairs of columns are no way between things of their own, and every link
// between two things that are shown is shown, whichever way each of them was reached.
LineageSelection selectAround(const LineageGraph &graph, const std::vector<int> &starts,
                              const LineageReach &reach)
{
    const auto arcs = items::lineageArcs(graph);
    const std::vector<lineage::NodeIndex> from(starts.begin(), starts.end());
    std::vector<bool> nodes(graph.nodes.size());
    const auto keep = [&](lineage::Direction direction, int depth) {
        const auto most =
            depth == LineageReach::unlimited ? std::nullopt : std::optional(std::uint32_t(depth));
        for (const auto node : lineage::closure(arcs, from, direction, most).nodes)
            nodes[node] = true;
    };
    keep(lineage::Direction::Upstream, reach.upstream);
    keep(lineage::Direction::Downstream, reach.downstream);
    std::vector<bool> links(graph.links.size());
    for (std::size_t i = 0; i < links.size(); ++i)
        links[i] =
            nodes[std::size_t(graph.links[i].source)] && nodes[std::size_t(graph.links[i].target)];
    return {.nodes = indexesOf(nodes), .links = indexesOf(links)};
}

LineageSelection selectAroundField(const LineageGraph &graph, int start, const QString &field,
                                   const LineageReach &reach)
{
    const auto text = int(graph.texts.indexOf(field));
    // What no edge names is a column all the same, of which rows are shaped: a number of its own.
    const std::vector<items::ColumnSpot> from{{start, text < 0 ? int(graph.texts.size()) : text}};
    const items::ColumnReach columns(graph, from);
    QSet<items::ColumnSpot> found;
    std::vector<bool> nodes(graph.nodes.size());
    const auto keep = [&](lineage::Direction direction, int depth) {
        const auto most = depth == LineageReach::unlimited ? std::nullopt : std::optional(depth);
        for (const auto &spot : columns.reached(from, direction, most)) {
            found.insert(spot);
            nodes[std::size_t(spot.first)] = true;
        }
    };
    keep(lineage::Direction::Upstream, reach.upstream);
    keep(lineage::Direction::Downstream, reach.downstream);
    const auto contains = [&](int node, int column) {
        return column < 0 ? nodes[std::size_t(node)] : found.contains({node, column});
    };
    std::vector<bool> links(graph.links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto &link = graph.links[i];
        links[i] = link.level == LineageLevel::Field && contains(link.source, link.sourceField)
            && contains(link.target, link.targetField);
    }
    return {.nodes = indexesOf(nodes), .links = indexesOf(links)};
}

} // namespace portolan::cli
