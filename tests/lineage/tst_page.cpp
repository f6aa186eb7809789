// SPDX-License-Identifier: GPL-3.0-or-later
// Large drawings have the shape of a page, and grow without jumping.
#include "models/lineage/components.h"
#include "models/lineage/layout/packing.h"
#include "tests/lineage/drawingchecks.h"
#include "tests/lineage/randomgraphs.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::lineage;
using tests::MadeGraph;

namespace {

double aspectOf(const Layout &layout)
{
    return layout.size.width / layout.size.height;
}

//! Whether a drawing of this shape fills a fair part of a window that shows all of it.
bool isPage(const Layout &layout)
{
    return aspectOf(layout) > 0.4 && aspectOf(layout) < 6;
}

bool overlap(Point a, Size first, Point b, Size second, double gap)
{
    return a.x < b.x + second.width + gap - 1e-6 && b.x < a.x + first.width + gap - 1e-6
        && a.y < b.y + second.height + gap - 1e-6 && b.y < a.y + first.height + gap - 1e-6;
}

//! \a graph with the places of \a before; the node \a added is new, and those after it had one
//! number less.
LayoutInput remembered(const MadeGraph &graph, const Layout &before, NodeIndex added)
{
    auto input = tests::inputOf(graph);
    for (NodeIndex node = 0; node < graph.nodes; ++node) {
        const auto number = node > added ? node - 1 : node;
        if (node == added || number >= before.positions.size())
            input.previous.emplace_back();
        else
            input.previous.emplace_back(before.positions[number]);
    }
    return input;
}

} // namespace

