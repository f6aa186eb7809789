// SPDX-License-Identifier: GPL-3.0-or-later
// A lineage as files: every edge is in every one of them, whatever things are called.
#include "models/items/lineagedrawing.h"
#include "models/items/lineageexport.h"
#include "models/items/lineagepainter.h"
#include "models/items/thinlines.h"
#include "tests/items/samplelineage.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;

namespace {

std::shared_ptr<const LineageScene> sceneOf(domain::LineageGraph graph)
{
    LineageOrder order;
    order.graph = std::make_shared<const domain::LineageGraph>(std::move(graph));
    return drawLineage(order).scene;
}

//! "from->to" of every link, sorted.
QStringList pairsOf(const LineageScene &scene)
{
    QStringList pairs;
    for (const auto &link : scene.graph->links)
        pairs.append(scene.graph->nodes[std::size_t(link.source)].nativeId + u"->"_s
                     + scene.graph->nodes[std::size_t(link.target)].nativeId);
    pairs.sort();
    return pairs;
}

//! A graph in which everything has a name that means something in some format.
domain::LineageGraph hostileLineage()
{
    auto graph = tests::orderLineage();
    const QStringList names{u"</title><script>alert(1)</script>"_s,
                            u"\"; rm -rf / \\"_s,
                            u"=cmd|' /C calc'!A0"_s,
                            u"line\nbreak, and \"quotes\""_s,
                            QString(u"nul"_s) + QChar(u'\0') + u"inside"_s,
                            u"\u202Ereversed"_s,
                            QString(QChar(0xD800)) + u"lonely"_s,
                            u"]]>&amp;<![CDATA["_s,
                            u"e\u0301 \U0001F600"_s};
    for (qsizetype i = 0; i < names.size(); ++i) {
        graph.nodes[std::size_t(i)].name = names.at(i);
        graph.nodes[std::size_t(i)].nativeId = names.at(i);
    }
    return graph;
}

//! All of \a scene as CSV, DOT or JSON.
QByteArray tableOf(const LineageScene &scene, LineageFormat format, bool isComparison = false)
{
    std::vector<int> nodes(scene.graph->nodes.size());
    std::vector<int> links(scene.graph->links.size());
    std::iota(nodes.begin(), nodes.end(), 0);
    std::iota(links.begin(), links.end(), 0);
    QTemporaryDir dir;
    QFile file(dir.filePath(u"table"_s));
    if (!writeLineageTable({*scene.graph, nodes, links, isComparison}, {},
                           {{u"format"_s, u"portolan.lineage/1"_s}, {u"truncated"_s, false}},
                           format, file.fileName())
        || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

} // namespace

class TestLineageExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyEdgeIsInTheTable()
    {
        const auto scene = sceneOf(tests::meshLineage(400));
        const auto lines = QString::fromUtf8(tableOf(*scene, LineageFormat::Csv)).split(u"\r\n"_s);
        QCOMPARE(lines.first(), u"from,fromField,to,toField,level,job"_s);
        QStringList pairs;
        for (const auto &line : lines.mid(1)) {
            if (line.isEmpty())
                continue;
            const auto cells = QString(line).remove(u'"').split(u',');
            QCOMPARE(cells.size(), 6);
            pairs.append(cells.at(0) + u"->"_s + cells.at(2));
        }
        pairs.sort();
        QCOMPARE(pairs, pairsOf(*scene));
    }

    void everyEdgeIsInTheDigraph()
    {
        const auto scene = sceneOf(tests::meshLineage(400));
        QStringList pairs;
        for (auto line : QString::fromUtf8(tableOf(*scene, LineageFormat::Dot)).split(u'\n')) {
            if (!line.contains(u" -> "_s))
                continue;
            line = line.remove(u'"').remove(u';').trimmed();
            pairs.append(line.replace(u" -> "_s, u"->"_s));
        }
        pairs.sort();
        QCOMPARE(pairs, pairsOf(*scene));
    }

    void ofTwoDaysEachFileSaysWhatChanged()
    {
        auto graph = tests::orderLineage();
        graph.links[1].change = domain::LineageChange::Added;
        graph.links[3].change = domain::LineageChange::Removed;
        graph.links[5].change = domain::LineageChange::Changed;
        const auto scene = sceneOf(std::move(graph));
        const auto table = tableOf(*scene, LineageFormat::Csv, true);
        QVERIFY(table.startsWith("from,fromField,to,toField,level,job,change\r\n"));
        const auto lines = table.split('\n');
        for (qsizetype i = 1; i < lines.size() - 1; ++i)
            QCOMPARE(lines.at(i).count(','), 6);
        const auto dot = tableOf(*scene, LineageFormat::Dot);
        for (const QByteArray word : {"added", "removed", "changed"}) {
            QCOMPARE(table.count(QByteArray(",\"" + word + "\"\r\n")), 1);
            QCOMPARE(dot.count(QByteArray("change=\"" + word + '"')), 1);
        }
    }

    void everyEdgeIsInTheDocument()
    {
        const auto scene = sceneOf(tests::orderLineage());
        const auto document =
            QJsonDocument::fromJson(tableOf(*scene, LineageFormat::Json)).object();
        QCOMPARE(document.value(u"nodes"_s).toArray().size(), qsizetype(scene->boxes.size()));
        const auto edges = document.value(u"edges"_s).toArray();
        QCOMPARE(edges.size(), qsizetype(scene->graph->links.size()));
        int fields = 0;
        for (const auto &edge : edges) {
            // Only who asks for a layout has one made.
            QVERIFY(!edge.toObject().contains(u"points"_s));
            fields += edge[u"level"_s].toString() == u"field"_s ? 1 : 0;
        }
        QCOMPARE(fields, 6);
        QCOMPARE(document.value(u"truncated"_s).toBool(true), false);
    }

    void everyEdgeIsInTheDrawing()
    {
        auto graph = tests::meshLineage(400);
        // Two jobs on the same two datasets are two edges.
        graph.links.push_back(graph.links.front());
        const auto scene = sceneOf(std::move(graph));
        QXmlStreamReader xml(lineageSvg(*scene, {}));
        QStringList titles;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"title"_s) {
                const auto text = xml.readElementText();
                if (text.contains(u"->"_s))
                    titles.append(text);
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        titles.sort();
        QCOMPARE(titles, pairsOf(*scene));
    }

    void namesCannotBreakAFile()
    {
        const auto scene = sceneOf(hostileLineage());
        QXmlStreamReader xml(lineageSvg(*scene, {}));
        int elements = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                ++elements;
                QVERIFY(xml.name() != u"script"_s);
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(elements > int(scene->boxes.size()));
        const auto document = QJsonDocument::fromJson(tableOf(*scene, LineageFormat::Json));
        QCOMPARE(document[u"edges"_s].toArray().size(), qsizetype(scene->graph->links.size()));
        for (const auto &line : tableOf(*scene, LineageFormat::Csv).split('\n'))
            QVERIFY(!line.startsWith("\"=") && !line.contains(",\"="));
        // Outside of quotes DOT has nothing but its own words.
        const auto dot = tableOf(*scene, LineageFormat::Dot);
        bool isQuoted = false;
        QByteArray outside;
        for (qsizetype i = 0; i < dot.size(); ++i) {
            if (dot.at(i) == '\\' && isQuoted)
                ++i;
            else if (dot.at(i) == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                outside += dot.at(i);
        }
        QVERIFY(!isQuoted);
        QVERIFY(!outside.contains("rm -rf") && !outside.contains("script"));
    }

    void theImageIsWholeAndEqualToWhatIsPainted()
    {
        const auto scene = sceneOf(tests::meshLineage(600));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const LineageLook look;
        QVERIFY(writeLineagePng(*scene, look, 1, buffer));
        QImage image;
        QVERIFY(image.loadFromData(buffer.data(), "png"));
        QCOMPARE(image.width(), int(std::ceil(scene->bounds.width() + 32)));
        QCOMPARE(image.height(), int(std::ceil(scene->bounds.height() + 32)));
        // Strips meet without a seam: a piece across several of them is the same painted at once.
        QImage piece(700, 1400, QImage::Format_RGB32);
        QPainter painter(&piece);
        LineageIcons icons;
        const LineageMarks marks;
        LineagePainter picture(*scene, look, marks, icons);
        picture.prepareForFile(false);
        picture.paint(painter, {QPointF(100 - 16, 200 - 16), 1, QSizeF(piece.size())});
        painter.end();
        const auto copy =
            image.copy(100, 200, piece.width(), piece.height()).convertToFormat(piece.format());
        // A curve that is cut elsewhere may be rounded to the next shade.
        int most = 0;
        for (int y = 0; y < piece.height(); ++y) {
            for (int x = 0; x < piece.width(); ++x) {
                const QColor one(copy.pixel(x, y));
                const QColor other(piece.pixel(x, y));
                most = std::max({most, std::abs(one.red() - other.red()),
                                 std::abs(one.green() - other.green()),
                                 std::abs(one.blue() - other.blue())});
            }
        }
        QCOMPARE_LE(most, 4);
    }

    void aLineThatLeavesAPartIsWholeAtItsEdge()
    {
        // A fan: lines of every slope leave each part at every side.
        QList<QLineF> fan;
        for (int i = 0; i < 90; ++i)
            fan.append(QLineF::fromPolar(400, 4.0 * i + 0.7).translated(128.3, 127.6));
        const auto drawn = [&fan](const QRect &part) {
            QImage image(part.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.translate(-part.topLeft());
            drawThinLines(painter, fan, Qt::black, 1.25);
            return image;
        };
        const auto whole = drawn({0, 0, 256, 256});
        int most = 0;
        for (const QPoint corner : {QPoint(0, 0), QPoint(64, 0), QPoint(128, 64), QPoint(0, 128),
                                    QPoint(192, 192), QPoint(64, 128)}) {
            const auto part = drawn({corner, QSize(64, 64)});
            for (int y = 0; y < 64; ++y) {
                for (int x = 0; x < 64; ++x)
                    most = std::max(most,
                                    std::abs(qRed(part.pixel(x, y))
                                             - qRed(whole.pixel(corner + QPoint(x, y)))));
            }
        }
        QCOMPARE_LE(most, 4);
    }

    void filesHaveNamesWhateverTheSizeOfTextInTheWindow()
    {
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(tests::orderLineage());
        order.choice.grouping = LineageGrouping::None;
        const auto scene = drawLineage(order).scene;
        auto nameless = *scene;
        for (auto &box : nameless.boxes)
            box.label.clear();
        LineageLook large;
        large.small.setPointSizeF(2 * large.small.pointSizeF());
        large.body.setPointSizeF(2 * large.body.pointSizeF());
        large.title.setPointSizeF(2 * large.title.pointSizeF());
        const auto written = [](const LineageScene &one, const LineageLook &look, bool isPdf) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            const auto done =
                isPdf ? writeLineagePdf(one, look, buffer) : writeLineagePng(one, look, 1, buffer);
            return done ? buffer.data() : QByteArray();
        };
        QVERIFY(written(*scene, large, false) != written(nameless, large, false));
        QCOMPARE(written(*scene, large, false), written(*scene, {}, false));
        // A page without names has no font.
        QVERIFY(written(*scene, large, true).contains("/Type /Font\n"));
        QVERIFY(!written(nameless, large, true).contains("/Type /Font\n"));
    }

    void aLongDrawingGoesOnOnTheNextPage()
    {
        auto graph = tests::orderLineage();
        const auto pattern = graph.nodes.front();
        graph.nodes.clear();
        graph.links.clear();
        // Two chains side by side: nowhere does a single line go on, so no row can end.
        for (int i = 0; i < 1400; ++i) {
            auto node = pattern;
            node.nativeId = u"step%1"_s.arg(i, 4, 10, QChar(u'0'));
            node.name = node.title = node.nativeId;
            node.id = QUuid::createUuidV5(QUuid(), node.nativeId);
            graph.nodes.push_back(node);
            if (i >= 2)
                graph.links.push_back({.source = i - 2, .target = i});
            if (i >= 2 && i % 2 == 1)
                graph.links.push_back({.source = i - 3, .target = i});
        }
        const auto scene = sceneOf(graph);
        QVERIFY(scene->bounds.width() > 5 * 19'200);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(writeLineagePdf(*scene, {}, buffer));
        QVERIFY(buffer.data().startsWith("%PDF"));
        double width = 0;
        qsizetype at = 0;
        int pages = 0;
        while ((at = buffer.data().indexOf("/MediaBox [", at)) >= 0) {
            const auto end = buffer.data().indexOf(']', at);
            const auto numbers = buffer.data().mid(at + 11, end - at - 11).simplified().split(' ');
            at = end;
            ++pages;
            width += numbers.at(2).toDouble();
            QVERIFY(numbers.at(2).toDouble() <= 14'400);
            QVERIFY(numbers.at(3).toDouble() >= (scene->bounds.height() + 32) * 0.75);
            QVERIFY(numbers.at(3).toDouble() <= 14'400);
        }
        QCOMPARE(pages, int(std::ceil((scene->bounds.width() + 32) * 0.75 / 14'400)));
        QVERIFY(width >= (scene->bounds.width() + 32) * 0.75);
    }

    void theNameOfAFileSaysWhatItIsToBe()
    {
        for (const auto format : allLineageFormats)
            QCOMPARE(lineageFormatOf(u"/a/b.c."_s + lineageSuffix(format).toUpper()), format);
        QVERIFY(!lineageFormatOf(u"/a/svg"_s));
        QVERIFY(!lineageFormatOf(u"/a/b.doc"_s));
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        QTemporaryDir dir;
        const auto scene = sceneOf(tests::orderLineage());
        for (const auto format : {LineageFormat::Png, LineageFormat::Svg, LineageFormat::Pdf}) {
            const auto name = dir.filePath(u"lineage."_s + lineageSuffix(format));
            QVERIFY(writeLineagePicture(*scene, {}, format, name));
            QVERIFY(QFileInfo(name).size() > 500);
            QVERIFY(!writeLineagePicture(*scene, {}, format, dir.filePath(u"no/such/folder/a"_s)));
        }
        for (const auto format : {LineageFormat::Dot, LineageFormat::Csv, LineageFormat::Json}) {
            QVERIFY(tableOf(*scene, format).size() > 500);
            QVERIFY(!writeLineageTable({*scene->graph, {}, {}}, {}, {}, format,
                                       dir.filePath(u"no/such/folder/a"_s)));
        }
    }

    void aPictureOfAnySizeIsWrittenInTime()
    {
        LineageScene scene;
        scene.bounds = {0, 0, 900, 700};
        QCOMPARE(lineagePngScale(scene), 2.0);
        scene.bounds = {0, 0, 15'000, 15'000};
        QCOMPARE(lineagePngScale(scene), 1.0);
        scene.bounds = {0, 0, 40'000, 200'000};
        const auto scale = lineagePngScale(scene);
        QVERIFY(scale < 0.5 && scale * scale * 40'000 * 200'000 <= 301e6);
        scene.bounds = {0, 0, 1e6, 1e6};
        QVERIFY(lineagePngScale(scene) >= 0.15); // smaller ones show nothing
    }
};

QTEST_MAIN(TestLineageExport)
#include "tst_lineageexport.moc"
