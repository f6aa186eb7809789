// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagedrawing.h"

#include "models/base/async.h"
#include "models/items/lineagekeepsake.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>

namespace portolan::items {
namespace {

// Refining before the first picture is shown: a small one is finished at once, a large one is shown
// as it is. Told in work, not in time: the same order gives the same picture on any machine.
constexpr std::uint64_t firstWork = 8'000'000;
constexpr std::size_t mostBoxes = 2'000;
constexpr auto longestTidying = std::chrono::seconds(20);

std::shared_ptr<const LineageScene> sceneOf(const LineagePicture &picture, lineage::Layout layout,
                                            qint64 ms)
{
    auto scene = picture.draft->placed(std::move(layout));
    scene.layoutMs = ms;
    return std::make_shared<const LineageScene>(std::move(scene));
}

//! Tidying takes seconds, and nobody waits for it: it does not hold a thread that draws frames.
QThreadPool &tidyingPool()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

} // namespace

LineagePicture drawLineage(const LineageOrder &order, const std::atomic<bool> *cancelled)
{
    QElapsedTimer clock;
    clock.start();
    LineagePicture picture;
    const auto isGivenUp = [cancelled] { return cancelled != nullptr && cancelled->load(); };
    if (isGivenUp())
        return picture;
    picture.draft = std::make_shared<LineageDraft>(order);
    if (isGivenUp())
        return picture;
    picture.layout = std::make_shared<lineage::LayeredLayout>(picture.draft->input());
    auto layout = picture.layout->first();
    if (auto kept = layoutKept(order.kept, picture.draft->scene()))
        layout = *std::move(kept);
    else if (layout.positions.size() <= mostBoxes
             && picture.layout->refine({.work = firstWork, .cancelled = cancelled}))
        layout = picture.layout->drawing();
    picture.scene = sceneOf(picture, std::move(layout), clock.elapsed());
    return picture;
}

LineageDrawing::LineageDrawing(QObject *parent)
    : QObject(parent)
{
}

LineageDrawing::~LineageDrawing()
{
    giveUp();
}

void LineageDrawing::giveUp()
{
    if (m_cancelled)
        m_cancelled->store(true);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    ++m_question;
}

void LineageDrawing::draw(LineageOrder order)
{
    giveUp();
    m_drawing = true;
    m_tidier.reset();
    const auto question = m_question;
    const auto cancelled = m_cancelled;
    onFinished(QtConcurrent::run([order = std::move(order), cancelled] {
                   return drawLineage(order, cancelled.get());
               }),
               this, [this, question](LineagePicture picture) {
                   if (question != m_question)
                       return;
                   m_drawing = false;
                   show(picture.scene);
                   tidy(std::move(picture));
               });
    Q_EMIT stateChanged();
}

void LineageDrawing::show(std::shared_ptr<const LineageScene> scene)
{
    m_scene = std::move(scene);
    Q_EMIT sceneChanged();
    Q_EMIT stateChanged();
}

void LineageDrawing::tidy(LineagePicture picture)
{
    picture.layout->letGo();
    if (picture.layout->isFinished() || picture.scene->layout.figures.crossings == 0)
        return;
    const auto question = m_question;
    const auto cancelled = m_cancelled;
    onFinished(QtConcurrent::run(&tidyingPool(),
                                 [picture = std::move(picture), cancelled] {
                                     const bool better = picture.layout->refine(
                                         {.time = longestTidying, .cancelled = cancelled.get()});
                                     return better && !cancelled->load()
                                         ? sceneOf(picture, picture.layout->drawing(),
                                                   picture.scene->layoutMs)
                                         : nullptr;
                                 }),
               this, [this, question](std::shared_ptr<const LineageScene> tidier) {
                   if (question != m_question || !tidier)
                       return;
                   m_tidier = std::move(tidier);
                   Q_EMIT stateChanged();
               });
}

quint64 LineageDrawing::savedCrossings() const
{
    if (!m_tidier || !m_scene)
        return 0;
    const auto before = m_scene->layout.figures.crossings;
    const auto after = m_tidier->layout.figures.crossings;
    return after < before ? before - after : 0;
}

void LineageDrawing::takeTidier()
{
    if (m_tidier)
        show(std::exchange(m_tidier, nullptr));
}

} // namespace portolan::items
