// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displaytext.h"
#include "models/items/qualitytext.h"
#include "views/quality/checkchart.h"
#include "views/quality/checkmarks.h"
#include "views/shared/painters.h"
#include "views/shared/style.h"
#include "views/shared/tokens.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int bandHeight = 28;
constexpr int leastBad = 3;
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr int tickRoom = 96;
constexpr int mostTicks = 7;

int smallHeight()
{
    return QFontMetrics(fontOf(Text::Small)).height();
}

qint64 ms(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

//! The first tick after \a from: whole steps of local time.
QDateTime firstTick(const QDateTime &from, qint64 step)
{
    const auto local = from.toLocalTime();
    auto tick = local.date().startOfDay();
    if (step >= day)
        return tick < local ? tick.addDays(1) : tick;
    const auto since = tick.msecsTo(local);
    return tick.addMSecs((since + step - 1) / step * step);
}

qint64 stepFor(qint64 length, int width)
{
    constexpr std::array<qint64, 16> steps{
        minute, 5 * minute, 15 * minute, 30 * minute, hour,     3 * hour, 6 * hour,  12 * hour,
        day,    2 * day,    7 * day,     14 * day,    30 * day, 60 * day, 182 * day, 365 * day};
    const auto most = std::clamp(width / tickRoom, 1, mostTicks);
    for (const auto step : steps) {
        if (length / step <= most)
            return step;
    }
    return steps.back();
}

QString tickText(const QDateTime &tick, qint64 step)
{
    const bool isDate = step >= day || tick.time() == QTime(0, 0);
    if (!isDate) {
        auto format = QLocale().timeFormat(QLocale::ShortFormat);
        return QLocale().toString(tick.time(), format.remove(u":ss"_s).remove(u".ss"_s));
    }
    return QLocale().toString(tick.date(), u"d MMM"_s);
}

//! Steps of 1, 2 or 5 times a power of ten.
double niceStep(double range, int most)
{
    const double rough = range / std::max(1, most);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= rough)
            return times * power;
    }
    return 10 * power;
}

} // namespace

QRect CheckChart::band() const
{
    const auto place = plot();
    return {place.left(), size::unit, place.width(), bandHeight};
}

QRect CheckChart::plot() const
{
    const int left =
        m_numbers ? QFontMetrics(fontOf(Text::Small)).horizontalAdvance(u"0,000,000"_s) : 0;
    const int top = size::unit + bandHeight + size::gap + (m_numbers ? smallHeight() : 0);
    const int bottom = height() - smallHeight() - size::gap;
    return {left, top, std::max(1, width() - left), std::max(1, bottom - top)};
}

void CheckChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    if (m_story) {
        paintAxes(painter);
        painter.save();
        painter.setClipRect(QRect(plot().left(), 0, plot().width(), height()));
        paintBand(painter);
        if (m_numbers) {
            paintGaps(painter);
            if (!m_raw)
                paintEnvelope(painter);
            paintExpected(painter);
            paintValues(painter);
        }
        paintHair(painter);
        painter.restore();
        if (!m_numbers)
            paintText(&painter, plot(), tr("This check reports no number: its verdicts are above."),
                      {fontOf(Text::Body), tokens(Colour::TextSecondary), Elide::Prose});
    }
    if (hasFocus())
        draw::ring(&painter, rect(), tokens, 0);
}

void CheckChart::paintBand(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    const QRectF place(band());
    for (const auto &[from, to] : m_gaps) {
        if (isShown(from, to))
            paintUnknown(painter,
                         QRectF(QPointF(xOf(from), place.top()), QPointF(xOf(to), place.bottom())),
                         tokens);
    }
    if (!m_raw) {
        for (const auto &bucket : m_story->buckets) {
            if (bucket.counts.all() == 0 || !isShown(ms(bucket.start), ms(bucket.end)))
                continue;
            const double left = xOf(ms(bucket.start));
            const double right = xOf(ms(bucket.end));
            const double gap = right - left > 4 ? 1 : 0;
            paintBucket(painter,
                        {left, place.top(), std::max(1.0, right - left - gap), place.height()},
                        bucket.counts);
        }
    }
    const double wide =
        m_runs.isEmpty() ? 1 : std::clamp(place.width() / double(m_runs.size()) - 1, 1.0, 8.0);
    for (const auto &run : m_runs) {
        if (isShown(ms(run.at), ms(run.at)))
            paintRunMark(painter, {xOf(ms(run.at)) - wide / 2, place.top(), wide, place.height()},
                         run.status, tokens);
    }
    painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1),
                     tokens(Colour::GridLine));
}

