// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around and behind the lines of a chart.
#include "models/items/slotext.h"
#include "views/quality/timechart.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace portolan::views::quality {
namespace {

constexpr int labelGap = 8;
constexpr int mostTimes = 6;
constexpr double dot = 3.5;
constexpr double cross = 3;
constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

//! Where a label begins on the time axis: a day, or an hour where the view is short.
QString timeLabel(qint64 ms, qint64 length, bool isSparse)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(ms);
    if (isSparse || length > 3 * day)
        return items::dayText(local.date());
    if (local.time() == QTime(0, 0))
        return items::dayText(local.date());
    return items::timeText(ms).section(QLatin1String(", "), -1);
}

//! Round steps of time, of which at most \a most fit into \a length.
qint64 timeStep(qint64 length, int most)
{
    constexpr qint64 minute = 60'000;
    for (const auto step : {minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour,
                            day, 2 * day, 4 * day, 7 * day, 14 * day, 28 * day, 91 * day}) {
        if (length / step <= most)
            return step;
    }
    return length / std::max(1, most);
}

} // namespace

void TimeChart::drawBackground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->fillRect(viewport()->rect(), tokensOf(this)(Colour::Base));
    paintBands(painter);
    paintGrid(painter);
    paintForecast(painter);
    painter->restore();
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintTimes(painter);
    paintCrosses(painter);
    paintLevels(painter, paintEnds(painter));
    paintHover(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter->setPen(QPen(tokensOf(this)(Colour::FocusRing), size::focusRing));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void TimeChart::paintGrid(QPainter *painter) const
{
    const auto tokens = tokensOf(this);
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const int count = steps();
    for (int i = 0; i <= count; ++i) {
        const auto value = m_content.low + (m_content.high - m_content.low) * i / count;
        const auto y = std::round(yOf(value)) + 0.5;
        // The line at zero is an axis where zero means something.
        const bool isZero = i == 0 && m_content.low == 0;
        painter->setPen(QPen(tokens(isZero ? Colour::AxisLine : Colour::GridLine), 1));
        painter->drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        if (!m_content.valueText)
            continue;
        painter->setPen(tokens(Colour::TextSecondary));
        painter->drawText(
            QRectF(0, y - metrics.height() / 2.0, m_plot.left() - labelGap, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, m_content.valueText(value));
    }
}

void TimeChart::paintBands(QPainter *painter) const
{
    const auto tokens = tokensOf(this);
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    double labelled = m_plot.left();
    for (const auto &band : m_content.bands) {
        const auto left = std::clamp(xOf(double(band.from)), m_plot.left(), m_plot.right());
        const auto right = std::clamp(xOf(double(band.to)), m_plot.left(), m_plot.right());
        if (band.to < m_from || band.from > m_to)
            continue;
        const QRectF place(left, m_plot.top(), std::max(2.0, right - left), m_plot.height());
        auto brush = QBrush(tokens(band.colour));
        if (band.colour == Colour::HeatHatch)
            brush.setStyle(place.width() < 6 ? Qt::SolidPattern : Qt::BDiagPattern);
        painter->fillRect(place, brush);
        const auto wide = metrics.horizontalAdvance(band.label);
        auto x = place.center().x() - wide / 2.0;
        x = std::clamp(x, m_plot.left(), std::max(m_plot.left(), m_plot.right() - wide));
        // Labels that would touch are left out, and those of a missed target that would lie over
        // what is not missed: the table has them.
        const bool isOutside = band.colour == Colour::AccentSoft && wide > place.width();
        if (band.label.isEmpty() || x < labelled || isOutside)
            continue;
        labelled = x + wide + labelGap;
        painter->setPen(tokens(Colour::TextSecondary));
        painter->drawText(QPointF(x, m_plot.top() + metrics.ascent() + 2), band.label);
    }
}

void TimeChart::paintTimes(QPainter *painter) const
{
    const auto tokens = tokensOf(this);
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const auto length = m_to - m_from;
    const int wide = metrics.horizontalAdvance(timeLabel(m_from, length, m_sparse)) + 4 * labelGap;
    const int most = std::clamp(int(m_plot.width() / wide), 1, mostTimes);
    QList<qint64> times;
    if (m_sparse) {
        times = {m_from, m_to};
    } else {
        const auto step = timeStep(length, most);
        const auto start = QDateTime::fromMSecsSinceEpoch(m_from).date().startOfDay();
        auto at = start.toMSecsSinceEpoch();
        at += (m_from - at + step - 1) / step * step;
        for (; at <= m_to; at += step)
            times.append(at);
    }
    double used = -labelGap;
    for (const auto at : std::as_const(times)) {
        const auto x = std::round(xOf(double(at))) + 0.5;
        const auto text = timeLabel(at, length, m_sparse);
        const auto half = metrics.horizontalAdvance(text) / 2.0;
        const auto left = std::clamp(x - half, 0.0, width() - 2 * half);
        if (left < used + labelGap)
            continue;
        used = left + 2 * half;
        painter->setPen(QPen(tokens(Colour::AxisLine), 1));
        painter->drawLine(QPointF(x, m_plot.bottom()), QPointF(x, m_plot.bottom() + 4));
        painter->setPen(tokens(Colour::TextSecondary));
        painter->drawText(QPointF(left, m_plot.bottom() + 6 + metrics.ascent()), text);
    }
}

void TimeChart::paintLevels(QPainter *painter, const QList<double> &ends) const
{
    const auto tokens = tokensOf(this);
    const auto font = fontOf(Text::Small, true);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    auto taken = ends;
    QList<double> inside; // tops of labels that stand on their lines
    for (const auto &level : m_content.levels) {
        if (level.at < m_content.low || level.at > m_content.high)
            continue;
        const auto y = std::round(yOf(level.at)) + 0.5;
        QPen pen(tokens(level.colour), level.isDashed ? 1 : 1.5);
        if (level.isDashed)
            pen.setDashPattern({4, 3});
        painter->setPen(pen);
        painter->drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        if (level.label.isEmpty())
            continue;
        painter->setPen(tokens(level.isDashed ? Colour::TextSecondary : Colour::Text));
        painter->setFont(level.isDashed ? fontOf(Text::Small) : font);
        if (level.isLeading) {
            const bool isHigh = y - metrics.height() < m_plot.top();
            painter->drawText(
                QPointF(m_plot.left() + labelGap,
                        isHigh ? y + metrics.ascent() + 2 : y - metrics.descent() - 2),
                level.label);
            continue;
        }
        if (std::any_of(taken.begin(), taken.end(),
                        [&](double other) { return std::abs(other - y) < metrics.height(); })) {
            // Another label stands behind the end of this one: on the line there is room, or below
            // it where it lies at the top. Lines so near that these would touch go without.
            const bool isHigh = y - metrics.height() < m_plot.top();
            const auto top = isHigh ? y + 1 : y - metrics.height() - 1;
            const bool isFree = std::none_of(inside.begin(), inside.end(), [&](double other) {
                return std::abs(other - top) < metrics.height();
            });
            if (isFree) {
                const auto wide = metrics.horizontalAdvance(level.label) + 2;
                const QRectF place(m_plot.right() - 3 * labelGap - wide, top, wide,
                                   metrics.height());
                auto ground = tokens(Colour::Base); // lines run below it
                ground.setAlphaF(0.85F);
                painter->fillRect(place, ground);
                painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, level.label);
                inside.append(top);
            }
            continue;
        }
        taken.append(y);
        painter->drawText(QRectF(m_plot.right() + labelGap, y - metrics.height() / 2.0,
                                 width() - m_plot.right() - labelGap, metrics.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, level.label);
    }
}

QList<double> TimeChart::paintEnds(QPainter *painter) const
{
    const auto tokens = tokensOf(this);
    const QFontMetrics metrics(fontOf(Text::Small));

    struct End
    {
        double y;
        double x;
        const ChartLine *line;
    };

    QList<End> ends;
    for (const auto &line : m_content.lines) {
        const auto newest = std::find_if(line.points.crbegin(), line.points.crend(),
                                         [](const auto &point) { return !std::isnan(point.y()); });
        if (newest == line.points.crend() || newest->x() > double(m_to))
            continue;
        const auto y = yOf(std::clamp(newest->y(), m_content.low, m_content.high));
        const auto x = xOf(newest->x());
        if (line.isMarked && x >= m_plot.left()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens(line.colour));
            painter->drawEllipse(QPointF(x, y), dot, dot);
        }
        if (line.isInside) {
            const auto &first = line.points.first();
            painter->setFont(fontOf(Text::Small));
            painter->setPen(tokens(Colour::TextSecondary));
            const QPointF middle((xOf(first.x()) + x) / 2, (yOf(first.y()) + y) / 2);
            painter->drawText(QPointF(middle.x() - metrics.horizontalAdvance(line.name) - labelGap,
                                      middle.y() + 2 * metrics.ascent()),
                              line.name);
            continue;
        }
        if (line.isBefore) {
            const QFontMetrics strong(fontOf(Text::Small, true));
            painter->setFont(fontOf(Text::Small, true));
            painter->setPen(tokens(Colour::Text));
            painter->drawText(
                QPointF(std::max(0.0, x - strong.horizontalAdvance(line.value) - labelGap),
                        y + strong.ascent()),
                line.value);
            continue;
        }
        if (!line.name.isEmpty() || !line.value.isEmpty())
            ends.append({y, x, &line});
    }
    // Labels stand beside their ends, pushed apart where they would touch.
    std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.y < b.y; });
    const double line = metrics.height();
    double least = line / 2;
    for (auto &end : ends) {
        const auto distance = (line + m_reserved) / 2;
        if (m_reserved > 0 && std::abs(end.y - m_reservedAt) < distance)
            end.y = m_reservedAt + (end.y < m_reservedAt ? -distance : distance);
        end.y = std::max(end.y, least);
        least = end.y + line;
    }
    double most = height() - line / 2;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        end->y = std::min(end->y, most);
        most = end->y - line;
    }
    for (const auto &end : std::as_const(ends)) {
        auto x = std::min(end.x, m_plot.right()) + labelGap;
        const auto y = end.y + (metrics.ascent() - metrics.descent()) / 2.0;
        painter->setFont(fontOf(Text::Small));
        painter->setPen(tokens(Colour::TextSecondary));
        painter->drawText(QPointF(x, y), end.line->name);
        x += end.line->name.isEmpty() ? 0 : metrics.horizontalAdvance(end.line->name) + 4;
        painter->setFont(fontOf(Text::Small, true));
        painter->setPen(tokens(Colour::Text));
        painter->drawText(QPointF(x, y), end.line->value);
    }
    QList<double> taken;
    for (const auto &end : std::as_const(ends))
        taken.append(end.y);
    return taken;
}

