// SPDX-License-Identifier: GPL-3.0-or-later
// How the radar is drawn: grounds, the axis with its months or weeks, a mark for each agreement.
#include "models/items/accesstext.h"
#include "models/items/slotext.h"
#include "views/access/expiryradar.h"
#include "views/access/looks.h"
#include "views/shared/icons.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

using domain::AgreementState;

constexpr int step18 = 18;
constexpr int stackMost = 6;
constexpr int stackShown = 5;
constexpr double dot = 5;
constexpr double ring = 9.5;
constexpr int daysByWeek = 120;

int labelHeight()
{
    return QFontMetrics(fontOf(Text::Small)).height();
}

//! The days that the axis names.
QList<QDate> ticksOf(const QDate &first, const QDate &last, bool isByWeek)
{
    QList<QDate> ticks;
    auto day = isByWeek ? first.addDays(8 - first.dayOfWeek())
                        : QDate(first.year(), first.month(), 1).addMonths(1);
    while (day <= last) {
        ticks.append(day);
        day = isByWeek ? day.addDays(7) : day.addMonths(1);
    }
    return ticks;
}

} // namespace

void ExpiryRadar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this)(Colour::Base));
    if (!m_today.isValid())
        return;
    paintGround(painter);
    paintAxis(painter);
    paintWords(painter);
    const auto all = stacks();
    for (const auto &stack : all)
        paintStack(painter, stack);
    paintHint(painter, all);
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.rect = rect().adjusted(2, 2, -2, -2);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void ExpiryRadar::paintGround(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    const auto area = plot();
    const auto between = [&area](int one, int other) {
        return QRect(QPoint(std::min(one, other), area.top()),
                     QPoint(std::max(one, other), area.bottom()))
            .intersected(area);
    };
    const int today = xOf(m_today);
    const int start = layoutDirection() == Qt::LeftToRight ? area.left() : area.right();
    const int soon = xOf(m_today.addDays(domain::expiringDays));
    painter.fillRect(between(start, today), tokens(Colour::Window));
    painter.fillRect(between(today, soon), tokens(Colour::StatusWarnSoft));
    const bool isDragged = m_pressed >= 0;
    if (isDragged || m_first.isValid()) {
        const auto range =
            between(isDragged ? m_pressed : xOf(m_first), isDragged ? m_dragged : xOf(m_last))
                .adjusted(-step18 / 2, 0, step18 / 2, 0);
        painter.setPen(tokens(Colour::Accent));
        painter.setBrush(tokens(Colour::AccentSoft));
        painter.drawRect(range.intersected(area));
    }
}

//! What the grounds mean, above the lines of the axis.
void ExpiryRadar::paintWords(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    const auto area = plot();
    const int today = xOf(m_today);
    const int start = layoutDirection() == Qt::LeftToRight ? area.left() : area.right();
    const int soon = xOf(m_today.addDays(domain::expiringDays));
    const auto small = fontOf(Text::Small);
    const QRect line(area.left(), area.top() + 2, area.width(), labelHeight());
    const auto label = [&](int from, int to, const QString &text, bool strong,
                           Qt::Alignment align) {
        QRect place(QPoint(std::min(from, to) + size::unit, line.top()),
                    QPoint(std::max(from, to) - size::unit, line.bottom()));
        if (QFontMetrics(small).horizontalAdvance(text) <= place.width())
            paintText(&painter, place, text,
                      {fontOf(Text::Small, strong),
                       tokens(strong ? Colour::Text : Colour::TextSecondary), Elide::Prose},
                      align);
    };
    label(start, today, tr("expired"), false, Qt::AlignLeading);
    const auto word = tr("today");
    label(today, soon, word, true, Qt::AlignLeading);
    const auto days = tr("%n day(s)", nullptr, domain::expiringDays);
    const QFontMetrics metrics(fontOf(Text::Small, true));
    if (metrics.horizontalAdvance(word + days) + size::page < qAbs(soon - today))
        label(today, soon, days, false, Qt::AlignTrailing);
}