//! Shares on top of each other, bad ones above and never too small to be seen; all unknown:
//! hatched.
void CheckChart::paintBucket(QPainter &painter, const QRectF &place,
                             const store::RunCounts &counts) const
{
    const auto tokens = tokensOf(this);
    const auto bad = counts.fail + counts.error;
    const auto telling = counts.good() + bad;
    if (telling == 0) {
        paintUnknown(painter, place, tokens);
        return;
    }
    const auto share = [&](qint64 count) {
        const double height = place.height() * double(count) / double(telling);
        return count == 0 ? 0.0 : std::max(double(leastBad), height);
    };
    const double badHeight = share(bad);
    const double warnHeight = std::min(share(counts.warn), place.height() - badHeight);
    const double top = place.top() + badHeight;
    // Good runs are low and quiet, bad ones reach to the top.
    const double goodTop = std::max(top + warnHeight, place.bottom() - place.height() * 0.375);
    painter.fillRect(QRectF(place.left(), place.top(), place.width(), badHeight),
                     tokens(Colour::StatusBreach));
    painter.fillRect(QRectF(place.left(), top, place.width(), warnHeight),
                     tokens(Colour::StatusWarn));
    painter.fillRect(QRectF(QPointF(place.left(), goodTop), place.bottomRight()),
                     tokens(Colour::StatusOk));
}

void CheckChart::paintGaps(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    for (const auto &[from, to] : m_gaps) {
        if (isShown(from, to))
            paintUnknown(
                painter,
                QRectF(QPointF(xOf(from), plot().top()), QPointF(xOf(to), plot().bottom())),
                tokens);
    }
}

void CheckChart::paintExpected(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    QPen pen(tokens(Colour::Text), 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 3});
    for (qsizetype i = 0; i < m_expected.size(); ++i) {
        const auto &step = m_expected.at(i);
        const double left = std::max(double(plot().left()), xOf(step.from));
        const double right =
            i + 1 < m_expected.size() ? xOf(m_expected.at(i + 1).from) : double(plot().right());
        if (right <= plot().left() || left >= plot().right())
            continue;
        painter.setPen(pen);
        for (const auto &bound : {step.expected.least, step.expected.most}) {
            if (bound)
                painter.drawLine(QPointF(left, yOf(*bound)), QPointF(right, yOf(*bound)));
        }
    }
    if (m_expected.isEmpty() || m_expected.last().expected.isEmpty())
        return;
    const auto text =
        tr("expected %1").arg(items::oneLine(items::demandLine(m_expected.last().text), 120));
    paintText(&painter,
              QRect(plot().left(), plot().top() - smallHeight(), plot().width(), smallHeight()),
              text, {fontOf(Text::Small), tokens(Colour::TextSecondary), Elide::Prose},
              Qt::AlignTrailing);
}

void CheckChart::paintEnvelope(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    auto fill = tokens(Colour::Chart6);
    fill.setAlphaF(0.35F);
    for (const auto &bucket : m_story->buckets) {
        if (!bucket.least || !bucket.most || !isShown(ms(bucket.start), ms(bucket.end)))
            continue;
        const double left = xOf(ms(bucket.start));
        const double right = std::max(left + 1, xOf(ms(bucket.end)));
        const double top = yOf(*bucket.most);
        painter.fillRect(QRectF(left, top, right - left, std::max(1.0, yOf(*bucket.least) - top)),
                         fill);
    }
}

