// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/checkstory.h"

#include <QWidget>

#include <optional>
#include <utility>

namespace portolan::views::quality {

//! The history of one check: a band of verdicts over time, and below it what was observed with what
//! was expected, where both are numbers. Buckets from afar, single runs from near. The wheel, + and
//! - zoom, dragging and the arrows move, 0 shows all; what is asked for is told by rangeChanged(),
//! and until the answer comes the old one is shown in the new place.
class CheckChart final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckChart(QWidget *parent = nullptr);

    //! All of time that can be shown; shows it.
    void setLimits(const items::Period &limits);
    //! What is known; drawn wherever the range lies.
    void setStory(const items::CheckStory &story);
    void clear();

    const items::Period &range() const { return m_range; }

    void setRange(const items::Period &range);
    void zoom(double factor, double centre = 0.5);
    void pan(double share);

    bool isZoomed() const { return m_range != m_limits; }

    bool showsRuns() const { return m_raw; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeChanged(const portolan::items::Period &range);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Step
    {
        qint64 from = 0; //!< UTC ms
        items::Expectation expected;
        QString text;
    };

    void readStory();
    void readGaps();
    QRect band() const;
    QRect plot() const;
    double xOf(qint64 at) const;
    qint64 timeAt(double x) const;
    double yOf(double value) const;
    bool isShown(qint64 from, qint64 to) const;
    QString textAt(int x) const;
    void paintBand(QPainter &painter) const;
    void paintBucket(QPainter &painter, const QRectF &place, const store::RunCounts &counts) const;
    void paintGaps(QPainter &painter) const;
    void paintExpected(QPainter &painter) const;
    void paintValues(QPainter &painter) const;
    void paintEnvelope(QPainter &painter) const;
    void paintAxes(QPainter &painter) const;
    void paintValueAxis(QPainter &painter) const;
    void paintHair(QPainter &painter) const;

    items::Period m_limits;
    items::Period m_range;
    std::optional<items::CheckStory> m_story;
    QList<domain::CheckRun> m_runs; //!< oldest first, where they are drawn one by one
    QList<std::pair<qint64, qint64>> m_gaps; //!< in which nothing is known
    QList<Step> m_expected;
    bool m_raw = false;
    bool m_numbers = false;
    double m_least = 0;
    double m_most = 1;
    int m_hair = -1; //!< x of the pointer
    std::optional<std::pair<int, items::Period>> m_drag;
};

} // namespace portolan::views::quality
