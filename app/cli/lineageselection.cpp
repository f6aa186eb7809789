// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineageselection.h"

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

//! A node, or a column of it; -1 is no column.
using Spot = std::pair<int, int>;

//! What is followed: the nodes of a lineage, or their columns, as numbers of a graph.
//!
//! What shapes every row of a thing (a filter, a join) leads to each of its columns, and what is
//! made from a whole thing comes from each of its columns. So that not every pair of the two is an
//! edge, a link leads from an exit to an entrance: a column leads to its exit and that of its
//! thing, an entrance to its column, or to all columns when it is that of the rows. That is three
//! edges of the graph for each step.
class Followed
{
public:
    //! \a starts are followed even when no link names them.
    Followed(const LineageGraph &graph, const std::vector<Spot> &starts, bool columns)
        : m_columns(columns)
    {
        lineage::GraphBuilder builder;
        for (std::size_t i = 0; i < graph.links.size(); ++i) {
            const auto &link = graph.links[i];
            if (columns && link.level != LineageLevel::Field)
                continue;
            const Spot from{link.source, link.sourceField};
            const Spot to{link.target, link.targetField};
            const auto source = columns ? gateOf(m_exits, builder, from) : numberOf(builder, from);
            const auto target = columns ? gateOf(m_entrances, builder, to) : numberOf(builder, to);
            builder.addEdge(source, target);
            m_links.push_back(int(i));
            m_ends.emplace_back(source, target);
        }
        for (const auto &start : starts)
            numberOf(builder, start);
        addGates(builder);
        m_graph = builder.build().graph;
    }

    //! Adds what is reached from \a starts in at most \a depth steps.
    void reach(const std::vector<Spot> &starts, lineage::Direction direction, int depth,
               std::vector<bool> &nodes, std::vector<bool> &links) const
    {
        std::vector<lineage::NodeIndex> numbers;
        for (const auto &start : starts) {
            nodes[std::size_t(start.first)] = true;
            numbers.push_back(m_numbers.value(spotOf(start)));
        }
        constexpr auto never = std::numeric_limits<std::uint32_t>::max();
        const auto most = depth == LineageReach::unlimited
            ? std::nullopt
            : std::optional(
                std::uint32_t(std::min(quint64(depth) * (m_columns ? 3 : 1), quint64(never))));
        const auto reached = lineage::closure(m_graph, numbers, direction, most);
        std::vector<std::uint32_t> depths(m_spots.size(), never);
        for (std::size_t i = 0; i < reached.nodes.size(); ++i) {
            depths[reached.nodes[i]] = reached.depths[i];
            nodes[std::size_t(m_spots[reached.nodes[i]].first)] = true;
        }
        const bool downstream = direction == lineage::Direction::Downstream;
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            const auto from = depths[downstream ? m_ends[i].first : m_ends[i].second];
            if (from != never && (!most || from < *most))
                links[std::size_t(m_links[i])] = true;
        }
    }

private:
    using Numbers = QHash<Spot, lineage::NodeIndex>;

    Spot spotOf(const Spot &end) const { return {end.first, m_columns ? end.second : -1}; }

    lineage::NodeIndex numberIn(Numbers &numbers, lineage::GraphBuilder &builder, const Spot &spot)
    {
        if (const auto known = numbers.constFind(spot); known != numbers.cend())
            return *known;
        m_spots.push_back(spot);
        return *numbers.insert(spot, builder.addNode());
    }

    lineage::NodeIndex numberOf(lineage::GraphBuilder &builder, const Spot &end)
    {
        return numberIn(m_numbers, builder, spotOf(end));
    }

    //! The one of \a gates that belongs to \a end, the end of a link; what has one is followed.
    lineage::NodeIndex gateOf(Numbers &gates, lineage::GraphBuilder &builder, const Spot &end)
    {
        numberOf(builder, end);
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

    bool m_columns;
    lineage::Graph m_graph;
    Numbers m_numbers;
    Numbers m_entrances; //!< of columns; -1: of every row
    Numbers m_exits; //!< of columns; -1: of the whole
    std::vector<Spot> m_spots; //!< by number
    std::vector<int> m_links; //!< that are followed
    std::vector<std::pair<lineage::NodeIndex, lineage::NodeIndex>> m_ends; //!< of each of them
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

LineageSelection select(const LineageGraph &graph, const std::vector<Spot> &starts,
                        const LineageReach &reach, bool columns)
{
    std::vector<bool> nodes(graph.nodes.size());
    std::vector<bool> links(graph.links.size());
    const Followed followed(graph, starts, columns);
    followed.reach(starts, lineage::Direction::Upstream, reach.upstream, nodes, links);
    followed.reach(starts, lineage::Direction::Downstream, reach.downstream, nodes, links);
    return {.nodes = indexesOf(nodes), .links = indexesOf(links)};
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

LineageSelection selectAround(const LineageGraph &graph, const std::vector<int> &starts,
                              const LineageReach &reach)
{
    std::vector<Spot> spots;
    for (const auto start : starts)
        spots.emplace_back(start, -1);
    return select(graph, spots, reach, false);
}

LineageSelection selectAroundField(const LineageGraph &graph, int start, const QString &field,
                                   const LineageReach &reach)
{
    const auto text = int(graph.texts.indexOf(field));
    // What no edge names is a column all the same, of which rows are shaped: a number of its own.
    return select(graph, {{start, text < 0 ? int(graph.texts.size()) : text}}, reach, true);
}

} // namespace portolan::cli