void CheckChart::paintValues(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    bool joined = false;
    qint64 before = 0;
    const auto add = [&](qint64 at, const std::optional<double> &value) {
        // Nothing is drawn across a time in which nothing was known.
        const bool gap = std::any_of(m_gaps.begin(), m_gaps.end(), [&](const auto &one) {
            return one.first >= before && one.second <= at;
        });
        if (!value) {
            joined = false;
        } else if (joined && !gap) {
            path.lineTo(xOf(at), yOf(*value));
        } else {
            path.moveTo(xOf(at), yOf(*value));
            joined = true;
        }
        before = at;
    };
    if (m_raw) {
        for (const auto &run : m_runs)
            add(ms(run.at), run.value);
    } else {
        for (const auto &bucket : m_story->buckets)
            add((ms(bucket.start) + ms(bucket.end)) / 2,
                bucket.least && bucket.most ? std::optional((*bucket.least + *bucket.most) / 2)
                                            : std::nullopt);
    }
    painter.setPen(QPen(tokens(Colour::Chart6), m_raw ? 1.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const bool dots = m_raw && double(m_runs.size()) * 6 < plot().width();
    for (const auto &run : m_runs) {
        const bool bad =
            run.status == domain::RunStatus::Fail || run.status == domain::RunStatus::Error;
        if (!run.value || (!dots && !bad))
            continue;
        const QPointF centre(xOf(ms(run.at)), yOf(*run.value));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens(bad ? Colour::StatusBreach : Colour::Chart6));
        // Bad ones are square: they are told apart without colour.
        if (bad)
            painter.drawRect(QRectF(centre.x() - 2.5, centre.y() - 2.5, 5, 5));
        else
            painter.drawEllipse(centre, 2, 2);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void CheckChart::paintAxes(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    const MarkedStyle style{fontOf(Text::Small), tokens(Colour::TextSecondary), Elide::Prose};
    const auto place = plot();
    const auto length = m_range.from.msecsTo(m_range.to);
    const auto step = stepFor(length, place.width());
    const QFontMetrics metrics(style.font);
    int free = place.left();
    for (auto tick = firstTick(m_range.from, step); tick < m_range.to;
         tick = step >= day ? tick.addDays(step / day) : tick.addMSecs(step)) {
        const auto text = tickText(tick, step);
        const int wide = metrics.horizontalAdvance(text) + 2;
        const int x = int(xOf(ms(tick)));
        painter.fillRect(QRect(x, place.bottom(), 1, size::unit), tokens(Colour::AxisLine));
        const int left = std::clamp(x - wide / 2, place.left(), place.right() - wide + 1);
        if (left < free)
            continue;
        paintText(&painter, {left, place.bottom() + size::unit, wide, metrics.height()}, text,
                  style);
        free = left + wide + size::gap;
    }
    if (m_numbers)
        paintValueAxis(painter);
    painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1),
                     tokens(m_numbers && m_least == 0 ? Colour::AxisLine : Colour::GridLine));
}

void CheckChart::paintValueAxis(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    const MarkedStyle style{fontOf(Text::Small), tokens(Colour::TextSecondary), Elide::Prose};
    const auto place = plot();
    const double step =
        niceStep(m_most - m_least, std::max(3, place.height() / (3 * smallHeight())));
    const QLocale locale;
    for (double value = std::ceil(m_least / step) * step; value <= m_most; value += step) {
        const int y = int(yOf(value));
        painter.fillRect(QRect(place.left(), y, place.width(), 1), tokens(Colour::GridLine));
        const double shown = std::abs(value) < step / 1e6 ? 0 : value;
        paintText(&painter, {0, y - smallHeight() / 2, place.left() - size::gap, smallHeight()},
                  locale.toString(shown, 'g', 6), style, Qt::AlignRight);
    }
}

void CheckChart::paintHair(QPainter &painter) const
{
    if (m_hair >= plot().left() && m_hair <= plot().right())
        painter.fillRect(QRect(m_hair, band().top(), 1, plot().bottom() - band().top()),
                         tokensOf(this)(Colour::AxisLine));
}

} // namespace portolan::views::quality