void TimeChart::paintCrosses(QPainter *painter) const
{
    if (m_content.crosses.isEmpty())
        return;
    painter->setPen(QPen(tokensOf(this)(Colour::StatusBreach), 1.5));
    const auto &points = m_content.crosses;
    auto point = std::lower_bound(points.begin(), points.end(), double(m_from),
                                  [](const QPointF &one, double ms) { return one.x() < ms; });
    double last = -1;
    for (; point != points.end() && point->x() <= double(m_to); ++point) {
        const auto x = std::round(xOf(point->x()));
        // One for each column of pixels: more cannot be told apart.
        if (x == last)
            continue;
        last = x;
        const auto y = yOf(std::clamp(point->y(), m_content.low, m_content.high));
        painter->drawLine(QPointF(x - cross, y - cross), QPointF(x + cross, y + cross));
        painter->drawLine(QPointF(x - cross, y + cross), QPointF(x + cross, y - cross));
    }
}

void TimeChart::paintForecast(QPainter *painter) const
{
    const auto tokens = tokensOf(this);
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    if (!m_content.fan.isEmpty()) {
        QPolygonF shape;
        for (const auto &corner : m_content.fan)
            shape.append({xOf(corner.x()), yOf(corner.y())});
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setClipRect(m_plot);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens(Colour::AccentSoft));
        painter->drawPolygon(shape);
        painter->restore();
    }
    if (!m_content.now || *m_content.now > m_to)
        return;
    const auto x = std::round(xOf(double(*m_content.now))) + 0.5;
    painter->setPen(QPen(tokens(Colour::BorderStrong), 1));
    painter->drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    painter->setFont(font);
    painter->setPen(tokens(Colour::TextSecondary));
    painter->drawText(QPointF(x + 4, m_plot.top() + metrics.ascent()), tr("now"));
    if (!m_content.forecast || *m_content.forecast > m_to)
        return;
    const auto label = items::timeText(*m_content.forecast);
    const auto end = std::round(xOf(double(*m_content.forecast))) + 0.5;
    const auto wide = metrics.horizontalAdvance(label);
    const auto y = std::round(yOf(m_content.low + (m_content.high - m_content.low) * 0.3));
    painter->setPen(QPen(tokens(Colour::AxisLine), 1));
    painter->drawLine(QPointF(end, y + 4), QPointF(end, yOf(std::max(0.0, m_content.low))));
    painter->setPen(tokens(Colour::TextSecondary));
    painter->drawText(QPointF(std::clamp(end - wide / 2.0, x + 4, double(width() - wide)), y),
                      label);
}

