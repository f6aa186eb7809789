// SPDX-License-Identifier: GPL-3.0-or-later
// What has a name in pictures whose boxes are too small for theirs: lanes, and products.
#include "models/items/lineageclusters.h"
#include "models/items/lineagedrawing.h"
#include "models/items/lineagegroups.h"
#include "models/items/lineagepainter.h"
#include "models/items/lineagetitles.h"
#include "tests/items/samplelineage.h"

#include <QTest>

#include <algorithm>
#include <random>

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

//! The same mesh in products and schemas of many sizes; some things are of none.
std::shared_ptr<const domain::LineageGraph> meshOfMany(int nodes, int products)
{
    auto graph = tests::meshLineage(nodes);
    std::mt19937 random(7);
    for (auto &node : graph.nodes) {
        // The product of two numbers: few are large, and most are small.
        const auto number = int(random() % quint32(products)) * int(random() % quint32(products));
        const auto name = u"Product %1"_s.arg(number / products);
        node.name = u"shop_%1.%2"_s.arg(number / products).arg(node.name);
        if (random() % 5 == 0)
            continue;
        node.product = QUuid::createUuidV5(QUuid(), name);
        graph.products.insert(node.product, name);
    }
    return std::make_shared<const domain::LineageGraph>(std::move(graph));
}

//! All of \a scene as the lineage pane shows it in \a size, \a nearer times as large.
LineageView fitted(const LineageScene &scene, QSizeF size, double nearer)
{
    const double wide = size.width() - farmargin::titles - farmargin::arcs;
    const double scale = nearer
        * std::min(wide / scene.bounds.width(), (size.height() - 32) / scene.bounds.height());
    const auto left = scene.bounds.left() - (nearer > 1 ? -300 : farmargin::titles) / scale;
    return {{left, scene.bounds.center().y() - size.height() / 2 / scale}, scale, size};
}

std::vector<LaneTitle> titlesOf(const LineageScene &scene, const LineageView &view)
{
    QImage image(1, 1, QImage::Format_RGB32);
    return laneTitles(scene, LineageLook(), view, LineageOverlay::None, {}, &image);
}

//! How many pixels of \a image have exactly \a colour.
int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

} // namespace

class TestLineageClusters : public QObject
{
    Q_OBJECT

    QHash<int, std::shared_ptr<const LineageScene>> m_scenes;

    //! meshOfMany(), drawn once for each grouping.
    std::shared_ptr<const LineageScene> manyIn(LineageGrouping grouping)
    {
        auto &scene = m_scenes[int(grouping)];
        if (!scene)
            scene = sceneOf(meshOfMany(2400, 60), grouping);
        return scene;
    }

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

