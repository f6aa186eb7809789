// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagedraft.h"

#include <QObject>

#include <atomic>

namespace portolan::items {

//! A picture and what it takes to improve it.
struct LineagePicture
{
    std::shared_ptr<const LineageScene> scene;
    std::shared_ptr<LineageDraft> draft;
    std::shared_ptr<lineage::LayeredLayout> layout;
};

//! Lays out \a order in the calling thread: the first picture, and what can be improved of it in a
//! moment. The same order gives the same picture. \a cancelled may be null; once it is true, the
//! picture is unfinished and may be empty.
LineagePicture drawLineage(const LineageOrder &order, const std::atomic<bool> *cancelled = nullptr);

//! Makes pictures in the pool. What is shown changes only when it was asked for: a tidier layout
//! that was found meanwhile waits until somebody takes it. Lives in the GUI thread.
class LineageDrawing : public QObject
{
    Q_OBJECT

public:
    explicit LineageDrawing(QObject *parent = nullptr);
    ~LineageDrawing() override;

    //! Begins a picture of \a order; one that is still being made is given up.
    void draw(LineageOrder order);

    //! The picture made last; null before the first.
    const std::shared_ptr<const LineageScene> &scene() const { return m_scene; }

    bool isDrawing() const { return m_drawing; }

    //! How many crossings fewer the tidier layout has; 0 when there is none.
    quint64 savedCrossings() const;
    //! Shows the tidier layout.
    void takeTidier();

Q_SIGNALS:
    void sceneChanged();
    //! isDrawing() or savedCrossings() are others now.
    void stateChanged();

private:
    void show(std::shared_ptr<const LineageScene> scene);
    void tidy(LineagePicture picture);
    void giveUp();

    std::shared_ptr<const LineageScene> m_scene;
    std::shared_ptr<const LineageScene> m_tidier;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    quint64 m_question = 0;
    bool m_drawing = false;
};

} // namespace portolan::items
