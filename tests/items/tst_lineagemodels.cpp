// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what a change reaches, and the picture as a tree.
#include "models/items/lineagedrawing.h"
#include "models/items/lineageimpactmodel.h"
#include "models/items/lineagetreemodel.h"
#include "tests/items/modeltext.h"
#include "tests/items/samplelineage.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using lineage::Direction;
using tests::nodeNamed;

namespace {

//! Things called a, b, … with an edge for each pair of letters.
domain::LineageGraph lettersLineage(const QString &pairs)
{
    domain::LineageGraph graph;
    for (const auto &pair : pairs.split(u' ')) {
        for (const auto letter : pair) {
            if (nodeNamed(graph, letter) >= 0)
                continue;
            domain::LineageNode node;
            node.name = node.nativeId = letter;
            node.id = QUuid::createUuidV5(QUuid(), node.name);
            node.type = u"table"_s;
            graph.nodes.push_back(node);
        }
        domain::LineageLink link;
        link.source = nodeNamed(graph, pair.first(1));
        link.target = nodeNamed(graph, pair.last(1));
        graph.links.push_back(link);
    }
    return graph;
}

std::shared_ptr<const LineageScene> sceneOf(domain::LineageGraph graph)
{
    LineageOrder order;
    order.graph = std::make_shared<const domain::LineageGraph>(std::move(graph));
    return drawLineage(order).scene;
}

void show(LineageImpactModel &model, const LineageMeshPtr &mesh,
          const std::vector<lineage::NodeIndex> &starts, lineage::Direction direction)
{
    model.show(lineageImpact(mesh, starts, direction));
}

QByteArray csvOf(const LineageImpactModel &model)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return model.csvWriter()(buffer, nullptr) ? buffer.data() : QByteArray();
}

} // namespace

class TestLineageModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theTableSaysHowFarAndOverWhat()
    {
        LineageImpactModel model;
        const QAbstractItemModelTester tester(&model);
        show(model, lineageMesh(lettersLineage(u"ab bc cd ad xc"_s)), {0}, Direction::Downstream);
        QCOMPARE(tests::modelText(model), u"b|Table|||1|a\nd|Table|||1|a\nc|Table|||2|a › b\n"_s);
        show(model, lineageMesh(lettersLineage(u"ab bc cd ad xc"_s)), {3}, Direction::Upstream);
        QCOMPARE(tests::modelText(model),
                 u"a|Table|||1|d\nc|Table|||1|d\nb|Table|||2|c › d\nx|Table|||2|c › d\n"_s);
        show(model, lineageMesh(lettersLineage(u"ab bc ca"_s)), {0}, Direction::Downstream);
        QCOMPARE(model.rowCount(), 2);
        show(model, {}, {}, Direction::Downstream);
        QCOMPARE(model.rowCount(), 0);
    }

    void theTableIsFilteredSortedAndWritten()
    {
        LineageImpactModel model;
        const QAbstractItemModelTester tester(&model);
        auto graph = tests::orderLineage();
        const int start = nodeNamed(graph, u"order_events"_s);
        show(model, lineageMesh(graph), {lineage::NodeIndex(start)}, Direction::Downstream);
        QCOMPARE(model.totalCount(), 17);
        QCOMPARE(model.counts().owners, 5);
        QCOMPARE(model.counts().products, 9);
        model.setFilter(u"finance dash"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"Monthly close"_s);
        model.setFilter(u"team"_s);
        const QPersistentModelIndex kept(model.index(3, 0));
        const auto name = kept.data().toString();
        model.sort(LineageImpactModel::Name, Qt::DescendingOrder);
        QCOMPARE(kept.data().toString(), name);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(QString::localeAwareCompare(model.index(row - 1, 0).data().toString(),
                                                model.index(row, 0).data().toString())
                    >= 0);
        QCOMPARE(csvOf(model).count("\r\n"), qsizetype(model.rowCount()) + 1);
    }

    void aLongWayIsToldByItsLastStations()
    {
        constexpr int length = 5'000;
        domain::LineageGraph graph;
        for (int i = 0; i < length; ++i) {
            domain::LineageNode node;
            node.name = node.nativeId = u"t%1"_s.arg(i);
            node.id = QUuid::createUuidV5(QUuid(), node.name);
            graph.nodes.push_back(node);
            domain::LineageLink link;
            link.source = i - 1;
            link.target = i;
            if (i > 0)
                graph.links.push_back(link);
        }
        const auto mesh = lineageMesh(std::move(graph));
        LineageImpactModel model;
        show(model, mesh, {0}, Direction::Downstream);
        const auto over = [&model](int row) {
            return model.index(row, LineageImpactModel::Path).data().toString();
        };
        QCOMPARE(over(2), u"t0 › t1 › t2"_s);
        QCOMPARE(over(3), u"1 more › t1 › t2 › t3"_s);
        QCOMPARE(over(length - 2), u"4996 more › t4996 › t4997 › t4998"_s);
        model.sort(LineageImpactModel::Path, Qt::DescendingOrder);
        model.sort(LineageImpactModel::Distance, Qt::AscendingOrder);
        show(model, mesh, {length - 1}, Direction::Upstream);
        QCOMPARE(over(3), u"t4996 › t4997 › t4998 › 1 more"_s);
    }

    void aFileOfALongChainGrowsWithItsRowsAndKeepsEveryWay()
    {
        constexpr int length = 20'000;
        domain::LineageGraph graph;
        for (int i = 0; i < length; ++i) {
            domain::LineageNode node;
            node.name = node.nativeId = u"t%1"_s.arg(i);
            node.id = QUuid::createUuidV5(QUuid(), node.name);
            graph.nodes.push_back(node);
            if (i > 0)
                graph.links.push_back({.source = i - 1, .target = i});
        }
        LineageImpactModel model;
        show(model, lineageMesh(std::move(graph)), {0}, Direction::Downstream);
        LongJob job;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(model.csvWriter()(buffer, &job));
        QVERIFY(job.percent() >= 90);
        const auto lines = buffer.data().split('\n');
        QCOMPARE(lines.first().trimmed(),
                 QByteArray("name,nativeId,kind,type,domain,owner,steps,via,over"));
        QVERIFY2(buffer.size() < length * 400LL, qPrintable(QString::number(buffer.size())));
        // Whole as long as it is no longer than is promised; then what is next to it.
        QStringList way;
        for (int i = 0; i < 32; ++i)
            way.append(u"t%1"_s.arg(i));
        const QByteArray whole = '"' + way.join(u" › "_s).toUtf8() + '"';
        QVERIFY(lines.at(32).trimmed().endsWith(whole));
        const auto last = QString::fromUtf8(lines.at(length - 1).trimmed());
        QVERIFY2(last.contains(u"\"(%1 more) › t%2 › "_s.arg(length - 33).arg(length - 33)),
                 qPrintable(last));
        QVERIFY(last.endsWith(u"› t%1\""_s.arg(length - 2)));
        // From row to row every way can be put together.
        for (int i = 1; i < length; ++i) {
            const auto cells = lines.at(i).split(',');
            QCOMPARE(cells.at(7), QByteArray("\"t" + QByteArray::number(i - 1) + '"'));
        }
    }

    void aFileHasWholeWays()
    {
        QString chain;
        for (char letter = 'a'; letter < 'z'; ++letter)
            chain +=
                QChar::fromLatin1(letter) + QString(QChar::fromLatin1(char(letter + 1))) + u' ';
        LineageImpactModel model;
        show(model, lineageMesh(lettersLineage(chain.trimmed())), {0}, Direction::Downstream);
        QStringList all;
        for (char letter = 'a'; letter < 'z'; ++letter)
            all.append(QString(QChar::fromLatin1(letter)));
        const auto csv = csvOf(model);
        QVERIFY2(csv.contains(QByteArray(all.join(u" › "_s).toUtf8() + "\"\r\n")),
                 csv.right(200).constData());
        // And says so where it could not be written.
        QBuffer closed;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*not open.*"_s));
        QVERIFY(!model.csvWriter()(closed, nullptr));
    }

    void theTreeGoesBothWaysFromItsRoot()
    {
        LineageTreeModel model;
        const QAbstractItemModelTester tester(&model);
        const auto scene = sceneOf(lettersLineage(u"ab cb bd de"_s));
        model.show(scene, scene->boxOf(nodeNamed(*scene->graph, u"b"_s)));
        QCOMPARE(tests::modelText(model),
                 u"b|Table\n"
                 "  Made from 2\n"
                 "    a|Table\n"
                 "      a → b\n"
                 "    c|Table\n"
                 "      c → b\n"
                 "  Read by 1\n"
                 "    d|Table\n"
                 "      b → d\n"
                 "      e|Table\n"
                 "        d → e\n"_s);
    }

    void aCycleEndsWhereItComesBack()
    {
        LineageTreeModel model;
        const QAbstractItemModelTester tester(&model);
        const auto scene = sceneOf(lettersLineage(u"ab ba"_s));
        model.show(scene, scene->boxOf(nodeNamed(*scene->graph, u"a"_s)));
        QCOMPARE(tests::modelText(model),
                 u"a|Table\n"
                 "  Made from 1\n"
                 "    b|Table\n"
                 "      b → a · closes a cycle\n"
                 "      a (a cycle: shown above)|Table\n"
                 "        a → b\n"
                 "  Read by 1\n"
                 "    b|Table\n"
                 "      a → b\n"
                 "      a (a cycle: shown above)|Table\n"
                 "        b → a · closes a cycle\n"_s);
    }

    void columnsAndLinesAreRowsOfTheirOwn()
    {
        // What is opened shows its columns; lines say what makes them.
        LineageOrder order;
        auto graph = tests::orderLineage();
        const int events = nodeNamed(graph, u"order_events"_s);
        const int stock = nodeNamed(graph, u"wms.stock"_s);
        domain::LineageLink link{.source = stock, .target = events};
        link.level = domain::LineageLevel::Field;
        graph.texts.append({u"sku"_s, u"item"_s});
        link.sourceField = int(graph.texts.size()) - 2;
        link.targetField = int(graph.texts.size()) - 1;
        link.transformation = int(graph.transformations.size());
        domain::Transformation how;
        how.type = u"DIRECT"_s;
        how.subtype = u"hashed"_s;
        how.masking = true;
        graph.transformations.append(how);
        graph.links.push_back(link);
        order.graph = std::make_shared<const domain::LineageGraph>(graph);
        for (const int node : {events, stock}) {
            const auto id = graph.nodes[std::size_t(node)].id;
            order.choice.open.insert(id);
            order.columns.insert(id, {{node == events ? u"item"_s : u"sku"_s, u"text"_s, true}});
        }
        LineageTreeModel model;
        const QAbstractItemModelTester tester(&model);
        const auto scene = drawLineage(order).scene;
        model.show(scene, scene->boxOf(events));
        const auto child = [&model](const QModelIndex &parent, const QString &start) {
            for (int row = 0; row < model.rowCount(parent); ++row) {
                if (model.index(row, 0, parent).data().toString().startsWith(start))
                    return model.index(row, 0, parent);
            }
            return QModelIndex();
        };
        const auto root = model.index(0, 0);
        const auto column = child(child(root, u"Columns 1"_s), u"item"_s);
        QVERIFY(column.isValid());
        QCOMPARE(column.data(LineageTreeModel::BoxRole).toInt(), scene->boxOf(events));
        QCOMPARE(column.data(LineageTreeModel::ColumnRole).toInt(), 0);
        QCOMPARE(column.siblingAtColumn(LineageTreeModel::Kind).data().toString(), u"text"_s);
        QVERIFY(column.data(Qt::AccessibleTextRole).toString().contains(u"key, made from 1"_s));
        const auto made = child(column, u"wms.stock.sku → "_s);
        QVERIFY(made.isValid());
        QCOMPARE(made.data(LineageTreeModel::BoxRole).toInt(), -1);
        const int line = made.data(LineageTreeModel::LineRole).toInt();
        QVERIFY(line >= 0);
        QCOMPARE(int(scene->lines[std::size_t(line)].from), scene->boxOf(stock));
        const auto words = made.data().toString();
        QVERIFY2(words.contains(u"DIRECT, hashed"_s) && words.contains(u"masked"_s),
                 qPrintable(words));
        // The same line stands below what it leads from.
        const auto neighbour = child(child(root, u"Made from"_s), u"wms.stock"_s);
        QVERIFY(child(neighbour, u"wms.stock.sku → "_s).isValid());
    }

    void everyGroupIsFilledWithoutLookingAtTheBoxesOfAllOthers()
    {
        // So many that one look at each box for each group would take many minutes.
        constexpr int count = 200'000;
        auto scene = std::make_shared<LineageScene>();
        auto graph = std::make_shared<domain::LineageGraph>();
        graph->nodes.resize(count);
        scene->graph = graph;
        scene->groups.resize(count);
        scene->boxes.resize(count);
        for (int i = 0; i < count; ++i) {
            scene->groups[std::size_t(i)].shown = 1;
            scene->boxes[std::size_t(i)].node = i;
            scene->boxes[std::size_t(i)].group = i;
        }
        scene->arcs = lineage::GraphBuilder(count).build().graph;
        LineageTreeModel model;
        model.show(scene, -1);
        QCOMPARE(model.indexOf(count - 1).data(LineageTreeModel::BoxRole).toInt(), count - 1);
        int rows = 0;
        for (int group = 0; group < count; ++group)
            rows += model.rowCount(model.index(group, 0));
        QCOMPARE(rows, count);
    }

    void withoutARootTheTreeHasEveryBoxInItsGroup()
    {
        LineageTreeModel model;
        const QAbstractItemModelTester tester(&model);
        const auto scene = sceneOf(tests::orderLineage());
        model.show(scene, -1);
        QCOMPARE(model.rowCount(), 5);
        int boxes = 0;
        for (int group = 0; group < model.rowCount(); ++group)
            boxes += model.rowCount(model.index(group, 0));
        QCOMPARE(boxes, int(scene->boxes.size()));
        for (int box = 0; box < int(scene->boxes.size()); ++box)
            QCOMPARE(model.indexOf(box).data(LineageTreeModel::BoxRole).toInt(), box);
    }
};

QTEST_MAIN(TestLineageModels)
#include "tst_lineagemodels.moc"
