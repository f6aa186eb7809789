// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/components.h"

#include <algorithm>

namespace portolan::lineage {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

//! Tarjan's search with a stack of its own: a chain of a million nodes is no deeper than any other.
class StrongSearch
{
public:
    explicit StrongSearch(const Graph &graph)
        : m_graph(graph)
        , m_order(graph.nodeCount(), unseen)
        , m_low(graph.nodeCount(), 0)
    {
        m_found.of.assign(graph.nodeCount(), unseen);
    }

    Components run()
    {
        for (NodeIndex node = 0; node < m_graph.nodeCount(); ++node) {
            if (m_order[node] == unseen)
                searchFrom(node);
        }
        // Tarjan closes the ends of the flow first.
        std::reverse(m_found.sizes.begin(), m_found.sizes.end());
        for (auto &component : m_found.of)
            component = m_found.count() - 1 - component;
        return std::move(m_found);
    }

private:
    struct Frame
    {
        NodeIndex node;
        std::uint32_t next; //!< the place in its targets where the search goes on
    };

    void enter(NodeIndex node)
    {
        m_order[node] = m_low[node] = m_entered++;
        m_open.push_back(node);
        m_calls.push_back({node, 0});
    }

    void searchFrom(NodeIndex start)
    {
        enter(start);
        while (!m_calls.empty()) {
            auto &frame = m_calls.back();
            const auto node = frame.node;
            const auto targets = m_graph.targets(node);
            if (frame.next < targets.size()) {
                const auto target = targets[frame.next++];
                if (m_order[target] == unseen)
                    enter(target);
                else if (m_found.of[target] == unseen)
                    m_low[node] = std::min(m_low[node], m_order[target]);
            } else {
                leave(node);
            }
        }
    }

    void leave(NodeIndex node)
    {
        m_calls.pop_back();
        if (!m_calls.empty()) {
            auto &low = m_low[m_calls.back().node];
            low = std::min(low, m_low[node]);
        }
        if (m_low[node] != m_order[node])
            return;
        const auto component = m_found.count();
        std::uint32_t size = 0;
        NodeIndex member = noNode;
        do {
            member = m_open.back();
            m_open.pop_back();
            m_found.of[member] = component;
            ++size;
        } while (member != node);
        m_found.sizes.push_back(size);
    }

    const Graph &m_graph;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_low;
    std::vector<NodeIndex> m_open;
    std::vector<Frame> m_calls;
    std::uint32_t m_entered = 0;
    Components m_found;
};

} // namespace

Components stronglyConnected(const Graph &graph)
{
    return StrongSearch(graph).run();
}

Components weaklyConnected(const Graph &graph)
{
    Components found;
    found.of.assign(graph.nodeCount(), unseen);
    std::vector<NodeIndex> queue;
    for (NodeIndex start = 0; start < graph.nodeCount(); ++start) {
        if (found.of[start] != unseen)
            continue;
        const auto component = found.count();
        queue.assign(1, start);
        found.of[start] = component;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (const auto direction : {Direction::Upstream, Direction::Downstream}) {
                for (const auto neighbour : graph.neighbours(queue[i], direction)) {
                    if (found.of[neighbour] == unseen) {
                        found.of[neighbour] = component;
                        queue.push_back(neighbour);
                    }
                }
            }
        }
        found.sizes.push_back(static_cast<std::uint32_t>(queue.size()));
    }
    return found;
}

std::vector<NodeIndex> cycleOf(const Graph &graph, const Components &strong, NodeIndex node)
{
    const auto component = strong.of[node];
    if (strong.sizes[component] == 1)
        return graph.find(node, node) == noEdge ? std::vector<NodeIndex>() : std::vector{node};
    std::vector<NodeIndex> members;
    for (NodeIndex other = 0; other < graph.nodeCount(); ++other) {
        if (strong.of[other] == component)
            members.push_back(other);
    }
    return members;
}

} // namespace portolan::lineage
