// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

class QDoubleSpinBox;

namespace portolan::views::quality {

class TimeChart;

//! The handle at the end of a target line: dragged, moved by keys or typed it tries another target.
//! Its value is the target in thousandths of a percent.
class TargetHandle final : public QAbstractSlider
{
    Q_OBJECT

public:
    //! Stands on \a chart, which keeps room for it.
    explicit TargetHandle(TimeChart &chart);

    //! The declared target, 0 to 1, which Esc returns to.
    void setDeclared(double target);

    double target() const;
    bool isTrying() const;

    //! Back to the declared target.
    void reset() { setValue(m_declared); }

    QDoubleSpinBox *field() const { return m_field; }

    //! Begins to type a target.
    void type();

    QSize sizeHint() const override;

Q_SIGNALS:
    void targetTried(double target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void finishTyping(bool accept);

    TimeChart &m_chart;
    QDoubleSpinBox *m_field;
    int m_declared = 100'000;
    int m_grip = 0; //!< where the handle was taken, from its middle
};

} // namespace portolan::views::quality
