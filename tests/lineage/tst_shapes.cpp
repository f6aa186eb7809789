// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs of shapes that break other layouts: as large as they come, and drawn like any other.
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

void verifyDrawing(const LayoutInput &input, const Layout &layout, const QString &name)
{
    const auto faults = tests::faultsOf(input, layout);
    QVERIFY2(faults.isEmpty(), qPrintable(name + u": "_s + faults.join(u", "_s)));
}

MadeGraph shapeNumber(int shape)
{
    switch (shape) {
    case 0:
        return tests::star(5000, true);
    case 1:
        return tests::star(5000, false);
    case 2:
        return tests::bipartite(200, 200);
    case 3:
        return tests::chain(100'000);
    case 4:
        return tests::chainWithLeaps(20'000, 2000, 1);
    case 5:
        return tests::manyParts(2000, 9, 2);
    case 6:
        return tests::anyDirection(3000, 4000, 1);
    case 7:
        return {u"alone"_s, 5000, {}};
    case 8:
        return tests::scaleFree(10'000, 2, 1);
    case 9:
        return tests::projectLike(10'000, 1);
    default:
        return tests::layeredGraph(10'000, 24, 1.6, 1);
    }
}

//! Whether two rectangles by their top left corners are at least \a gap from each other.
bool apart(Point a, Size first, Point b, Size second, double gap)
{
    constexpr double tolerance = 1e-6;
    return a.x + first.width + gap <= b.x + tolerance || b.x + second.width + gap <= a.x + tolerance
        || a.y + first.height + gap <= b.y + tolerance
        || b.y + second.height + gap <= a.y + tolerance;
}

//! How high the lanes of a drawing in domains would be if each were as high as what stands in its
//! highest column, and passes there.
double heightOfLanes(const LayoutInput &input, const Layout &layout)
{
    std::map<std::pair<GroupIndex, double>, double> loads; // by lane and where the column begins
    std::map<double, int> columns;
    for (NodeIndex node = 0; node < input.nodes.size(); ++node) {
        const auto x = layout.positions[node].x;
        columns[x] = 1;
        loads[{input.groupOf[node], x}] += input.nodes[node].height + input.spacing.node;
    }
    const auto laneAt = [&](double y) {
        for (GroupIndex lane = 0; lane < layout.groups.size(); ++lane) {
            const auto &rect = layout.groups[lane];
            if (y >= rect.y && y <= rect.y + rect.height)
                return lane;
        }
        return noGroup;
    };
    for (std::size_t edge = 0; edge < input.edges.size(); ++edge) {
        const auto line = layout.route(edge);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto from = std::min(line[i - 1].x, line[i].x);
            const auto to = std::max(line[i - 1].x, line[i].x);
            for (auto it = columns.upper_bound(from); it != columns.end() && it->first < to; ++it)
                loads[{laneAt(line[i].y), it->first}] += input.spacing.edge;
        }
    }
    std::map<GroupIndex, double> highest;
    for (const auto &[place, load] : loads)
        highest[place.first] = std::max(highest[place.first], load);
    double sum = 0;
    for (const auto &[lane, height] : highest)
        sum += height + (lane == noGroup ? 0 : input.groups[lane].header + 3 * input.spacing.group);
    return sum;
}

} // namespace

class TestShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void hardShapesAreDrawn_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("domains");
        const QStringList names{u"one node with 5,000 children"_s,
                                u"5,000 sources of one node"_s,
                                u"dense, 200 to 200"_s,
                                u"chain of 100,000"_s,
                                u"chain with leaps"_s,
                                u"2,000 parts"_s,
                                u"cycles"_s,
                                u"5,000 nodes without an edge"_s,
                                u"scale-free 10,000"_s,
                                u"project of 10,000"_s,
                                u"layered 10,000"_s};
        for (int shape = 0; shape < names.size(); ++shape) {
            QTest::newRow(qUtf8Printable(names.at(shape))) << shape << 0;
            QTest::newRow(qUtf8Printable(names.at(shape) + u", five domains"_s)) << shape << 5;
        }
    }

    void hardShapesAreDrawn()
    {
        QFETCH(int, shape);
        QFETCH(int, domains);
        const auto made = shapeNumber(shape);
        const auto input = domains == 0 ? tests::inputOf(made)
                                        : tests::inputInProducts(made, std::uint32_t(domains), 3);
        LayeredLayout layout(input);
        verifyDrawing(input, layout.first(), made.name);
        layout.refine({.steps = made.nodes < 10'000 ? 5U : 1U});
        verifyDrawing(input, layout.drawing(), made.name + u" refined"_s);
    }

    void lanesAreHardlyHigherThanWhatStandsInThem()
    {
        for (const auto &made : {tests::projectLike(1000, 2), tests::layeredGraph(400, 12, 1.6, 1),
                                 tests::layeredGraph(2500, 12, 1.6, 1)}) {
            for (const std::uint32_t domains : {5U, 12U, 30U}) {
                const auto input = tests::inputInDomains(made, domains);
                const auto layout = LayeredLayout(input).first();
                const auto wanted = heightOfLanes(input, layout);
                QVERIFY2(
                    layout.size.height < 1.25 * wanted,
                    qPrintable(u"%1: %2, %3"_s.arg(made.name).arg(layout.size.height).arg(wanted)));
            }
        }
    }

    void whatFitsOnAScreenKeepsItsLevelLines()
    {
        // Lower than a screen: nothing is gained where long lines bend.
        const auto input = tests::inputOf(tests::chainWithLeaps(40, 12, 1));
        const auto layout = LayeredLayout(input).first();
        QVERIFY(layout.size.height < 1000);
        int level = 0;
        for (std::size_t edge = 39; edge < input.edges.size(); ++edge)
            level += layout.route(edge).size() <= 6 ? 1 : 0; // up, along, down
        QVERIFY2(level == 12, qPrintable(QString::number(level)));
    }

    void partsOfNoSizeKeepApart()
    {
        LayoutInput input;
        for (int i = 0; i < 60; ++i)
            input.nodes.push_back({i % 3 == 0 ? 0.0 : 100.0, i % 4 == 0 ? 0.0 : 30.0});
        const auto layout = LayeredLayout(input).first();
        for (std::size_t i = 0; i < input.nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < input.nodes.size(); ++j)
                QVERIFY(apart(layout.positions[i], input.nodes[i], layout.positions[j],
                              input.nodes[j], input.spacing.part));
        }
    }

    void edgesOutsideAreDrawnAndCounted()
    {
        // So many leaps over so long a chain that most of them cannot pass between the nodes.
        const auto made = tests::chainWithLeaps(3000, 300, 5);
        const auto input = tests::inputOf(made);
        const auto layout = LayeredLayout(input).first();
        verifyDrawing(input, layout, made.name);
        double highest = layout.size.height;
        for (const auto &[x, y] : layout.positions)
            highest = std::min(highest, y);
        QVERIFY(highest > 10); // room above the nodes for those lines
        const auto seen = tests::countedCrossings(tests::linesOf(input, layout));
        QVERIFY(layout.figures.crossings >= seen);
        QVERIFY(layout.figures.crossings < seen + seen / 20 + 50);
    }
};

QTEST_APPLESS_MAIN(TestShapes)
#include "tst_shapes.moc"
