// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/coveragebars.h"

#include "models/items/displaytext.h"
#include "views/quality/checkmarks.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/style.h"
#include "views/shared/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int barHeight = 8;

} // namespace

CoverageBars::CoverageBars(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    name();
}

void CoverageBars::setCounts(const QList<items::CoverageCount> &counts)
{
    const auto before = chosenDomain();
    m_counts = counts;
    m_chosen = -1;
    for (int i = 0; i < m_counts.size(); ++i) {
        if (!before.isEmpty() && m_counts.at(i).domain.value(0) == before.first())
            m_chosen = i;
    }
    name();
    updateGeometry();
    update();
}

void CoverageBars::choose(int row)
{
    if (row < -1 || row >= m_counts.size() || row == m_chosen)
        return;
    m_chosen = row;
    name();
    update();
    Q_EMIT domainChosen(chosenDomain());
}

QStringList CoverageBars::chosenDomain() const
{
    return m_chosen < 0 ? QStringList() : QStringList{m_counts.at(m_chosen).domain.value(0)};
}

void CoverageBars::name()
{
    setAccessibleName(m_chosen < 0 ? tr("Coverage by domain, all domains")
                                   : tr("Coverage by domain, %1").arg(describe(m_chosen)));
}

int CoverageBars::rowHeight() const
{
    const int needed = QFontMetrics(fontOf(Text::Body)).height() + size::unit + barHeight;
    return std::max(size::twoLineRow, needed + 2 * size::gap);
}

QSize CoverageBars::sizeHint() const
{
    return {280, static_cast<int>(m_counts.size()) * rowHeight()};
}

QSize CoverageBars::minimumSizeHint() const
{
    return {180, sizeHint().height()};
}

int CoverageBars::rowAt(int y) const
{
    const int row = y / rowHeight();
    return y >= 0 && row < m_counts.size() ? row : -1;
}

QString CoverageBars::nameOf(int row) const
{
    const auto &domain = m_counts.at(row).domain;
    return domain.isEmpty() ? tr("Without a domain") : items::oneLine(domain.first(), 80);
}

QString CoverageBars::describe(int row) const
{
    const auto &count = m_counts.at(row);
    auto text =
        tr("%1: %2 of %3 checked")
            .arg(nameOf(row), QLocale().toString(count.checked), QLocale().toString(count.all));
    if (count.silent > 0)
        text += u", "_s + tr("%n with checks that never ran", nullptr, count.silent);
    return text;
}

void CoverageBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int row = 0; row < m_counts.size(); ++row)
        paintRow(painter, row);
    if (hasFocus())
        draw::ring(&painter, rect(), tokensOf(this), 0);
}

void CoverageBars::paintRow(QPainter &painter, int row) const
{
    const auto tokens = tokensOf(this);
    const auto &count = m_counts.at(row);
    const QRect place(0, row * rowHeight(), width(), rowHeight());
    if (row == m_chosen) {
        painter.fillRect(place, tokens(Colour::Selection));
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(),
                                            {0, place.y(), size::selectionBar, place.height()}),
                         tokens(Colour::Accent));
    }
    const QFontMetrics metrics(fontOf(Text::Body));
    const int gap = size::unit;
    const int top = place.y() + (place.height() - metrics.height() - gap - barHeight) / 2;
    const QRect words(size::page, top, width() - 2 * size::page, metrics.height());
    const auto figure =
        tr("%1 of %2").arg(QLocale().toString(count.checked), QLocale().toString(count.all));
    const int wide = metrics.horizontalAdvance(figure) + 2;
    const auto colour = tokens(row == m_chosen ? Colour::SelectionText : Colour::Text);
    const auto visual = [&](const QRect &spot) {
        return QStyle::visualRect(layoutDirection(), rect(), spot);
    };
    paintText(&painter, visual(words.adjusted(0, 0, -wide - size::gap, 0)), nameOf(row),
              {fontOf(Text::Body), colour, Elide::Name});
    paintText(&painter, visual({words.right() - wide, words.y(), wide, words.height()}), figure,
              {fontOf(Text::Body), tokens(Colour::TextSecondary), Elide::Prose}, Qt::AlignTrailing);
    const QRect bar(words.x(), words.bottom() + gap, words.width(), barHeight);
    painter.fillRect(bar, tokens(Colour::Base));
    const auto part = [&](int of) {
        return int(double(bar.width()) * of / std::max(1, count.all));
    };
    const int checked = part(count.checked);
    const int silent = part(count.checked + count.silent) - checked;
    painter.fillRect(visual({bar.x(), bar.y(), checked, bar.height()}), tokens(Colour::StatusOk));
    if (silent > 0)
        paintUnknown(painter, visual({bar.x() + checked, bar.y(), silent, bar.height()}), tokens);
    painter.setPen(tokens(Colour::BorderControl));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(visual(bar).adjusted(0, 0, -1, -1));
}

void CoverageBars::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    choose(row == m_chosen ? -1 : row);
}

void CoverageBars::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        choose(m_chosen - 1);
        break;
    case Qt::Key_Down:
        choose(m_chosen + 1);
        break;
    case Qt::Key_Escape:
        if (m_chosen < 0) {
            QWidget::keyPressEvent(event);
            return;
        }
        choose(-1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool CoverageBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        QToolTip::showText(help->globalPos(), row < 0 ? QString() : safeToolTip(describe(row)),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void CoverageBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace portolan::views::quality
