// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/outsidecrossings.h"

#include "models/lineage/layout/crossings.h"

#include <algorithm>

namespace portolan::lineage {
namespace {

//! An edge that runs outside, from left to right.
struct Run
{
    NodeIndex left;
    NodeIndex right;
    std::uint32_t row;
};

class OutsideCounting
{
public:
    OutsideCounting(const LayeredGraph &graph, const Ordering &order, const Lanes &lanes)
        : m_graph(graph)
        , m_order(order)
        , m_lanes(lanes)
    {
    }

    //! \a runs of one part, with so many \a rows.
    std::uint64_t count(const std::vector<Run> &runs, std::uint32_t rows)
    {
        auto byLeft = runs;
        auto byRight = runs;
        std::sort(byLeft.begin(), byLeft.end(), [this](const Run &a, const Run &b) {
            return m_graph.rank[a.left] < m_graph.rank[b.left];
        });
        std::sort(byRight.begin(), byRight.end(), [this](const Run &a, const Run &b) {
            return m_graph.rank[a.right] < m_graph.rank[b.right];
        });
        m_passing.assign(rows + 1, 0);
        std::uint64_t crossings = 0;
        for (std::size_t up = 0, down = 0; down < byRight.size();) {
            const auto nextUp = up < byLeft.size() ? m_graph.rank[byLeft[up].left] : noNode;
            const auto gap = std::min(nextUp, m_graph.rank[byRight[down].right] - 1);
            m_rising.clear();
            m_falling.clear();
            for (; up < byLeft.size() && m_graph.rank[byLeft[up].left] == gap; ++up)
                m_rising.push_back(byLeft[up]);
            for (; down < byRight.size() && m_graph.rank[byRight[down].right] - 1 == gap; ++down)
                m_falling.push_back(byRight[down]);
            crossings += inGap();
        }
        return crossings;
    }

private:
    std::uint64_t inGap()
    {
        for (const auto &run : m_falling)
            add(run.row, -1);
        std::uint64_t crossings = m_rising.size() * m_falling.size();
        crossings += ends(m_rising, true) + ends(m_falling, false);
        for (const auto &run : m_rising)
            add(run.row, 1);
        return crossings;
    }

    //! What lines cross that rise from their nodes, or fall to them, in one gap: rows nearer to the
    //! nodes that pass, links of items above, and each other.
    std::uint64_t ends(const std::vector<Run> &runs, bool rising)
    {
        if (runs.empty())
            return 0;
        std::uint64_t crossings = 0;
        std::vector<Pass> passes;
        const auto links = linksAbove(rising ? runs.front().left : runs.front().right, rising);
        for (const auto &run : runs) {
            const auto place = m_order.place[rising ? run.left : run.right];
            crossings += links[place] + passingBelow(run.row);
            passes.push_back({place, -static_cast<std::int64_t>(run.row)});
        }
        return crossings + crossingsAmong(passes);
    }

    //! Per place in the column of \a node: the links of its part that lead on, or arrive, above it.
    std::vector<std::uint64_t> linksAbove(NodeIndex node, bool rising) const
    {
        const auto part = m_lanes.partOf(m_graph.lane[node]);
        std::vector<std::uint64_t> above;
        std::uint64_t sum = 0;
        for (const auto item : m_order.column(m_graph, m_graph.rank[node])) {
            above.push_back(sum);
            if (m_lanes.partOf(m_graph.lane[item]) != part)
                continue;
            for (const auto &link : rising ? m_graph.down(item) : m_graph.up(item))
                sum += link.weight;
        }
        return above;
    }

    void add(std::uint32_t row, int change)
    {
        for (auto i = row + 1; i < m_passing.size(); i += i & (0U - i))
            m_passing[i] += change;
    }

    std::uint64_t passingBelow(std::uint32_t row) const
    {
        std::int64_t sum = 0;
        for (auto i = row; i > 0; i &= i - 1)
            sum += m_passing[i];
        return static_cast<std::uint64_t>(sum);
    }

    const LayeredGraph &m_graph;
    const Ordering &m_order;
    const Lanes &m_lanes;
    std::vector<std::int64_t> m_passing; //!< a Fenwick tree over rows
    std::vector<Run> m_rising;
    std::vector<Run> m_falling;
};

} // namespace

std::uint64_t outsideCrossings(const LayeredGraph &graph, const Ordering &order,
                               const LayoutInput &input, const Lanes &lanes,
                               const OutsideRows &rows)
{
    std::vector<std::vector<Run>> runs(lanes.partCount());
    for (std::size_t edge = 0; edge < input.edges.size(); ++edge) {
        if (graph.routing[edge] != Routing::Outside)
            continue;
        const auto &ends = input.edges[edge];
        const bool reversed = graph.reversed[edge] != 0;
        runs[lanes.partOf(graph.lane[ends.source])].push_back({reversed ? ends.target : ends.source,
                                                               reversed ? ends.source : ends.target,
                                                               rows.rowOf[edge]});
    }
    std::uint64_t crossings = 0;
    OutsideCounting counting(graph, order, lanes);
    for (std::uint32_t part = 0; part < runs.size(); ++part) {
        if (!runs[part].empty())
            crossings += counting.count(runs[part], rows.rowsOfPart[part]);
    }
    return crossings;
}

} // namespace portolan::lineage
