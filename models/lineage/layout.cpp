// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout.h"

#include "models/lineage/layout/figures.h"
#include "models/lineage/layout/ordersearch.h"
#include "models/lineage/layout/placement.h"
#include "models/lineage/layout/ranking.h"
#include "models/lineage/layout/routing.h"

#include <algorithm>
#include <cmath>

namespace portolan::lineage {
namespace {

//! What the first picture may cost, in items and links looked at.
constexpr std::uint64_t firstWork = 1'500'000;
constexpr std::uint32_t firstSweeps = 6;

//! Sizes and ports that can be reckoned with.
void makeSound(LayoutInput &input)
{
    for (auto &size : input.nodes) {
        size.width = std::isfinite(size.width) ? std::max(size.width, 0.0) : 0;
        size.height = std::isfinite(size.height) ? std::max(size.height, 0.0) : 0;
    }
    for (auto &edge : input.edges) {
        edge.sourcePort = edge.sourcePort >= 0 ? edge.sourcePort : middlePort;
        edge.targetPort = edge.targetPort >= 0 ? edge.targetPort : middlePort;
    }
    input.previous.resize(input.previous.empty() ? 0 : input.nodes.size());
}

Graph graphOf(const LayoutInput &input)
{
    const auto nodes = static_cast<std::uint32_t>(input.nodes.size());
    GraphBuilder builder(nodes);
    builder.reserve(input.edges.size());
    for (const auto &edge : input.edges) {
        if (edge.source < nodes && edge.target < nodes)
            builder.addEdge(edge.source, edge.target);
    }
    return builder.build().graph;
}

//! Nodes without edges would all stand in the first column: in a grouped drawing they are dealt
//! out to all columns.
void spreadIsolated(const Graph &graph, std::vector<std::uint32_t> &ranks)
{
    std::uint32_t columns = 1;
    std::uint32_t isolated = 0;
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        columns = std::max(columns, ranks[node] + 1);
        isolated += graph.targets(node).empty() && graph.sources(node).empty() ? 1 : 0;
    }
    const auto square = static_cast<std::uint32_t>(std::sqrt(isolated / 4.0));
    columns = std::clamp(square, columns, std::max(columns, 40U));
    std::uint32_t next = 0;
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        if (graph.targets(node).empty() && graph.sources(node).empty())
            ranks[node] = next++ % columns;
    }
}

} // namespace

struct LayeredLayout::State
{
    explicit State(LayoutInput given)
        : input(std::move(given))
    {
        makeSound(input);
        const auto graph = graphOf(input);
        auto ranks = ranksOf(withoutCycles(graph));
        if (!input.groups.empty())
            spreadIsolated(graph, ranks);
        lanes = lanesOf(input, graph);
        layered = layeredGraph(input, ranks, lanes.of);
        rows = outsideRows(layered, input, lanes);
        if (input.previous.empty())
            search = std::make_unique<OrderSearch>(layered);
        else
            search = std::make_unique<OrderSearch>(layered, rememberedOrder(layered, input));
    }

    Layout draw() const
    {
        Layout layout;
        const auto coordinates = laneCoordinates(layered, search->best(), input, lanes.count);
        const auto placement = place(layered, input, lanes, coordinates, rows);
        route(layered, input, lanes, placement, layout);
        layout.columns.assign(layered.rank.begin(), layered.rank.begin() + layered.nodeCount);
        layout.groups = placement.groups;
        layout.size = placement.size;
        layout.figures.crossings = drawnCrossings(layered, search->best(), input, lanes, rows);
        measureRoutes(layout);
        return layout;
    }

    LayoutInput input;
    Lanes lanes;
    LayeredGraph layered;
    OutsideRows rows;
    std::unique_ptr<OrderSearch> search;
    bool started = false;
};

LayeredLayout::LayeredLayout(LayoutInput input)
    : m_state(std::make_unique<State>(std::move(input)))
{
}

LayeredLayout::~LayeredLayout() = default;
LayeredLayout::LayeredLayout(LayeredLayout &&) noexcept = default;
LayeredLayout &LayeredLayout::operator=(LayeredLayout &&) noexcept = default;

Layout LayeredLayout::first()
{
    auto &search = *m_state->search;
    std::uint64_t work = 0;
    for (std::uint32_t i = 0; !search.isFinished() && (i < firstSweeps || work < firstWork); ++i)
        work += search.step();
    return drawing();
}

bool LayeredLayout::refine(const RefineLimits &limits)
{
    const auto begin = std::chrono::steady_clock::now();
    auto &search = *m_state->search;
    const auto before = search.bestCrossings();
    for (std::uint32_t i = 0; !search.isFinished(); ++i) {
        if (limits.steps && i >= *limits.steps)
            break;
        if (limits.cancelled != nullptr && limits.cancelled->load(std::memory_order_relaxed))
            break;
        if (limits.time && std::chrono::steady_clock::now() - begin >= *limits.time)
            break;
        search.step();
    }
    return search.bestCrossings() < before;
}

bool LayeredLayout::isFinished() const
{
    return m_state->search->isFinished();
}

Layout LayeredLayout::drawing() const
{
    return m_state->draw();
}

} // namespace portolan::lineage
