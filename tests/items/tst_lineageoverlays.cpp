// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagedrawing.h"
#include "models/items/lineagemarks.h"
#include "models/items/lineagepainter.h"
#include "tests/items/samplelineage.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using Overlay = LineageOverlay;

namespace {

//! One thing for each of \a statuses, of no class.
std::shared_ptr<const domain::LineageGraph> withStatuses(const QStringList &statuses)
{
    auto graph = tests::meshLineage(int(statuses.size()));
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        graph.nodes[std::size_t(i)].status = statuses.at(i);
        graph.nodes[std::size_t(i)].classification.clear();
    }
    return std::make_shared<const domain::LineageGraph>(std::move(graph));
}

QImage painted(const LineageScene &scene)
{
    const LineageLook look;
    const LineageMarks marks;
    LineageIcons icons;
    QImage image(900, 600, QImage::Format_RGB32);
    QPainter painter(&image);
    const LineageView view{scene.bounds.topLeft() - QPointF(20, 20), 1, QSizeF(image.size())};
    LineagePainter(scene, look, marks, icons).paint(painter, view);
    return image;
}

} // namespace

class TestLineageOverlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void onlyWhatHasEvidenceIsOffered()
    {
        QCOMPARE(overlaysOf(*withStatuses({u""_s, u""_s})), QList<Overlay>{Overlay::None});
        QCOMPARE(overlaysOf(*withStatuses({u""_s, u"in the drawer"_s})),
                 QList<Overlay>{Overlay::None}); // a word that nobody knows is no evidence
        QCOMPARE(overlaysOf(*withStatuses({u""_s, u"active"_s})),
                 (QList<Overlay>{Overlay::None, Overlay::Status}));
        auto graph = *withStatuses({u"Deprecated"_s, u""_s});
        graph.nodes[1].classification = u"internal"_s;
        QCOMPARE(overlaysOf(graph),
                 (QList<Overlay>{Overlay::None, Overlay::Classification, Overlay::Status}));
    }

    void aPortIsAsFarAsItsProduct()
    {
        auto graph = *withStatuses({u""_s, u"deprecated"_s, u""_s});
        const auto product = QUuid::createUuid();
        graph.productStatuses = {{product, u"active"_s}};
        for (auto &node : graph.nodes) {
            node.product = product;
            node.kind = domain::EntityKind::Port;
        }
        graph.nodes[2].kind = domain::EntityKind::Asset;
        const auto status = [&graph](std::size_t i) {
            return overlayValue(graph, graph.nodes[i], Overlay::Status).text;
        };
        QCOMPARE(status(0), u"active"_s);
        QCOMPARE(status(1), u"deprecated"_s); // its own comes first
        QCOMPARE(status(2), QString()); // one table may serve several products
        graph.nodes.resize(1);
        QCOMPARE(overlaysOf(graph), (QList<Overlay>{Overlay::None, Overlay::Status}));
        graph.productStatuses.clear();
        QCOMPARE(overlaysOf(graph), QList<Overlay>{Overlay::None});
    }

    void serviceLevelsTellTheirState()
    {
        auto graph = *withStatuses({u""_s, u""_s, u""_s, u""_s, u""_s});
        using domain::SloState;
        graph.nodes[0].slo = SloState::Met;
        graph.nodes[1].slo = SloState::Burning;
        graph.nodes[2].slo = SloState::Missed;
        graph.nodes[3].slo = SloState::Unknown;
        QCOMPARE(overlaysOf(graph), (QList<Overlay>{Overlay::None, Overlay::ServiceLevel}));
        QList<int> ranks;
        for (const auto &node : graph.nodes)
            ranks.append(overlayValue(graph, node, Overlay::ServiceLevel).rank);
        // Unknown is drawn as unknown, never as good.
        QCOMPARE(ranks, (QList<int>{0, 2, 3, -1, -1}));
        QVERIFY(!overlayValue(graph, graph.nodes[3], Overlay::ServiceLevel).text.isEmpty());
        QVERIFY(overlayValue(graph, graph.nodes[4], Overlay::ServiceLevel).text.isEmpty());
    }

    void aFarPictureShowsWhereItHurts()
    {
        auto graph = tests::meshLineage(400);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            graph.nodes[i].slo = domain::SloState::Met;
        const auto scene = [&graph] {
            LineageOrder order;
            order.graph = std::make_shared<const domain::LineageGraph>(graph);
            order.choice.grouping = LineageGrouping::Domain;
            return drawLineage(order).scene;
        };
        const auto pixels = [](const LineageScene &shown, Overlay overlay, const QColor &colour) {
            const LineageLook look;
            LineageMarks marks;
            marks.overlay = overlay;
            LineageIcons icons;
            QImage image(900, 700, QImage::Format_RGB32);
            QPainter painter(&image);
            const double scale = std::min(700 / shown.bounds.height(), 0.1);
            LineagePainter(shown, look, marks, icons)
                .paint(painter, {shown.bounds.topLeft(), scale, QSizeF(image.size())});
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == colour ? 1 : 0;
            }
            return count;
        };
        const auto missed = LineageLook().ranks[3];
        QCOMPARE(pixels(*scene(), Overlay::ServiceLevel, missed), 0);
        graph.nodes[7].slo = domain::SloState::Missed;
        const auto hurt = scene();
        QCOMPARE(pixels(*hurt, Overlay::None, missed), 0);
        // The box, and the square before the count of its domain.
        QVERIFY(pixels(*hurt, Overlay::ServiceLevel, missed) > 49);
    }

    void whatIsFoldedIsAsBadAsItsWorstMember()
    {
        auto graph = tests::meshLineage(400);
        for (auto &node : graph.nodes)
            node.slo = domain::SloState::Met;
        graph.nodes[7].slo = domain::SloState::Missed;
        graph.nodes[8].slo = domain::SloState::Burning;
        graph.nodes[9].slo = domain::SloState::Unknown;
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(graph);
        const auto open = drawLineage(order).scene;
        for (const auto &group : open->groups)
            order.choice.folded.insert(group.key);
        const auto folded = drawLineage(order).scene;
        QCOMPARE(folded->boxes.size(), folded->groups.size());
        const auto box = folded->boxOf(7);
        const bool isSame = folded->boxOf(8) == box;
        const auto ranks = ranksOf(*folded, Overlay::ServiceLevel);
        QCOMPARE(int(ranks[std::size_t(box)]), 3);
        QCOMPARE(int(ranks[std::size_t(folded->boxOf(8))]), isSame ? 3 : 2);
        QCOMPARE(std::count(ranks.begin(), ranks.end(), -1), 0);
        QCOMPARE(std::count(ranks.begin(), ranks.end(), 3), 1);
        // Each member is counted, and those of no known state are not.
        RankCounts all{};
        for (const auto &counts : foldedRanksOf(*folded, Overlay::ServiceLevel))
            std::transform(all.begin(), all.end(), counts.begin(), all.begin(), std::plus());
        QCOMPARE(all, (RankCounts{397, 0, 1, 1}));
        const auto words = overlayText(*folded, box, Overlay::ServiceLevel);
        QVERIFY2(words.startsWith(u"Missed 1"_s), qPrintable(words));
        QVERIFY(!words.contains(u"Met"_s));
    }

    void aFoldedPictureShowsWhereItHurtsFromNearAndFar()
    {
        auto graph = tests::meshLineage(400);
        for (auto &node : graph.nodes)
            node.slo = domain::SloState::Met;
        const auto seen = [&graph](double scale) {
            LineageOrder order;
            order.graph = std::make_shared<const domain::LineageGraph>(graph);
            const auto whole = drawLineage(order).scene;
            for (const auto &group : whole->groups)
                order.choice.folded.insert(group.key);
            const auto scene = drawLineage(order).scene;
            const LineageLook look;
            LineageMarks marks;
            marks.overlay = Overlay::ServiceLevel;
            LineageIcons icons;
            QImage image((QSizeF(scene->bounds.width() + 300, scene->bounds.height() + 40) * scale)
                             .toSize()
                             .expandedTo({900, 700}),
                         QImage::Format_RGB32);
            QPainter painter(&image);
            // The box that hurts is in the middle, wherever it has its place in the drawing.
            const auto middle = scene->boxes[std::size_t(scene->boxOf(7))].rect.center();
            LineagePainter(*scene, look, marks, icons)
                .paint(painter, {middle - QPointF(450, 350) / scale, scale, QSizeF(image.size())});
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == look.ranks[3] ? 1 : 0;
            }
            return count;
        };
        for (const double scale : {1.0, 0.4, 0.1}) // names, blocks, domains
            QCOMPARE(seen(scale), 0);
        graph.nodes[7].slo = domain::SloState::Missed;
        for (const double scale : {1.0, 0.4, 0.1})
            QVERIFY2(seen(scale) > 30, qPrintable(u"%1 at %2"_s.arg(seen(scale)).arg(scale)));
    }

    void classificationsFallIntoFour()
    {
        const QList<QStringList> words{{u"public"_s, u" Open "_s},
                                       {u"internal"_s, u"INTERNAL"_s},
                                       {u"confidential"_s, u"Sensitive"_s, u"PII"_s, u"personal"_s},
                                       {u"restricted"_s, u"Strictly Confidential"_s, u"secret"_s}};
        for (int rank = 0; rank < words.size(); ++rank) {
            for (const auto &word : words.at(rank))
                QCOMPARE(classificationRank(word), rank);
        }
        // What nobody mapped is no rank, and no evidence: it is shown as it is.
        for (const auto &word : {u""_s, u"  "_s, u"tier 1"_s, u"publicly known"_s, u"pii.email"_s})
            QCOMPARE(classificationRank(word), -1);
    }

    void freshnessIsAnAge()
    {
        auto graph = *withStatuses({u""_s, u""_s, u""_s, u""_s, u""_s});
        graph.at = QDateTime({2026, 11, 23}, {14, 2}, Qt::UTC);
        const auto ago = [&graph](int hours) {
            return graph.at.addSecs(-3600 * hours).toMSecsSinceEpoch();
        };
        graph.nodes[0].updated = ago(24);
        graph.nodes[1].updated = ago(25);
        graph.nodes[2].updated = ago(24 * 8);
        graph.nodes[3].updated = ago(24 * 31);
        QCOMPARE(overlaysOf(graph), (QList<Overlay>{Overlay::None, Overlay::Freshness}));
        QList<int> ranks;
        for (const auto &node : graph.nodes)
            ranks.append(overlayValue(graph, node, Overlay::Freshness).rank);
        QCOMPARE(ranks, (QList<int>{0, 1, 2, 3, -1}));
    }

    void statusesFallIntoFour()
    {
        QCOMPARE(lifecycleRank(u" Active"_s), 0);
        QCOMPARE(lifecycleRank(u"proposed"_s), 1);
        QCOMPARE(lifecycleRank(u"DEPRECATED"_s), 2);
        QCOMPARE(lifecycleRank(u"retired"_s), 3);
        QCOMPARE(lifecycleRank({}), -1);
        QCOMPARE(lifecycleRank(u"in the drawer"_s), -1);
    }

    void aLineThatClosesACycleIsToldApart()
    {
        auto graph = tests::meshLineage(2);
        graph.links.resize(1);
        graph.links[0].source = 0;
        graph.links[0].target = 1;
        auto back = graph.links[0];
        std::swap(back.source, back.target);
        graph.links.push_back(back);
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(graph);
        order.choice.grouping = LineageGrouping::None;
        const auto scene = drawLineage(order).scene;
        QCOMPARE(scene->lines.size(), std::size_t(2));
        QCOMPARE(int(scene->leadsBack(0)) + int(scene->leadsBack(1)), 1);
        // It looks otherwise than it would as a line like any other.
        auto plain = *scene;
        plain.layout.reversed.assign(plain.layout.reversed.size(), 0);
        QVERIFY(painted(*scene) != painted(plain));
        QVERIFY(painted(plain) == painted(plain));
    }

    //! What stands in a box of \a label is as wide as its state; the name is the same without any.
    void namesComeBeforeTheWordsOfAnOverlay_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<bool>("hasWord");
        QTest::newRow("short") << u"dt"_s << true;
        QTest::newRow("long") << u"Returns and refunds"_s << false;
    }

    void namesComeBeforeTheWordsOfAnOverlay()
    {
        QFETCH(QString, label);
        QFETCH(bool, hasWord);
        auto graph = tests::meshLineage(1);
        graph.nodes[0].slo = domain::SloState::Missed;
        LineageOrder order;
        order.choice.grouping = LineageGrouping::None;
        order.graph = std::make_shared<const domain::LineageGraph>(graph);
        auto scene = *drawLineage(order).scene;
        scene.boxes[0].label = label;
        const LineageLook look;
        LineageMarks marks;
        marks.overlay = Overlay::ServiceLevel;
        LineageIcons icons;
        QImage image(400, 200, QImage::Format_RGB32);
        QPainter painter(&image);
        const LineageView view{scene.bounds.topLeft() - QPointF(20, 20), 1, QSizeF(image.size())};
        LineagePainter(scene, look, marks, icons).paint(painter, view);
        int left = image.width();
        int right = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) != look.ranks[3])
                    continue;
                left = std::min(left, x);
                right = std::max(right, x);
            }
        }
        QVERIFY2(right > left, "the state is seen");
        QCOMPARE(right - left > 20, hasWord);
    }

    void aFoldedNameHasRoomBeforeNumbers()
    {
        auto graph = tests::meshLineage(400);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            graph.nodes[i].slo = i % 2 == 0 ? domain::SloState::Missed : domain::SloState::Burning;
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(graph);
        const auto whole = drawLineage(order).scene;
        for (const auto &group : whole->groups)
            order.choice.folded.insert(group.key);
        auto scene = *drawLineage(order).scene;
        const auto signsLeft = [&scene](const QString &label) {
            for (auto &box : scene.boxes)
                box.label = label;
            const LineageLook look;
            LineageMarks marks;
            marks.overlay = Overlay::ServiceLevel;
            LineageIcons icons;
            QImage image(400, 200, QImage::Format_RGB32);
            QPainter painter(&image);
            const auto rect = scene.boxes[0].rect;
            LineagePainter(scene, look, marks, icons)
                .paint(painter, {rect.topLeft(), 1, QSizeF(image.size())});
            for (int x = 10; x < int(rect.width()); ++x) {
                for (int y = 4; y < int(rect.height()) - 4; ++y) {
                    if (image.pixelColor(x, y) == look.signs[3]
                        || image.pixelColor(x, y) == look.signs[2])
                        return x;
                }
            }
            return -1;
        };
        const QString longName = u"Returns and refunds of all"_s;
        const QFontMetricsF metrics(LineageLook().small);
        const auto withLong = signsLeft(longName);
        QVERIFY2(withLong > 30 + metrics.horizontalAdvance(longName.left(12)),
                 qPrintable(QString::number(withLong)));
        QVERIFY(signsLeft(u"dt"_s) < withLong); // both signs, with numbers
    }

    void arcsArePaleBesideWhatIsPickedOut()
    {
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(tests::meshLineage(400));
        order.choice.grouping = LineageGrouping::Domain;
        const auto scene = drawLineage(order).scene;
        QVERIFY(!scene->bundles.empty());
        // Right of the lanes there are arcs alone: of their full colour none is left.
        const auto strong = [&scene](const LineageMarks &marks) {
            const LineageLook look;
            LineageIcons icons;
            QImage image(900, 700, QImage::Format_RGB32);
            QPainter painter(&image);
            const double scale = std::min(700 / scene->bounds.height(), 0.1);
            const LineageView view{scene->bounds.topLeft(), scale, QSizeF(image.size())};
            LineagePainter(*scene, look, marks, icons).paint(painter, view);
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = int(view.toPixel(scene->bounds).right()) + 4; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == look.edge ? 1 : 0;
            }
            return count;
        };
        LineageMarks marks;
        QVERIFY(strong(marks) > 0);
        marks.boxes.assign(scene->boxes.size(), 0);
        marks.lines.assign(scene->lines.size(), 0);
        QCOMPARE(strong(marks), 0);
    }

    void aBoxHasTheColourOfWhatTheOverlaySays()
    {
        LineageOrder order;
        order.choice.grouping = LineageGrouping::None;
        order.graph = withStatuses({u"active"_s, u"draft"_s, u"deprecated"_s, u"retired"_s, u""_s});
        const auto scene = drawLineage(order).scene;
        QCOMPARE(scene->boxes.size(), std::size_t(5));
        const LineageLook look;
        LineageIcons icons;
        LineageMarks marks;
        marks.overlay = Overlay::Status;
        QImage image(900, 600, QImage::Format_RGB32);
        QPainter painter(&image);
        const LineageView view{scene->bounds.topLeft(), 0.4, QSizeF(image.size())};
        QCOMPARE(lineageDetail(view.scale), LineageDetail::Blocks);
        LineagePainter(*scene, look, marks, icons).paint(painter, view);
        for (const auto &box : scene->boxes) {
            const auto rank = lifecycleRank(scene->nodeOf(box).status);
            const auto expected = rank < 0 ? look.boxFill : look.ranks[std::size_t(rank)];
            QCOMPARE(image.pixelColor(view.toPixel(box.rect).center().toPoint()), expected);
        }
    }
};

QTEST_MAIN(TestLineageOverlays)
#include "tst_lineageoverlays.moc"
