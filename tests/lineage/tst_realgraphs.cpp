// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs that nobody here made: what dbt projects and OpenLineage events say depends on what.
#include "tests/lineage/drawingchecks.h"
#include "tests/lineage/realgraphs.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::lineage;

class TestRealGraphs : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void areDrawnWhole()
    {
        const auto graphs = tests::realGraphs();
        if (graphs.empty())
            QSKIP("no real graphs here: this one case is left out");
        std::size_t edges = 0;
        for (const auto &made : graphs) {
            const auto input = tests::inputOf(made);
            LayeredLayout layout(input);
            const auto first = layout.first();
            layout.refine({.steps = 60});
            const auto refined = layout.drawing();
            for (const auto &drawing : {first, refined}) {
                const auto faults = tests::faultsOf(input, drawing);
                QVERIFY2(faults.isEmpty(), qPrintable(made.name + u": "_s + faults.join(u", "_s)));
            }
            QVERIFY(refined.figures.crossings <= first.figures.crossings);
            if (made.edges.size() < 3000)
                QCOMPARE(refined.figures.crossings,
                         tests::countedCrossings(tests::linesOf(input, refined)));
            edges += made.edges.size();
        }
        qInfo("%zu real graphs with %zu edges", graphs.size(), edges);
    }
};

QTEST_APPLESS_MAIN(TestRealGraphs)
#include "tst_realgraphs.moc"
