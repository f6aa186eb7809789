// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnreach.h"
#include "models/items/dependants.h"
#include "models/items/fieldflows.h"
#include "models/items/lineageaccess.h"
#include "models/items/lineagedrawing.h"
#include "models/items/lineagepainter.h"
#include "models/items/lineagetreemodel.h"
#include "tests/items/sampleaccess.h"
#include "tests/items/samplelineage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using domain::EntityKind;
using domain::LineageAccess;
using tests::SampleAccess;

class TestLineageAccess : public QObject
{
    Q_OBJECT

    static LineageAccessCounts countsOf(SampleAccess &access)
    {
        return accessCounts(*access.board().takeResult());
    }

    //! An asset with two columns in the port "order_events.v3", the port, its product "Order
    //! events", and a dashboard that reads the port.
    static domain::LineageGraph smallMesh()
    {
        auto graph = tests::meshLineage(4);
        const std::array kinds{EntityKind::Asset, EntityKind::Port, EntityKind::Product,
                               EntityKind::Asset};
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            graph.nodes[i].kind = kinds[i];
            graph.nodes[i].domain = 1;
        }
        graph.nodes[1].id = SampleAccess::portIdOf(u"order_events.v3"_s);
        graph.nodes[2].id = SampleAccess::portIdOf(u"Order events"_s);
        graph.links.clear();
        graph.texts = {u"id"_s};
        const auto add = [&graph](int source, int target, bool isField) {
            domain::LineageLink link;
            link.source = source;
            link.target = target;
            link.sourceField = link.targetField = isField ? 0 : -1;
            link.level = isField ? domain::LineageLevel::Field : domain::LineageLevel::Dataset;
            graph.links.push_back(link);
        };
        add(0, 1, false);
        add(0, 1, false); // another account says so as well
        add(0, 1, true);
        add(1, 3, false);
        add(2, 1, false);
        return graph;
    }

    static std::shared_ptr<const LineageScene>
    sceneOf(domain::LineageGraph graph, LineageGrouping grouping, const QSet<QString> &folded = {})
    {
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(std::move(graph));
        order.choice.grouping = grouping;
        order.choice.folded = folded;
        return drawLineage(order).scene;
    }

    static QImage painted(const LineageScene &scene, LineageOverlay overlay, double scale)
    {
        const LineageLook look;
        LineageMarks marks;
        marks.overlay = overlay;
        marks.access = accessOf(scene);
        LineageIcons icons;
        QImage image(900, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        LineagePainter(scene, look, marks, icons)
            .paint(painter, {scene.bounds.topLeft(), scale, QSizeF(image.size())});
        return image;
    }

    static int count(const QImage &image, const QColor &colour)
    {
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return pixels;
    }

    //! Things of products: -1 is none. Each pair is an edge.
    static domain::LineageGraph meshOf(const QList<std::pair<EntityKind, int>> &things,
                                       const QList<std::pair<int, int>> &edges)
    {
        domain::LineageGraph graph;
        for (const auto &[kind, product] : things) {
            domain::LineageNode node;
            const auto number = int(graph.nodes.size());
            node.id = thing(number);
            node.kind = kind;
            node.name = u"thing %1"_s.arg(number);
            node.owner = product < 0 ? u"nobody's team"_s : u"team %1"_s.arg(product);
            if (product >= 0) {
                node.product = productId(product);
                graph.products.insert(node.product, u"product %1"_s.arg(product));
            }
            graph.nodes.push_back(node);
        }
        for (const auto &[source, target] : edges) {
            domain::LineageLink link;
            link.source = source;
            link.target = target;
            link.level = domain::LineageLevel::Dataset;
            graph.links.push_back(link);
        }
        return graph;
    }

    static QUuid thing(int number)
    {
        return QUuid::createUuidV5(QUuid(), u"thing %1"_s.arg(number));
    }

    static QUuid productId(int number)
    {
        return QUuid::createUuidV5(QUuid(), u"product %1"_s.arg(number));
    }

    //! "product 2 1", "thing 7 3": label and steps.
    static QStringList words(const QList<Dependant> &list)
    {
        QStringList texts;
        for (const auto &one : list)
            texts.append(u"%1 %2"_s.arg(one.label).arg(one.steps));
        return texts;
    }

private Q_SLOTS:

    void whatDependsOnAPortIsCountedInProducts()
    {
        using K = EntityKind;
        // An asset of product 0 in its port; product 1 reads the asset, and feeds product 2 through
        // two tables of its own; product 2 feeds back into 0; a dashboard reads product 2.
        const auto graph = meshOf({{K::Asset, 0},
                                   {K::Port, 0},
                                   {K::Port, 1},
                                   {K::Asset, 1},
                                   {K::Asset, 1},
                                   {K::Asset, 2},
                                   {K::Asset, -1},
                                   {K::Asset, 3}},
                                  {{0, 1}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {5, 0}, {7, 0}});
        const auto found = dependantsOf(graph, {thing(1), productId(0), thing(5), thing(6)});
        QCOMPARE(words(found.value(thing(1))),
                 QStringList({u"product 1 1"_s, u"product 2 2"_s, u"thing 6 3"_s}));
        // A product does not depend on itself, nor on what it is made from.
        QCOMPARE(found.value(productId(0)), found.value(thing(1)));
        QCOMPARE(words(found.value(thing(5))),
                 QStringList({u"product 0 1"_s, u"thing 6 1"_s, u"product 1 2"_s}));
        QVERIFY(found.value(thing(6)).isEmpty());
        QCOMPARE(found.value(thing(1)).last().kind, K::Asset);
        QCOMPARE(dependantsText(found.value(thing(1))),
                 u"2 product(s) · 1 other thing(s) · 3 owner(s)"_s);
        // Of several ports each product counts once, as near as it is.
        QCOMPARE(
            words(together({found.value(thing(1)), found.value(thing(5))})),
            QStringList({u"product 0 1"_s, u"product 1 1"_s, u"thing 6 1"_s, u"product 2 2"_s}));
    }

    //! Fields are followed field by field, what shapes rows and what reads all of a thing included.
    void whereAFieldGoesIsCountedInFieldsAndProducts()
    {
        using K = EntityKind;
        // An asset of product 0 in its port; of product 1 two tables, one behind the other; a table
        // of product 2, and a dashboard of none.
        auto graph = meshOf({{K::Asset, 0},
                             {K::Port, 0},
                             {K::Asset, 1},
                             {K::Asset, 1},
                             {K::Asset, 2},
                             {K::Asset, -1}},
                            {{0, 1}, {0, 2}, {2, 3}, {3, 4}, {4, 5}});
        graph.texts = {u"id"_s, u"income"_s, u"band"_s};
        const auto add = [&graph](int source, int from, int target, int to) {
            domain::LineageLink link;
            link.source = source;
            link.target = target;
            link.sourceField = from;
            link.targetField = to;
            link.level = domain::LineageLevel::Field;
            graph.links.push_back(link);
        };
        add(0, 0, 2, 0); // id
        add(2, 0, 3, 0);
        add(3, 0, 4, 2);
        add(4, 2, 5, 2);
        add(0, 1, 0, 2); // income stays in its own table
        const auto port = thing(1);
        const auto found = fieldFlowsOf(
            graph, {{port, {u"id"_s, u"income"_s, u"unheard"_s}}, {thing(9), {u"id"_s}}});
        const auto of = found.value(port);
        QCOMPARE(of.value(u"id"_s),
                 (FieldFlow{.isKnown = true, .fields = 4, .products = 2, .others = 1}));
        QCOMPARE(of.value(u"income"_s), (FieldFlow{.isKnown = true}));
        QCOMPARE(of.value(u"unheard"_s), (FieldFlow{.isKnown = true}));
        QVERIFY(!found.value(thing(9)).value(u"id"_s).isKnown);
        // A step leads to the columns of the next thing, however it is drawn inside.
        const std::vector<ColumnSpot> from{{0, 0}};
        const ColumnReach columns(graph, from);
        QCOMPARE(columns.reached(from, lineage::Direction::Downstream, 1),
                 (std::vector<ColumnSpot>{{0, 0}, {2, 0}}));
        QCOMPARE(columns.reached(from, lineage::Direction::Downstream, 2),
                 (std::vector<ColumnSpot>{{0, 0}, {2, 0}, {3, 0}}));
        // What is made from all of it is made from each of its fields.
        add(0, -1, 4, 0);
        QCOMPARE(fieldFlowsOf(graph, {{port, {u"unheard"_s}}}).value(port).value(u"unheard"_s),
                 (FieldFlow{.isKnown = true, .fields = 1, .products = 1}));
        QCOMPARE(fieldFlowText({.isKnown = true, .fields = 4, .products = 2, .others = 1}),
                 u"4 field(s) in 3 thing(s)"_s);
        QVERIFY(fieldFlowText({}) != fieldFlowText({.isKnown = true}));
    }

    void anInputPortDoesNotStandForWhatOthersOffer()
    {
        using K = EntityKind;
        // The asset of product 0 flows into the input port of product 1; product 2 reads the asset.
        const auto graph = meshOf({{K::Asset, 0}, {K::Port, 1}, {K::Asset, 2}}, {{0, 1}, {0, 2}});
        QVERIFY(dependantsOf(graph, {thing(1)}).value(thing(1)).isEmpty());
        // Nor where nobody says whose the asset is, as long as the port leads into its product.
        const auto raw = meshOf({{K::Asset, -1}, {K::Port, 1}, {K::Asset, 2}, {K::Product, 1}},
                                {{0, 1}, {0, 2}, {1, 3}});
        QVERIFY(dependantsOf(raw, {productId(1)}).value(productId(1)).isEmpty());
    }

    void whatIsInForceEndsSoonOrWaitsIsCountedForPortAndProduct()
    {
        SampleAccess access;
        const auto today = access.at.date();
        // Counted once more, agreement by agreement.
        QHash<QUuid, LineageAccess> expected;
        for (const auto &one : access.cases()) {
            for (const auto &outcome : one.outcome.items) {
                const auto &items = one.request.items;
                const auto item = std::find_if(
                    items.begin(), items.end(),
                    [&outcome](const domain::AccessItem &each) { return each.id == outcome.item; });
                for (const auto &native : {item->port, item->product}) {
                    auto &counts = expected[SampleAccess::portIdOf(native)];
                    const QList waiting{domain::ItemState::Queued, domain::ItemState::Submitted,
                                        domain::ItemState::InReview, domain::ItemState::NeedsInfo};
                    counts.pending += waiting.contains(item->state) ? 1 : 0;
                    if (!outcome.agreement
                        || outcome.agreement->standing != domain::AgreementStanding::Active
                        || outcome.agreement->from > today || outcome.agreement->to < today)
                        continue;
                    ++counts.active;
                    counts.expiring += outcome.agreement->to <= today.addDays(30) ? 1 : 0;
                }
            }
        }
        const auto found = countsOf(access);
        const auto orders = SampleAccess::portIdOf(u"order_events.v3"_s);
        QVERIFY(found.value(orders).active >= 12);
        QVERIFY(found.value(orders).expiring >= 2);
        QVERIFY(found.value(orders).pending >= 1);
        for (auto it = expected.cbegin(); it != expected.cend(); ++it)
            QVERIFY2(found.value(it.key()) == it.value(), qPrintable(it.key().toString()));
        access.isEmpty = true;
        QVERIFY(countsOf(access).isEmpty());
    }

    void anAssetHasWhatItsPortsHaveAndNothingElseHasAny()
    {
        SampleAccess access;
        auto graph = smallMesh();
        const auto counts = countsOf(access);
        addAccess(graph, counts);
        QCOMPARE(graph.nodes[1].access, counts.value(graph.nodes[1].id));
        QVERIFY(graph.nodes[1].access.active > 0);
        // Once, whoever says so, and not once for each column.
        QCOMPARE(graph.nodes[0].access, graph.nodes[1].access);
        QCOMPARE(graph.nodes[2].access, counts.value(graph.nodes[2].id));
        QVERIFY(graph.nodes[3].access.isEmpty());
        QVERIFY(overlaysOf(graph).contains(LineageOverlay::Agreements));
        QVERIFY(!overlaysOf(smallMesh()).contains(LineageOverlay::Agreements));
    }

    void whatSomebodyHasToDoSomethingAboutComesFirst()
    {
        QCOMPARE(accessRank({}), -1);
        QCOMPARE(accessRank({.active = 3}), 0);
        QCOMPARE(accessRank({.active = 3, .pending = 1}), 1);
        QCOMPARE(accessRank({.pending = 1}), 1);
        QCOMPARE(accessRank({.active = 3, .expiring = 1, .pending = 1}), 2);
        QVERIFY(accessWords({}).isEmpty());
        QVERIFY(accessWords({.active = 3, .expiring = 2, .pending = 1}).count(u", "_s) == 2);
    }

    void aBoxShowsSignsAndNumbers()
    {
        const LineageLook look;
        auto graph = smallMesh();
        graph.nodes[1].name = u"orders"_s;
        const auto bare = sceneOf(graph, LineageGrouping::None);
        const auto plain = painted(*bare, LineageOverlay::Agreements, 1);
        graph.nodes[1].access = {.active = 12, .expiring = 2, .pending = 3};
        const auto scene = sceneOf(graph, LineageGrouping::None);
        const auto near = painted(*scene, LineageOverlay::Agreements, 1);
        for (const int rank : {0, 1, 2}) {
            const auto colour = look.signs[std::size_t(rank)];
            QCOMPARE(count(plain, colour), 0);
            QVERIFY(count(near, colour) > 20);
        }
        // A long name comes first, but what somebody has to see to stays beside it.
        graph.nodes[1].name = u"orders_of_every_shop_and_of_every_channel"_s;
        const auto longer =
            painted(*sceneOf(graph, LineageGrouping::None), LineageOverlay::Agreements, 1);
        QVERIFY(count(longer, look.signs[2]) > 20);
        // Shapes differ, not only their colours.
        const QRectF place(0, 0, 10, 10);
        QVERIFY(lineageRankSign(LineageOverlay::Agreements, 0, place)
                != lineageRankSign(LineageOverlay::Agreements, 1, place));
        QVERIFY(lineageRankSign(LineageOverlay::Agreements, 1, place)
                != lineageRankSign(LineageOverlay::Agreements, 2, place));
        QCOMPARE(painted(*scene, LineageOverlay::None, 1), painted(*bare, LineageOverlay::None, 1));
    }

    void fromAfarEachDomainSaysHowMany()
    {
        const LineageLook look;
        auto large = tests::meshLineage(400);
        for (auto &node : large.nodes)
            node.domain = 1 + node.domain % 3;
        const auto port =
            std::find_if(large.nodes.begin(), large.nodes.end(),
                         [](const auto &node) { return node.kind == EntityKind::Port; });
        QVERIFY(port != large.nodes.end());
        const auto far = [&] {
            // Beside its lane, where there is room for all of them.
            auto shown = *sceneOf(large, LineageGrouping::Domain);
            const double scale = 300 / shown.bounds.height();
            shown.bounds.setLeft(-220 / scale);
            return painted(shown, LineageOverlay::Agreements, scale);
        };
        QCOMPARE(count(far(), look.signs[0]), 0);
        port->access = {.active = 12, .expiring = 2, .pending = 3};
        const auto image = far();
        for (const int rank : {0, 1, 2})
            QVERIFY(count(image, look.signs[std::size_t(rank)]) > 20);
        auto graph = smallMesh();
        graph.nodes[0].access = graph.nodes[1].access = graph.nodes[2].access = port->access;
        const auto told = sceneOf(graph, LineageGrouping::Domain);
        // A product and an asset have theirs from the port: what is folded counts each once.
        const auto folded = sceneOf(graph, LineageGrouping::Domain, {told->groups.front().key});
        QCOMPARE(folded->boxes.size(), std::size_t(1));
        QCOMPARE(accessOf(*folded).front(), (LineageAccess{12, 2, 3}));
        QCOMPARE(ranksOf(*folded, LineageOverlay::Agreements).front(), qint8(2));
    }

    void theListSaysWhatTheBoxesShow()
    {
        auto graph = smallMesh();
        graph.nodes[1].access = {.active = 12, .expiring = 2, .pending = 3};
        const auto scene = sceneOf(graph, LineageGrouping::None);
        LineageTreeModel model;
        model.show(scene, -1);
        model.setOverlay(LineageOverlay::Agreements, u"agreements"_s);
        QCOMPARE(model.headerData(LineageTreeModel::Overlay, Qt::Horizontal, Qt::DisplayRole),
                 QVariant(u"agreements"_s));
        const auto said = [&](int node) {
            const auto row = model.indexOf(scene->boxOf(node));
            return row.siblingAtColumn(LineageTreeModel::Overlay).data().toString();
        };
        QCOMPARE(said(1), accessWords(graph.nodes[1].access));
        QVERIFY(said(3).isEmpty());
    }
};

QTEST_MAIN(TestLineageAccess)
#include "tst_lineageaccess.moc"
