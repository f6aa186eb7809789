// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Charts draws the lines. Axes, labels and bands are painted here: its own axes shorten labels
// and cannot put a label at the end of a line.
#include "views/quality/timechart.h"

#include "models/items/slotext.h"
#include "models/quality/downsample.h"

#include <QGraphicsLayout>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <algorithm>
#include <cmath>

namespace portolan::views::quality {
namespace {

constexpr qint64 shortest = 60'000; // as far as one zooms in
constexpr int mostSteps = 6;
constexpr int labelGap = 8;

//! The points of \a line between its gaps; a value that holds reaches to where the gap begins.
QList<QList<QPointF>> piecesOf(const ChartLine &line)
{
    QList<QList<QPointF>> pieces;
    QList<QPointF> piece;
    for (const auto &point : line.points) {
        if (!std::isnan(point.y())) {
            piece.append(point);
            continue;
        }
        if (line.isStepped && !piece.isEmpty())
            piece.append({point.x(), piece.constLast().y()});
        if (!piece.isEmpty())
            pieces.append(std::exchange(piece, {}));
    }
    if (!piece.isEmpty())
        pieces.append(piece);
    return pieces;
}

} // namespace

TimeChart::TimeChart(const QString &name, QWidget *parent)
    : QChartView(parent)
    , m_times(new QValueAxis)
    , m_values(new QValueAxis)
{
    setAccessibleName(name);
    // Time runs to the right in every script.
    setLayoutDirection(Qt::LeftToRight);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *shown = chart();
    shown->setAnimationOptions(QChart::NoAnimation);
    shown->setBackgroundVisible(false);
    shown->setPlotAreaBackgroundVisible(false);
    shown->setMargins({});
    shown->layout()->setContentsMargins(0, 0, 0, 0);
    shown->legend()->hide();
    shown->addAxis(m_times, Qt::AlignBottom);
    shown->addAxis(m_values, Qt::AlignLeft);
    m_times->setVisible(false);
    m_values->setVisible(false);
}

QSize TimeChart::minimumSizeHint() const
{
    const int line = QFontMetrics(fontOf(Text::Small)).height();
    return {160, (m_sparse ? 4 : 7) * line};
}

void TimeChart::setContent(ChartContent content)
{
    const bool isSame = content.from == m_content.from && content.to == m_content.to;
    m_content = std::move(content);
    m_pieces.clear();
    for (const auto &line : std::as_const(m_content.lines))
        m_pieces.append(piecesOf(line));
    if (!isSame) {
        m_from = m_content.from;
        m_to = std::max(m_content.to, m_from + 1);
    }
    m_hover.reset();
    describe();
    arrange();
}

//! The newest values, for those who do not see the lines.
void TimeChart::describe()
{
    QStringList newest;
    for (const auto &line : std::as_const(m_content.lines)) {
        if (!line.value.isEmpty())
            newest.append(QString(line.name + u' ' + line.value).trimmed());
    }
    newest.append(tr("Plus and minus zoom, the arrows move, 0 shows all."));
    setAccessibleDescription(newest.join(QLatin1String(". ")));
}

void TimeChart::setBands(const QList<ChartBand> &bands)
{
    m_content.bands = bands;
    viewport()->update();
}

void TimeChart::setLevels(const QList<ChartLevel> &levels)
{
    m_content.levels = levels;
    viewport()->update();
}

void TimeChart::setLow(double low)
{
    m_content.low = low;
    arrange();
}

void TimeChart::setSparse(bool on)
{
    m_sparse = on;
    updateGeometry();
    arrange();
}

void TimeChart::setReserved(double y, int height)
{
    m_reservedAt = y;
    m_reserved = height;
    viewport()->update();
}

void TimeChart::setEndRoom(int width)
{
    m_endRoom = width;
    arrange();
}

void TimeChart::setView(qint64 from, qint64 to)
{
    const auto length = std::clamp(to - from, std::min(shortest, m_content.to - m_content.from),
                                   m_content.to - m_content.from);
    from = std::clamp(from, m_content.from, m_content.to - length);
    if (from == m_from && from + length == m_to)
        return;
    m_from = from;
    m_to = from + length;
    m_hover.reset();
    redraw();
    Q_EMIT viewChanged();
}

qsizetype TimeChart::drawnPoints() const
{
    qsizetype points = 0;
    for (const auto *series : chart()->series())
        points += static_cast<const QLineSeries *>(series)->count();
    return points;
}

double TimeChart::xOf(double ms) const
{
    return m_plot.left() + (ms - double(m_from)) / double(m_to - m_from) * m_plot.width();
}

double TimeChart::yOf(double value) const
{
    return m_plot.bottom()
        - (value - m_content.low) / (m_content.high - m_content.low) * m_plot.height();
}

double TimeChart::valueAt(double y) const
{
    return m_content.low
        + (m_plot.bottom() - y) / m_plot.height() * (m_content.high - m_content.low);
}

//! Steps between the labels of the value axis: as many as asked for, fewer where they would touch.
int TimeChart::steps() const
{
    if (m_sparse)
        return 1;
    const int line = QFontMetrics(fontOf(Text::Small)).height() + labelGap;
    int wanted = std::clamp(m_content.steps, 1, mostSteps);
    while (wanted > 1 && m_plot.height() / wanted < line)
        wanted = (wanted + 1) / 2;
    return wanted;
}

//! The room that labels at the ends of lines take.
int TimeChart::endRoom() const
{
    const QFontMetrics plain(fontOf(Text::Small));
    const QFontMetrics strong(fontOf(Text::Small, true));
    int widest = m_endRoom;
    for (const auto &line : m_content.lines) {
        if ((line.name.isEmpty() && line.value.isEmpty()) || line.isBefore || line.isInside)
            continue;
        widest = std::max(widest,
                          plain.horizontalAdvance(line.name) + 4
                              + strong.horizontalAdvance(line.value) + 2 * labelGap);
    }
    for (const auto &level : m_content.levels) {
        if (!level.isLeading)
            widest = std::max(widest, strong.horizontalAdvance(level.label) + 2 * labelGap);
    }
    return std::min(std::max(widest, size::page), width() / 2);
}

void TimeChart::arrange()
{
    const QFontMetrics metrics(fontOf(Text::Small));
    int widest = 0;
    const int labels = m_sparse ? 1 : std::clamp(m_content.steps, 1, mostSteps);
    for (int i = 0; m_content.valueText && i <= labels; ++i) {
        const auto value = m_content.low + (m_content.high - m_content.low) * i / labels;
        widest = std::max(widest, metrics.horizontalAdvance(m_content.valueText(value)));
    }
    const int top = metrics.height() / 2 + 4;
    const int left = widest + 2 * labelGap;
    const int bottom = metrics.height() + 12;
    m_plot = QRectF(left, top, std::max(16, width() - left - endRoom()),
                    std::max(16, height() - top - bottom));
    chart()->resize(size());
    chart()->setPlotArea(m_plot);
    m_values->setRange(m_content.low, m_content.high);
    redraw();
}

//! The series stay from view to view: making one takes longer than filling it.
void TimeChart::redraw()
{
    qsizetype used = 0;
    for (qsizetype i = 0; i < m_pieces.size(); ++i) {
        for (const auto &piece : std::as_const(m_pieces[i])) {
            if (showPiece(m_content.lines.at(i), piece, used))
                ++used;
        }
    }
    while (m_series.size() > used) {
        auto *series = m_series.takeLast();
        chart()->removeSeries(series);
        delete series;
    }
    m_times->setRange(double(m_from), double(m_to));
    viewport()->update();
    Q_EMIT arranged();
}

//! Shows \a piece as the series number \a number; false where there is no line to show.
bool TimeChart::showPiece(const ChartLine &line, const QList<QPointF> &piece, qsizetype number)
{
    const int columns = std::max(1, int(m_plot.width()));
    const auto points =
        ::portolan::quality::minMaxPerColumn(piece, double(m_from), double(m_to), columns);
    QList<QPointF> drawn;
    drawn.reserve(2 * points.size());
    for (const auto &point : points) {
        const auto value = std::clamp(point.y(), m_content.low, m_content.high);
        if (line.isStepped && !drawn.isEmpty() && drawn.constLast().y() != value)
            drawn.append({point.x(), drawn.constLast().y()});
        drawn.append({point.x(), value});
    }
    if (drawn.size() < 2)
        return false;
    QPen pen(tokensOf(this)(line.colour), line.width, line.style);
    pen.setJoinStyle(Qt::RoundJoin);
    // Where each column of pixels is a stroke, ends and width are not seen, and would take most of
    // a frame.
    if (points.size() > 2 * columns)
        pen = QPen(pen.color(), 0);
    const bool isNew = number == m_series.size();
    if (isNew)
        m_series.append(new QLineSeries);
    auto *series = m_series.at(number);
    series->setPen(pen);
    series->replace(drawn);
    if (isNew) {
        chart()->addSeries(series);
        series->attachAxis(m_times);
        series->attachAxis(m_values);
        series->setPen(pen); // the chart's own theme comes with it
    }
    return true;
}

} // namespace portolan::views::quality
