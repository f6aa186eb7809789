// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/expiryradar.h"

#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/slotext.h"
#include "views/shared/safetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

using domain::AgreementState;

constexpr int step18 = 18; // between marks that stand above each other
constexpr int namesShown = 6;
constexpr int dragLeast = 4;

int labelHeight()
{
    return QFontMetrics(fontOf(Text::Small)).height();
}

} // namespace

ExpiryRadar::ExpiryRadar(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Expiry radar"));
}

void ExpiryRadar::show(const QList<items::AgreementRow> &rows, const QDate &today)
{
    m_rows = rows;
    // What was ended, and what was renewed, does not end any more.
    m_rows.removeIf([](const items::AgreementRow &row) {
        return row.holder.state == AgreementState::Terminated
            || row.holder.state == AgreementState::Renewed || !row.daysLeft;
    });
    m_today = today;
    m_cursor = -1;
    setAccessibleDescription(asText());
    update();
}

void ExpiryRadar::setDays(int days)
{
    m_days = days;
    m_cursor = -1;
    update();
}

void ExpiryRadar::setChosen(const QList<QUuid> &ids)
{
    m_chosen = ids;
    update();
}

void ExpiryRadar::clearRange()
{
    m_first = {};
    m_last = {};
    update();
}

QString ExpiryRadar::asText() const
{
    QStringList parts;
    const auto count = [this](AgreementState state) {
        return int(std::count_if(m_rows.begin(), m_rows.end(),
                                 [state](const auto &row) { return row.holder.state == state; }));
    };
    if (const int expired = count(AgreementState::Expired))
        parts.append(tr("%n expired", nullptr, expired));
    auto soon = m_rows;
    soon.removeIf([](const auto &row) { return row.holder.state != AgreementState::Expiring; });
    std::stable_sort(soon.begin(), soon.end(), [](const auto &left, const auto &right) {
        return left.holder.agreement.to < right.holder.agreement.to;
    });
    QStringList names;
    for (const auto &row : soon.mid(0, namesShown))
        names.append(tr("%1 on %2")
                         .arg(items::oneLine(row.holder.agreement.consumer.name, 40),
                              items::dayText(row.holder.agreement.to)));
    const int expiring = count(AgreementState::Expiring);
    if (expiring > 0)
        parts.append(
            tr("%n end(s) within %1 days: %2", nullptr, expiring)
                .arg(domain::expiringDays)
                .arg(names.join(u", "_s) + (expiring > names.size() ? u", …"_s : QString())));
    return parts.isEmpty() ? tr("None ends within %1 days").arg(domain::expiringDays)
                           : parts.join(u"; "_s);
}

QSize ExpiryRadar::sizeHint() const
{
    return {600, 6 * step18 + 3 * labelHeight() + size::page};
}

QSize ExpiryRadar::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

QRect ExpiryRadar::plot() const
{
    return rect().adjusted(size::page, size::unit, -size::page, -labelHeight() - size::gap);
}

//! A sixth of what is shown lies before today. Time runs in the direction of reading.
int ExpiryRadar::xOf(const QDate &day) const
{
    const auto area = plot();
    const double before = m_days / 6.0;
    const double share = (double(m_today.daysTo(day)) + before) / (before + m_days);
    const int x = area.left() + qRound(share * area.width());
    return layoutDirection() == Qt::LeftToRight ? x : area.right() - (x - area.left());
}

QDate ExpiryRadar::dayAt(int x) const
{
    const auto area = plot();
    if (layoutDirection() == Qt::RightToLeft)
        x = area.right() - (x - area.left());
    const double before = m_days / 6.0;
    const double share = double(x - area.left()) / std::max(1, area.width());
    return m_today.addDays(qRound(share * (before + m_days) - before));
}

QList<ExpiryRadar::Stack> ExpiryRadar::stacks() const
{
    const auto area = plot();
    QList<Stack> found;
    auto sorted = QList<const items::AgreementRow *>();
    for (const auto &row : m_rows) {
        const int x = xOf(row.holder.agreement.to);
        if (x >= area.left() && x <= area.right())
            sorted.append(&row);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto *left, const auto *right) {
        return left->holder.agreement.to < right->holder.agreement.to;
    });
    for (const auto *row : std::as_const(sorted)) {
        const int x = xOf(row->holder.agreement.to);
        if (found.isEmpty() || qAbs(found.last().x - x) >= step18)
            found.append(Stack{x, {}});
        found.last().rows.append(row);
    }
    return found;
}

void ExpiryRadar::choose(const QDate &first, const QDate &last)
{
    m_first = first;
    m_last = last;
    update();
    Q_EMIT rangeChosen(first, last);
}

void ExpiryRadar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = m_dragged = int(event->position().x());
}

void ExpiryRadar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed < 0)
        return;
    m_dragged = int(event->position().x());
    update();
}

void ExpiryRadar::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed < 0 || event->button() != Qt::LeftButton)
        return;
    const auto one = dayAt(std::exchange(m_pressed, -1));
    const auto other = dayAt(m_dragged);
    if (qAbs(int(event->position().x()) - xOf(one)) < dragLeast && one == other)
        choose({}, {});
    else
        choose(std::min(one, other), std::max(one, other));
}

void ExpiryRadar::step(int by)
{
    const auto all = stacks();
    if (all.isEmpty())
        return;
    m_cursor = m_cursor < 0 ? (by > 0 ? 0 : int(all.size()) - 1)
                            : std::clamp(m_cursor + by, 0, int(all.size()) - 1);
    // What the cursor is at is said to those who do not see it.
    setAccessibleDescription(stackText(all.at(m_cursor)));
    update();
}

void ExpiryRadar::keyPressEvent(QKeyEvent *event)
{
    const bool isForward = layoutDirection() == Qt::LeftToRight;
    const auto all = stacks();
    switch (event->key()) {
    case Qt::Key_Right:
        return step(isForward ? 1 : -1);
    case Qt::Key_Left:
        return step(isForward ? -1 : 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_cursor >= 0 && m_cursor < all.size())
            choose(all.at(m_cursor).rows.first()->holder.agreement.to,
                   all.at(m_cursor).rows.last()->holder.agreement.to);
        return;
    case Qt::Key_Escape:
        return choose({}, {});
    default:
        QWidget::keyPressEvent(event);
    }
}

QString ExpiryRadar::stackText(const Stack &stack) const
{
    const auto &first = stack.rows.first()->holder.agreement.to;
    const auto &last = stack.rows.last()->holder.agreement.to;
    QStringList lines{
        first == last
            ? tr("%n end(s) on %1", nullptr, int(stack.rows.size())).arg(items::dateText(first))
            : tr("%n end(s) from %1 to %2", nullptr, int(stack.rows.size()))
                  .arg(items::dateText(first), items::dateText(last))};
    for (const auto *row : stack.rows.mid(0, namesShown))
        lines.append(tr("%1: %2, %3")
                         .arg(items::oneLine(row->holder.agreement.consumer.name, 60), row->port,
                              items::agreementStateText(row->holder.state)));
    if (stack.rows.size() > namesShown)
        lines.append(u"…"_s);
    return lines.join(u'\n');
}

bool ExpiryRadar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const auto &stack : stacks()) {
        if (qAbs(stack.x - help->pos().x()) <= step18 / 2) {
            QToolTip::showText(help->globalPos(), safeToolTip(stackText(stack)), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace portolan::views::access
