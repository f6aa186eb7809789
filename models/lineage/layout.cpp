// SPDX-License-Identifier: GPL-3.0-or-later
//
// How lineage is drawn
// ====================
//
// The idea. Data flows one way, so the picture does: every node stands in a column, every edge
// leads from a column to one further right, and what remains is to choose the columns, the order
// within each, and the heights, so that the eye can follow a line. That is the layered method of
// Sugiyama, Tagawa and Toda. Its goals contradict each other, hence they are pursued one after the
// other, each step leaving alone what the steps before it settled:
//
// 1. No cycles (feedback.h). Real lineage has a few. Inside each strongly connected component nodes
//    are put in a row by the greedy rule of Eades, Lin and Smyth; the edges against it are treated
//    as if they pointed the other way until they are drawn, and then lead leftwards, visibly.
// 2. Columns, called ranks (ranking.h, networksimplex.h). Longest paths give valid ones; moving
//    single nodes towards the side where they have more edges shortens them; up to a few thousand
//    nodes the network simplex of Gansner, Koutsofios, North and Vo makes them as short as
//    possible. Short edges matter beyond their ink: a line that passes no column cannot be crossed
//    there.
// 3. Lanes (lanes.h). What must stay together has a stretch of each column for itself: a part that
//    no edge connects with the rest or, in a grouped drawing, what one group holds. Lanes stand in
//    one order in all columns, so no later step can tear a group apart; groups between which much
//    flows become neighbours.
// 4. Passing items (layeredgraph.h). An edge over several columns gets a place in each of them, so
//    that from here on edges lead from one column to the next. A deep graph with long edges would
//    have more such places than memory; beyond a bound the longest edges leave the columns and run
//    above their part, in rows that edges which do not meet share.
// 5. Order (ordersearch.h): the search for few crossings, which is most of the work. Sweeps sort
//    each column by the mean place of the neighbours in the one before, back and forth. They are
//    quick and short-sighted: a sweep sees one side, and whatever started at the wrong end of the
//    picture stays there. Smoothing (smoothing.h) cures that: all items move towards the mean of
//    all their neighbours at once, some dozens of times, which brings together what hangs together
//    over the whole graph; the order of the heights that result had 14 to 37 % fewer crossings than
//    the sweeps it started from. Sifting (sifting.h) then moves single items to their best place,
//    which is the only one of the three that counts what it does. Rounds of this start from
//    different orders, later from the best one loosened or shaken. The best order ever met is kept,
//    so that refining can be stopped at any moment and is never worse.
// 6. Heights (coordinates.h), by Brandes and Koepf: items are bound to a middle neighbour where no
//    long line is in the way, bound items form level blocks, blocks are pushed together. Four such
//    drawings, each leaning to another corner, are averaged. That keeps long lines level, and
//    leaves the picture two to three times as high and its lines twice as long as need be: blocks
//    tear gaps open that nothing closes. So columns are then relaxed like springs, back and forth
//    (relaxing.h), and nodes and level stretches moved towards where that takes them as far as
//    distances allow (tightening.h). A large first picture is drawn without, for the time it takes.
//    Level stretches of long lines still hold each other apart, the more so in lanes; so the air is
//    taken out of what is higher than a screen, before and after (squeeze() in relaxing.h): a lane
//    is then about as high as its highest column. That took up to three quarters of the height of
//    grouped drawings and as much of the ink, for 2 to 11 % more bends; 40 % where hubs have lines
//    over many columns.
// 7. Places (placement.h, stacking.h, packing.h). Lanes of a grouped drawing fall onto each other
//    as far as the columns that both use allow; outermost groups are lanes over the whole width.
//    Columns are as wide as their widest node, gaps as wide as the climb of their lines asks for.
//    Parts that nothing connects are packed on a page, and stay where they were when the graph
//    grows. What is much higher than a screen gets wider gaps where its lines climb far
//    (placement.h); a part of hundreds of columns is broken into rows (wrapping.h), in a grouped
//    drawing with all lanes in each row; and dozens of leaves of one node in one group are laid out
//    as one node, a page of them (families.h), with as many to a row as suit the whole drawing
//    where lanes share their columns (shaping.h). Parts that nothing connects share the columns of
//    a grouped drawing, so they are moved to the right to where their lanes are empty
//    (spreading.h). Else all of these would be strips of a few pixels' width in any window that
//    shows all of them. None of it costs a crossing.
// 8. Routes (routing.h). A line is level where it passes a column and climbs in the gaps only. In a
//    gap is no node, in a column each line has its own place: so none can touch a node that is not
//    its own, whatever the sizes, and the crossings counted on the order are those on the screen.
//
// Determinism. Nothing depends on time, on addresses or on a hash; random numbers have fixed seeds.
// Refining is cut into steps by size, not by the clock: as many steps give the same drawing, and a
// clock only decides how many there are.
//
// Positions that are kept. Where at least half of the nodes stood somewhere before, their order is
// taken as it was, new ones enter at the mean height of their neighbours, and nothing is searched
// until letGo() allows it; where it was fewer, the drawing is a new one: an order that few nodes
// remember helps nobody, and costs the search. Leaves keep their cell in their page, and the page
// its form, parts of grouped drawings their columns (remembering.h). Columns stay where they were:
// a gap keeps its width unless its lines now ask for a very different one (placement.h).
//
// One layout for every zoom. The far view draws the same positions with less detail.
//
// What was left out, and why. Sharing lines that leave one node (they could run as one and branch
// late): it saves items, and has more crossings, because a shared line is crossed by all or none.
// Eiglsperger's segments, which hold a long edge's places in one element: with the bound of step 4
// the places stay few enough, and smoothing and sifting want to see each. Medians instead of means:
// within two percent of each other once sifted. Balancing columns of equal length: it widens what
// the eye reads as a stage. Splines: a cubic between the points of a route is the canvas's
// business. A layout of the groups as nodes first: lanes do it with one layout.
#include "models/lineage/layout.h"