void TimeChart::paintHover(QPainter *painter) const
{
    if (!m_hover || m_hover->x() < double(m_from) || m_hover->x() > double(m_to))
        return;
    const auto tokens = tokensOf(this);
    const auto x = std::round(xOf(m_hover->x())) + 0.5;
    painter->setPen(QPen(tokens(Colour::AxisLine), 1));
    painter->drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    const bool isKnown = !std::isnan(m_hover->y());
    if (isKnown) {
        const auto y = yOf(std::clamp(m_hover->y(), m_content.low, m_content.high));
        painter->setPen(QPen(tokens(m_content.lines.first().colour), 2));
        painter->setBrush(tokens(Colour::Base));
        painter->drawEllipse(QPointF(x, y), dot + 1, dot + 1);
    }
    const auto time = items::timeText(qint64(m_hover->x()));
    const auto value = !isKnown ? tr("unknown")
        : m_content.exactText   ? m_content.exactText(m_hover->y())
                                : QLocale().toString(m_hover->y());
    const QFontMetrics plain(fontOf(Text::Small));
    const QFontMetrics strong(fontOf(Text::Small, true));
    const double wide = plain.horizontalAdvance(time) + strong.horizontalAdvance(value) + 24.0;
    QRectF box(x + labelGap, m_plot.top() + 4, wide, plain.height() + 8);
    if (box.right() > width())
        box.moveRight(x - labelGap);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens(Colour::Tooltip));
    painter->drawRoundedRect(box, size::tagRadius, size::tagRadius);
    painter->setPen(tokens(Colour::TooltipText));
    painter->setFont(fontOf(Text::Small));
    painter->drawText(box.adjusted(8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, time);
    painter->setFont(fontOf(Text::Small, true));
    painter->drawText(box.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, value);
}

} // namespace portolan::views::quality
