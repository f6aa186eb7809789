// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings with domains and products, with columns to attach to, and with a past.
#include "tests/lineage/drawingchecks.h"
#include "tests/lineage/randomgraphs.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::lineage;
using tests::MadeGraph;

namespace {

bool disjoint(const Rect &a, const Rect &b)
{
    return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y
        || b.y + b.height <= a.y;
}

bool contains(const Rect &outer, const Rect &inner)
{
    constexpr double tolerance = 1e-6;
    return outer.x <= inner.x + tolerance && outer.y <= inner.y + tolerance
        && inner.x + inner.width <= outer.x + outer.width + tolerance
        && inner.y + inner.height <= outer.y + outer.height + tolerance;
}

void verifyDrawing(const LayoutInput &input, const Layout &layout)
{
    const auto faults = tests::faultsOf(input, layout);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u", "_s)));
}

} // namespace

class TestGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void groupsHoldTheirNodesAndNoOthers()
    {
        for (std::uint32_t seed = 1; seed <= 4; ++seed) {
            for (const auto &made :
                 {tests::projectLike(90 * seed, seed), tests::layeredGraph(80 * seed, 8, 1.5, seed),
                  tests::anyDirection(60 * seed, 80 * seed, seed), tests::manyParts(20, 6, seed)}) {
                const auto input = tests::inputInProducts(made, 2 + seed, 3);
                LayeredLayout layout(input);
                verifyDrawing(input, layout.first());
                layout.refine({.steps = 40});
                const auto refined = layout.drawing();
                verifyDrawing(input, refined);
                QCOMPARE(refined.figures.crossings,
                         tests::countedCrossings(tests::linesOf(input, refined)));
            }
        }
    }

    void groupsNestAndKeepApart()
    {
        const auto input = tests::inputInProducts(tests::projectLike(300, 2), 5, 4);
        const auto layout = LayeredLayout(input).first();
        for (GroupIndex a = 0; a < input.groups.size(); ++a) {
            if (layout.groups[a].width == 0)
                continue;
            const auto parent = input.groups[a].parent;
            if (parent != noGroup)
                QVERIFY(contains(layout.groups[parent], layout.groups[a]));
            for (GroupIndex b = a + 1; b < input.groups.size(); ++b) {
                if (input.groups[b].parent == parent && layout.groups[b].width > 0)
                    QVERIFY(disjoint(layout.groups[a], layout.groups[b]));
            }
        }
    }

    void rectanglesKeepApartInNarrowGaps()
    {
        // A product's margin is wider than the gap to what its domain holds beside it.
        const LayoutInput input{.nodes = std::vector<Size>(3, {100, 20}),
                                .edges = {{0, 1}, {1, 2}},
                                .groupOf = {1, 0, 2},
                                .groups = {{noGroup, 20}, {0, 20}, {0, 20}},
                                .spacing = {.layer = 12, .group = 16, .lead = 4}};
        verifyDrawing(input, LayeredLayout(input).first());
    }

    void domainsAreLanesOfOneWidth()
    {
        const auto input = tests::inputInProducts(tests::projectLike(200, 3), 4, 2);
        const auto layout = LayeredLayout(input).first();
        for (GroupIndex domain = 1; domain < 4; ++domain) {
            QCOMPARE(layout.groups[domain].x, layout.groups[0].x);
            QCOMPARE(layout.groups[domain].width, layout.groups[0].width);
        }
    }

    void domainsThatFeedEachOtherAreNeighbours()
    {
        // Six domains in a row by what flows between them, given in another order.
        const GroupIndex row[] = {3, 0, 5, 1, 4, 2};
        LayoutInput input;
        input.groups.resize(6);
        for (std::uint32_t i = 0; i < 60; ++i) {
            input.nodes.push_back({100, 20});
            input.groupOf.push_back(row[i / 10]);
            if (i >= 10)
                input.edges.push_back({i - 10, i});
        }
        const auto layout = LayeredLayout(input).first();
        verifyDrawing(input, layout);
        double before = layout.groups[row[0]].y;
        const bool down = layout.groups[row[5]].y > before;
        for (std::size_t i = 1; i < 6; ++i) {
            QCOMPARE(layout.groups[row[i]].y > before, down);
            before = layout.groups[row[i]].y;
        }
    }

    void positionsThatAreNoneAreNew()
    {
        auto input = tests::inputOf(tests::layeredGraph(60, 6, 1.6, 1));
        input.previous.assign(30, Point{0, std::numeric_limits<double>::quiet_NaN()});
        const auto layout = LayeredLayout(input).first();
        verifyDrawing(input, layout);
    }

    void unsoundGroupsDoNoHarm()
    {
        auto input = tests::inputInProducts(tests::projectLike(60, 1), 2, 2);
        input.groups[0].parent = 1;
        input.groups[1].parent = 0;
        input.groups[2].parent = 77;
        input.groupOf[5] = 99;
        input.groupOf.resize(30);
        const auto layout = LayeredLayout(input).first();
        QCOMPARE(layout.positions.size(), input.nodes.size());
        QCOMPARE(layout.groups.size(), input.groups.size());
    }

    void aGroupOfNothingHasNoSize()
    {
        auto input = tests::inputInProducts(tests::chain(10), 2, 2);
        input.groups.push_back({noGroup, 20});
        const auto layout = LayeredLayout(input).first();
        QCOMPARE(layout.groups.back(), Rect());
    }

    void linesMeetTheirPorts()
    {
        // Four columns of one table feed, in reverse order, the columns of another.
        LayoutInput input{.nodes = {{160, 128}, {160, 128}, {160, 28}}};
        for (int i = 0; i < 4; ++i)
            input.edges.push_back({0, 1, 38.0 + 20 * i, 98.0 - 20 * i});
        input.edges.push_back({0, 2, 118});
        const auto layout = LayeredLayout(input).first();
        verifyDrawing(input, layout);
        for (std::size_t i = 0; i < input.edges.size(); ++i) {
            const auto &edge = input.edges[i];
            const auto line = layout.route(i);
            QCOMPARE(line.front().y - layout.positions[edge.source].y, edge.sourcePort);
            if (edge.targetPort >= 0)
                QCOMPARE(line.back().y - layout.positions[edge.target].y, edge.targetPort);
        }
    }

    void neighboursStandInTheOrderOfThePorts()
    {
        LayoutInput input{.nodes = {{160, 228}}};
        for (std::uint32_t i = 0; i < 10; ++i) {
            input.nodes.push_back({160, 28});
            input.edges.push_back({0, i + 1, 28.0 + 20 * ((i * 7) % 10)});
        }
        const auto layout = LayeredLayout(input).first();
        for (const auto &a : input.edges) {
            for (const auto &b : input.edges)
                QCOMPARE(layout.positions[a.target].y < layout.positions[b.target].y,
                         a.sourcePort < b.sourcePort);
        }
    }

    void aFewRememberedPlacesAreNoOrderToKeep()
    {
        // As when everything is folded and unfolded again, or a mesh grows from 50 boxes to 400.
        const auto fresh = tests::inputOf(tests::layeredGraph(400, 8, 1.6, 5));
        const auto drawn = LayeredLayout(fresh).first();
        for (const std::size_t known : {0U, 40U}) {
            auto input = fresh;
            input.previous.resize(input.nodes.size());
            for (std::size_t node = 0; node < known; ++node)
                input.previous[node] = Point{0, double(node * 7919 % 400)};
            const auto layout = LayeredLayout(input).first();
            QCOMPARE(layout.figures.crossings, drawn.figures.crossings);
            QVERIFY(layout.positions == drawn.positions);
        }
    }

    void aKeptOrderIsGivenUpWhenItMay()
    {
        auto input = tests::inputOf(tests::layeredGraph(150, 8, 1.6, 3));
        // Not the order that a search would find.
        for (std::size_t node = 0; node < input.nodes.size(); ++node)
            input.previous.emplace_back(Point{0, double(node * 7919 % 150)});
        LayeredLayout layout(input);
        const auto kept = layout.first();
        layout.refine({.steps = 100});
        QCOMPARE(layout.drawing().figures.crossings, kept.figures.crossings);
        QVERIFY(layout.isFinished());
        layout.letGo();
        QVERIFY(!layout.isFinished());
        QVERIFY(layout.refine({.steps = 100}));
        QVERIFY2(
            2 * layout.drawing().figures.crossings < kept.figures.crossings,
            qPrintable(
                u"%1 of %2"_s.arg(layout.drawing().figures.crossings).arg(kept.figures.crossings)));
        verifyDrawing(input, layout.drawing());
    }

    void aColumnMadeFromItselfHasALineThatIsSeen()
    {
        LayoutInput input;
        input.nodes = {{168, 108}, {168, 28}};
        input.edges = {{0, 1, 14, 14}, {0, 0, 58, 58}};
        const auto layout = LayeredLayout(input).first();
        const auto first = layout.routeStart[1];
        const auto last = layout.routeStart[2] - 1;
        const auto top = layout.positions[0].y;
        QVERIFY(layout.routePoints[last].y - layout.routePoints[first].y >= 6);
        // Both ends are at its row, which is 20 high.
        QVERIFY(layout.routePoints[first].y > top + 48 && layout.routePoints[last].y < top + 68);
        verifyDrawing(input, layout);
    }

    void whereFewAreRememberedTheLanesAreThoseOfANewDrawing()
    {
        auto input = tests::inputInProducts(tests::projectLike(400, 5), 12, 1);
        const auto fresh = LayeredLayout(input).first();
        // A tenth of the nodes stood somewhere, the other way round.
        input.previous.resize(input.nodes.size());
        for (NodeIndex node = 0; node < input.nodes.size(); node += 10)
            input.previous[node] = Point{0, -fresh.positions[node].y};
        const auto kept = LayeredLayout(input).first();
        for (GroupIndex group = 0; group < input.groups.size(); ++group)
            QCOMPARE(kept.groups[group].y, fresh.groups[group].y);
        // All of them did: now the lanes stay as they were.
        for (NodeIndex node = 0; node < input.nodes.size(); ++node)
            input.previous[node] = Point{0, -fresh.positions[node].y};
        const auto turned = LayeredLayout(input).first();
        QVERIFY(turned.groups.front().y != fresh.groups.front().y);
    }

    void aBoxThatOpensStaysAboveWhatWasBelowIt()
    {
        // Its middle is now further down than the middle of what stood below.
        auto input = tests::inputOf(tests::layeredGraph(150, 8, 1.6, 3));
        const auto before = LayeredLayout(input).first();
        for (const auto &position : before.positions)
            input.previous.emplace_back(position);
        input.nodes[40].height = 1'228;
        const auto after = LayeredLayout(input).first();
        verifyDrawing(input, after);
        int below = 0;
        for (NodeIndex node = 0; node < 150; ++node) {
            if (before.positions[node].x == before.positions[40].x
                && before.positions[node].y > before.positions[40].y) {
                QVERIFY(after.positions[node].y > after.positions[40].y);
                ++below;
            }
        }
        QVERIFY(below > 2);
        // The same of lanes: one whose only box is open is no longer than another's mean.
        auto grouped = tests::inputInDomains(tests::chain(6), 3);
        const auto lanes = LayeredLayout(grouped).first();
        for (const auto &position : lanes.positions)
            grouped.previous.emplace_back(position);
        const auto top = std::min_element(lanes.groups.begin(), lanes.groups.end(),
                                          [](const Rect &a, const Rect &b) { return a.y < b.y; });
        grouped.nodes[NodeIndex(top - lanes.groups.begin())].height = 1'228;
        const auto opened = LayeredLayout(grouped).first();
        for (const auto &rect : opened.groups)
            QVERIFY(rect.y >= opened.groups[std::size_t(top - lanes.groups.begin())].y);
    }

    void asManyGroupsAsColumnsAreStacked()
    {
        // A chain whose every node is a domain of its own: outermost groups take all columns.
        auto input = tests::inputOf(tests::chain(600));
        for (NodeIndex node = 0; node < input.nodes.size(); ++node) {
            input.groups.push_back({noGroup, 24});
            input.groupOf.push_back(node);
        }
        const auto layout = LayeredLayout(input).first();
        verifyDrawing(input, layout);
        for (GroupIndex group = 1; group < input.groups.size(); ++group) {
            QCOMPARE(layout.groups[group].x, layout.groups[0].x);
            QCOMPARE(layout.groups[group].width, layout.groups[0].width);
        }
    }

    void aGrowingGraphKeepsItsOrder()
    {
        for (std::uint32_t seed = 1; seed <= 4; ++seed) {
            const auto made = tests::layeredGraph(150, 8, 1.6, seed);
            auto input = tests::inputOf(made);
            const auto before = LayeredLayout(input).first();
            for (const auto &position : before.positions)
                input.previous.emplace_back(position);
            for (NodeIndex node = 0; node < 150; node += 10) {
                input.edges.push_back({node, static_cast<NodeIndex>(input.nodes.size())});
                input.nodes.push_back({168, 28});
                input.previous.emplace_back();
            }
            LayeredLayout layout(input);
            const auto after = layout.first();
            verifyDrawing(input, after);
            int compared = 0;
            for (NodeIndex a = 0; a < made.nodes; ++a) {
                for (NodeIndex b = 0; b < made.nodes; ++b) {
                    const bool same = before.positions[a].x == before.positions[b].x
                        && after.positions[a].x == after.positions[b].x;
                    if (!same || before.positions[a].y >= before.positions[b].y)
                        continue;
                    QVERIFY(after.positions[a].y < after.positions[b].y);
                    ++compared;
                }
            }
            QVERIFY(compared > 100);
        }
    }
};

QTEST_APPLESS_MAIN(TestGroups)
#include "tst_groups.moc"
