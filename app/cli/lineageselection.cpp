// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineageselection.h"

#include "models/lineage/closure.h"

#include <QHash>

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
//! What shapes every row of a thing (a filter, a join) leads to each of its columns. So that not
//! every pair of the two is an edge, a link leads to an entrance, and the entrance to the column,
//! or to all columns when it is that of the rows: two edges of the graph for each step.
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
            const auto source = numberOf(builder, {link.source, link.sourceField});
            const auto target = columns ? entranceOf(builder, {link.target, link.targetField})
                                        : numberOf(builder, {link.target, -1});
            builder.addEdge(source, target);
            m_links.push_back(int(i));
            m_ends.emplace_back(source, target);
        }
        for (const auto &start : starts)
            numberOf(builder, start);
        addEntrances(builder);
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
        const auto most = depth == LineageReach::unlimited
            ? std::nullopt
            : std::optional(std::uint32_t(depth) * (m_columns ? 2 : 1));
        const auto reached = lineage::closure(m_graph, numbers, direction, most);
        constexpr auto never = std::numeric_limits<std::uint32_t>::max();
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

    //! The entrance of the column that is a target.
    lineage::NodeIndex entranceOf(lineage::GraphBuilder &builder, const Spot &end)
    {
        if (end.second >= 0)
            numberOf(builder, end);
        return numberIn(m_entrances, builder, end);
    }

    void addEntrances(lineage::GraphBuilder &builder)
    {
        for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it) {
            for (const auto &entrance : {it.key(), Spot(it.key().first, -1)}) {
                const auto into = m_entrances.constFind(entrance);
                if (into != m_entrances.cend())
                    builder.addEdge(*into, *it);
            }
        }
    }

    bool m_columns;
    lineage::Graph m_graph;
    Numbers m_numbers;
    Numbers m_entrances; //!< of columns; -1: of every row
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
