// SPDX-License-Identifier: GPL-3.0-or-later
// The graph and what is asked of it, against the plainest way to answer.
#include "models/lineage/closure.h"
#include "models/lineage/components.h"
#include "models/lineage/failures.h"
#include "models/lineage/reduction.h"
#include "tests/lineage/randomgraphs.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::lineage;
using tests::MadeGraph;

namespace {

std::vector<MadeGraph> graphs()
{
    std::vector<MadeGraph> made{tests::chain(40), tests::star(20, true), tests::star(20, false),
                                tests::bipartite(6, 7), tests::manyParts(8, 6, 1)};
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        made.push_back(tests::layeredGraph(60, 6, 1.5, seed));
        made.push_back(tests::scaleFree(60, 2, seed));
        made.push_back(tests::anyDirection(40, 30 * seed, seed));
    }
    return made;
}

//! The distance of every node from \a start, found edge by edge until nothing changes.
std::map<NodeIndex, std::uint32_t> distances(const MadeGraph &graph, NodeIndex start,
                                             Direction direction)
{
    std::map<NodeIndex, std::uint32_t> found{{start, 0}};
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto &edge : graph.edges) {
            const auto from = direction == Direction::Downstream ? edge.source : edge.target;
            const auto to = direction == Direction::Downstream ? edge.target : edge.source;
            if (!found.contains(from))
                continue;
            const auto distance = found.at(from) + 1;
            if (!found.contains(to) || found.at(to) > distance) {
                found[to] = distance;
                changed = true;
            }
        }
    }
    return found;
}

bool reaches(const MadeGraph &graph, NodeIndex from, NodeIndex to)
{
    return distances(graph, from, Direction::Downstream).contains(to);
}

std::vector<std::uint8_t> everyThird(std::uint32_t count, std::uint32_t offset)
{
    std::vector<std::uint8_t> marks(count);
    for (std::uint32_t i = 0; i < count; ++i)
        marks[i] = (i * 7 + offset) % 3 == 0 ? 1 : 0;
    return marks;
}

} // namespace

class TestGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void holdsEachEdgeOnceInBothDirections()
    {
        for (const auto &made : graphs()) {
            const auto graph = tests::graphOf(made);
            std::set<Arc> expected(made.edges.begin(), made.edges.end());
            const auto arcs = graph.arcs();
            QVERIFY(std::equal(arcs.begin(), arcs.end(), expected.begin(), expected.end()));
            std::size_t incoming = 0;
            for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
                const auto sources = graph.sources(node);
                const auto edges = graph.incoming(node);
                QCOMPARE(sources.size(), edges.size());
                for (std::size_t i = 0; i < sources.size(); ++i) {
                    QCOMPARE(graph.arc(edges[i]), (Arc{sources[i], node}));
                    QCOMPARE(graph.find(sources[i], node), edges[i]);
                }
                incoming += sources.size();
            }
            QCOMPARE(incoming, arcs.size());
        }
    }

    void builderCountsRepetitionsAndGrows()
    {
        GraphBuilder builder(2);
        for (const auto &[source, target] : {Arc{0, 1}, Arc{5, 5}, Arc{0, 1}, Arc{1, 0}})
            builder.addEdge(source, target);
        const auto built = builder.build();
        QCOMPARE(built.graph.nodeCount(), 6U);
        QCOMPARE(built.graph.edgeCount(), 3U);
        QCOMPARE(built.edgeOf, (std::vector<EdgeIndex>{0, 2, 0, 1}));
        QCOMPARE(built.multiplicity, (std::vector<std::uint32_t>{2, 1, 1}));
        QCOMPARE(built.graph.find(1, 5), noEdge);
        QCOMPARE(built.graph.find(9, 0), noEdge);
    }

    void emptyGraphAnswers()
    {
        const Graph graph;
        QCOMPARE(graph.nodeCount(), 0U);
        QVERIFY(graph.arcs().empty());
        const NodeIndex starts[] = {3};
        QVERIFY(closure(graph, starts, Direction::Upstream).nodes.empty());
        QVERIFY(shortestPath(graph, 0, 1).empty());
        QCOMPARE(stronglyConnected(graph).count(), 0U);
        QCOMPARE(weaklyConnected(graph).count(), 0U);
    }

    void closureIsWhatPlainSearchFinds()
    {
        for (const auto &made : graphs()) {
            const auto graph = tests::graphOf(made);
            for (const auto direction : {Direction::Upstream, Direction::Downstream}) {
                for (NodeIndex start = 0; start < graph.nodeCount(); start += 7) {
                    const NodeIndex starts[] = {start};
                    const auto expected = distances(made, start, direction);
                    const auto found = closure(graph, starts, direction);
                    QCOMPARE(found.nodes.size(), expected.size());
                    QVERIFY(std::is_sorted(found.depths.begin(), found.depths.end()));
                    for (std::size_t i = 0; i < found.nodes.size(); ++i)
                        QCOMPARE(found.depths[i], expected.at(found.nodes[i]));
                    const auto near = closure(graph, starts, direction, 2);
                    const auto count = std::count_if(expected.begin(), expected.end(),
                                                     [](const auto &at) { return at.second <= 2; });
                    QCOMPARE(near.nodes.size(), static_cast<std::size_t>(count));
                }
            }
        }
    }

    void pathsAreShortestAndComplete()
    {
        for (const auto &made : graphs()) {
            const auto graph = tests::graphOf(made);
            for (NodeIndex from = 0; from < graph.nodeCount(); from += 5) {
                const auto distance = distances(made, from, Direction::Downstream);
                for (NodeIndex to = 0; to < graph.nodeCount(); to += 3) {
                    const auto path = shortestPath(graph, from, to);
                    const auto between = nodesOnPaths(graph, from, to);
                    if (!distance.contains(to)) {
                        QVERIFY(path.empty() && between.empty());
                        continue;
                    }
                    QCOMPARE(path.size(), distance.at(to) + std::size_t{1});
                    QVERIFY(path.front() == from && path.back() == to);
                    for (std::size_t i = 1; i < path.size(); ++i)
                        QVERIFY(graph.find(path[i - 1], path[i]) != noEdge);
                    for (NodeIndex node = 0; node < graph.nodeCount(); node += 4)
                        QCOMPARE(std::binary_search(between.begin(), between.end(), node),
                                 distance.contains(node) && reaches(made, node, to));
                }
            }
        }
    }

    void strongComponentsReachEachOtherAndFollowTheFlow()
    {
        for (const auto &made : graphs()) {
            const auto graph = tests::graphOf(made);
            const auto strong = stronglyConnected(graph);
            for (NodeIndex a = 0; a < graph.nodeCount(); a += 2) {
                for (NodeIndex b = 0; b < graph.nodeCount(); b += 3)
                    QCOMPARE(strong.of[a] == strong.of[b],
                             reaches(made, a, b) && reaches(made, b, a));
            }
            for (const auto &[source, target] : graph.arcs())
                QVERIFY(strong.of[source] <= strong.of[target]);
            QCOMPARE(std::accumulate(strong.sizes.begin(), strong.sizes.end(), 0U),
                     graph.nodeCount());
        }
    }

    void cycleOfANodeIsItsComponent()
    {
        GraphBuilder builder;
        for (const auto &[source, target] : {Arc{0, 1}, Arc{1, 2}, Arc{2, 0}, Arc{2, 3}, Arc{4, 4}})
            builder.addEdge(source, target);
        const auto graph = builder.build().graph;
        const auto strong = stronglyConnected(graph);
        QCOMPARE(cycleOf(graph, strong, 1), (std::vector<NodeIndex>{0, 1, 2}));
        QVERIFY(cycleOf(graph, strong, 3).empty());
        QCOMPARE(cycleOf(graph, strong, 4), (std::vector<NodeIndex>{4}));
    }

    void aMillionInARowIsNoDepth()
    {
        const auto graph = tests::graphOf(tests::chain(1'000'000));
        QCOMPARE(stronglyConnected(graph).count(), 1'000'000U);
        QCOMPARE(weaklyConnected(graph).count(), 1U);
        QCOMPARE(shortestPath(graph, 0, 999'999).size(), std::size_t{1'000'000});
    }

    void reductionKeepsEveryEdgeInOnePlace()
    {
        constexpr GroupIndex groups = 5;
        for (const auto &made : graphs()) {
            const auto graph = tests::graphOf(made);
            std::vector<GroupIndex> groupOf(graph.nodeCount());
            for (NodeIndex node = 0; node < graph.nodeCount(); ++node)
                groupOf[node] = node % 11 == 0 ? noGroup : node * 7 % groups;
            const auto reduction = reduceToGroups(graph, groupOf, groups);
            QCOMPARE(reduction.graph.nodeCount(), groups);
            std::map<Arc, std::uint32_t> between;
            std::map<GroupIndex, std::uint32_t> inner;
            for (const auto &[source, target] : graph.arcs()) {
                const auto from = groupOf[source];
                const auto to = groupOf[target];
                if (from == noGroup || to == noGroup)
                    continue;
                if (from == to)
                    ++inner[from];
                else
                    ++between[{from, to}];
            }
            const auto arcs = reduction.graph.arcs();
            QCOMPARE(arcs.size(), between.size());
            for (std::size_t edge = 0; edge < arcs.size(); ++edge)
                QCOMPARE(reduction.multiplicity[edge], between.at(arcs[edge]));
            for (GroupIndex group = 0; group < groups; ++group) {
                QCOMPARE(reduction.inner[group], inner[group]);
                QCOMPARE(
                    reduction.sizes[group],
                    static_cast<std::uint32_t>(std::count(groupOf.begin(), groupOf.end(), group)));
            }
        }
    }

    void eachNodeItsOwnGroupIsTheGraphWithoutLoops()
    {
        const auto graph = tests::graphOf(tests::anyDirection(50, 120, 3));
        std::vector<GroupIndex> groupOf(graph.nodeCount());
        std::iota(groupOf.begin(), groupOf.end(), 0U);
        auto expected = graph.arcs();
        std::erase_if(expected, [](const Arc &arc) { return arc.source == arc.target; });
        QCOMPARE(reduceToGroups(graph, groupOf, graph.nodeCount()).graph.arcs(), expected);
    }

    void filteredGraphKeepsEdgesAndBridgesPaths()
    {
        for (const auto &made : graphs()) {
            const auto graph = tests::graphOf(made);
            const auto keep = everyThird(graph.nodeCount(), 1);
            const auto plain = induced(graph, keep);
            const auto bridged = induced(graph, keep, Bridging::Over);
            for (std::uint32_t a = 0; a < plain.original.size(); ++a) {
                const auto from = plain.original[a];
                QVERIFY(keep[from] != 0);
                QCOMPARE(plain.local[from], a);
                // What is reached without passing a kept node.
                MadeGraph through{{}, made.nodes, {}};
                for (const auto &edge : made.edges) {
                    if (edge.source == from || keep[edge.source] == 0)
                        through.edges.push_back(edge);
                }
                const auto reached = distances(through, from, Direction::Downstream);
                for (std::uint32_t b = 0; b < plain.original.size(); ++b) {
                    const auto to = plain.original[b];
                    const bool direct = graph.find(from, to) != noEdge;
                    QCOMPARE(plain.graph.find(a, b) != noEdge, direct);
                    const auto edge = bridged.graph.find(a, b);
                    QCOMPARE(edge != noEdge, direct || (a != b && reached.contains(to)));
                    if (edge != noEdge)
                        QCOMPARE(bridged.bridged[edge] != 0, !direct);
                }
            }
        }
    }

    void failuresBeginWhereNothingBeforeFails()
    {
        for (const auto &made : graphs()) {
            const auto graph = tests::graphOf(made);
            const auto failing = everyThird(graph.nodeCount(), 2);
            const FailureOrigins origins(graph, failing);
            for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
                std::set<NodeIndex> expected;
                for (const auto &[ancestor, depth] : distances(made, node, Direction::Upstream)) {
                    if (failing[ancestor] == 0)
                        continue;
                    bool first = true;
                    for (const auto &[before, steps] :
                         distances(made, ancestor, Direction::Upstream))
                        first = first && (failing[before] == 0 || reaches(made, ancestor, before));
                    if (first)
                        expected.insert(ancestor);
                }
                const auto found = origins.of(node);
                QCOMPARE(std::set<NodeIndex>(found.begin(), found.end()), expected);
                QCOMPARE(origins.isOrigin(node), expected.contains(node));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestGraph)
#include "tst_graph.moc"
