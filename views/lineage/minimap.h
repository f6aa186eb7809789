// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace portolan::views::lineage {

class Canvas;

//! All of the picture, small, and which part of it the canvas shows. A press or a pull moves that
//! part.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    //! \a canvas outlives this widget.
    explicit Minimap(Canvas &canvas, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {256, 112}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QRectF place() const;
    double scale() const;
    void forget();
    void paintPicture();
    void moveTo(QPointF pixel);

    Canvas &m_canvas;
    QImage m_picture;
};

} // namespace portolan::views::lineage
