// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the lineage pane's canvas, and of a plain QGraphicsView with as many items at the same
// places, while both pan and zoom. Prints a line for each family of graphs: its name, then the
// milliseconds of a frame that 99 of 100 keep below, the longest, those until 99 of 100 pictures
// were sharp, and the first two of the other.
#include "models/items/lineagedrawing.h"
#include "tests/lineage/randomgraphs.h"
#include "views/lineage/canvas.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsPathItem>
#include <QGraphicsRectItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

namespace {

constexpr QSize windowSize(1440, 900);
constexpr int framesEach = 40; // of each zoom
constexpr int peerFramesEach = 3;
constexpr double step = 24; // pixels a frame, as a hand moves
const std::vector<double> scales{0, 0.05, 0.1, 0.15, 0.3, 0.5, 0.75, 1, 1.6, 3}; // 0: all of it

using ScenePtr = std::shared_ptr<const items::LineageScene>;

ScenePtr sceneOf(const tests::MadeGraph &made, items::LineageGrouping grouping)
{
    domain::LineageGraph graph;
    for (int i = 0; i < 10; ++i)
        graph.domains.append({u"Domain %1"_s.arg(i)});
    for (std::uint32_t i = 0; i < made.nodes; ++i) {
        domain::LineageNode node;
        node.name = node.nativeId = u"stg_shop__orders_%1"_s.arg(i);
        node.id = QUuid(i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        node.type = i % 3 == 0 ? u"model"_s : u"table"_s;
        node.domain = 1 + int(i * 10 / made.nodes);
        graph.nodes.push_back(std::move(node));
    }
    for (const auto &arc : made.edges) {
        domain::LineageLink link;
        link.source = int(arc.source);
        link.target = int(arc.target);
        graph.links.push_back(link);
    }
    items::LineageOrder order;
    order.graph = std::make_shared<const domain::LineageGraph>(std::move(graph));
    order.choice.grouping = grouping;
    return items::drawLineage(order).scene;
}

struct Frames
{
    std::vector<double> ms;

    //! Until a screen would show the next frame; what events cost meanwhile counts as well.
    void wait(const QElapsedTimer &clock)
    {
        while (clock.nsecsElapsed() < 16'600'000) {
            QElapsedTimer events;
            events.start();
            QCoreApplication::processEvents();
            const auto took = double(events.nsecsElapsed()) / 1e6;
            if (took > 0.5)
                ms.push_back(took);
            QThread::usleep(300);
        }
    }

    double percentile(double percent)
    {
        std::sort(ms.begin(), ms.end());
        const auto index = std::size_t(std::ceil(percent / 100 * double(ms.size()))) - 1;
        return ms[std::min(index, ms.size() - 1)];
    }
};

//! Pans across the middle of the picture at each scale: \a show brings a place to the middle of the
//! window at a scale, and paints.
Frames measure(const items::LineageScene &scene, int frames,
               const std::function<void(QPointF centre, double scale)> &show)
{
    Frames result;
    const auto bounds = scene.bounds;
    const double all =
        std::min(windowSize.width() / bounds.width(), windowSize.height() / bounds.height());
    for (const double wanted : scales) {
        const double scale = std::max(wanted, all);
        for (int frame = 0; frame < frames; ++frame) {
            const double way = (frame - frames / 2) * step / scale;
            // Each frame a little nearer, too: no frame is the one before, moved.
            const double nearer = 1 + 0.002 * frame;
            QElapsedTimer clock;
            clock.start();
            show(bounds.center() + QPointF(way, way / 2), scale * nearer);
            result.ms.push_back(double(clock.nsecsElapsed()) / 1e6);
            result.wait(clock);
        }
    }
    return result;
}

//! How long it takes at each scale until a picture is as sharp as it gets.
Frames sharpening(const ScenePtr &scene)
{
    views::lineage::Canvas canvas;
    canvas.resize(windowSize);
    canvas.setScene(scene);
    canvas.show();
    return measure(*scene, 3, [&canvas](QPointF centre, double scale) {
        const QPointF half(canvas.viewport()->width() / scale / 2,
                           canvas.viewport()->height() / scale / 2);
        canvas.setView(centre - half, scale);
        canvas.viewport()->repaint();
        while (!canvas.isSharp())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
}

Frames ours(const ScenePtr &scene)
{
    views::lineage::Canvas canvas;
    canvas.resize(windowSize);
    canvas.setScene(scene);
    canvas.show();
    while (!canvas.isSharp())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return measure(*scene, framesEach, [&canvas](QPointF centre, double scale) {
        const QPointF half(canvas.viewport()->width() / scale / 2,
                           canvas.viewport()->height() / scale / 2);
        canvas.setView(centre - half, scale);
        canvas.viewport()->repaint();
        // What was painted in the pool meanwhile comes in as an event.
        QCoreApplication::processEvents();
    });
}

Frames plainView(const ScenePtr &scene)
{
    QGraphicsScene graphics;
    for (const auto &box : scene->boxes) {
        auto *item = graphics.addRect(box.rect, QPen(Qt::gray, 0), QBrush(Qt::white));
        auto *text = new QGraphicsSimpleTextItem(box.label, item);
        text->setPos(box.rect.topLeft() + QPointF(8, 6));
    }
    for (quint32 line = 0; line < scene->lines.size(); ++line) {
        const auto way = scene->route(line);
        if (way.size() < 2)
            continue;
        QPainterPath path(QPointF(way[0].x, way[0].y));
        for (std::size_t i = 1; i < way.size(); ++i)
            path.lineTo(way[i].x, way[i].y);
        graphics.addPath(path, QPen(Qt::gray, 0));
    }
    QGraphicsView view(&graphics);
    view.setRenderHint(QPainter::Antialiasing);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.resize(windowSize);
    view.show();
    QCoreApplication::processEvents();
    return measure(*scene, peerFramesEach, [&view](QPointF centre, double scale) {
        view.setTransform(QTransform::fromScale(scale, scale));
        view.centerOn(centre);
        view.viewport()->repaint();
    });
}

void report(const char *name, const ScenePtr &scene, bool withPeer)
{
    auto frames = ours(scene);
    auto sharp = sharpening(scene);
    std::printf("%s\t%.2f\t%.2f\t%.2f", name, frames.percentile(99), frames.percentile(100),
                sharp.percentile(99));
    if (withPeer) {
        auto peer = plainView(scene);
        std::printf("\t%.2f\t%.2f", peer.percentile(99), peer.percentile(100));
    }
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    views::Theme theme;
    const auto arguments = QCoreApplication::arguments();
    const auto nodes = arguments.value(1).toUInt();
    const bool withPeer = arguments.value(2) == u"peer"_s;
    using G = items::LineageGrouping;
    report("layered", sceneOf(tests::layeredGraph(nodes, 25, 1.6, 1), G::None), withPeer);
    report("project", sceneOf(tests::projectLike(nodes, 2), G::None), false);
    report("domains", sceneOf(tests::projectLike(nodes, 2), G::Domain), false);
    report("scale-free", sceneOf(tests::scaleFree(nodes, 2, 3), G::None), false);
    return 0;
}
