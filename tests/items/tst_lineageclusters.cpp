// SPDX-License-Identifier: GPL-3.0-or-later
// Between domains and names there are products.
#include "models/items/lineageclusters.h"
#include "models/items/lineagedrawing.h"
#include "models/items/lineagepainter.h"
#include "tests/items/samplelineage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;

namespace {

//! A mesh in which each three things that follow each other are of one product.
std::shared_ptr<const domain::LineageGraph> meshOfProducts(int nodes)
{
    auto graph = tests::meshLineage(nodes);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto name = u"Product %1"_s.arg(i / 3);
        const auto id = QUuid::createUuidV5(QUuid(), name);
        graph.nodes[i].product = id;
        graph.nodes[i].domain = 1 + int(i / 3) % 10;
        graph.products.insert(id, name);
    }
    return std::make_shared<const domain::LineageGraph>(std::move(graph));
}

//! A table and the six ports that show it, all of the product "Orders".
std::shared_ptr<const domain::LineageGraph> oneProduct()
{
    auto graph = tests::meshLineage(8);
    const auto id = QUuid::createUuidV5(QUuid(), u"Orders"_s);
    graph.products = {{id, u"Orders"_s}};
    graph.links.clear();
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        graph.nodes[i].domain = 1;
        graph.nodes[i].product = i < 7 ? id : QUuid();
        domain::LineageLink link;
        link.target = int(i);
        if (i > 0)
            graph.links.push_back(link);
    }
    return std::make_shared<const domain::LineageGraph>(std::move(graph));
}

std::shared_ptr<const LineageScene> sceneOf(std::shared_ptr<const domain::LineageGraph> graph,
                                            LineageGrouping grouping = LineageGrouping::Domain)
{
    LineageOrder order;
    order.graph = std::move(graph);
    order.choice.grouping = grouping;
    return drawLineage(order).scene;
}

QImage painted(const LineageScene &scene, double scale, const LineageMarks &marks = {})
{
    const LineageLook look;
    LineageIcons icons;
    QImage image(700, 400, QImage::Format_RGB32);
    QPainter painter(&image);
    LineagePainter(scene, look, marks, icons)
        .paint(painter, {scene.bounds.topLeft() - QPointF(4, 4), scale, QSizeF(image.size())});
    return image;
}

} // namespace

class TestLineageClusters : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aClusterHoldsBoxesOfOneProductAndNoOthers()
    {
        const auto scene = sceneOf(meshOfProducts(900));
        QVERIFY(scene->clusters.size() > 10);
        QSet<quint32> met;
        for (const auto &cluster : scene->clusters) {
            QVERIFY(cluster.boxes.size() > 1);
            const auto &product = scene->nodeOf(scene->boxes[cluster.boxes.front()]).product;
            QCOMPARE(cluster.label, scene->graph->products.value(product));
            for (const auto box : cluster.boxes) {
                QVERIFY(!met.contains(box)); // in one of them at most
                met.insert(box);
                QCOMPARE(scene->nodeOf(scene->boxes[box]).product, product);
                QCOMPARE(scene->boxes[box].group, cluster.group);
                QVERIFY(cluster.rect.contains(scene->boxes[box].rect));
            }
            const QSet<quint32> own(cluster.boxes.begin(), cluster.boxes.end());
            scene->forEachBox(cluster.rect.adjusted(5, 5, -5, -5),
                              [&](quint32 box) { QVERIFY(own.contains(box)); });
            QVERIFY(cluster.room.contains(cluster.rect));
            scene->forEachBox(cluster.room.adjusted(cluster.rect.width(), 6, -1, -6),
                              [&](quint32 box) { QVERIFY(own.contains(box)); });
        }
    }

    void whatStandsTogetherIsOneBlock()
    {
        const auto scene = sceneOf(oneProduct());
        QCOMPARE(scene->clusters.size(), std::size_t(1));
        QVERIFY(scene->clusters.front().boxes.size() >= 6);
        QCOMPARE(scene->clusters.front().label, u"Orders"_s);
        // Where products are groups, they need no blocks.
        QVERIFY(sceneOf(oneProduct(), LineageGrouping::Product)->clusters.empty());
        QVERIFY(sceneOf(oneProduct(), LineageGrouping::DomainAndProduct)->clusters.empty());
        QVERIFY(!sceneOf(oneProduct(), LineageGrouping::None)->clusters.empty());
    }

    void itIsSeenBetweenDomainsAndNames()
    {
        const auto scene = sceneOf(oneProduct());
        auto without = *scene;
        without.clusters.clear();
        const auto differs = [&](double scale) {
            return painted(*scene, scale) != painted(without, scale);
        };
        QVERIFY(!differs(0.02)); // too small for a word
        QVERIFY(differs(0.2));
        QVERIFY(differs(0.4));
        QVERIFY(!differs(0.5)); // each box has its own name
        QVERIFY(!differs(1));
    }

    void whatIsLookedForIsNotCovered()
    {
        const auto scene = sceneOf(oneProduct());
        auto without = *scene;
        without.clusters.clear();
        LineageMarks marks;
        marks.found.assign(scene->boxes.size(), 0);
        marks.found[scene->clusters.front().boxes.front()] = 1;
        QCOMPARE(painted(*scene, 0.3, marks), painted(without, 0.3, marks));
        marks = {};
        marks.root = int(scene->clusters.front().boxes.front());
        QCOMPARE(painted(*scene, 0.3, marks), painted(without, 0.3, marks));
        marks = {};
        marks.boxes.assign(scene->boxes.size(), 0);
        marks.lines.assign(scene->lines.size(), 0);
        marks.boxes[scene->clusters.front().boxes.front()] = 1;
        QCOMPARE(painted(*scene, 0.3, marks), painted(without, 0.3, marks));
    }
};

QTEST_MAIN(TestLineageClusters)
#include "tst_lineageclusters.moc"
