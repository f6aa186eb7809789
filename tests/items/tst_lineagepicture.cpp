// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a lineage: which part is drawn, where things stand, and what is painted at which
// scale.
#include "models/items/lineagedrawing.h"
#include "models/items/lineagepainter.h"
#include "models/items/lineagewalk.h"
#include "models/items/thinlines.h"
#include "tests/items/samplelineage.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using domain::LineageChange;
using tests::nodeNamed;

namespace {

LineageOrder orderOf(domain::LineageGraph graph)
{
    LineageOrder order;
    order.graph = std::make_shared<const domain::LineageGraph>(std::move(graph));
    return order;
}

int boxNamed(const LineageScene &scene, const QString &label)
{
    for (int box = 0; box < int(scene.boxes.size()); ++box) {
        if (scene.boxes[std::size_t(box)].label == label)
            return box;
    }
    return -1;
}

QUuid idOf(const domain::LineageGraph &graph, const QString &name)
{
    return graph.nodes[std::size_t(nodeNamed(graph, name))].id;
}

//! order_events and stg_shop__orders with their columns.
LineageOrder withColumns()
{
    auto order = orderOf(tests::orderLineage());
    tests::SampleLineage source(*order.graph);
    for (const auto &name : {u"stg_shop__orders"_s, u"order_events"_s}) {
        const auto id = idOf(*order.graph, name);
        order.choice.open.insert(id);
        const auto fields = source.fields(id).takeResult();
        for (const auto &field : *fields)
            order.columns[id].push_back({field.path, field.type, field.primaryKey});
    }
    return order;
}

//! Whether \a point lies on \a way.
bool isOn(std::span<const lineage::Point> way, QPointF point)
{
    for (std::size_t i = 1; i < way.size(); ++i) {
        const QLineF piece(way[i - 1].x, way[i - 1].y, way[i].x, way[i].y);
        const double detour =
            QLineF(piece.p1(), point).length() + QLineF(point, piece.p2()).length();
        if (detour - piece.length() < 0.01)
            return true;
    }
    return false;
}

QImage painted(const LineageScene &scene, double scale, const LineageMarks &marks = {})
{
    QImage image(900, 600, QImage::Format_RGB32);
    QPainter painter(&image);
    const LineageLook look;
    LineageIcons icons;
    LineagePainter(scene, look, marks, icons)
        .paint(painter, {QPointF(-8, -8), scale, QSizeF(image.size())});
    return image;
}

} // namespace

class TestLineagePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyNodeAndEveryLinkIsDrawn()
    {
        for (const auto grouping :
             {LineageGrouping::None, LineageGrouping::Domain, LineageGrouping::DomainAndProduct,
              LineageGrouping::Product, LineageGrouping::Schema}) {
            auto order = orderOf(tests::meshLineage(300));
            order.choice.grouping = grouping;
            const auto scene = drawLineage(order).scene;
            QCOMPARE(scene->boxes.size(), order.graph->nodes.size());
            QCOMPARE(scene->links.size(), order.graph->links.size());
            for (quint32 line = 0; line < scene->lines.size(); ++line) {
                const auto &about = scene->lines[line];
                QVERIFY(about.linkCount > 0);
                const auto way = scene->route(line);
                QVERIFY(way.size() >= 2);
                QCOMPARE(way.front().x, scene->boxes[about.from].rect.right());
                QCOMPARE(way.back().x, scene->boxes[about.to].rect.left());
            }
        }
    }

    void aRootShowsWhatHangsOnItAndNothingElse()
    {
        auto order = orderOf(tests::orderLineage());
        order.choice.root = idOf(*order.graph, u"order_events"_s);
        auto scene = drawLineage(order).scene;
        QVERIFY(boxNamed(*scene, u"payment_events.v2"_s) >= 0);
        QVERIFY(boxNamed(*scene, u"VAT report"_s) >= 0);
        QCOMPARE(boxNamed(*scene, u"crm.accounts"_s), -1);
        order.choice.upstream = 1;
        order.choice.downstream = 0;
        scene = drawLineage(order).scene;
        QCOMPARE(scene->boxes.size(), std::size_t(4));
        QCOMPARE(boxNamed(*scene, u"payment_events.v2"_s), -1);
    }

    void aProductIsARootWithAllThatBelongsToIt()
    {
        auto order = orderOf(tests::orderLineage());
        order.choice.root = order.graph->products.key(u"Order events"_s);
        order.choice.upstream = 0;
        order.choice.downstream = 0;
        QCOMPARE(drawLineage(order).scene->boxes.size(), std::size_t(3));
    }

    void foldedGroupsAreOneBoxAndNothingIsLost()
    {
        auto order = orderOf(tests::orderLineage());
        order.choice.folded = {u"domain:Customer"_s};
        const auto scene = drawLineage(order).scene;
        const int box = boxNamed(*scene, u"Customer"_s);
        QVERIFY(box >= 0);
        QCOMPARE(scene->boxes[std::size_t(box)].members, 11);
        std::size_t members = 0;
        for (const auto &one : scene->boxes)
            members += std::size_t(one.members);
        QCOMPARE(members, order.graph->nodes.size());
        QCOMPARE(scene->boxOf(nodeNamed(*order.graph, u"crm.accounts"_s)), box);
        for (const auto &line : scene->lines)
            QVERIFY(line.from != line.to);
    }

    void foldingAndUnfoldingLeavesLanesWhereTheyWere()
    {
        auto order = orderOf(tests::meshLineage(300));
        order.choice.grouping = LineageGrouping::Domain;
        const auto lanesOf = [](const LineageScene &scene) {
            std::vector<std::pair<double, QString>> lanes;
            for (const auto &group : scene.groups) {
                if (!group.rect.isEmpty())
                    lanes.emplace_back(group.rect.top(), group.key);
            }
            std::sort(lanes.begin(), lanes.end());
            QStringList keys;
            for (const auto &[top, key] : lanes)
                keys.append(key);
            return keys;
        };
        const auto before = drawLineage(order).scene;
        const auto lanes = lanesOf(*before);
        QVERIFY(lanes.size() > 4);
        order.choice.folded = {lanes.at(1), lanes.at(3)};
        order.places = LineageDraft::placesOf(*before);
        const auto folded = drawLineage(order).scene;
        order.choice.folded.clear();
        order.places = LineageDraft::placesOf(*folded);
        QCOMPARE(lanesOf(*drawLineage(order).scene), lanes);
    }

    void whatIsFoldedHasItsNameFromAfarToo()
    {
        auto order = orderOf(tests::orderLineage());
        order.choice.folded = {u"domain:Customer"_s};
        const auto scene = drawLineage(order).scene;
        auto renamed = *scene;
        renamed.boxes[std::size_t(boxNamed(*scene, u"Customer"_s))].label = u"another name"_s;
        for (const double scale : {0.1, 0.3})
            QVERIFY(painted(*scene, scale) != painted(renamed, scale));
    }

    void whatIsPickedOutAndWhatDiffersIsSeenFromAfar()
    {
        const auto scene = drawLineage(orderOf(tests::orderLineage())).scene;
        auto marks = marksOfPath(*scene, boxNamed(*scene, u"stg_parcels"_s),
                                 boxNamed(*scene, u"VAT report"_s));
        QVERIFY(!marks.lines.empty());
        const auto path = painted(*scene, 0.1, marks);
        marks.lines.assign(marks.lines.size(), 0);
        QVERIFY(path != painted(*scene, 0.1, marks));
        auto changed = *scene;
        for (auto &line : changed.lines)
            line.change = domain::LineageChange::None;
        const auto plain = painted(changed, 0.1);
        changed.lines.front().change = domain::LineageChange::Added;
        QVERIFY(plain != painted(changed, 0.1));
    }

    void columnsAreJoinedToColumns()
    {
        const auto order = withColumns();
        const auto scene = drawLineage(order).scene;
        const auto &from = scene->boxes[std::size_t(boxNamed(*scene, u"stg_shop__orders"_s))];
        const auto &to = scene->boxes[std::size_t(boxNamed(*scene, u"order_events"_s))];
        QCOMPARE(from.columns.size(), std::size_t(6));
        int lines = 0;
        int masking = 0;
        for (quint32 number = 0; number < scene->lines.size(); ++number) {
            const auto &line = scene->lines[number];
            if (line.toColumn < 0)
                continue;
            ++lines;
            masking += line.isMasking ? 1 : 0;
            QCOMPARE(scene->route(number).back().y,
                     scene->columnRect(to, line.toColumn).center().y());
            QCOMPARE(scene->columnAt(to, scene->columnRect(to, line.toColumn).center()),
                     line.toColumn);
        }
        QCOMPARE(lines, 6);
        QCOMPARE(masking, 1);
    }

    void comparedLinesAndBoxesSayHowTheyDiffer()
    {
        auto graph = tests::orderLineage();
        const int consent = nodeNamed(graph, u"consent.log"_s);
        for (auto &link : graph.links) {
            if (link.source == consent)
                link.change = LineageChange::Added;
        }
        const auto scene = drawLineage(orderOf(graph)).scene;
        const int box = scene->boxOf(consent);
        QCOMPARE(scene->boxes[std::size_t(box)].change, LineageChange::Added);
        for (const auto &line : scene->lines)
            QCOMPARE(line.change == LineageChange::Added, int(line.from) == box);
    }

    void everyBoxAndLineIsFoundUnderItsOwnPoint()
    {
        const auto scene = drawLineage(orderOf(tests::meshLineage(500))).scene;
        for (int box = 0; box < int(scene->boxes.size()); ++box) {
            const auto &rect = scene->boxes[std::size_t(box)].rect;
            QCOMPARE(scene->boxAt(rect.center()), box);
            QCOMPARE(scene->boxAt(rect.bottomLeft() + QPointF(-2, 2)), -1);
        }
        for (quint32 line = 0; line < scene->lines.size(); ++line) {
            const auto way = scene->route(line);
            const QPointF middle((way[0].x + way[1].x) / 2, (way[0].y + way[1].y) / 2);
            const int found = scene->lineAt(middle, 1);
            QVERIFY(found >= 0);
            // Where lines cross each of them is right.
            QVERIFY(isOn(scene->route(quint32(found)), middle));
        }
        QCOMPARE(scene->lineAt({-500, -500}, 4), -1);
    }

    void aLineThatRunsPastEverythingIsFoundAndHasOneEntry()
    {
        // A thousand lines along a picture of four million units, each a little below the other.
        LineageScene scene;
        scene.graph = std::make_shared<const domain::LineageGraph>();
        scene.boxes.resize(2);
        scene.boxes[0].rect = QRectF(0, 0, 100, 28);
        scene.boxes[1].rect = QRectF(4'000'000, 0, 100, 28);
        scene.layout.size = {4'000'100, 12'000};
        for (int line = 0; line < 1000; ++line) {
            scene.lines.push_back({.from = 0, .to = 1});
            scene.layout.routeStart.push_back(quint32(scene.layout.routePoints.size()));
            const double y = 100 + line * 10;
            for (const auto &point : {lineage::Point{100, 14}, lineage::Point{200, y},
                                      lineage::Point{3'999'900, y}, lineage::Point{4'000'000, 14}})
                scene.layout.routePoints.push_back(point);
        }
        scene.layout.routeStart.push_back(quint32(scene.layout.routePoints.size()));
        scene.index({});
        QCOMPARE_LE(scene.lineIndexSize(), std::size_t(64'000));
        for (const int line : {0, 1, 500, 999})
            QCOMPARE(scene.lineAt({2'000'000, 100.0 + line * 10}, 1), line);
        std::vector<quint8> stamps;
        std::vector<int> visits(1000);
        scene.forEachLine({1'000'000, 1'000, 2'000, 95}, stamps,
                          [&visits](quint32 line) { ++visits[line]; });
        QCOMPARE_LE(std::count(visits.begin(), visits.end(), 1), 12);
        QCOMPARE(visits[95], 1);
    }

    void everythingInAnAreaIsVisitedOnce()
    {
        const auto scene = drawLineage(orderOf(tests::meshLineage(2000))).scene;
        const QRectF area(700, 900, 2600, 3100);
        std::vector<int> visits(scene->boxes.size());
        scene->forEachBox(area, [&](quint32 box) { ++visits[box]; });
        for (std::size_t box = 0; box < visits.size(); ++box)
            QCOMPARE(visits[box], scene->boxes[box].rect.intersects(area) ? 1 : 0);
    }

    void theSamePictureHasLessDetailFromAfar()
    {
        QCOMPARE(lineageDetail(0.1), LineageDetail::Groups);
        QCOMPARE(lineageDetail(0.2), LineageDetail::Blocks);
        QCOMPARE(lineageDetail(1), LineageDetail::Names);
        QCOMPARE(lineageDetail(2), LineageDetail::Facts);
        auto order = orderOf(tests::orderLineage());
        order.choice.grouping = LineageGrouping::None;
        const auto scene = drawLineage(order).scene;
        auto renamed = *scene;
        for (auto &box : renamed.boxes)
            box.label = u"another name"_s;
        for (const double scale : {0.1, 0.3, 0.42})
            QCOMPARE(painted(*scene, scale), painted(renamed, scale));
        for (const double scale : {0.5, 0.7, 0.8, 1.0, 2.0})
            QVERIFY(painted(*scene, scale) != painted(renamed, scale));
    }

    void whatIsNotPickedOutIsPaler()
    {
        const auto scene = drawLineage(orderOf(tests::orderLineage())).scene;
        const int from = boxNamed(*scene, u"stg_parcels"_s);
        const int other = boxNamed(*scene, u"crm.accounts"_s);
        const auto marks = marksOfReach(*scene, from, false, true);
        QVERIFY(marks.isPickedOut(quint32(from)));
        QVERIFY(!marks.isPickedOut(quint32(other)));
        const auto plain = painted(*scene, 1);
        const auto picked = painted(*scene, 1, marks);
        const auto edgeOf = [&](int box) {
            return (scene->boxes[std::size_t(box)].rect.topLeft() + QPointF(60, 8)).toPoint();
        };
        QCOMPARE(picked.pixelColor(edgeOf(from)), plain.pixelColor(edgeOf(from)));
        QVERIFY(picked.pixelColor(edgeOf(other)).lightness()
                > plain.pixelColor(edgeOf(other)).lightness());
        QVERIFY(marksOfPath(*scene, other, from).boxes.empty());
        const auto path = marksOfPath(*scene, from, boxNamed(*scene, u"VAT report"_s));
        QCOMPARE(std::count(path.boxes.begin(), path.boxes.end(), 1), 4);
    }

    void keysWalkAlongLinesAndColumns()
    {
        const auto scene = drawLineage(orderOf(tests::orderLineage())).scene;
        const int stock = boxNamed(*scene, u"wms.stock"_s);
        const int staged = boxNamed(*scene, u"stg_wms__stock"_s);
        QCOMPARE(stepFrom(*scene, stock, LineageStep::Downstream), staged);
        QCOMPARE(stepFrom(*scene, staged, LineageStep::Upstream), stock);
        QCOMPARE(stepFrom(*scene, stock, LineageStep::Upstream), -1);
        const int above = stepFrom(*scene, staged, LineageStep::Up);
        const int below = stepFrom(*scene, staged, LineageStep::Down);
        QVERIFY(above >= 0 || below >= 0);
        if (above >= 0)
            QCOMPARE(stepFrom(*scene, above, LineageStep::Down), staged);
        QCOMPARE(stepFrom(*scene, -1, LineageStep::Down), -1);
        QCOMPARE(boxesNamed(*scene, u"ORDER_E"_s).size(), std::size_t(3));
        QVERIFY(boxesNamed(*scene, {}).empty());
        // By what scripts know as well, which a title hides.
        const auto &first = scene->nodeOf(scene->boxes.front());
        const auto named = boxesNamed(*scene, first.nativeId);
        QVERIFY(std::find(named.begin(), named.end(), 0) != named.end());
    }

    void everyBoxIsReachedByKeyboard()
    {
        auto order = orderOf(tests::orderLineage());
        const auto scene = drawLineage(order).scene;
        std::vector<int> waiting{0};
        std::vector<bool> seen(scene->boxes.size());
        seen[0] = true;
        while (!waiting.empty()) {
            const int box = waiting.back();
            waiting.pop_back();
            for (const auto step : {LineageStep::Upstream, LineageStep::Downstream, LineageStep::Up,
                                    LineageStep::Down}) {
                const int next = stepFrom(*scene, box, step);
                if (next >= 0 && !seen[std::size_t(next)]) {
                    seen[std::size_t(next)] = true;
                    waiting.push_back(next);
                }
            }
        }
        QCOMPARE(std::count(seen.begin(), seen.end(), false), 0);
    }

    void aGraphThatGrowsKeepsItsOrder()
    {
        auto graph = tests::orderLineage();
        const auto before = drawLineage(orderOf(graph)).scene;
        domain::LineageNode added = graph.nodes.front();
        added.name = u"late.comer"_s;
        added.id = QUuid::createUuidV5(added.id, u"late"_s);
        graph.nodes.push_back(added);
        domain::LineageLink link;
        link.source = int(graph.nodes.size()) - 1;
        link.target = nodeNamed(graph, u"stg_wms__stock"_s);
        graph.links.push_back(link);
        auto order = orderOf(graph);
        order.places = LineageDraft::placesOf(*before);
        const auto after = drawLineage(order).scene;
        for (std::size_t a = 0; a < before->boxes.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                const auto &was = before->boxes;
                const auto &is = after->boxes;
                if (was[a].rect.x() == was[b].rect.x() && is[a].rect.x() == is[b].rect.x())
                    QCOMPARE(is[a].rect.y() < is[b].rect.y(), was[a].rect.y() < was[b].rect.y());
            }
        }
    }

    void theSameOrderGivesTheSamePicture()
    {
        const auto first = drawLineage(orderOf(tests::meshLineage(400))).scene;
        const auto second = drawLineage(orderOf(tests::meshLineage(400))).scene;
        QCOMPARE(first->layout.positions, second->layout.positions);
        QCOMPARE(first->layout.routePoints, second->layout.routePoints);
    }

    void aTidierLayoutWaitsUntilItIsTaken()
    {
        LineageDrawing drawing;
        QSignalSpy scenes(&drawing, &LineageDrawing::sceneChanged);
        drawing.draw(orderOf(tests::meshLineage(1500)));
        QTRY_COMPARE(scenes.size(), 1);
        const auto shown = drawing.scene();
        QTRY_VERIFY_WITH_TIMEOUT(drawing.savedCrossings() > 0, 60'000);
        QCOMPARE(drawing.scene(), shown);
        drawing.takeTidier();
        QCOMPARE(scenes.size(), 2);
        QVERIFY(drawing.scene()->layout.figures.crossings < shown->layout.figures.crossings);
        QCOMPARE(drawing.savedCrossings(), quint64(0));
    }

    void anOlderOrderIsGivenUp()
    {
        LineageDrawing drawing;
        QSignalSpy scenes(&drawing, &LineageDrawing::sceneChanged);
        drawing.draw(orderOf(tests::meshLineage(3000)));
        drawing.draw(orderOf(tests::orderLineage()));
        QTRY_COMPARE(scenes.size(), 1);
        QTest::qWait(300);
        QCOMPARE(scenes.size(), 1);
        QCOMPARE(drawing.scene()->boxes.size(), tests::orderLineage().nodes.size());
    }

    void thinLinesHaveNoGapsAtTheirCorners()
    {
        // A staircase of flat and steep pieces: from its first pixel all others are reached.
        QImage image(120, 120, QImage::Format_RGB32);
        image.fill(Qt::white);
        QList<QLineF> pieces;
        QPointF at(4.3, 112.7);
        for (int i = 0; i < 12; ++i) {
            const QPointF next = at + (i % 2 == 0 ? QPointF(16.4, 3.1) : QPointF(1.3, -14.6));
            pieces.append({at, next});
            at = next;
        }
        QPainter painter(&image);
        drawThinLines(painter, pieces, Qt::black, 1.25);
        painter.end();
        const auto isDark = [&](QPoint pixel) {
            return image.rect().contains(pixel) && image.pixelColor(pixel).lightness() < 200;
        };
        QSet<std::pair<int, int>> seen;
        QList<QPoint> open;
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (!isDark({x, y}))
                    continue;
                if (dark++ == 0)
                    open.append({x, y});
            }
        }
        while (!open.isEmpty()) {
            const auto pixel = open.takeLast();
            if (!isDark(pixel) || seen.contains({pixel.x(), pixel.y()}))
                continue;
            seen.insert({pixel.x(), pixel.y()});
            for (int y = -1; y <= 1; ++y) {
                for (int x = -1; x <= 1; ++x)
                    open.append(pixel + QPoint(x, y));
            }
        }
        QVERIFY(dark > 100);
        QCOMPARE(seen.size(), dark);
    }

    void thinLinesStayInTheImage()
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawThinLines(painter,
                      {QLineF(-1e6, -1e6, 1e6, 1e6), QLineF(10, -1e7, 10, 1e7),
                       QLineF(-50, 20, 200, 20), QLineF(500, 500, 600, 600),
                       QLineF(63, 47, 63, 47)},
                      Qt::black);
        painter.end();
        QCOMPARE(image.pixelColor(10, 40), QColor(Qt::black));
        QCOMPARE(image.pixelColor(40, 20), QColor(Qt::black));
        QCOMPARE(image.pixelColor(50, 5), QColor(Qt::white));
    }
};

QTEST_MAIN(TestLineagePicture)
#include "tst_lineagepicture.moc"
