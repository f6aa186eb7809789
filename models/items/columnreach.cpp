// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnreach.h"

#include <algorithm>
#include <limits>

namespace portolan::items {

using domain::LineageGraph;
using domain::LineageLevel;

ColumnReach::ColumnReach(const LineageGraph &graph, const std::vector<ColumnSpot> &starts)
{
    lineage::GraphBuilder builder;
    for (const auto &link : graph.links) {
        if (link.level != LineageLevel::Field)
            continue;
        const auto source = gateOf(m_exits, builder, {link.source, link.sourceField});
        builder.addEdge(source, gateOf(m_entrances, builder, {link.target, link.targetField}));
    }
    for (const auto &start : starts)
        numberIn(m_numbers, builder, start);
    addGates(builder);
    m_graph = builder.build().graph;
    m_isColumn.resize(m_spots.size());
    for (const auto number : std::as_const(m_numbers))
        m_isColumn[number] = true;
}

std::vector<ColumnSpot> ColumnReach::reached(const std::vector<ColumnSpot> &starts,
                                             lineage::Direction direction,
                                             std::optional<int> steps) const
{
    constexpr quint64 edgesAStep = 3;
    constexpr quint64 most = std::numeric_limits<std::uint32_t>::max();
    const auto edges = steps
        ? std::optional(std::uint32_t(std::min(quint64(*steps) * edgesAStep, most)))
        : std::nullopt;
    std::vector<lineage::NodeIndex> from;
    for (const auto &start : starts) {
        if (const auto number = m_numbers.constFind(start); number != m_numbers.cend())
            from.push_back(*number);
    }
    std::vector<ColumnSpot> found(starts);
    for (const auto number : lineage::closure(m_graph, from, direction, edges).nodes) {
        if (m_isColumn[number])
            found.push_back(m_spots[number]);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

lineage::NodeIndex ColumnReach::numberIn(Numbers &numbers, lineage::GraphBuilder &builder,
                                         const ColumnSpot &spot)
{
    if (const auto known = numbers.constFind(spot); known != numbers.cend())
        return *known;
    m_spots.push_back(spot);
    return *numbers.insert(spot, builder.addNode());
}

//! The one of \a gates that belongs to \a end, the end of a link; what has one is followed.
lineage::NodeIndex ColumnReach::gateOf(Numbers &gates, lineage::GraphBuilder &builder,
                                       const ColumnSpot &end)
{
    numberIn(m_numbers, builder, end);
    return numberIn(gates, builder, end);
}

void ColumnReach::addGates(lineage::GraphBuilder &builder)
{
    for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it) {
        const auto &[node, column] = it.key();
        for (const auto &gate : {ColumnSpot(node, column), ColumnSpot(node, -1)}) {
            if (const auto into = m_entrances.constFind(gate); into != m_entrances.cend())
                builder.addEdge(*into, *it);
            if (const auto from = m_exits.constFind(gate); from != m_exits.cend())
                builder.addEdge(*it, *from);
        }
    }
}

} // namespace portolan::items