    //! A block covers boxes: what hurts in them is told on it, however short it is.
    void aBlockTellsWhatHurtsInIt()
    {
        auto graph = *oneProduct();
        for (auto &name : graph.products)
            name = u"Orders of all shops in the north and the south"_s; // cut at any scale
        for (auto &node : graph.nodes)
            node.slo = domain::SloState::Met;
        const auto signsAt = [&](double scale) {
            const auto scene =
                sceneOf(std::make_shared<const domain::LineageGraph>(graph), LineageGrouping::None);
            LineageMarks marks;
            marks.overlay = LineageOverlay::ServiceLevel;
            const auto place = LineageView{scene->bounds.topLeft() - QPointF(4, 4), scale, {}}
                                   .toPixel(scene->clusters.front().room)
                                   .toRect();
            return pixelsOf(painted(*scene, scale, marks).copy(place), LineageLook().signs[3]);
        };
        const auto well = std::pair(signsAt(0.12), signsAt(0.3));
        graph.nodes[2].slo = domain::SloState::Missed;
        QVERIFY(signsAt(0.12) > well.first + 30); // on one line with the name
        QVERIFY(signsAt(0.3) > well.second + 30); // below it
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

    //! Whatever is wished: none over another, each where it wishes as far as that goes, and what is
    //! owed in any case.
    void titlesStandApartInTheirOrder()
    {
        std::mt19937 random(3);
        const auto below = [&random](int bound) { return double(random() % quint32(bound)); };
        for (int round = 0; round < 300; ++round) {
            std::vector<TitleWish> wishes;
            double y = below(100) - 50;
            while (y < 700) {
                const double high = 1 + below(round % 2 == 0 ? 60 : 20);
                wishes.push_back({.middle = y + high / 2,
                                  .height = 15,
                                  .slack = 38,
                                  .weight = 1 + below(50),
                                  .isOwed = high >= 15 && y >= 0 && y + high <= 600});
                y += high;
            }
            const auto places = placedTitles(wishes, 0, 600);
            QCOMPARE(places.size(), wishes.size());
            double end = 0;
            for (std::size_t i = 0; i < wishes.size(); ++i) {
                QVERIFY(places[i] || !wishes[i].isOwed);
                if (!places[i])
                    continue;
                QVERIFY(*places[i] - 7.5 >= end - 1e-6);
                end = *places[i] + 7.5;
                QVERIFY(std::abs(*places[i] - wishes[i].middle) <= wishes[i].slack + 0.02);
            }
            QVERIFY(end <= 600 + 1e-6);
        }
    }

    void ofTitlesWithoutRoomTheWeightierStands()
    {
        const TitleWish light{.middle = 20, .height = 15, .slack = 2, .weight = 1};
        auto heavy = light;
        heavy.weight = 2;
        QVERIFY(!placedTitles(std::vector{light, heavy}, 0, 100)[0]);
        QVERIFY(!placedTitles(std::vector{heavy, light}, 0, 100)[1]);
        // With room to give way both stand, half of the way each.
        heavy.slack = 8;
        auto other = light;
        other.slack = 8;
        const auto both = placedTitles(std::vector{other, heavy}, 0, 100);
        QVERIFY(both[0] && both[1]);
        QCOMPARE(*both[0], 12.5);
        QCOMPARE(*both[1], 27.5);
        // A column that is full takes no more, and keeps the weightiest.
        std::vector<TitleWish> many;
        for (int i = 0; i < 20; ++i)
            many.push_back({.middle = i * 5.0, .height = 15, .slack = 1000, .weight = i * 1.0});
        const auto places = placedTitles(many, 0, 100);
        for (std::size_t i = 0; i < many.size(); ++i)
            QCOMPARE(places[i].has_value(), i >= 14);
    }

    void eachLaneThatIsLargeEnoughHasItsTitle_data()
    {
        QTest::addColumn<LineageGrouping>("grouping");
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<double>("nearer");
        for (const auto &[name, grouping] : {std::pair("domain", LineageGrouping::Domain),
                                             std::pair("product", LineageGrouping::Product),
                                             std::pair("schema", LineageGrouping::Schema)}) {
            for (const auto &size : {QSizeF(1090, 713), QSizeF(977, 514)}) {
                for (const double nearer : {1.0, 1.7, 4.0})
                    QTest::addRow("%s, %g wide, %g times", name, size.width(), nearer)
                        << grouping << size << nearer;
            }
        }
    }

    void eachLaneThatIsLargeEnoughHasItsTitle()
    {
        QFETCH(LineageGrouping, grouping);
        QFETCH(QSizeF, size);
        QFETCH(double, nearer);
        const auto scene = manyIn(grouping);
        const auto view = fitted(*scene, size, nearer);
        const auto titles = titlesOf(*scene, view);
        const QRectF window(QPointF(), size);
        QSet<int> named;
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const auto &title = titles[i];
            named.insert(title.group);
            QVERIFY(window.contains(title.place));
            QVERIFY(!title.name.isEmpty());
            QCOMPARE(title.count, groupCount(scene->groups[std::size_t(title.group)]));
            QVERIFY(i == 0 || titles[i - 1].place.bottom() <= title.place.top() + 0.01);
            if (!title.isOver)
                QVERIFY(title.place.right() < title.lane.left());
            // What leads to lanes runs behind all titles, so that it crosses none.
            QVERIFY(title.place.right() + 12 <= title.columnEnd);
            QVERIFY(title.isOver == titles.front().isOver);
        }
        const LineageLook look;
        const double enough =
            QFontMetricsF(look.title).height() + QFontMetricsF(look.small).height();
        int most = 0;
        int seen = 0;
        for (std::size_t group = 0; group < scene->groups.size(); ++group) {
            const auto lane = view.toPixel(scene->groups[group].rect).intersected(window);
            if (lane.isEmpty())
                continue;
            ++seen;
            if (lane.height() >= enough)
                QVERIFY2(named.contains(int(group)), qPrintable(scene->groups[group].label));
            if (scene->groups[group].shown > scene->groups[std::size_t(most)].shown)
                most = int(group);
        }
        QVERIFY(named.contains(most) || nearer > 1);
        // The column is used: with more lanes than lines it is nearly full.
        const auto lines = int(size.height() / QFontMetricsF(look.small).height());
        QVERIFY2(int(titles.size()) >= std::min(seen, lines * 3 / 4) - 3,
                 qPrintable(u"%1 titles of %2 lanes"_s.arg(titles.size()).arg(seen)));
    }

