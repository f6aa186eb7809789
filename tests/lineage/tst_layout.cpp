// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings of graphs of many shapes: what every one of them promises.
#include "tests/lineage/drawingchecks.h"
#include "tests/lineage/randomgraphs.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::lineage;
using tests::MadeGraph;

namespace {

std::vector<MadeGraph> smallGraphs()
{
    std::vector<MadeGraph> made{tests::chain(30),
                                tests::star(60, true),
                                tests::star(60, false),
                                tests::bipartite(12, 15),
                                tests::chainWithLeaps(60, 25, 1),
                                tests::manyParts(30, 9, 1)};
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        made.push_back(tests::layeredGraph(40 * seed, 3 + 2 * seed, 1.6, seed));
        made.push_back(tests::scaleFree(40 * seed, 2, seed));
        made.push_back(tests::anyDirection(40 * seed, 60 * seed, seed));
        made.push_back(tests::projectLike(60 * seed, seed));
    }
    return made;
}

//! Sizes as different as expanded and collapsed nodes.
LayoutInput unevenInput(const MadeGraph &graph)
{
    auto input = tests::inputOf(graph);
    for (NodeIndex node = 0; node < graph.nodes; ++node)
        input.nodes[node] = {100 + 17.0 * (node % 7), node % 5 == 0 ? 148.0 : 28.0};
    return input;
}

bool operator==(const Layout &a, const Layout &b)
{
    return a.positions == b.positions && a.routePoints == b.routePoints
        && a.routeStart == b.routeStart && a.groups == b.groups;
}

