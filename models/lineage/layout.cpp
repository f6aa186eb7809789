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
constexpr std::uint64_t startWork = 20; //!< per item and link: what the start of the search costs

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

//! Nodes without edges would all stand in the first column. In a grouped drawing each goes to the
//! emptiest of the columns that its lane has anyway.
void spreadIsolated(const Graph &graph, const Lanes &lanes, std::vector<std::uint32_t> &ranks)
{
    constexpr std::uint32_t widest = 32; // columns of a lane that are looked at
    constexpr std::uint32_t lonely = 6; // columns of a lane that holds nothing else
    const auto isIsolated = [&](NodeIndex node) {
        return graph.targets(node).empty() && graph.sources(node).empty();
    };
    std::vector<std::uint32_t> first(lanes.count, noNode);
    std::vector<std::uint32_t> last(lanes.count, 0);
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        if (!isIsolated(node)) {
            first[lanes.of[node]] = std::min(first[lanes.of[node]], ranks[node]);
            last[lanes.of[node]] = std::max(last[lanes.of[node]], ranks[node]);
        }
    }
    std::vector<std::vector<std::uint32_t>> filled(lanes.count);
    for (Lane lane = 0; lane < lanes.count; ++lane) {
        const bool alone = first[lane] == noNode;
        first[lane] = alone ? 0 : first[lane];
        filled[lane].resize(alone ? lonely : std::min(last[lane] - first[lane] + 1, widest), 0);
    }
    const auto visit = [&](bool isolated, auto enter) {
        for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
            if (isIsolated(node) == isolated)
                enter(node, filled[lanes.of[node]], first[lanes.of[node]]);
        }
    };
    visit(false, [&](NodeIndex node, auto &columns, std::uint32_t start) {
        if (ranks[node] - start < columns.size())
            ++columns[ranks[node] - start];
    });
    visit(true, [&](NodeIndex node, auto &columns, std::uint32_t start) {
        const auto emptiest = std::min_element(columns.begin(), columns.end());
        ++*emptiest;
        ranks[node] = start + static_cast<std::uint32_t>(emptiest - columns.begin());
    });
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
        lanes = lanesOf(input, graph);
        if (lanes.grouped)
            spreadIsolated(graph, lanes, ranks);
        layered = layeredGraph(input, ranks, lanes.of);
        rows = outsideRows(layered, input, lanes);
        if (input.previous.empty())
            search = std::make_unique<OrderSearch>(layered);
        else
            search = std::make_unique<OrderSearch>(layered, rememberedOrder(layered, input));
    }

    //! Shows the order found when it is better as drawn: the search also counts crossings of edges
    //! that share a node, so that its best need not be. Returns whether it was.
    bool adopt()
    {
        const auto now = drawnCrossings(layered, search->best(), input, lanes, rows);
        if (started && now >= crossings)
            return false;
        shown = search->best();
        crossings = now;
        started = true;
        return true;
    }

    Layout draw() const
    {
        Layout layout;
        const auto coordinates = laneCoordinates(layered, shown, input, lanes.count);
        const auto placement = place(layered, input, lanes, coordinates, rows);
        route(layered, input, lanes, placement, layout);
        layout.columns.assign(layered.rank.begin(), layered.rank.begin() + layered.nodeCount);
        layout.groups = placement.groups;
        layout.size = placement.size;
        layout.figures.crossings = crossings;
        measureRoutes(layout);
        return layout;
    }

    LayoutInput input;
    Lanes lanes;
    LayeredGraph layered;
    OutsideRows rows;
    std::unique_ptr<OrderSearch> search;
    Ordering shown; //!< the order that is drawn
    std::uint64_t crossings = 0; //!< as drawn
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
    search.start();
    const auto elements = m_state->layered.itemCount() + m_state->layered.downLinks.size();
    for (auto work = startWork * elements; !search.isFinished() && work < firstWork;)
        work += search.step();
    m_state->adopt();
    return drawing();
}

bool LayeredLayout::refine(const RefineLimits &limits)
{
    const auto begin = std::chrono::steady_clock::now();
    auto &search = *m_state->search;
    for (std::uint32_t i = 0; !search.isFinished(); ++i) {
        if (limits.steps && i >= *limits.steps)
            break;
        if (limits.cancelled != nullptr && limits.cancelled->load(std::memory_order_relaxed))
            break;
        if (limits.time && std::chrono::steady_clock::now() - begin >= *limits.time)
            break;
        search.step();
    }
    return m_state->adopt();
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
