// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/feedback.h"

#include <algorithm>

namespace portolan::lineage {
namespace {

//! Takes nodes away one by one: ends of the flow go last, starts of it go first, and where there is
//! neither, the node that gives the most and gets the least goes first. Buckets by that difference
//! make each choice constant in time; an entry that no longer tells the truth is skipped.
class GreedyOrder
{
public:
    GreedyOrder(const Graph &graph, const Components &strong)
        : m_graph(graph)
        , m_strong(strong)
        , m_out(graph.nodeCount(), 0)
        , m_in(graph.nodeCount(), 0)
        , m_place(graph.nodeCount(), noNode)
    {
        for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
            for (const auto target : graph.targets(node)) {
                if (counts(node, target)) {
                    ++m_out[node];
                    ++m_in[target];
                }
            }
        }
        const auto widest = std::max(highest(m_out), highest(m_in));
        m_middle = widest;
        m_buckets.resize(2 * static_cast<std::size_t>(widest) + 1);
    }

    std::vector<std::uint32_t> run()
    {
        for (NodeIndex node = m_graph.nodeCount(); node-- > 0;) {
            if (m_out[node] + m_in[node] > 0)
                file(node);
            else
                m_place[node] = 0;
        }
        while (takeOne()) { }
        return std::move(m_place);
    }

private:
    static std::uint32_t highest(const std::vector<std::uint32_t> &numbers)
    {
        return numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
    }

    bool counts(NodeIndex source, NodeIndex target) const
    {
        return source != target && m_strong.of[source] == m_strong.of[target];
    }

    std::size_t bucketOf(NodeIndex node) const { return m_middle + m_out[node] - m_in[node]; }

    void file(NodeIndex node)
    {
        if (m_out[node] == 0)
            m_ends.push_back(node);
        else if (m_in[node] == 0)
            m_starts.push_back(node);
        else
            m_buckets[bucketOf(node)].push_back(node);
        m_top = std::max(m_top, bucketOf(node));
    }

    bool takeOne()
    {
        if (!m_ends.empty()) {
            take(m_ends, m_last);
        } else if (!m_starts.empty()) {
            take(m_starts, m_first);
        } else {
            while (m_top > 0 && m_buckets[m_top].empty())
                --m_top;
            if (m_buckets[m_top].empty())
                return false;
            const auto node = m_buckets[m_top].back();
            const bool stale = m_out[node] == 0 || m_in[node] == 0 || bucketOf(node) != m_top;
            if (stale && m_place[node] == noNode)
                m_buckets[m_top].pop_back();
            else
                take(m_buckets[m_top], m_first);
        }
        return true;
    }

    //! Gives the last of \a from its place, which is \a counter, unless it has one.
    void take(std::vector<NodeIndex> &from, std::uint32_t &counter)
    {
        const auto node = from.back();
        from.pop_back();
        if (m_place[node] != noNode)
            return;
        m_place[node] = counter;
        counter += &counter == &m_last ? -1U : 1U;
        for (const auto target : m_graph.targets(node)) {
            if (counts(node, target) && m_place[target] == noNode) {
                --m_in[target];
                file(target);
            }
        }
        for (const auto source : m_graph.sources(node)) {
            if (counts(source, node) && m_place[source] == noNode) {
                --m_out[source];
                file(source);
            }
        }
    }

    const Graph &m_graph;
    const Components &m_strong;
    std::vector<std::uint32_t> m_out;
    std::vector<std::uint32_t> m_in;
    std::vector<std::uint32_t> m_place;
    std::vector<std::vector<NodeIndex>> m_buckets;
    std::vector<NodeIndex> m_starts;
    std::vector<NodeIndex> m_ends;
    std::size_t m_middle = 0;
    std::size_t m_top = 0;
    std::uint32_t m_first = 0;
    std::uint32_t m_last = noNode - 1;
};

} // namespace

std::vector<std::uint32_t> feedbackOrder(const Graph &graph, const Components &strong)
{
    return GreedyOrder(graph, strong).run();
}

} // namespace portolan::lineage
