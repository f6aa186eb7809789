// SPDX-License-Identifier: GPL-3.0-or-later
// Large drawings have the shape of a page, and grow without jumping.
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

    void aFamilyThatGrowsStaysWhereItIs()
    {
        auto input = tests::inputOf(tests::star(200, true));
        const auto before = LayeredLayout(input).first();
        for (const auto &position : before.positions)
            input.previous.emplace_back(position);
        const auto same = LayeredLayout(input).first();
        QVERIFY(same.positions == before.positions);
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
        int moved = 0;
        for (std::size_t i = 0; i < known; ++i)
            moved += after.positions[i].x != before.positions[i].x
                    && std::abs(after.positions[i].x - before.positions[i].x) > 1
                ? 1
                : 0;
        QVERIFY2(moved <= 10, qPrintable(QString::number(moved)));
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