void ExpiryRadar::paintAxis(QPainter &painter) const
{
    const auto tokens = tokensOf(this);
    const auto area = plot();
    const auto small = fontOf(Text::Small);
    const QFontMetrics metrics(small);
    const bool isByWeek = m_days <= daysByWeek;
    const auto first = m_today.addDays(-m_days / 6);
    const auto last = m_today.addDays(m_days);
    QRect used;
    for (const auto &day : ticksOf(first, last, isByWeek)) {
        const int x = xOf(day);
        painter.fillRect(QRect(x, area.top(), 1, area.height()), tokens(Colour::GridLine));
        const auto text = isByWeek ? items::dayText(day)
            : day.month() == 1     ? QLocale().toString(day, u"MMM yyyy"_s)
                                   : QLocale().toString(day, u"MMM"_s);
        const int wide = metrics.horizontalAdvance(text) + 1;
        const QRect place(std::clamp(x - wide / 2, 0, std::max(0, width() - wide)),
                          area.bottom() + size::unit, wide, labelHeight());
        // Labels never touch: what has no room is left out.
        if (used.isValid() && place.adjusted(-size::gap, 0, size::gap, 0).intersects(used))
            continue;
        used = place;
        paintText(&painter, place, text, {small, tokens(Colour::TextSecondary), Elide::Prose});
    }
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens(Colour::AxisLine));
    painter.fillRect(QRect(xOf(m_today), area.top(), 1, area.height() + size::unit),
                     tokens(Colour::Text));
}

void ExpiryRadar::paintMark(QPainter &painter, const QPoint &at,
                            const items::AgreementRow &row) const
{
    const auto tokens = tokensOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_chosen.contains(row.id())) {
        painter.setPen(QPen(tokens(Colour::Accent), 1.5));
        painter.setBrush(tokens(Colour::Selection));
        painter.drawEllipse(QPointF(at), ring, ring);
    }
    const QRect place(at.x() - 8, at.y() - 8, 16, 16);
    const auto state = row.holder.state;
    const auto status = statusOf(state);
    if (status && *status != Status::Ok) {
        paintIcon(&painter, place, statusIcon(*status), size::inlineIcon,
                  statusColour(tokens, *status));
    } else if (!status) {
        paintIcon(&painter, place, agreementIcon(state), size::inlineIcon, tokens(Colour::Text));
    } else {
        painter.setPen(QPen(tokens(Colour::Link), 1.5));
        painter.setBrush(tokens(Colour::Base));
        painter.drawEllipse(QPointF(at), dot, dot);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void ExpiryRadar::paintStack(QPainter &painter, const Stack &stack) const
{
    const auto area = plot();
    const bool isCut = stack.rows.size() > stackMost;
    const int shown = isCut ? stackShown : int(stack.rows.size());
    for (int i = 0; i < shown; ++i)
        paintMark(painter, {stack.x, area.bottom() - step18 * (i + 1) + step18 / 3},
                  *stack.rows.at(i));
    if (!isCut)
        return;
    const auto text = tr("+%1").arg(QLocale().toString(stack.rows.size() - stackShown));
    const QRect place(stack.x - 40, area.bottom() - step18 * (shown + 1), 80, step18);
    paintText(&painter, place, text,
              {fontOf(Text::Small, true), tokensOf(this)(Colour::Text), Elide::Prose},
              Qt::AlignHCenter);
}

//! Says what the tallest stack is about, or the one that the keyboard is at.
void ExpiryRadar::paintHint(QPainter &painter, const QList<Stack> &all) const
{
    if (all.isEmpty())
        return;
    const auto tokens = tokensOf(this);
    const auto area = plot();
    auto at = m_cursor;
    if (at >= 0 && at < all.size() && hasFocus()) {
        painter.setPen(QPen(tokens(Colour::FocusRing), 2));
        painter.setBrush(Qt::NoBrush);
        const int high = int(std::min<qsizetype>(all.at(at).rows.size(), stackMost)) * step18;
        painter.drawRect(
            QRect(all.at(at).x - step18 / 2 - 2, area.bottom() - high - 2, step18 + 4, high + 2));
    } else {
        const auto tallest =
            std::max_element(all.begin(), all.end(), [](const auto &left, const auto &right) {
                return left.rows.size() < right.rows.size();
            });
        at = int(std::distance(all.begin(), tallest));
        if (tallest->rows.size() < 3)
            return;
    }
    const auto &stack = all.at(at);
    const auto text = stackText(stack).section(u'\n', 0, 0);
    const int wide = QFontMetrics(fontOf(Text::Small)).horizontalAdvance(text) + 2;
    const int marks = int(std::min<qsizetype>(stack.rows.size(), stackMost));
    const QRect place(
        std::clamp(stack.x - wide / 2, area.left(), std::max(area.left(), area.right() - wide)),
        std::max(area.top() + labelHeight() + 2,
                 area.bottom() - step18 * (marks + 1) - labelHeight() / 2),
        wide, labelHeight());
    paintText(&painter, place, text, {fontOf(Text::Small), tokens(Colour::Text), Elide::Prose});
}

} // namespace portolan::views::access
