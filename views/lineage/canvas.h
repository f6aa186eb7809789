// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagepainter.h"
#include "models/items/lineagewalk.h"

#include <QAbstractScrollArea>
#include <QImage>

#include <optional>

namespace portolan::views::lineage {

//! The picture in the window: pans, zooms, shows what the pointer is on and what is selected.
//! Paints everything by itself; what does not change from frame to frame is kept as an image.
//! Lengths are device-independent pixels.
class Canvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    using ScenePtr = std::shared_ptr<const items::LineageScene>;

    explicit Canvas(QWidget *parent = nullptr);

    //! Shows \a scene. What is selected, else the root, stays where it is on the screen; a first
    //! scene is shown from its root or its top.
    void setScene(ScenePtr scene);

    const ScenePtr &scene() const { return m_scene; }

    //! What the picture was opened from: the box of this node, or of the first of its product.
    void setRoot(const QUuid &root);

    int rootBox() const { return m_marks.root; }

    const items::LineageView &view() const { return m_view; }

    void setView(QPointF origin, double scale);
    void zoomBy(double factor, std::optional<QPointF> about = {});
    //! 1 is the scale at which names are as large as all other text.
    void zoomTo(double zoom);

    double zoom() const { return m_view.scale / m_textScale; }

    //! The next scene is shown from its root or its top, as the first one.
    void fitNext() { m_wantsFit = true; }

    //! Shows all of the picture; the surroundings of the root where names could not be read then,
    //! and all of the width of a picture without a root that is many times as high.
    void fit();
    void fitAll();

    //! Whether the view is as fitted: nobody has moved it since.
    bool isFitted() const { return m_isFitted; }

    //! Shows all that is picked out, smaller only where it does not fit as it is.
    void bringInSight();
    //! Selects what the picture is about, and shows it.
    void goHome();
    void panBy(QPointF pixels);
    //! Moves \a box, or one of its columns, into sight if it is not, without changing the scale.
    void reveal(int box, int column = -1);
    void centreOn(int box);

    //! The selected box, or -1.
    int selectedBox() const { return m_selected; }

    //! The selected column of the selected box, or -1.
    int selectedColumn() const { return m_column; }

    //! The selected line, or -1; either a box or a line is selected.
    int selectedLine() const { return m_line; }

    void select(int box, int column = -1);
    void selectLine(int line);
    //! Selects the next column of the selected box, or the one before; from the box its first.
    //! False where it shows none.
    bool stepColumn(bool forward);
    //! Selects the next line of what is selected, or the one before, round and round.
    void stepLine(bool forward);

    //! What is picked out. The root stays.
    void setMarks(items::LineageMarks marks);
    //! The columns that the nearest zoom shows in boxes that are not open, by box.
    void setNearColumns(items::LineageNearColumns columns);

    const items::LineageMarks &marks() const { return m_marks; }

    //! Whether what is shown is as sharp as it gets: a frame that takes long is painted in the
    //! pool, and the one before it is stretched meanwhile.
    bool isSharp() const { return m_frameView == m_view && m_isFrameValid; }

    //! Where \a box is, in pixels of the viewport.
    QRectF boxRect(int box) const;
    //! What is told about \a box: name, kind, place, owner, what it reads and who reads it.
    QString describe(int box) const;
    //! The same of a line: its ends, and what is known of it.
    QString describeLine(int line) const;
    //! Adds \a note to what is told about the node \a id; empty: there is none any more.
    void setNote(const QUuid &id, const QString &note);
    //! Says \a text beside \a box, whether the mouse is there or not.
    void say(int box, const QString &text);

Q_SIGNALS:
    void selectionChanged();
    void viewChanged();
    void sceneChanged();
    void openRequested(int box);
    //! At \a at of the screen; box, line and group are -1 where there is none.
    void menuRequested(const QPoint &at, int box, int line, int group);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Margins
    {
        double left = 0;
        double right = 0;
    };

    void viewMoved();
    void changed();
    void keepInSight();
    void updateFrame();
    QSize framePixels() const;
    void paintInPool();
    void paintStretched(QPainter &painter);
    void paintLive(QPainter &painter);
    void paintLinesOf(QPainter &painter, items::LineagePainter &picture, int box, double width);
    void hover(QPointF pixel);
    void leave();
    bool walk(int key);
    bool panByKey(const QKeyEvent &event);
    void clickAt(QPointF pixel);
    bool walkAlongLine(items::LineageStep step);
    void goTo(items::LineageSpot spot);
    void tellFocus();
    QString tipAt(QPointF pixel) const;
    Margins marginsOfAll() const;
    double scaleWithin(const Margins &sides) const;
    double leastScale() const;

    ScenePtr m_scene;
    items::LineageLook m_look;
    double m_textScale;
    items::LineageMarks m_marks;
    items::LineageIcons m_icons;
    std::shared_ptr<items::LineageIcons> m_poolIcons; //!< of the one frame that is in the pool
    items::LineageView m_view;
    QUuid m_root;
    QHash<QUuid, QString> m_notes; //!< by node
    int m_selected = -1;
    int m_column = -1;
    int m_line = -1;
    items::LineageSpot m_walked; //!< whose lines are gone through
    int m_hovered = -1;
    int m_hoveredLine = -1;
    QPointF m_pressed; //!< where the button went down
    QPointF m_dragged; //!< where the pointer was last while it pulls
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_isAllShown = false; //!< as fitAll() left it: nobody moved it since
    bool m_isFitted = false; //!< as fit() or fitAll() left it: nobody moved it since
    bool m_wantsFit = true; //!< the first scene waits for the window's size
    QImage m_frame;
    items::LineageView m_frameView; //!< what the frame shows
    bool m_isFrameValid = false;
    bool m_isInPool = false;
    quint64 m_paint = 0; //!< which state of the picture a frame is of
};

} // namespace portolan::views::lineage