    //! However far the picture is moved aside.
    void titlesAreNeverShortenedToTheirFirstLetters()
    {
        auto scene = *manyIn(LineageGrouping::Product);
        for (std::size_t group = 0; group < scene.groups.size(); ++group)
            scene.groups[group].label = u"Customer records, %1 of many"_s.arg(group);
        auto view = fitted(scene, {1090, 713}, 1);
        const auto origin = view.origin;
        for (int aside = -60; aside < 240; aside += 10) {
            view.origin.setX(origin.x() + aside / view.scale);
            for (const auto &title : titlesOf(scene, view))
                QVERIFY2(title.name.size() > 12,
                         qPrintable(u"%1 at %2"_s.arg(title.name).arg(aside)));
        }
    }

    void whatIsOfNoProductHasALaneOfItsOwn()
    {
        const auto graph = meshOfMany(300, 9);
        for (const auto grouping : {LineageGrouping::Product, LineageGrouping::Schema}) {
            auto some = *graph;
            some.nodes[5].name = some.nodes[5].nativeId = u"no_dot"_s;
            const auto groups = groupLineage(some, grouping);
            QVERIFY(std::none_of(groups.of.begin(), groups.of.end(),
                                 [](int group) { return group < 0; }));
            int total = 0;
            for (const auto &group : groups.groups)
                total += group.total;
            QCOMPARE(total, 300);
        }
        // Where nothing has one, a lane would say nothing.
        const auto none = groupLineage(tests::meshLineage(300), LineageGrouping::Product);
        QVERIFY(none.groups.empty());
        QCOMPARE(std::count(none.of.begin(), none.of.end(), -1), 300);
    }

    void ofManyArcsTheStrongestAreToldApart()
    {
        auto scene = *manyIn(LineageGrouping::Product);
        QVERIFY(scene.bundles.size() > 200);
        for (auto &bundle : scene.bundles)
            bundle.lines = 1;
        const auto view = fitted(scene, {1090, 713}, 1);
        const auto strong = [&] {
            const LineageLook look;
            LineageIcons icons;
            QImage image(view.size.toSize(), QImage::Format_RGB32);
            QPainter painter(&image);
            LineagePainter(scene, look, {}, icons).paint(painter, view);
            painter.end();
            const int arcs = int(view.toPixel(scene.bounds).right()) + 4;
            return pixelsOf(image.copy(arcs, 0, image.width() - arcs, image.height()), look.edge);
        };
        QCOMPARE(strong(), 0); // none is stronger than another
        scene.bundles[10].lines = 60;
        QVERIFY(strong() > 100);
    }

    //! As far as they are few: a straight one would go through what stands between.
    void fromAfarLinesLeadAroundBoxesAsWell()
    {
        const auto scene =
            sceneOf(std::make_shared<const domain::LineageGraph>(tests::meshLineage(600)));
        constexpr double scale = 0.12;
        QVERIFY(lineageDetail(scale) == LineageDetail::Groups);
        const QPointF corner = scene->bounds.topLeft() - QPointF(4, 4);
        int bent = 0;
        for (std::size_t number = 0; number < scene->lines.size(); ++number) {
            const auto way = scene->route(quint32(number));
            if (way.size() < 4)
                continue;
            const auto lane = scene->boxes[scene->lines[number].from].group;
            if (lane != scene->boxes[scene->lines[number].to].group)
                continue; // drawn with all others between the two
            // The turn that is furthest from the straight line between the ends.
            double most = 0;
            QPointF turn;
            const double rise = (way.back().y - way.front().y) / (way.back().x - way.front().x);
            for (const auto &point : way) {
                const double off =
                    std::abs(point.y - way.front().y - rise * (point.x - way.front().x)) * scale;
                const QPointF pixel = (QPointF(point.x, point.y) - corner) * scale;
                if (off > most && QRectF(4, 4, 690, 390).contains(pixel)) {
                    most = off;
                    turn = pixel;
                }
            }
            if (most < 7 || scene->boxAt(turn / scale + corner) >= 0)
                continue;
            auto without = *scene;
            const auto first = std::size_t(way.data() - scene->layout.routePoints.data());
            for (std::size_t i = 0; i < way.size(); ++i)
                without.layout.routePoints[first + i] = way.front();
            const QRect near(turn.toPoint() - QPoint(2, 2), QSize(5, 5));
            QVERIFY(painted(*scene, scale).copy(near) != painted(without, scale).copy(near));
            if (++bent == 5)
                break;
        }
        QVERIFY(bent > 0);
    }

    //! Far out as well: of very many lines each is pale, and none is left out.
    void linesWithinALaneAreThereHoweverManyThereAre()
    {
        const auto scene =
            sceneOf(std::make_shared<const domain::LineageGraph>(tests::meshLineage(8000)));
        QVERIFY(scene->lines.size() > 12000);
        auto without = *scene;
        without.lines.clear();
        QVERIFY(painted(*scene, 0.02) != painted(without, 0.02));
    }
};

QTEST_MAIN(TestLineageClusters)
#include "tst_lineageclusters.moc"
