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
