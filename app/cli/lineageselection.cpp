// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineageselection.h"

#include "models/items/lineagereach.h"
#include "models/lineage/closure.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace portolan::cli {
namespace {

using domain::LineageGraph;
using domain::LineageLevel;

//! A column of a node; -1 stands for its rows, or for the whole of it.
using Spot = std::pair<int, int>;

//! The columns of a lineage as numbers of a graph.
//!
//! What shapes every row of a thing (a filter, a join) leads to each of its columns, and what is
//! made from a whole thing comes from each of its columns. So that not every pair of the two is an
//! edge, a link leads from an exit to an entrance: a column leads to its exit and that of its
//! thing, an entrance to its column, or to all columns when it is that of the rows. That is three
//! edges of the graph for each step.
class Columns
{
public:
    //! \a start is followed even when no link names it.
    Columns(const LineageGraph &graph, const Spot &start)
        : m_reached(graph.nodes.size())
    {
        lineage::GraphBuilder builder;
        for (const auto &link : graph.links) {
            if (link.level != LineageLevel::Field)
                continue;
            const auto source = gateOf(m_exits, builder, {link.source, link.sourceField});
            builder.addEdge(source, gateOf(m_entrances, builder, {link.target, link.targetField}));
        }
        m_start = numberIn(m_numbers, builder, start);
        addGates(builder);
        m_graph = builder.build().graph;
        m_isReached.resize(m_spots.size());
        m_reached[std::size_t(start.first)] = true;
    }

    //! Adds what the start reaches in at most \a depth steps.
    void reach(lineage::Direction direction, int depth)
    {
        constexpr quint64 edgesAStep = 3;
        constexpr quint64 most = std::numeric_limits<std::uint32_t>::max();
        const auto edges = depth == LineageReach::unlimited
            ? std::nullopt
            : std::optional(std::uint32_t(std::min(quint64(depth) * edgesAStep, most)));
        for (const auto spot :
             lineage::closure(m_graph, std::vector{m_start}, direction, edges).nodes) {
            m_isReached[spot] = true;
            m_reached[std::size_t(m_spots[spot].first)] = true;
        }
    }

    //! Per node, whether one of its columns is reached.
    const std::vector<bool> &nodes() const { return m_reached; }

    bool contains(const Spot &end) const
    {
        const auto number = m_numbers.constFind(end);
        return end.second < 0 ? m_reached[std::size_t(end.first)]
                              : number != m_numbers.cend() && m_isReached[*number];
    }

private:
    using Numbers = QHash<Spot, lineage::NodeIndex>;

    lineage::NodeIndex numberIn(Numbers &numbers, lineage::GraphBuilder &builder, const Spot &spot)
    {
        if (const auto known = numbers.constFind(spot); known != numbers.cend())
            return *known;
        m_spots.push_back(spot);
        return *numbers.insert(spot, builder.addNode());
    }

    //! The one of \a gates that belongs to \a end, the end of a link; what has one is followed.
    lineage::NodeIndex gateOf(Numbers &gates, lineage::GraphBuilder &builder, const Spot &end)
    {
        numberIn(m_numbers, builder, end);
        return numberIn(gates, builder, end);
    }

    void addGates(lineage::GraphBuilder &builder)
    {
        for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it) {
            const auto &[node, column] = it.key();
            for (const auto &gate : {Spot(node, column), Spot(node, -1)}) {
                if (const auto into = m_entrances.constFind(gate); into != m_entrances.cend())
                    builder.addEdge(*into, *it);
                if (const auto from = m_exits.constFind(gate); from != m_exits.cend())
                    builder.addEdge(*it, *from);
            }
        }
    }

    lineage::Graph m_graph;
    lineage::NodeIndex m_start = lineage::noNode;
    Numbers m_numbers;
    Numbers m_entrances; //!< of columns; -1: of every row
    Numbers m_exits; //!< of columns; -1: of the whole
    std::vector<Spot> m_spots; //!< by number
    std::vector<bool> m_isReached; //!< by number
    std::vector<bool> m_reached; //!< by node
};

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
    Columns columns(graph, {start, text < 0 ? int(graph.texts.size()) : text});
    columns.reach(lineage::Direction::Upstream, reach.upstream);
    columns.reach(lineage::Direction::Downstream, reach.downstream);
    std::vector<bool> links(graph.links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto &link = graph.links[i];
        links[i] = link.level == LineageLevel::Field
            && columns.contains({link.source, link.sourceField})
            && columns.contains({link.target, link.targetField});
    }
    return {.nodes = indexesOf(columns.nodes()), .links = indexesOf(links)};
}

} // namespace portolan::cli
