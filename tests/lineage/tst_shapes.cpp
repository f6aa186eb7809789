// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs of shapes that break other layouts: as large as they come, and drawn like any other.
#include "tests/lineage/drawingchecks.h"
#include "tests/lineage/randomgraphs.h"

#include <QTest>

#include <algorithm>

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

} // namespace

class TestShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void hardShapesAreDrawn_data()
    {
        QTest::addColumn<int>("shape");
        QTest::newRow("one node with 5,000 children") << 0;
        QTest::newRow("5,000 sources of one node") << 1;
        QTest::newRow("dense, 200 to 200") << 2;
        QTest::newRow("chain of 100,000") << 3;
        QTest::newRow("chain with leaps") << 4;
        QTest::newRow("2,000 parts") << 5;
        QTest::newRow("cycles") << 6;
        QTest::newRow("5,000 nodes without an edge") << 7;
    }

    void hardShapesAreDrawn()
    {
        QFETCH(int, shape);
        const std::vector<MadeGraph> shapes{tests::star(5000, true),
                                            tests::star(5000, false),
                                            tests::bipartite(200, 200),
                                            tests::chain(100'000),
                                            tests::chainWithLeaps(20'000, 2000, 1),
                                            tests::manyParts(2000, 9, 2),
                                            tests::anyDirection(3000, 4000, 1),
                                            MadeGraph{u"alone"_s, 5000, {}}};
        const auto &made = shapes[static_cast<std::size_t>(shape)];
        const auto input = tests::inputOf(made);
        LayeredLayout layout(input);
        verifyDrawing(input, layout.first(), made.name);
        layout.refine({.steps = 5});
        verifyDrawing(input, layout.drawing(), made.name + u" refined"_s);
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
