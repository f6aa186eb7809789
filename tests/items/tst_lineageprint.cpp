// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a lineage as files: every line is in them, and whatever is laid over it in the
// window.
#include "models/items/lineagedrawing.h"
#include "models/items/lineageexport.h"
#include "models/items/lineagepainter.h"
#include "tests/items/samplelineage.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPaintEngine>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <tuple>

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

//! Takes down every path that is stroked in a colour and not filled, by where it begins and ends.
class StrokeCounter : public QPaintDevice
{
public:
    explicit StrokeCounter(const QColor &colour)
        : m_colour(colour)
    {
    }

    QList<std::pair<QPoint, QPoint>> strokes;

    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmDevicePixelRatio:
        case PdmDepth:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        default:
            return 100'000;
        }
    }

private:
    class Engine : public QPaintEngine
    {
    public:
        explicit Engine(StrokeCounter &counter)
            : QPaintEngine(AllFeatures)
            , m_counter(counter)
        {
        }

        bool begin(QPaintDevice *) override { return true; }

        bool end() override { return true; }

        void updateState(const QPaintEngineState &now) override
        {
            if (now.state() & DirtyPen)
                m_hasPen =
                    now.pen().style() != Qt::NoPen && now.pen().color() == m_counter.m_colour;
            if (now.state() & DirtyBrush)
                m_hasBrush = now.brush().style() != Qt::NoBrush;
        }

        void drawPath(const QPainterPath &path) override
        {
            if (m_hasPen && !m_hasBrush && path.elementCount() > 1)
                m_counter.strokes.append(
                    {QPointF(path.elementAt(0)).toPoint(), path.currentPosition().toPoint()});
        }

        void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }

        void drawImage(const QRectF &, const QImage &, const QRectF &,
                       Qt::ImageConversionFlags) override
        {
        }

        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }

        void drawTextItem(const QPointF &, const QTextItem &) override { }

        Type type() const override { return User; }

    private:
        StrokeCounter &m_counter;
        bool m_hasPen = false;
        bool m_hasBrush = false;
    };

    QColor m_colour;
    mutable Engine m_engine{*this};
};

//! How often a pen is drawn along a path in the pages of a PDF of \a scene.
int strokesOfPdf(const LineageScene &scene)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!writeLineagePdf(scene, {}, buffer))
        return -1;
    const auto &pdf = buffer.data();
    int strokes = 0;
    for (auto at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at)) {
        at += 7;
        const auto end = pdf.indexOf("endstream", at);
        auto packed = pdf.mid(at, end - at);
        // qUncompress() wants to be told how much comes out.
        packed.prepend(QByteArray("\x04\x00\x00\x00", 4));
        const auto content = qUncompress(packed);
        for (const auto &line : content.split('\n'))
            strokes += line.trimmed() == "S" || line.endsWith(" S") ? 1 : 0;
        at = end + 9;
    }
    return strokes;
}

} // namespace

//! A disk without room.
class FullDisk : public QIODevice
{
public:
    FullDisk() { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }

    qint64 writeData(const char *, qint64) override { return -1; }
};

class TestLineagePrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    //! The rest would be drawn for nobody.
    void aFullDiskEndsThePictureEarly()
    {
        const auto scene = sceneOf(tests::meshLineage(600));
        const LineageLook look;
        const LineageMarks marks;
        LongJob job;
        FullDisk disk;
        const auto done = writeLineagePng({*scene, look, marks, &job}, 1, disk);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::DiskFull);
        QVERIFY2(job.percent() < 50, QByteArray::number(job.percent()).constData());
    }

    void everyEdgeIsInTheImage()
    {
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(tests::meshLineage(200));
        order.choice.grouping = LineageGrouping::None;
        const auto scene = drawLineage(order).scene;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const LineageLook look;
        QVERIFY(writeLineagePng(*scene, look, 2, buffer));
        QImage image;
        QVERIFY(image.loadFromData(buffer.data(), "png"));
        const auto at = [&](double x, double y) {
            const auto pixel = QPointF(x + 16, y + 16) * 2;
            return image.pixelColor(int(pixel.x()), int(pixel.y()));
        };
        QVERIFY(scene->lines.size() > 200);
        for (quint32 line = 0; line < scene->lines.size(); ++line) {
            const auto way = scene->route(line);
            const auto tip = way.back();
            const double back = way[way.size() - 2].x > tip.x ? 1.5 : -1.5;
            QVERIFY2(at(tip.x + back, tip.y) == look.edge, qPrintable(QString::number(line)));
            // It begins level.
            const double out = way[1].x > way[0].x ? 2 : -2;
            QVERIFY2(at(way[0].x + out, way[0].y) != look.base, qPrintable(QString::number(line)));
        }
    }

    void everyEdgeIsOnThePage()
    {
        LineageOrder order;
        order.graph = std::make_shared<const domain::LineageGraph>(tests::meshLineage(200));
        order.choice.grouping = LineageGrouping::None;
        const auto scene = drawLineage(order).scene;
        // The painter is asked for one stroke for each line, from where it begins to where it ends.
        // Icons are strokes in the colours of kinds, and boxes are filled.
        const LineageLook look;
        StrokeCounter counter(look.edge);
        const LineageMarks marks;
        LineageIcons icons;
        {
            QPainter painter(&counter);
            LineagePainter picture(*scene, look, marks, icons);
            picture.prepareForFile(true);
            picture.paint(painter, {scene->bounds.topLeft(), 1, scene->bounds.size()});
        }
        QList<std::pair<QPoint, QPoint>> wanted;
        for (quint32 line = 0; line < scene->lines.size(); ++line) {
            const auto way = scene->route(line);
            wanted.append({QPointF(way.front().x, way.front().y).toPoint(),
                           QPointF(way.back().x, way.back().y).toPoint()});
        }
        const auto byPlace = [](const auto &a, const auto &b) {
            const auto key = [](const auto &one) {
                return std::tuple(one.first.x(), one.first.y(), one.second.x(), one.second.y());
            };
            return key(a) < key(b);
        };
        std::sort(wanted.begin(), wanted.end(), byPlace);
        std::sort(counter.strokes.begin(), counter.strokes.end(), byPlace);
        QCOMPARE(counter.strokes, wanted);
        // And they are in the file: without its lines it has so many strokes less.
        auto lineless = *scene;
        lineless.lines.clear();
        lineless.index(std::vector<int>(scene->graph->nodes.size(), -1));
        QCOMPARE(strokesOfPdf(*scene) - strokesOfPdf(lineless), int(scene->lines.size()));
    }

    void whatIsLaidOverIsInEveryPicture()
    {
        auto graph = tests::orderLineage();
        for (auto &node : graph.nodes)
            node.slo = domain::SloState::Met;
        graph.nodes.front().slo = domain::SloState::Missed;
        const auto scene = sceneOf(std::move(graph));
        const int box = scene->boxOf(0);
        auto marks = marksOfReach(*scene, box, false, true);
        QVERIFY(std::count(marks.lines.begin(), marks.lines.end(), 1) > 0);
        marks.overlay = LineageOverlay::ServiceLevel;
        const LineageLook look;
        const auto svg = lineageSvg({*scene, look, marks});
        const auto count = [&svg](const QString &text) { return svg.count(text.toUtf8()); };
        QCOMPARE(count(u"fill=\"%1\""_s.arg(look.ranks[3].name())), 1);
        QCOMPARE(count(u">Missed<"_s), 1);
        QCOMPARE(count(u"stroke=\"%1\""_s.arg(look.edgeStrong.name())),
                 std::count(marks.lines.begin(), marks.lines.end(), 1));
        QCOMPARE(count(u"opacity=\"0.28\""_s),
                 std::count(marks.lines.begin(), marks.lines.end(), 0)
                     + std::count(marks.boxes.begin(), marks.boxes.end(), 0));
        const auto written = [&](const LineageMarks &over, LineageFormat format) {
            QTemporaryDir dir;
            QFile file(dir.filePath(u"picture"_s));
            return writeLineagePicture({*scene, look, over}, format, file.fileName())
                    && file.open(QIODevice::ReadOnly)
                ? file.readAll()
                : QByteArray();
        };
        const auto red = [&](const LineageMarks &over) {
            const auto image = QImage::fromData(written(over, LineageFormat::Png), "png");
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixelColor(x, y) == look.ranks[3] ? 1 : 0;
            }
            return pixels;
        };
        QCOMPARE(red({}), 0);
        QVERIFY(red(marks) > 100);
        QVERIFY(written(marks, LineageFormat::Pdf).size() > written({}, LineageFormat::Pdf).size());
        // Folded, the worst of what is in it.
        LineageOrder order;
        order.graph = scene->graph;
        for (const auto &group : scene->groups)
            order.choice.folded.insert(group.key);
        const auto folded = drawLineage(order).scene;
        LineageMarks over;
        over.overlay = LineageOverlay::ServiceLevel;
        QVERIFY(lineageSvg({*folded, look, over}).contains(look.ranks[3].name().toUtf8()));
    }

    void linesThatAreGoneOrLeadBackAreBrokenInEveryPicture()
    {
        auto graph = tests::meshLineage(40);
        graph.links[1].change = domain::LineageChange::Removed;
        auto back = graph.links[0];
        std::swap(back.source, back.target);
        graph.links.push_back(back);
        const auto scene = sceneOf(std::move(graph));
        int backwards = 0;
        for (quint32 line = 0; line < scene->lines.size(); ++line)
            backwards += scene->leadsBack(line) ? 1 : 0;
        QVERIFY(backwards > 0);
        const auto svg = lineageSvg(*scene, {});
        QCOMPARE(svg.count("stroke-dasharray=\"5 2.5\""), 1);
        QCOMPARE(svg.count("stroke-dasharray=\"5 2.5 1.25 2.5\""), backwards);
    }

    void aJobThatIsCancelledLeavesNothingAndSaysHowFarItIs()
    {
        const auto scene = sceneOf(tests::meshLineage(300));
        const LineageLook look;
        const LineageMarks marks;
        QTemporaryDir dir;
        for (const auto format : {LineageFormat::Png, LineageFormat::Svg, LineageFormat::Pdf}) {
            const auto name = dir.filePath(u"lineage."_s + lineageSuffix(format));
            LongJob done;
            QCOMPARE(done.percent(), -1);
            QVERIFY(writeLineagePicture({*scene, look, marks, &done}, format, name));
            QVERIFY2(done.percent() >= 75, qPrintable(QString::number(done.percent())));
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto before = file.readAll();
            file.close();
            LongJob cancelled;
            cancelled.cancel();
            const auto answer =
                writeLineagePicture({*scene, look, marks, &cancelled}, format, name);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), before);
        }
        QCOMPARE(dir.isValid() ? QDir(dir.path()).entryList(QDir::Files).size() : 0, 3);
        LongJob cancelled;
        cancelled.cancel();
        QVERIFY(!writeLineageTable({*scene->graph, {}, {}}, {}, {}, LineageFormat::Csv,
                                   dir.filePath(u"a.csv"_s), &cancelled));
        QVERIFY(!QFile::exists(dir.filePath(u"a.csv"_s)));
    }
};

QTEST_MAIN(TestLineagePrint)
#include "tst_lineageprint.moc"
