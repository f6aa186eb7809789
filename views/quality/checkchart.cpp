// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/checkchart.h"

#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/qualitytext.h"
#include "models/items/slotext.h"
#include "views/shared/safetext.h"
#include "views/shared/timetext.h"
#include "views/shared/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 leastRange = 10 * minute;
constexpr qsizetype mostDrawnRuns = 2000;
constexpr double zoomStep = 1.5;
constexpr double moveStep = 0.25;

qint64 ms(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

QDateTime timeOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
}

} // namespace

CheckChart::CheckChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("History of the check"));
    setAccessibleDescription(tr("Plus and minus zoom, the arrows move, 0 shows all of the period. "
                                "The table below has the same runs."));
}

QSize CheckChart::sizeHint() const
{
    return {720, 260};
}

QSize CheckChart::minimumSizeHint() const
{
    return {240, 140 + 2 * QFontMetrics(fontOf(Text::Small)).height()};
}

void CheckChart::setLimits(const items::Period &limits)
{
    // A period that ends now moves on with the clock: what was zoomed to stays.
    const bool stays = isZoomed() && m_range.from >= limits.from && m_range.to <= limits.to;
    m_limits = limits;
    if (!stays)
        m_range = limits;
    update();
}

void CheckChart::clear()
{
    m_range = m_limits;
    m_story.reset();
    m_runs.clear();
    m_gaps.clear();
    m_expected.clear();
    update();
}

void CheckChart::setStory(const items::CheckStory &story)
{
    m_story = story;
    readStory();
    readGaps();
    update();
}

void CheckChart::readStory()
{
    m_raw = items::hasAllRuns(*m_story) && m_story->runs.size() <= mostDrawnRuns;
    m_runs.clear();
    if (m_raw)
        m_runs = QList<domain::CheckRun>(m_story->runs.rbegin(), m_story->runs.rend());
    m_expected.clear();
    for (auto run = m_story->runs.rbegin(); run != m_story->runs.rend(); ++run) {
        if (!run->expected.isEmpty()
            && (m_expected.isEmpty() || m_expected.last().text != run->expected))
            m_expected.append({ms(run->at), items::expectationOf(run->expected), run->expected});
    }
    if (m_expected.isEmpty() && !m_story->check.expected.isEmpty())
        m_expected.append(
            {0, items::expectationOf(m_story->check.expected), m_story->check.expected});
    // What is expected first holds for what came before it in this picture.
    if (!m_expected.isEmpty())
        m_expected.first().from = 0;
    std::optional<double> least;
    std::optional<double> most;
    const auto take = [&](const std::optional<double> &value) {
        if (!value)
            return;
        least = least ? std::min(*least, *value) : *value;
        most = most ? std::max(*most, *value) : *value;
    };
    for (const auto &bucket : m_story->buckets) {
        take(bucket.least);
        take(bucket.most);
    }
    for (const auto &run : m_story->runs)
        take(run.value);
    m_numbers = least.has_value();
    if (!m_numbers)
        return;
    for (const auto &step : std::as_const(m_expected)) {
        take(step.expected.least);
        take(step.expected.most);
    }
    // Zero is in the picture where that costs little of it.
    if (*least > 0 && *least < *most * 0.6)
        least = 0;
    const double room = *most > *least ? (*most - *least) * 0.08 : std::max(1.0, std::abs(*most));
    m_least = *least == 0 ? 0 : *least - room;
    m_most = *most + room;
}

//! A verdict holds for twice the usual time between runs; longer than that nothing is known.
void CheckChart::readGaps()
{
    m_gaps.clear();
    QList<std::pair<qint64, qint64>> known;
    if (m_raw) {
        for (const auto &run : std::as_const(m_runs))
            known.append({ms(run.at), ms(run.at)});
    } else {
        for (const auto &bucket : m_story->buckets) {
            if (bucket.counts.all() > 0)
                known.append({ms(bucket.start), ms(bucket.end)});
        }
    }
    const auto usual = items::figuresOf(*m_story).medianGapMs.value_or(24 * hour);
    const auto holds = std::clamp(2 * usual, hour, 48 * hour);
    for (qsizetype i = 1; i < known.size(); ++i) {
        if (known.at(i).first - known.at(i - 1).second > holds)
            m_gaps.append({known.at(i - 1).second + holds, known.at(i).first});
    }
    if (!known.isEmpty() && ms(m_story->period.to) - known.last().second > holds)
        m_gaps.append({known.last().second + holds, ms(m_story->period.to)});
}

void CheckChart::setRange(const items::Period &wanted)
{
    auto from = ms(wanted.from);
    auto to = ms(wanted.to);
    const auto first = ms(m_limits.from);
    const auto last = ms(m_limits.to);
    const auto length = std::clamp(to - from, std::min(leastRange, last - first), last - first);
    from = std::clamp(from, first, last - length);
    to = from + length;
    const items::Period range{from == first ? m_limits.from : timeOf(from),
                              to == last ? m_limits.to : timeOf(to)};
    if (range == m_range)
        return;
    m_range = range;
    update();
    Q_EMIT rangeChanged(m_range);
}

