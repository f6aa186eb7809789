// SPDX-License-Identifier: GPL-3.0-or-later
// Columns: cycles are opened, edges lead to the right, and are as short in sum as they can be.
#include "models/lineage/components.h"
#include "models/lineage/layout/networksimplex.h"
#include "models/lineage/layout/ranking.h"
#include "tests/lineage/randomgraphs.h"

#include <QTest>

using namespace portolan;
using namespace portolan::lineage;

namespace {

std::uint64_t lengthOf(const Graph &graph, const std::vector<std::uint32_t> &ranks)
{
    std::uint64_t length = 0;
    for (const auto &[source, target] : graph.arcs())
        length += ranks[target] - ranks[source];
    return length;
}

//! The shortest sum there is, by trying all ranks below \a columns for every node.
std::uint64_t shortestByTrying(const Graph &graph, std::uint32_t columns)
{
    auto least = std::numeric_limits<std::uint64_t>::max();
    std::vector<std::uint32_t> ranks(graph.nodeCount(), 0);
    const auto arcs = graph.arcs();
    for (;;) {
        bool valid = true;
        for (const auto &[source, target] : arcs)
            valid = valid && ranks[source] < ranks[target];
        if (valid)
            least = std::min(least, lengthOf(graph, ranks));
        std::size_t digit = 0;
        while (digit < ranks.size() && ++ranks[digit] == columns)
            ranks[digit++] = 0;
        if (digit == ranks.size())
            return least;
    }
}

bool allLeadRight(const Graph &graph, const std::vector<std::uint32_t> &ranks)
{
    for (const auto &[source, target] : graph.arcs()) {
        if (ranks[source] >= ranks[target])
            return false;
    }
    return true;
}

} // namespace

class TestRanks : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void openedCyclesKeepEveryEdge()
    {
        for (std::uint32_t seed = 1; seed <= 30; ++seed) {
            const auto graph = tests::graphOf(tests::anyDirection(60, 40 * (1 + seed % 5), seed));
            const auto open = withoutCycles(graph);
            QCOMPARE(topologicalOrder(open).size(), std::size_t{graph.nodeCount()});
            for (const auto &[source, target] : graph.arcs())
                QCOMPARE(open.find(source, target) != noEdge || open.find(target, source) != noEdge,
                         source != target);
            for (const auto &[source, target] : open.arcs())
                QVERIFY(graph.find(source, target) != noEdge
                        || graph.find(target, source) != noEdge);
        }
    }

    void onlyCyclesAreOpenedAndFewEdgesTurned()
    {
        for (std::uint32_t seed = 1; seed <= 30; ++seed) {
            const auto graph = tests::graphOf(tests::anyDirection(60, 120, seed));
            const auto strong = stronglyConnected(graph);
            const auto open = withoutCycles(graph);
            std::uint32_t inCycles = 0;
            std::uint32_t turned = 0;
            for (const auto &[source, target] : graph.arcs()) {
                if (source == target)
                    continue;
                const bool inside = strong.of[source] == strong.of[target];
                inCycles += inside ? 1 : 0;
                if (open.find(source, target) == noEdge) {
                    QVERIFY(inside);
                    ++turned;
                }
            }
            QVERIFY(2 * turned <= inCycles);
        }
    }

    void ranksAreAsShortAsTryingAllFinds()
    {
        int compared = 0;
        for (std::uint32_t seed = 1; seed <= 40; ++seed) {
            const auto graph = withoutCycles(tests::graphOf(tests::anyDirection(7, 10, seed)));
            const auto ranks = ranksOf(graph);
            QVERIFY(allLeadRight(graph, ranks));
            const auto highest = *std::max_element(ranks.begin(), ranks.end());
            if (highest > 5)
                continue;
            QCOMPARE(lengthOf(graph, ranks), shortestByTrying(graph, 6));
            ++compared;
        }
        QVERIFY(compared > 20);
    }

    void partsBeginInTheFirstColumn()
    {
        for (const auto &made :
             {tests::manyParts(40, 9, 3), tests::layeredGraph(3000, 12, 1.5, 1),
              tests::layeredGraph(300, 12, 1.5, 2), tests::scaleFree(500, 2, 3)}) {
            const auto graph = tests::graphOf(made);
            const auto ranks = ranksOf(graph);
            QVERIFY(allLeadRight(graph, ranks));
            const auto parts = weaklyConnected(graph);
            std::vector<std::uint32_t> lowest(parts.count(), noNode);
            for (NodeIndex node = 0; node < graph.nodeCount(); ++node)
                lowest[parts.of[node]] = std::min(lowest[parts.of[node]], ranks[node]);
            QCOMPARE(*std::max_element(lowest.begin(), lowest.end()), 0U);
        }
    }

    void simplexNeverLengthens()
    {
        for (std::uint32_t seed = 1; seed <= 10; ++seed) {
            const auto graph = tests::graphOf(tests::layeredGraph(400, 15, 1.8, seed));
            auto ranks = ranksOf(graph);
            const auto before = lengthOf(graph, ranks);
            shortestRanks(graph, weaklyConnected(graph), ranks);
            QVERIFY(allLeadRight(graph, ranks));
            QVERIFY(lengthOf(graph, ranks) <= before);
        }
    }

    void aLongChainIsNoRecursion()
    {
        const auto graph = tests::graphOf(tests::chain(200'000));
        const auto ranks = ranksOf(graph);
        QCOMPARE(ranks.back(), 199'999U);
    }
};

QTEST_APPLESS_MAIN(TestRanks)
#include "tst_ranks.moc"
