// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/layeredgraph.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace portolan::lineage {
namespace {

//! Passages that are worth drawing, per node and edge; beyond, the longest edges run outside.
constexpr std::uint64_t passagesPerElement = 2;
constexpr std::uint64_t passagesAlways = 100'000;

//! An edge from left to right, whichever way it points.
struct Span
{
    NodeIndex left;
    NodeIndex right;
    double leftPort;
    double rightPort;
    std::uint32_t edge;
    bool reversed;
};

float shareOf(double port, const Size &size)
{
    if (port < 0 || size.height <= 0)
        return 0.5F;
    return static_cast<float>(std::clamp(port / size.height, 0.0, 1.0) * 0.98 + 0.01);
}

class Layering
{
public:
    Layering(const LayoutInput &input, const std::vector<std::uint32_t> &ranks,
             const std::vector<Lane> &lanes)
        : m_input(input)
    {
        m_graph.nodeCount = static_cast<std::uint32_t>(input.nodes.size());
        m_graph.rank = ranks;
        m_graph.lane = lanes;
        m_graph.lastItem.assign(input.edges.size(), 0);
        m_graph.routing.assign(input.edges.size(), Routing::None);
        m_graph.reversed.assign(input.edges.size(), 0);
    }

    LayeredGraph build()
    {
        collectSpans();
        leaveOutTheLongest();
        cutIntoChains();
        indexLinks();
        countRanks();
        return std::move(m_graph);
    }

private:
    struct RawLink
    {
        Item from;
        Item to;
        std::uint32_t weight;
        float fromPort;
        float toPort;
    };

    std::uint32_t lengthOf(const Span &span) const
    {
        return m_graph.rank[span.right] - m_graph.rank[span.left];
    }

    void collectSpans()
    {
        m_spans.reserve(m_input.edges.size());
        for (std::uint32_t i = 0; i < m_input.edges.size(); ++i) {
            const auto &edge = m_input.edges[i];
            if (edge.source >= m_graph.nodeCount || edge.target >= m_graph.nodeCount)
                continue;
            if (edge.source == edge.target) {
                m_graph.routing[i] = Routing::Loop;
                continue;
            }
            m_graph.routing[i] = Routing::Chain;
            const bool reversed = m_graph.rank[edge.source] > m_graph.rank[edge.target];
            m_graph.reversed[i] = reversed ? 1 : 0;
            if (reversed)
                m_spans.push_back(
                    {edge.target, edge.source, edge.targetPort, edge.sourcePort, i, true});
            else
                m_spans.push_back(
                    {edge.source, edge.target, edge.sourcePort, edge.targetPort, i, false});
        }
    }

    void leaveOutTheLongest()
    {
        std::uint64_t passages = 0;
        for (const auto &span : m_spans)
            passages += lengthOf(span) - 1;
        const auto allowed = passagesAlways
            + passagesPerElement * (m_graph.nodeCount + static_cast<std::uint64_t>(m_spans.size()));
        if (passages <= allowed)
            return;
        std::stable_sort(m_spans.begin(), m_spans.end(), [this](const Span &a, const Span &b) {
            return lengthOf(a) < lengthOf(b);
        });
        while (passages > allowed) {
            passages -= lengthOf(m_spans.back()) - 1;
            m_graph.routing[m_spans.back().edge] = Routing::Outside;
            m_spans.pop_back();
        }
    }

    //! Edges between the same two nodes that leave at the same port share one chain.
    void cutIntoChains()
    {
        std::vector<std::uint32_t> order(m_spans.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto key = [this](std::uint32_t i) {
            const auto &span = m_spans[i];
            return std::tuple(span.left, span.right, span.reversed, span.leftPort, span.rightPort,
                              span.edge);
        };
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        m_links.reserve(2 * m_spans.size());
        for (std::size_t i = 0; i < order.size();) {
            const auto &first = m_spans[order[i]];
            auto end = i + 1;
            while (end < order.size() && sharesChain(first, m_spans[order[end]]))
                ++end;
            cutChain({order.data() + i, order.data() + end});
            i = end;
        }
    }

    static bool sharesChain(const Span &a, const Span &b)
    {
        return a.left == b.left && a.right == b.right && a.reversed == b.reversed
            && a.leftPort == b.leftPort;
    }

    void cutChain(std::span<const std::uint32_t> members)
    {
        const auto &first = m_spans[members.front()];
        auto at = first.left;
        while (m_graph.rank[at] + 1 < m_graph.rank[first.right])
            at = pass(at, first, static_cast<std::uint32_t>(members.size()));
        const RawLink *last = nullptr;
        for (const auto member : members) {
            const auto &span = m_spans[member];
            m_graph.lastItem[span.edge] = at;
            const auto toPort = shareOf(span.rightPort, m_input.nodes[span.right]);
            if (last != nullptr && last->toPort == toPort) {
                ++m_links.back().weight;
                continue;
            }
            m_links.push_back({at, span.right, 1, leavingPort(at, span), toPort});
            last = &m_links.back();
        }
    }

    float leavingPort(Item at, const Span &span) const
    {
        return m_graph.isNode(at) ? shareOf(span.leftPort, m_input.nodes[span.left]) : 0.5F;
    }

    //! The chain one column further, for so many edges.
    Item pass(Item at, const Span &span, std::uint32_t weight)
    {
        const auto next = m_graph.itemCount();
        m_graph.rank.push_back(m_graph.rank[at] + 1);
        m_graph.lane.push_back(m_graph.lane[span.left]);
        m_graph.before.push_back(at);
        m_links.push_back({at, next, weight, leavingPort(at, span), 0.5F});
        return next;
    }

    void indexLinks()
    {
        const auto items = m_graph.itemCount();
        m_graph.downStart.assign(items + 1, 0);
        m_graph.upStart.assign(items + 1, 0);
        for (const auto &link : m_links) {
            ++m_graph.downStart[link.from + 1];
            ++m_graph.upStart[link.to + 1];
        }
        std::partial_sum(m_graph.downStart.begin(), m_graph.downStart.end(),
                         m_graph.downStart.begin());
        std::partial_sum(m_graph.upStart.begin(), m_graph.upStart.end(), m_graph.upStart.begin());
        m_graph.downLinks.resize(m_links.size());
        m_graph.upLinks.resize(m_links.size());
        auto nextDown = m_graph.downStart;
        auto nextUp = m_graph.upStart;
        for (const auto &link : m_links) {
            m_graph.downLinks[nextDown[link.from]++] = {link.to, link.weight, link.toPort};
            m_graph.upLinks[nextUp[link.to]++] = {link.from, link.weight, link.fromPort};
        }
    }

    void countRanks()
    {
        const auto highest = m_graph.rank.empty()
            ? 0
            : *std::max_element(m_graph.rank.begin(), m_graph.rank.end()) + 1;
        m_graph.rankStart.assign(highest + 1, 0);
        for (const auto rank : m_graph.rank)
            ++m_graph.rankStart[rank + 1];
        std::partial_sum(m_graph.rankStart.begin(), m_graph.rankStart.end(),
                         m_graph.rankStart.begin());
    }

    const LayoutInput &m_input;
    LayeredGraph m_graph;
    std::vector<Span> m_spans;
    std::vector<RawLink> m_links;
};

} // namespace

LayeredGraph layeredGraph(const LayoutInput &input, const std::vector<std::uint32_t> &ranks,
                          const std::vector<Lane> &lanes)
{
    return Layering(input, ranks, lanes).build();
}

} // namespace portolan::lineage
