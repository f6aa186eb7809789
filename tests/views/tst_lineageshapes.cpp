// SPDX-License-Identifier: GPL-3.0-or-later
// Large meshes, with and without domains: all of them fitted into a window is a picture, and no
// thin line.
#include "tests/items/samplelineage.h"
#include "tests/lineage/randomgraphs.h"
#include "tests/views/pagewalk.h"
#include "views/lineage/canvas.h"
#include "views/lineage/lineagepane.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::lineage;

namespace {

//! \a made as a mesh of \a domains, from one to the next: an edge mostly leads to another one.
domain::LineageGraph lineageOf(const tests::MadeGraph &made, int domains)
{
    domain::LineageGraph graph;
    graph.at = QDateTime({2026, 11, 23}, {13, 2}, Qt::UTC);
    for (int i = 0; i < domains; ++i)
        graph.domains.append({u"Domain %1"_s.arg(i + 1)});
    graph.accounts = {QUuid::createUuidV5(QUuid(), u"account"_s)};
    for (std::uint32_t i = 0; i < made.nodes; ++i) {
        domain::LineageNode node;
        node.name = node.nativeId = u"db.schema.table_%1"_s.arg(i, 6, 10, QChar(u'0'));
        node.id = QUuid::createUuidV5(QUuid(), node.name);
        node.type = i % 5 == 0 ? u"model"_s : u"table"_s;
        node.domain = domains > 0 ? 1 + int(i) % domains : 0;
        graph.nodes.push_back(std::move(node));
    }
    for (const auto &edge : made.edges) {
        domain::LineageLink link;
        link.source = int(edge.source);
        link.target = int(edge.target);
        if (link.source != link.target)
            graph.links.push_back(link);
    }
    std::sort(graph.links.begin(), graph.links.end(), [](const auto &left, const auto &right) {
        return std::tie(left.source, left.target) < std::tie(right.source, right.target);
    });
    graph.links.erase(std::unique(graph.links.begin(), graph.links.end()), graph.links.end());
    return graph;
}

} // namespace

class TestLineageShapes : public QObject
{
    Q_OBJECT

    SystemClock m_clock;

private Q_SLOTS:

    void allOfAMeshFillsTheWindow_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("domains");
        const QStringList shapes{u"layered"_s, u"scale-free"_s, u"project"_s,
                                 u"chain"_s,   u"star"_s,       u"parts"_s};
        for (int shape = 0; shape < shapes.size(); ++shape) {
            const auto bytes = shapes.at(shape).toUtf8();
            const auto *name = bytes.constData();
            for (const int nodes : {10'000, 50'000})
                QTest::addRow("%s-%d", name, nodes) << shape << nodes << 0;
            QTest::addRow("%s-10000-in-2-domains", name) << shape << 10'000 << 2;
        }
    }

    void allOfAMeshFillsTheWindow()
    {
        QFETCH(int, shape);
        QFETCH(int, nodes);
        QFETCH(int, domains);
        const auto count = std::uint32_t(nodes);
        const auto made = [&] {
            switch (shape) {
            case 0:
                return tests::layeredGraph(count, 24, 1.6, 1);
            case 1:
                return tests::scaleFree(count, 2, 1);
            case 2:
                return tests::projectLike(count, 1);
            case 3:
                return tests::chain(count);
            case 4:
                return tests::star(count, true);
            default:
                return tests::manyParts(count / 10, 18, 1);
            }
        }();
        const Theme theme;
        tests::SampleLineage source(lineageOf(made, domains));
        LineagePane pane(source, m_clock);
        pane.resize(1392, 840);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QTRY_VERIFY_WITH_TIMEOUT(pane.isSettled() && pane.canvas()->scene(), 60'000);
        auto *canvas = pane.canvas();
        canvas->fitAll();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->isSharp(), 20'000);
        tests::paintPicture(&pane, u"shape-"_s + QString::fromUtf8(QTest::currentDataTag()));
        const auto seen = canvas->view().toPixel(canvas->scene()->bounds).size();
        const auto window = canvas->viewport()->size();
        // What has columns of thousands of boxes stays higher than a page: gaps that made up for it
        // would part what stands beside each other.
        const bool isFlat = shape < 3 && !(shape == 0 && nodes == 10'000);
        const double share = seen.width() * seen.height() / (window.width() * window.height());
        QVERIFY2(share > (isFlat ? 0.02 : 0.12),
                 qPrintable(u"%1 × %2 pixels"_s.arg(seen.width()).arg(seen.height())));
    }
};

QTEST_MAIN(TestLineageShapes)
#include "tst_lineageshapes.moc"
