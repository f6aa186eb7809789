// SPDX-License-Identifier: GPL-3.0-or-later
// The search for an order: what it counts is true, and lanes stay whole whatever it tries.
#include "models/lineage/layout/lanes.h"
#include "models/lineage/layout/ordersearch.h"
#include "models/lineage/layout/ranking.h"
#include "tests/lineage/randomgraphs.h"

#include <QTest>

#include <algorithm>

using namespace portolan;
using namespace portolan::lineage;

namespace {

std::vector<tests::MadeGraph> graphs()
{
    return {tests::layeredGraph(120, 7, 1.8, 1), tests::scaleFree(90, 2, 2),
            tests::anyDirection(70, 110, 3),     tests::projectLike(150, 4),
            tests::manyParts(12, 8, 5),          tests::bipartite(9, 11)};
}

//! Every third edge is there twice, at other ports, as between columns of two tables.
LayeredGraph layered(const tests::MadeGraph &made)
{
    auto input = tests::inputOf(made);
    for (std::size_t i = 0; i < made.edges.size(); i += 3)
        input.edges.push_back(
            {made.edges[i].source, made.edges[i].target, 5, i % 2 == 0 ? 20.0 : 9.0});
    const auto graph = tests::graphOf(made);
    return layeredGraph(input, ranksOf(withoutCycles(graph)), lanesOf(input, graph).of);
}

//! Every pair of links of neighbouring columns compared.
std::uint64_t crossingsByPairs(const LayeredGraph &graph, const Ordering &order)
{
    struct Ends
    {
        std::uint32_t rank, left, right, weight;
    };

    std::vector<Ends> links;
    for (Item item = 0; item < graph.itemCount(); ++item) {
        for (const auto &link : graph.down(item))
            links.push_back(
                {graph.rank[item], order.place[item], order.place[link.item], link.weight});
    }
    std::uint64_t crossings = 0;
    for (const auto &a : links) {
        for (const auto &b : links) {
            if (a.rank == b.rank && a.left < b.left && a.right > b.right)
                crossings += std::uint64_t{a.weight} * b.weight;
        }
    }
    return crossings;
}

//! Each item once, in its column, at the place it is said to have, lane after lane.
bool isSound(const LayeredGraph &graph, const Ordering &order)
{
    std::vector<std::uint8_t> seen(graph.itemCount(), 0);
    for (std::uint32_t rank = 0; rank < graph.rankCount(); ++rank) {
        const auto column = order.column(graph, rank);
        for (std::size_t i = 0; i < column.size(); ++i) {
            if (graph.rank[column[i]] != rank || order.place[column[i]] != i
                || seen[column[i]] != 0)
                return false;
            if (i > 0 && graph.lane[column[i - 1]] > graph.lane[column[i]])
                return false;
            seen[column[i]] = 1;
        }
    }
    return std::count(seen.begin(), seen.end(), 1) == std::ssize(seen);
}

} // namespace

class TestOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void linksLeadToTheNextColumnAndCarryEveryEdge()
    {
        for (const auto &made : graphs()) {
            const auto graph = layered(made);
            std::uint64_t arriving = 0;
            for (Item item = 0; item < graph.itemCount(); ++item) {
                std::uint32_t in = 0;
                std::uint32_t out = 0;
                for (const auto &link : graph.up(item)) {
                    QCOMPARE(graph.rank[link.item] + 1, graph.rank[item]);
                    in += link.weight;
                }
                for (const auto &link : graph.down(item)) {
                    QCOMPARE(graph.rank[link.item], graph.rank[item] + 1);
                    out += link.weight;
                }
                if (graph.isNode(item))
                    arriving += in;
                else
                    QVERIFY(in == out && in > 0);
            }
            std::uint64_t expected = 0;
            for (std::size_t i = 0; i < made.edges.size(); ++i) {
                if (made.edges[i].source != made.edges[i].target)
                    expected += i % 3 == 0 ? 2 : 1;
            }
            QCOMPARE(arriving, expected);
        }
    }

    void crossingsAreCountedAsPairsAre()
    {
        for (const auto &made : graphs()) {
            const auto graph = layered(made);
            CrossingCounter counter(graph);
            for (const auto from : {StartFrom::Left, StartFrom::Right}) {
                const auto order = walkedOrder(graph, from);
                QVERIFY(isSound(graph, order));
                QCOMPARE(counter.total(order), crossingsByPairs(graph, order));
            }
        }
    }

    void passesAreCountedAsPairsAre()
    {
        std::uint32_t random = 1;
        for (std::size_t size = 0; size < 40; ++size) {
            std::vector<Pass> passes;
            for (std::size_t i = 0; i < size; ++i) {
                random = random * 1664525U + 1013904223U;
                passes.push_back({random >> 8 & 15, random >> 16 & 15, 1 + (random >> 24 & 3)});
            }
            std::uint64_t expected = 0;
            for (const auto &a : passes) {
                for (const auto &b : passes) {
                    if (a.left < b.left && a.right > b.right)
                        expected += a.weight * b.weight;
                }
            }
            QCOMPARE(crossingsAmong(passes), expected);
        }
    }

    void siftingSavesWhatItSays()
    {
        for (const auto &made : graphs()) {
            const auto graph = layered(made);
            CrossingCounter counter(graph);
            Sifter sifter(graph);
            auto order = walkedOrder(graph, StartFrom::Left);
            auto crossings = counter.total(order);
            for (std::uint32_t rank = 0; rank < graph.rankCount(); ++rank) {
                crossings -= sifter.sift(order, rank, {0, noNode});
                QCOMPARE(counter.total(order), crossings);
                QVERIFY(isSound(graph, order));
            }
        }
    }

    void everyStepKeepsTheOrderSoundAndTheBestTrue()
    {
        for (const auto &made : graphs()) {
            const auto graph = layered(made);
            CrossingCounter counter(graph);
            OrderSearch search(graph);
            search.start();
            auto least = search.bestCrossings();
            for (int i = 0; i < 300 && !search.isFinished(); ++i) {
                search.step();
                QVERIFY(search.bestCrossings() <= least);
                least = search.bestCrossings();
                QVERIFY(isSound(graph, search.best()));
                QCOMPARE(counter.total(search.best()), least);
            }
        }
    }

    //! As where the parts of a graph are spread beside each other.
    void aColumnMayBeEmpty()
    {
        const auto made = tests::bipartite(9, 11);
        const auto input = tests::inputOf(made);
        const auto graph = tests::graphOf(made);
        auto ranks = ranksOf(withoutCycles(graph));
        for (auto &rank : ranks)
            rank += 2;
        const auto apart = layeredGraph(input, ranks, lanesOf(input, graph).of);
        QCOMPARE(apart.rankCount(), 4U);
        OrderSearch search(apart);
        search.start();
        for (int i = 0; i < 2000 && !search.isFinished(); ++i) {
            search.step();
            QVERIFY(isSound(apart, search.best()));
        }
        QCOMPARE(search.bestCrossings(), CrossingCounter(apart).total(search.best()));
    }

    void smoothingBringsTogetherWhatBelongsTogether()
    {
        // Two long ladders, woven into each other by the numbering: they come apart.
        tests::MadeGraph made{{}, 400, {}};
        for (std::uint32_t i = 0; i + 8 < 400; ++i) {
            made.edges.push_back({i, i + 8});
            if (i + 10 < 400 && i % 8 < 6)
                made.edges.push_back({i, i + 10});
        }
        const auto graph = layered(made);
        OrderSearch search(graph);
        search.start();
        for (int i = 0; i < 300 && !search.isFinished(); ++i)
            search.step();
        QCOMPARE(search.bestCrossings(), 0U);
    }
};

QTEST_APPLESS_MAIN(TestOrder)
#include "tst_order.moc"