class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void manyLeavesOfOneNodeAreAPage()
    {
        for (const bool outwards : {true, false}) {
            const auto input = tests::inputOf(tests::star(5000, outwards));
            const auto layout = LayeredLayout(input).first();
            QVERIFY2(isPage(layout), qPrintable(QString::number(aspectOf(layout))));
            QCOMPARE(layout.figures.crossings, std::uint64_t(0));
            QCOMPARE(tests::faultsOf(input, layout), QStringList());
        }
    }

    void leavesBesideOtherThingsCrossNoMoreThanBefore()
    {
        // Two hubs with leaves of their own, and a middle that both lead to.
        MadeGraph made;
        made.nodes = 303;
        for (std::uint32_t i = 0; i < 300; ++i)
            made.edges.push_back({i % 2, 3 + i});
        made.edges.push_back({0, 2});
        made.edges.push_back({1, 2});
        auto input = tests::inputOf(made);
        // Ports, and members of different heights.
        input.nodes[10].height = 120;
        input.edges[7].targetPort = 90; // leads to node 10
        const auto layout = LayeredLayout(input).first();
        QCOMPARE(tests::faultsOf(input, layout), QStringList());
        QCOMPARE(layout.figures.crossings, tests::countedCrossings(tests::linesOf(input, layout)));
        const auto &end = layout.route(7).back();
        QVERIFY(std::abs(end.y - layout.positions[10].y - 90) < 1e-6);
        // A few leaves stay a column.
        const auto few = LayeredLayout(tests::inputOf(tests::star(20, true))).first();
        for (NodeIndex leaf = 2; leaf <= 20; ++leaf)
            QCOMPARE(few.positions[leaf].x, few.positions[1].x);
    }

    void leavesInGroupsArePagesToo()
    {
        for (const std::uint32_t domains : {2U, 12U}) {
            for (const bool outwards : {true, false}) {
                const auto input = tests::inputInDomains(tests::star(5000, outwards), domains);
                const auto layout = LayeredLayout(input).first();
                QVERIFY2(isPage(layout), qPrintable(QString::number(aspectOf(layout))));
                QCOMPARE(layout.figures.crossings, std::uint64_t(0));
                QCOMPARE(tests::faultsOf(input, layout), QStringList());
            }
        }
        // Of products in domains, too, where they have enough leaves.
        const auto input = tests::inputInProducts(tests::star(3000, true), 3, 4);
        const auto layout = LayeredLayout(input).first();
        QVERIFY2(isPage(layout), qPrintable(QString::number(aspectOf(layout))));
        QCOMPARE(tests::faultsOf(input, layout), QStringList());
    }

    void partsInGroupsAreSpreadOverColumns()
    {
        for (const auto &made : {tests::manyParts(600, 9, 1), MadeGraph{u"alone"_s, 5000, {}}}) {
            for (const auto &input :
                 {tests::inputInDomains(made, 2), tests::inputInProducts(made, 4, 5)}) {
                const auto layout = LayeredLayout(input).first();
                QVERIFY2(isPage(layout), qPrintable(QString::number(aspectOf(layout))));
                QCOMPARE(tests::faultsOf(input, layout), QStringList());
            }
        }
    }

    void aLongChainThroughDomainsIsBrokenIntoRows()
    {
        for (const std::uint32_t domains : {2U, 12U}) {
            auto input = tests::inputInDomains(tests::chain(3000), domains);
            const auto layout = LayeredLayout(input).first();
            QVERIFY2(isPage(layout), qPrintable(QString::number(aspectOf(layout))));
            QCOMPARE(tests::faultsOf(input, layout), QStringList());
            QVERIFY(!layout.groupRows.empty());
            QCOMPARE(layout.groupRows.size() % domains, std::size_t(0)); // all lanes in each row
            QCOMPARE(tests::countedCrossings(tests::linesOf(input, layout)), std::uint64_t(0));
        }
    }

    void aGroupedDrawingThatGrowsStaysInItsColumns()
    {
        auto made = tests::manyParts(200, 9, 3);
        const auto hub = made.nodes++;
        for (int i = 0; i < 130; ++i)
            made.edges.push_back({hub, made.nodes++});
        auto input = tests::inputInDomains(made, 3);
        const auto before = LayeredLayout(input).first();
        input.previous.assign(before.positions.begin(), before.positions.end());
        const auto same = LayeredLayout(input).first();
        QVERIFY(same.positions == before.positions);
        // A leaf, and a part that is new, both before all others by number.
        MadeGraph grown;
        grown.nodes = made.nodes + 3;
        for (const auto &edge : made.edges)
            grown.edges.push_back({edge.source + 3, edge.target + 3});
        grown.edges.push_back({hub + 3, 0});
        grown.edges.push_back({1, 2});
        auto next = tests::inputInDomains(grown, 3);
        next.previous.assign(3, std::nullopt);
        next.previous.insert(next.previous.end(), before.positions.begin(), before.positions.end());
        const auto after = LayeredLayout(next).first();
        QCOMPARE(tests::faultsOf(next, after), QStringList());
        int moved = 0;
        for (NodeIndex node = 0; node < made.nodes; ++node)
            moved += std::abs(after.positions[node + 3].x - before.positions[node].x) < 0.5 ? 0 : 1;
        QCOMPARE(moved, 0);
    }

    void aFamilyThatGrowsStaysWhereItIs()
    {
        const auto before = LayeredLayout(tests::inputOf(tests::star(200, true))).first();
        // What comes first by number is new: it is no reason to move what is known.
        const auto grown = remembered(tests::star(201, true), before, 1);
        const auto after = LayeredLayout(grown).first();
        QCOMPARE(tests::faultsOf(grown, after), QStringList());
        for (NodeIndex leaf = 1; leaf <= 200; ++leaf)
            QCOMPARE(after.positions[leaf + 1], before.positions[leaf]);
        QVERIFY(after.positions[1].y >= before.positions[200].y); // at the end
        // One of the first goes, and a new one takes its place; all others stay.
        auto changed = remembered(tests::star(200, true), before, noNode);
        changed.previous[3].reset();
        const auto next = LayeredLayout(changed).first();
        QVERIFY(next.positions == before.positions);
        // And where none takes it.
        auto fewer = remembered(tests::star(199, true), before, noNode);
        for (NodeIndex leaf = 3; leaf <= 199; ++leaf)
            fewer.previous[leaf] = before.positions[leaf + 1];
        const auto left = LayeredLayout(fewer).first();
        for (NodeIndex leaf = 3; leaf <= 199; ++leaf)
            QCOMPARE(left.positions[leaf], before.positions[leaf + 1]);
    }

    void aColumnOfLeavesStaysOneAndAPageStaysAPage()
    {
        const auto few = LayeredLayout(tests::inputOf(tests::star(47, true))).first();
        const auto more = remembered(tests::star(48, true), few, 1);
        const auto column = LayeredLayout(more).first();
        for (NodeIndex leaf = 2; leaf <= 48; ++leaf)
            QCOMPARE(column.positions[leaf].x, column.positions[1].x);
        for (NodeIndex leaf = 2; leaf <= 47; ++leaf)
            QVERIFY(column.positions[leaf + 1].y > column.positions[leaf].y);
        const auto many = LayeredLayout(tests::inputOf(tests::star(48, true))).first();
        auto fewer = remembered(tests::star(47, true), many, noNode);
        const auto page = LayeredLayout(fewer).first();
        for (NodeIndex leaf = 1; leaf <= 47; ++leaf)
            QCOMPARE(page.positions[leaf], many.positions[leaf]);
        // What is mostly new is drawn anew.
        const auto anew = LayeredLayout(remembered(tests::star(400, true), few, noNode)).first();
        QVERIFY(isPage(anew));
    }

    void besideOtherPartsAFamilyStaysToo()
    {
        // The page's corner is not where its first leaf is: it must not creep at each visit.
        auto made = tests::manyParts(20, 9, 3);
        const auto hub = made.nodes++;
        for (int i = 0; i < 100; ++i)
            made.edges.push_back({hub, made.nodes++});
        auto input = tests::inputOf(made);
        auto before = LayeredLayout(input).first();
        for (int visit = 0; visit < 3; ++visit) {
            input.previous.assign(before.positions.begin(), before.positions.end());
            const auto same = LayeredLayout(input).first();
            QVERIFY(same.positions == before.positions);
        }
        input.edges.push_back({hub, NodeIndex(input.nodes.size())});
        input.nodes.push_back({168, 28});
        input.previous.emplace_back();
        const auto after = LayeredLayout(input).first();
        for (NodeIndex node = 0; node < made.nodes; ++node) {
            if (node != hub)
                QCOMPARE(after.positions[node], before.positions[node]);
        }
    }

    void aLongChainIsBrokenIntoRows()
    {
        for (const auto nodes : {2000U, 20'000U}) {
            const auto input = tests::inputOf(tests::chain(nodes));
            const auto layout = LayeredLayout(input).first();
            QVERIFY2(isPage(layout), qPrintable(QString::number(aspectOf(layout))));
            QCOMPARE(tests::faultsOf(input, layout), QStringList());
            QCOMPARE(tests::countedCrossings(tests::linesOf(input, layout)), std::uint64_t(0));
            QCOMPARE(layout.figures.reversed, 0U);
        }
        // What can be read as it is goes on from left to right.
        const auto chain = tests::inputOf(tests::chain(100));
        const auto layout = LayeredLayout(chain).first();
        for (std::size_t i = 1; i < 100; ++i)
            QVERIFY(layout.positions[i].x > layout.positions[i - 1].x);
    }

    void largeFirstPicturesAreHardlyHigherThanTheirHighestColumn()
    {
        for (const auto &made : {tests::layeredGraph(20'000, 24, 1.6, 1),
                                 tests::scaleFree(20'000, 2, 1), tests::projectLike(20'000, 1)}) {
            const auto input = tests::inputOf(made);
            const auto layout = LayeredLayout(input).first();
            std::map<double, double> columns; // by where it stands, what its boxes take
            for (const auto &position : layout.positions)
                columns[position.x] += 40;
            // Lines that pass take room as well: some six units each.
            std::map<double, double> passing;
            for (std::size_t edge = 0; edge < input.edges.size(); ++edge) {
                const auto from = layout.positions[input.edges[edge].source].x;
                const auto to = layout.positions[input.edges[edge].target].x;
                for (auto it = columns.upper_bound(std::min(from, to));
                     it != columns.end() && it->first < std::max(from, to); ++it)
                    passing[it->first] += 6;
            }
            double highest = 0;
            for (const auto &[x, height] : columns)
                highest = std::max(highest, height + passing[x]);
            QVERIFY2(
                layout.size.height < 2.2 * highest,
                qPrintable(u"%1: %2, %3"_s.arg(made.name).arg(layout.size.height).arg(highest)));
        }
    }

    void whatIsManyScreensHighIsWidened()
    {
        const auto layout =
            LayeredLayout(tests::inputOf(tests::layeredGraph(10'000, 24, 1.6, 1))).first();
        QVERIFY2(aspectOf(layout) > 0.3, qPrintable(QString::number(aspectOf(layout))));
    }

    void partsStayWhereTheyWereWhenOneGrows()
    {
        auto input = tests::inputOf(tests::manyParts(60, 9, 3));
        const auto before = LayeredLayout(input).first();
        for (const auto &position : before.positions)
            input.previous.emplace_back(position);
        const auto same = LayeredLayout(input).first();
        for (std::size_t i = 0; i < before.positions.size(); ++i) {
            QVERIFY(std::abs(same.positions[i].x - before.positions[i].x) < 0.5);
            QVERIFY(std::abs(same.positions[i].y - before.positions[i].y) < 0.5);
        }
        // The lowest part becomes the highest: packed by height it would take the first place.
        const auto known = NodeIndex(input.nodes.size());
        const auto hub = input.edges.back().source;
        for (int i = 0; i < 20; ++i) {
            input.edges.push_back({hub, NodeIndex(input.nodes.size())});
            input.nodes.push_back({168, 28});
            input.previous.emplace_back();
        }
        const auto after = LayeredLayout(input).first();
        QCOMPARE(tests::faultsOf(input, after), QStringList());
        // All stay but the part that grew, and those that something above them has grown into.
        const auto parts = weaklyConnected(tests::graphOf(tests::manyParts(60, 9, 3)));
        std::vector<Rect> places(parts.count()); // from where a part began to where it ends now
        for (std::size_t i = 0; i < input.nodes.size(); ++i) {
            auto &place = places[parts.of[i < known ? i : hub]];
            const auto &to = after.positions[i];
            const auto top = i < known ? before.positions[i].y : to.y;
            const auto right = std::max(place.x + place.width, to.x + 168);
            const auto bottom = std::max(place.y + place.height, to.y + 28);
            const bool isFirst = place.width == 0;
            place.x = isFirst ? to.x : std::min(place.x, to.x);
            place.y = isFirst ? top : std::min(place.y, top);
            place.width = right - place.x;
            place.height = bottom - place.y;
        }
        // The part that grew would begin higher if there were room: with what it had unmoved.
        double down = 0;
        for (std::size_t i = 0; i < known; ++i) {
            if (parts.of[i] == parts.of[hub])
                down = std::max(down, after.positions[i].y - before.positions[i].y);
        }
        places[parts.of[hub]].y -= down;
        places[parts.of[hub]].height += down;
        std::vector<std::uint32_t> moving{parts.of[hub]};
        std::vector<bool> mayMove(parts.count(), false);
        for (mayMove[parts.of[hub]] = true; !moving.empty();) {
            const auto above = places[moving.back()];
            moving.pop_back();
            for (std::uint32_t part = 0; part < parts.count(); ++part) {
                const auto &own = places[part];
                if (mayMove[part] || own.y < above.y || own.x > above.x + above.width + 40
                    || own.x + own.width + 40 < above.x)
                    continue;
                mayMove[part] = true;
                moving.push_back(part);
            }
        }
        int stayed = 0;
        for (std::size_t i = 0; i < known; ++i) {
            const auto &from = before.positions[i];
            const auto &to = after.positions[i];
            if (parts.of[i] == parts.of[hub])
                continue;
            QVERIFY(std::abs(to.x - from.x) < 0.5);
            if (mayMove[parts.of[i]])
                QVERIFY(to.y > from.y - 0.5);
            else
                QVERIFY(std::abs(to.y - from.y) < 0.5);
            stayed += mayMove[parts.of[i]] ? 0 : 1;
        }
        QVERIFY2(stayed > 50, qPrintable(QString::number(stayed)));
    }

    void whatIsRepackedKeepsApart()
    {
        std::vector<Size> sizes;
        std::vector<std::optional<Point>> before;
        std::uint32_t random = 7;
        const auto next = [&random](std::uint32_t limit) {
            random = random * 1664525 + 1013904223;
            return double((random >> 8) % limit);
        };
        for (int i = 0; i < 200; ++i) {
            sizes.push_back({40 + next(300), 20 + next(200)});
            if (i % 7 == 0)
                before.emplace_back();
            else
                before.emplace_back(Point{next(3000), next(3000)});
        }
        const auto places = repacked(sizes, before, 10);
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t j = i + 1; j < places.size(); ++j)
                QVERIFY(!overlap(places[i], sizes[i], places[j], sizes[j], 10));
            QVERIFY(places[i].x >= 0 && places[i].y >= 0);
        }
        QCOMPARE(repacked(sizes, std::vector<std::optional<Point>>(200), 10), packed(sizes, 10));
    }
};

QTEST_APPLESS_MAIN(TestPage)
#include "tst_page.moc"
