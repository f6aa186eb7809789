// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/incidentchart.h"

#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/qualitytext.h"
#include "models/items/slotext.h"
#include "views/quality/checkmarks.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/timetext.h"
#include "views/shared/tokens.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using domain::CheckRun;

constexpr qsizetype mostRuns = 40;
constexpr int chartHeight = 88;

} // namespace

IncidentChart::IncidentChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void IncidentChart::setStory(const items::CheckStory &story)
{
    m_runs = story.runs.mid(0, mostRuns);
    std::reverse(m_runs.begin(), m_runs.end());
    auto expected = m_runs.isEmpty() ? QString() : m_runs.last().expected;
    if (expected.isEmpty())
        expected = story.check.expected;
    m_expected = items::expectationOf(expected);
    m_expectedText = items::oneLine(items::demandLine(expected), 120);
    QString name = heading();
    if (!m_runs.isEmpty())
        name += u": "_s + describe(m_runs.last());
    setAccessibleName(name);
    update();
}

void IncidentChart::clear()
{
    m_runs.clear();
    update();
}

QString IncidentChart::heading() const
{
    const int count = static_cast<int>(m_runs.size());
    return hasNumbers() ? tr("Observed in the last %n run(s)", nullptr, count)
                        : tr("Verdicts of the last %n run(s)", nullptr, count);
}

bool IncidentChart::hasNumbers() const
{
    const auto count = std::count_if(m_runs.begin(), m_runs.end(),
                                     [](const CheckRun &run) { return run.value.has_value(); });
    return count > 1;
}

QSize IncidentChart::sizeHint() const
{
    return {360, chartHeight + QFontMetrics(fontOf(Text::Small)).height() + size::gap};
}

QSize IncidentChart::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QRect IncidentChart::plot() const
{
    return {0, 0, width(), chartHeight};
}

QRectF IncidentChart::slotOf(qsizetype run) const
{
    // Few runs do not become walls: a slot is at most 16 wide.
    const double slot =
        std::min(16.0, double(width()) / double(std::max<qsizetype>(1, m_runs.size())));
    const double x = double(run) * slot;
    const QRectF left(x, 0, slot, chartHeight);
    return layoutDirection() == Qt::RightToLeft ? QRectF(width() - x - slot, 0, slot, chartHeight)
                                                : left;
}

qsizetype IncidentChart::runAt(const QPoint &position) const
{
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        if (slotOf(i).contains(position))
            return i;
    }
    return -1;
}

std::pair<double, double> IncidentChart::range() const
{
    double least = 0;
    double most = 0;
    const auto take = [&](const std::optional<double> &value) {
        if (value) {
            least = std::min(least, *value);
            most = std::max(most, *value);
        }
    };
    for (const auto &run : m_runs)
        take(run.value);
    take(m_expected.least);
    take(m_expected.most);
    return {least, most > least ? most + (most - least) * 0.1 : least + 1};
}

double IncidentChart::yOf(double value) const
{
    const auto [least, most] = range();
    return chartHeight - (value - least) / (most - least) * chartHeight;
}

void IncidentChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_runs.isEmpty()) {
        paintText(&painter, plot(), tr("No runs are known in this time."),
                  {fontOf(Text::Body), tokensOf(this)(Colour::TextSecondary), Elide::Prose});
        return;
    }
    if (hasNumbers()) {
        paintBars(painter);
        paintExpectation(painter);
    } else {
        paintMarks(painter);
    }
    paintAxis(painter);
}

void IncidentChart::paintBars(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const auto &run = m_runs.at(i);
        const auto slot = slotOf(i);
        const auto bar = slot.adjusted(0.5, 0, -1.5, 0);
        if (!run.value) {
            paintRunMark(painter, QRectF(bar.x(), chartHeight - 18, bar.width(), 18), run.status,
                         tokens);
            continue;
        }
        const double zero = yOf(0);
        const double y = yOf(*run.value);
        const bool bad =
            run.status == domain::RunStatus::Fail || run.status == domain::RunStatus::Error;
        // A value of nothing is still seen.
        const double height = std::max(1.5, std::abs(zero - y));
        painter.fillRect(
            QRectF(bar.x(), std::min(zero - (y <= zero ? height : 0), zero), bar.width(), height),
            tokens(bad ? Colour::StatusBreach : Colour::Chart6));
    }
}

void IncidentChart::paintMarks(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const auto slot = slotOf(i).adjusted(0.5, 0, -1.5, 0);
        paintRunMark(painter, QRectF(slot.x(), chartHeight - 40, slot.width(), 40),
                     m_runs.at(i).status, tokens);
    }
}

void IncidentChart::paintExpectation(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    QPen pen(tokens(Colour::TextSecondary), 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 3});
    bool labelled = false;
    for (const auto &bound : {m_expected.most, m_expected.least}) {
        if (!bound)
            continue;
        const double y = std::round(yOf(*bound)) + 0.5;
        painter.setPen(pen);
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
        if (labelled)
            continue;
        labelled = true;
        const bool above = y > metrics.height() + 2;
        const QRect place(0, int(above ? y - metrics.height() - 2 : y + 2), width(),
                          metrics.height());
        const int wide = std::min(width(), metrics.horizontalAdvance(m_expectedText) + 6);
        const QRect ground = layoutDirection() == Qt::RightToLeft
            ? QRect(0, place.y(), wide, place.height())
            : QRect(width() - wide, place.y(), wide, place.height());
        auto veil = tokens(Colour::Base);
        veil.setAlphaF(0.85F);
        painter.fillRect(ground, veil);
        paintText(&painter, ground, m_expectedText,
                  {font, tokens(Colour::TextSecondary), Elide::Prose}, Qt::AlignTrailing);
    }
}

void IncidentChart::paintAxis(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    painter.fillRect(QRect(0, int(hasNumbers() ? yOf(0) : chartHeight), width(), 1),
                     tokens(Colour::AxisLine));
    const auto font = fontOf(Text::Small);
    const QRect line(0, chartHeight + size::unit, width(), QFontMetrics(font).height());
    const auto newest = m_runs.last().at;
    const MarkedStyle style{font, tokens(Colour::TextSecondary), Elide::Prose};
    const auto end = slotOf(m_runs.size() - 1);
    paintText(&painter, line, asOfText(m_runs.first().at, newest), style);
    if (m_runs.size() > 1) {
        const int right = std::max(int(end.right()), width() * 2 / 3);
        const auto place = layoutDirection() == Qt::RightToLeft
            ? QRect(width() - right, line.y(), right, line.height())
            : QRect(0, line.y(), right, line.height());
        paintText(&painter, place, asOfText(newest, newest), style, Qt::AlignTrailing);
    }
}

QString IncidentChart::describe(const CheckRun &run) const
{
    QStringList parts{momentText(run.at), items::runText(run.status)};
    if (!run.observed.isEmpty())
        parts.append(tr("observed %1").arg(items::oneLine(items::observedText(run.observed), 80)));
    if (!run.expected.isEmpty())
        parts.append(tr("expected %1").arg(items::oneLine(items::demandLine(run.expected), 120)));
    return parts.join(u"\n"_s);
}

bool IncidentChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const auto run = runAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           run < 0 ? QString() : safeToolTip(describe(m_runs.at(run))), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace portolan::views::quality