void CheckChart::zoom(double factor, double centre)
{
    const auto from = double(ms(m_range.from));
    const auto length = double(ms(m_range.to)) - from;
    const auto fixed = from + length * centre;
    const auto wanted = length / factor;
    setRange(
        {timeOf(qint64(fixed - wanted * centre)), timeOf(qint64(fixed + wanted * (1 - centre)))});
}

void CheckChart::pan(double share)
{
    const auto by = qint64(double(ms(m_range.to) - ms(m_range.from)) * share);
    setRange({m_range.from.addMSecs(by), m_range.to.addMSecs(by)});
}

double CheckChart::xOf(qint64 at) const
{
    const auto place = plot();
    const auto from = ms(m_range.from);
    const auto length = std::max<qint64>(1, ms(m_range.to) - from);
    return place.left() + double(at - from) / double(length) * place.width();
}

qint64 CheckChart::timeAt(double x) const
{
    const auto place = plot();
    const auto from = ms(m_range.from);
    return from
        + qint64((x - place.left()) / std::max(1, place.width()) * double(ms(m_range.to) - from));
}

double CheckChart::yOf(double value) const
{
    const auto place = plot();
    return place.bottom() - (value - m_least) / (m_most - m_least) * place.height();
}

bool CheckChart::isShown(qint64 from, qint64 to) const
{
    return to >= ms(m_range.from) && from <= ms(m_range.to);
}

QString CheckChart::textAt(int x) const
{
    if (!m_story || x < plot().left())
        return {};
    const auto at = timeAt(x);
    const QLocale locale;
    if (m_raw) {
        const auto after =
            std::lower_bound(m_runs.begin(), m_runs.end(), at,
                             [](const auto &run, qint64 time) { return ms(run.at) < time; });
        auto nearest = after;
        if (after == m_runs.end()
            || (after != m_runs.begin() && at - ms((after - 1)->at) < ms(after->at) - at))
            nearest = after == m_runs.begin() ? after : after - 1;
        if (nearest == m_runs.end())
            return {};
        QStringList lines{momentText(nearest->at), items::runText(nearest->status)};
        if (!nearest->observed.isEmpty())
            lines.append(
                tr("observed %1").arg(items::oneLine(items::observedText(nearest->observed), 80)));
        if (!nearest->expected.isEmpty())
            lines.append(
                tr("expected %1").arg(items::oneLine(items::demandLine(nearest->expected), 120)));
        return lines.join(u'\n');
    }
    for (const auto &bucket : m_story->buckets) {
        if (at < ms(bucket.start) || at >= ms(bucket.end))
            continue;
        QStringList lines{tr("%1 to %2").arg(momentText(bucket.start), momentText(bucket.end)),
                          tr("%1 runs: %2 good, %3 bad, %4 unknown")
                              .arg(locale.toString(bucket.counts.all()),
                                   locale.toString(bucket.counts.good()),
                                   locale.toString(bucket.counts.fail + bucket.counts.error),
                                   locale.toString(bucket.counts.skipped + bucket.counts.unknown))};
        if (bucket.least && bucket.most)
            lines.append(tr("observed %1 to %2")
                             .arg(locale.toString(*bucket.least, 'g', 6),
                                  locale.toString(*bucket.most, 'g', 6)));
        return lines.join(u'\n');
    }
    return {};
}

bool CheckChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), safeToolTip(textAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

void CheckChart::wheelEvent(QWheelEvent *event)
{
    const auto place = plot();
    const double centre =
        std::clamp((event->position().x() - place.left()) / std::max(1, place.width()), 0.0, 1.0);
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0)
        return;
    zoom(std::pow(zoomStep, turns), centre);
    event->accept();
}

void CheckChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_drag = std::pair(event->position().toPoint().x(), m_range);
}

void CheckChart::mouseMoveEvent(QMouseEvent *event)
{
    m_hair = event->position().toPoint().x();
    if (m_drag) {
        const auto &[from, range] = *m_drag;
        const auto by = qint64(double(from - m_hair) / std::max(1, plot().width())
                               * double(range.from.msecsTo(range.to)));
        setRange({range.from.addMSecs(by), range.to.addMSecs(by)});
    }
    update();
}

void CheckChart::mouseReleaseEvent(QMouseEvent *)
{
    m_drag.reset();
}

void CheckChart::leaveEvent(QEvent *)
{
    m_hair = -1;
    update();
}

void CheckChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(zoomStep);
        break;
    case Qt::Key_Minus:
        zoom(1 / zoomStep);
        break;
    case Qt::Key_0:
    case Qt::Key_Home:
        setRange(m_limits);
        break;
    case Qt::Key_Left:
        pan(-moveStep);
        break;
    case Qt::Key_Right:
        pan(moveStep);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace portolan::views::quality
