// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace portolan::lineage {

//! A node, counted from 0; what the node stands for is in arrays of the caller with this index.
using NodeIndex = std::uint32_t;
//! An edge, counted from 0 in the order of (source, target).
using EdgeIndex = std::uint32_t;
inline constexpr NodeIndex noNode = std::numeric_limits<NodeIndex>::max();
inline constexpr EdgeIndex noEdge = std::numeric_limits<EdgeIndex>::max();

//! A pair of nodes; data flows from \a source to \a target.
struct Arc
{
    NodeIndex source = noNode;
    NodeIndex target = noNode;

    bool operator==(const Arc &) const = default;

    bool operator<(const Arc &other) const
    {
        return source != other.source ? source < other.source : target < other.target;
    }
};

//! Which way to follow the edges.
enum class Direction : std::uint8_t { Upstream, Downstream };

//! A directed graph in compressed sparse rows, both ways; immutable, and safe to read from any
//! thread. No two edges have the same ends. Self loops and cycles are edges like others. Costs 12
//! bytes an edge and 8 bytes a node; all answers are views into it and cost nothing.
class Graph
{
public:
    Graph() = default;

    std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_outStart.size() - 1); }

    std::uint32_t edgeCount() const { return static_cast<std::uint32_t>(m_targets.size()); }

    //! What \a node flows into, ascending.
    std::span<const NodeIndex> targets(NodeIndex node) const
    {
        return {m_targets.data() + m_outStart[node], m_targets.data() + m_outStart[node + 1]};
    }

    //! What flows into \a node, ascending.
    std::span<const NodeIndex> sources(NodeIndex node) const
    {
        return {m_sources.data() + m_inStart[node], m_sources.data() + m_inStart[node + 1]};
    }

    //! targets() or sources().
    std::span<const NodeIndex> neighbours(NodeIndex node, Direction direction) const
    {
        return direction == Direction::Downstream ? targets(node) : sources(node);
    }

    //! The edge to targets(\a node)[0]; the others follow it.
    EdgeIndex firstOutgoing(NodeIndex node) const { return m_outStart[node]; }

    //! The edges into \a node, in the order of sources().
    std::span<const EdgeIndex> incoming(NodeIndex node) const
    {
        return {m_incoming.data() + m_inStart[node], m_incoming.data() + m_inStart[node + 1]};
    }

    //! The ends of \a edge in O(log nodes); to visit all edges, walk the nodes.
    Arc arc(EdgeIndex edge) const;

    //! The edge from \a source to \a target, or noEdge; O(log of the node's edges).
    EdgeIndex find(NodeIndex source, NodeIndex target) const;

    //! All edges in order, so that arcs()[e] are the ends of e.
    std::vector<Arc> arcs() const;

private:
    friend class GraphBuilder;

    std::vector<std::uint32_t> m_outStart{0};
    std::vector<std::uint32_t> m_inStart{0};
    std::vector<NodeIndex> m_targets;
    std::vector<NodeIndex> m_sources;
    std::vector<EdgeIndex> m_incoming;
};

//! Collects edges in any order and makes a Graph of them. Edges may be added twice, lead back to
//! their source or close cycles; nodes beyond the count given are added. At most 2^32 - 2 of each.
class GraphBuilder
{
public:
    explicit GraphBuilder(std::uint32_t nodeCount = 0);

    //! The number of the new node.
    NodeIndex addNode() { return m_nodeCount++; }

    //! Neither end may be noNode.
    void addEdge(NodeIndex source, NodeIndex target);

    void reserve(std::size_t edges) { m_arcs.reserve(edges); }

    //! What build() returns.
    struct Built
    {
        Graph graph;
        std::vector<EdgeIndex> edgeOf; //!< for each edge added, which one of the graph it became
        std::vector<std::uint32_t> multiplicity; //!< for each edge of the graph, how often added
    };

    //! The graph of what was added; O(nodes + edges log degree). The builder is empty afterwards.
    [[nodiscard]] Built build();

private:
    std::uint32_t m_nodeCount = 0;
    std::vector<Arc> m_arcs;
};

} // namespace portolan::lineage