#include "models/lineage/layout/families.h"
#include "models/lineage/layout/figures.h"
#include "models/lineage/layout/ordersearch.h"
#include "models/lineage/layout/placement.h"
#include "models/lineage/layout/ranking.h"
#include "models/lineage/layout/relaxing.h"
#include "models/lineage/layout/routing.h"
#include "models/lineage/layout/spreading.h"
#include "models/lineage/layout/tightening.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <utility>

namespace portolan::lineage {
namespace {

//! What the first picture may cost, in items and links looked at.
constexpr std::uint64_t firstWork = 3'000'000;
constexpr std::uint64_t polishedAtOnce = 12'000; //!< items and links
constexpr std::uint64_t tighteningWork = 6'000'000; //!< items and links, times over
constexpr std::uint64_t leastTightening = 8;
constexpr std::uint64_t mostTightening = 80;
constexpr std::uint64_t startWork = 45; //!< per item and link: what the start of the search costs

//! \a input with numbers that can be reckoned with.
LayoutInput sound(LayoutInput input)
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
    for (auto &position : input.previous) {
        if (position && !std::isfinite(position->y))
            position.reset();
    }
    for (auto *distance : {&input.spacing.node, &input.spacing.edge, &input.spacing.layer,
                           &input.spacing.part, &input.spacing.group, &input.spacing.lead})
        *distance = *distance >= 1 ? *distance : 1;
    return input;
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

} // namespace

bool isRemembered(const LayoutInput &input)
{
    const auto known = std::count_if(input.previous.begin(), input.previous.end(),
                                     [](const auto &position) { return position.has_value(); });
    return known > 0 && 2 * static_cast<std::size_t>(known) >= input.nodes.size();
}

struct LayeredLayout::State
{
    explicit State(LayoutInput asked)
        : given(sound(std::move(asked)))
        , families(given)
        , input(families.isEmpty() ? std::move(given) : families.reduced())
    {
        const auto graph = graphOf(input);
        auto ranks = ranksOf(withoutCycles(graph));
        lanes = lanesOf(input, graph);
        if (lanes.grouped) {
            spreadParts(graph, lanes, input, ranks);
            families.shape(ranks, lanes, input);
        }
        layered = layeredGraph(input, ranks, lanes.of);
        rows = outsideRows(layered, input, lanes);
        polished = elements() <= polishedAtOnce;
        if (isRemembered(input))
            search = std::make_unique<OrderSearch>(layered, rememberedOrder(layered, input));
        else
            search = std::make_unique<OrderSearch>(layered);
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

    //! The first picture: what is drawn is counted meanwhile, since neither needs the other.
    Layout drawFirst()
    {
        shown = search->best();
        auto counting = std::async(std::launch::async, [this] {
            return drawnCrossings(layered, shown, input, lanes, rows);
        });
        auto layout = draw();
        crossings = counting.get();
        started = true;
        layout.figures.crossings = crossings;
        return layout;
    }

    std::uint64_t elements() const { return layered.itemCount() + layered.downLinks.size(); }

    //! Draws with all care from now on. Returns whether that is new.
    bool polish() { return !std::exchange(polished, true); }

    Layout draw() const
    {
        Layout layout;
        auto coordinates = laneCoordinates(layered, shown, input, lanes.count);
        squeeze(layered, shown, input, lanes.grouped, coordinates);
        if (polished) {
            tighten(layered, shown, input,
                    static_cast<int>(std::clamp<std::uint64_t>(tighteningWork / (elements() + 1),
                                                               leastTightening, mostTightening)),
                    coordinates);
            // What was level has held lanes of a grouped drawing apart once more.
            if (squeeze(layered, shown, input, lanes.grouped, coordinates))
                straighten(layered, shown, input, coordinates);
        }
        const auto placement = place(layered, input, lanes, coordinates, rows);
        route(layered, input, lanes, placement, layout);
        layout.columns.assign(layered.rank.begin(), layered.rank.begin() + layered.nodeCount);
        layout.groups = placement.groups;
        layout.groupRows = placement.groupRows;
        layout.size = placement.size;
        layout.figures.crossings = crossings;
        layout = families.expanded(std::move(layout));
        measureRoutes(layout);
        return layout;
    }

    LayoutInput given;
    Families families; //!< of what was given
    LayoutInput input; //!< what is laid out
    Lanes lanes;
    LayeredGraph layered;
    OutsideRows rows;
    std::unique_ptr<OrderSearch> search;
    Ordering shown; //!< the order that is drawn
    std::uint64_t crossings = 0; //!< as drawn
    bool started = false;
    bool polished = false; //!< lines are drawn together; too slow for a large first picture
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
    for (auto work = startWork * m_state->elements(); !search.isFinished() && work < firstWork;)
        work += search.step();
    return m_state->drawFirst();
}

bool LayeredLayout::refine(const RefineLimits &limits)
{
    const auto begin = std::chrono::steady_clock::now();
    auto &search = *m_state->search;
    std::uint32_t tried = 0;
    std::uint64_t work = 0;
    bool better = false;
    for (; !search.isFinished(); ++tried) {
        if ((limits.steps && tried >= *limits.steps) || (limits.work && work >= *limits.work))
            break;
        if (limits.cancelled != nullptr && limits.cancelled->load(std::memory_order_relaxed))
            break;
        if (limits.time && std::chrono::steady_clock::now() - begin >= *limits.time)
            break;
        const auto least = search.bestCrossings();
        work += search.step();
        // At once, whatever the limits: else what is shown would depend on where refining paused.
        if (search.bestCrossings() < least)
            better = m_state->adopt() || better;
    }
    const bool moved = search.isFinished() || tried > 0;
    return (moved && m_state->polish()) || better;
}

void LayeredLayout::letGo()
{
    m_state->search->letGo();
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