void verifyDrawing(const LayoutInput &input, const Layout &layout, const QString &name)
{
    const auto faults = tests::faultsOf(input, layout);
    QVERIFY2(faults.isEmpty(), qPrintable(name + u": "_s + faults.join(u", "_s)));
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void drawingsKeepTheirPromises()
    {
        for (const auto &made : smallGraphs()) {
            for (const auto &input : {tests::inputOf(made), unevenInput(made)}) {
                LayeredLayout layout(input);
                verifyDrawing(input, layout.first(), made.name);
                layout.refine({.steps = 60});
                verifyDrawing(input, layout.drawing(), made.name + u" refined"_s);
            }
        }
    }

    void crossingsAreThoseThatAreSeen()
    {
        for (const auto &made : smallGraphs()) {
            const auto input = unevenInput(made);
            LayeredLayout layout(input);
            const auto first = layout.first();
            QCOMPARE(first.figures.crossings,
                     tests::countedCrossings(tests::linesOf(input, first)));
            layout.refine({.steps = 60});
            const auto refined = layout.drawing();
            QCOMPARE(refined.figures.crossings,
                     tests::countedCrossings(tests::linesOf(input, refined)));
        }
    }

    void refiningIsNeverWorse()
    {
        for (const auto &made : smallGraphs()) {
            LayeredLayout layout(tests::inputOf(made));
            auto least = layout.first().figures.crossings;
            for (int i = 0; i < 12; ++i) {
                const bool better = layout.refine({.steps = 25});
                const auto now = layout.drawing().figures.crossings;
                QVERIFY(better ? now < least : now == least); // small ones are polished at once
                least = now;
            }
        }
    }

    void refiningEnds()
    {
        LayeredLayout layout(tests::inputOf(tests::layeredGraph(60, 6, 1.6, 9)));
        static_cast<void>(layout.first());
        layout.refine({});
        QVERIFY(layout.isFinished());
        QVERIFY(!layout.refine({}));
    }

    void theSameInputGivesTheSameDrawing()
    {
        for (const auto &made : smallGraphs()) {
            LayeredLayout one(tests::inputOf(made));
            LayeredLayout other(tests::inputOf(made));
            QVERIFY(one.first() == other.first());
            // In one go or in many, so many steps lead to the same drawing.
            one.refine({.steps = 40});
            for (int i = 0; i < 40; ++i)
                other.refine({.steps = 1});
            QVERIFY(one.drawing() == other.drawing());
        }
    }

    void whereRefiningPausesDoesNotMatter()
    {
        // Edges that are there twice, at other ports: the search counts crossings of such pairs,
        // the drawing does not, so an order on the way may be drawn better than the last.
        auto input = tests::inputOf(tests::anyDirection(36, 90, 5));
        for (std::size_t i = 0; i < 90; ++i) {
            auto again = input.edges[i];
            if (i % 3 == 0)
                input.edges[i].sourcePort = double(i * 7 % 28);
            if (i % 3 == 1)
                again.targetPort = double(i * 11 % 28);
            if (i % 2 == 1)
                input.edges.push_back(again);
            if (i % 5 == 0)
                input.edges.push_back(input.edges[i]);
        }
        LayeredLayout one(input);
        LayeredLayout other(input);
        QVERIFY(one.first() == other.first());
        one.refine({.steps = 100});
        for (int i = 0; i < 100; ++i)
            other.refine({.steps = 1});
        QVERIFY(one.drawing() == other.drawing());
    }

    void drawingsAreHardlyHigherThanTheirHighestColumn()
    {
        for (const auto &made : {tests::layeredGraph(600, 15, 1.6, 1), tests::projectLike(600, 2),
                                 tests::bipartite(20, 30)}) {
            const auto input = tests::inputOf(made);
            const auto layout = LayeredLayout(input).first();
            std::map<double, double> heights;
            for (const auto &[x, y] : layout.positions)
                heights[x] += 28 + input.spacing.node;
            double highest = 0;
            for (const auto &[x, height] : heights)
                highest = std::max(highest, height);
            QVERIFY2(layout.size.height < 1.6 * highest, qPrintable(made.name));
        }
    }

    void crossingsStayFew()
    {
        // The bounds are what Graphviz dot draws of these graphs, as polylines.
        const auto refined = [](const MadeGraph &made) {
            LayeredLayout layout(tests::inputOf(made));
            static_cast<void>(layout.first());
            layout.refine({.steps = 500});
            return layout.drawing().figures.crossings;
        };
        QVERIFY(refined(tests::layeredGraph(300, 10, 1.6, 1)) < 1061);
        QVERIFY(refined(tests::projectLike(1000, 2)) < 19'108);
        QVERIFY(refined(tests::scaleFree(1000, 2, 3)) < 115'079);
    }

    void largePicturesAreDrawnCloserWhenRefined()
    {
        const auto input = tests::inputOf(tests::layeredGraph(6000, 15, 1.6, 1));
        LayeredLayout layout(input);
        const auto first = layout.first();
        QVERIFY(layout.refine({.steps = 1}));
        const auto refined = layout.drawing();
        verifyDrawing(input, refined, u"refined"_s);
        QVERIFY(refined.figures.crossings <= first.figures.crossings);
        QVERIFY(refined.figures.edgeLength < first.figures.edgeLength);
        QVERIFY(refined.figures.area < first.figures.area);
    }

    void cancellingStopsAtOnce()
    {
        LayeredLayout layout(tests::inputOf(tests::layeredGraph(3000, 10, 1.6, 1)));
        const auto before = layout.first();
        const std::atomic<bool> cancelled = true;
        QVERIFY(!layout.refine({.cancelled = &cancelled}));
        QVERIFY(layout.drawing() == before);
        QVERIFY(!layout.isFinished());
    }

    void treesAndPlanarGraphsCrossNowhere()
    {
        for (const auto &made : {tests::chain(50), tests::star(200, true), tests::star(200, false),
                                 tests::manyParts(60, 8, 4)})
            QCOMPARE(LayeredLayout(tests::inputOf(made)).first().figures.crossings, 0U);
    }

    void emptyAndSingle()
    {
        LayeredLayout nothing((LayoutInput()));
        const auto empty = nothing.first();
        QVERIFY(empty.positions.empty());
        QCOMPARE(empty.routeStart.size(), std::size_t{1});
        QVERIFY(!nothing.refine({}));

        const LayoutInput single{.nodes = {{100, 20}}};
        const auto one = LayeredLayout(single).first();
        QCOMPARE(one.positions.front(), (Point{0, 0}));
        QCOMPARE(one.size, (Size{100, 20}));
    }

    void everyKindOfEdgeIsDrawn()
    {
        // Two nodes that feed each other, a loop, a repetition, and one that leads nowhere.
        const LayoutInput input{.nodes = std::vector<Size>(3, {100, 40}),
                                .edges = {{0, 1}, {1, 0}, {1, 1}, {1, 2}, {1, 2}, {7, 1}}};
        const auto layout = LayeredLayout(input).first();
        QCOMPARE(layout.figures.reversed, 1U);
        QCOMPARE(layout.route(5).size(), std::size_t{0});
        QVERIFY(layout.route(2).size() > 2);
        const auto forth = layout.route(0);
        const auto back = layout.route(1);
        QCOMPARE(layout.reversed[0] + layout.reversed[1], 1);
        QVERIFY(forth.front().y != back.back().y); // side by side, not on each other
        auto drawn = input;
        drawn.edges.pop_back();
        auto shown = layout;
        shown.routeStart.pop_back();
        verifyDrawing(drawn, shown, u"kinds"_s);
    }

    void linesBackToTheirNodeLieWithinTheDrawing()
    {
        for (const std::uint32_t nodes : {1U, 3U}) {
            auto input = tests::inputOf(tests::chain(nodes));
            input.edges.push_back({nodes - 1, nodes - 1});
            verifyDrawing(input, LayeredLayout(input).first(), QString::number(nodes));
        }
    }

    void sizesThatAreNoneAreNothing()
    {
        LayoutInput input = tests::inputOf(tests::chain(4));
        input.nodes[1] = {-5, std::numeric_limits<double>::quiet_NaN()};
        const auto layout = LayeredLayout(input).first();
        for (const auto &[x, y] : layout.positions)
            QVERIFY(std::isfinite(x) && std::isfinite(y));
    }
};

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
