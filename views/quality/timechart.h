// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/tokens.h"

#include <QList>
#include <QPointF>
#include <QString>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <functional>
#include <optional>

namespace portolan::views::quality {

//! Points by time (UTC milliseconds), oldest first; a value that is not a number is a gap.
using ChartPoints = QList<QPointF>;

//! One line of a chart, labelled at its end.
struct ChartLine
{
    QString name;
    QString value; //!< of its newest point, DemiBold behind the name
    ChartPoints points;
    Colour colour = Colour::Chart1;
    qreal width = 1.5;
    Qt::PenStyle style = Qt::SolidLine;
    bool isMarked = false; //!< a dot at the newest value
    bool isStepped = false; //!< a value holds until the next one
    bool isBefore = false; //!< labelled before its newest point, where time goes on behind it
    bool isInside = false; //!< labelled below its middle
};

//! A level across the chart: a target, a threshold.
struct ChartLevel
{
    double at = 0;
    QString label;
    bool isDashed = false;
    bool isLeading = false; //!< labelled on the line at its beginning, else behind its end
    Colour colour = Colour::Text;
};

//! A stretch of time behind the lines.
struct ChartBand
{
    qint64 from = 0;
    qint64 to = 0;
    QString label;
    Colour colour = Colour::HeatHatch;
};

//! All that a chart shows.
struct ChartContent
{
    QList<ChartLine> lines; //!< the first is the one that hovering tells about
    QList<ChartLevel> levels;
    QList<ChartBand> bands;
    QPolygonF fan; //!< a forecast: time and value of its corners
    std::optional<qint64> now; //!< a thin line, where the time goes on behind it
    std::optional<qint64> forecast; //!< the time of the fan that is most likely, labelled
    ChartPoints crosses; //!< bad values
    qint64 from = 0;
    qint64 to = 1;
    double low = 0;
    double high = 1;
    int steps = 4; //!< between low and high
    std::function<QString(double)> valueText; //!< at the axis
    std::function<QString(double)> exactText; //!< in the tool tip
};

//! Lines over time: direct labels, thin lines across, a hair line that tells the exact value. The
//! wheel, plus and minus zoom on the time axis, dragging and the arrows move it, 0 shows all. Of
//! many points those are drawn that can be seen: the least and the most of each column of pixels.
class TimeChart : public QChartView
{
    Q_OBJECT

public:
    explicit TimeChart(const QString &name, QWidget *parent = nullptr);

    //! Shows \a content; the part in view stays when the time it covers is the same.
    void setContent(ChartContent content);

    const ChartContent &content() const { return m_content; }

    //! Bands that change while a line is dragged.
    void setBands(const QList<ChartBand> &bands);
    void setLevels(const QList<ChartLevel> &levels);
    void setLow(double low);

    //! Only the ends of the axes are labelled.
    void setSparse(bool on);
    //! A place at the end, \a height high around \a y, that labels keep away from.
    void setReserved(double y, int height);
    //! Room at the end that is kept free in any case.
    void setEndRoom(int width);

    void setView(qint64 from, qint64 to);

    std::pair<qint64, qint64> view() const { return {m_from, m_to}; }

    //! How many points are drawn now.
    qsizetype drawnPoints() const;

    QRectF plot() const { return m_plot; }

    double xOf(double ms) const;
    double yOf(double value) const;
    double valueAt(double y) const;

    QSize sizeHint() const override { return {320, 160}; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChanged();
    //! The place of things on it changed.
    void arranged();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void describe();
    void arrange();
    void redraw();
    bool showPiece(const ChartLine &line, const QList<QPointF> &piece, qsizetype number);
    void zoom(double factor, double at);
    void pan(double share);
    int steps() const;
    int endRoom() const;
    std::optional<QPointF> pointNear(double x) const;
    void paintGrid(QPainter *painter) const;
    void paintBands(QPainter *painter) const;
    void paintTimes(QPainter *painter) const;
    void paintLevels(QPainter *painter, const QList<double> &ends) const;
    QList<double> paintEnds(QPainter *painter) const; //!< where the labels behind the plot stand
    void paintCrosses(QPainter *painter) const;
    void paintForecast(QPainter *painter) const;
    void paintHover(QPainter *painter) const;

    ChartContent m_content;
    QList<QList<QList<QPointF>>> m_pieces; //!< of each line, between its gaps
    QList<QLineSeries *> m_series; //!< of the pieces that are shown, in order
    QValueAxis *m_times;
    QValueAxis *m_values;
    QRectF m_plot;
    qint64 m_from = 0;
    qint64 m_to = 1;
    int m_endRoom = 0;
    double m_reservedAt = 0;
    int m_reserved = 0;
    bool m_sparse = false;
    std::optional<QPointF> m_hover; //!< the point that is told about
    std::optional<QPoint> m_grip; //!< where the dragged time axis was taken
};

} // namespace portolan::views::quality
