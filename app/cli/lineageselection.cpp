// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineageselection.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <utility>

namespace portolan::cli {
namespace {

using domain::LineageGraph;
using domain::LineageLevel;

//! A node, or a column of it; -1 is no column.
using Spot = std::pair<int, int>;

//! The links at each spot, in one direction.
class Followed
{
public:
    Followed(const LineageGraph &graph, bool downstream, bool columns)
        : m_graph(graph)
        , m_downstream(downstream)
        , m_columns(columns)
    {
        for (std::size_t i = 0; i < graph.links.size(); ++i) {
            if (!columns || graph.links[i].level == LineageLevel::Field)
                m_links[spot(int(i), downstream)].append(int(i));
        }
    }

    //! Adds what is reached from \a starts in at most \a depth steps.
    void reach(const std::vector<Spot> &starts, int depth, std::vector<bool> &nodes,
               std::vector<bool> &links) const
    {
        QHash<Spot, bool> seen;
        auto current = starts;
        for (const auto &start : starts) {
            seen.insert(start, true);
            nodes[std::size_t(start.first)] = true;
        }
        for (int step = 0; step < depth && !current.empty(); ++step) {
            std::vector<Spot> next;
            for (const auto &from : current) {
                for (const auto link : m_links.value(from)) {
                    const auto to = spot(link, !m_downstream);
                    links[std::size_t(link)] = true;
                    nodes[std::size_t(to.first)] = true;
                    if (!seen.contains(to)) {
                        seen.insert(to, true);
                        next.push_back(to);
                    }
                }
            }
            current = std::move(next);
        }
    }

private:
    Spot spot(int link, bool source) const
    {
        const auto &one = m_graph.links[std::size_t(link)];
        const int field = source ? one.sourceField : one.targetField;
        return {source ? one.source : one.target, m_columns ? field : -1};
    }

    const LineageGraph &m_graph;
    bool m_downstream;
    bool m_columns;
    QHash<Spot, QList<int>> m_links;
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
    Followed(graph, false, columns).reach(starts, reach.upstream, nodes, links);
    Followed(graph, true, columns).reach(starts, reach.downstream, nodes, links);
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
    // A column that no edge names has no edges; -1 would mean the whole row.
    return text < 0 ? LineageSelection{.nodes = {start}, .links = {}}
                    : select(graph, {{start, text}}, reach, true);
}

} // namespace portolan::cli
