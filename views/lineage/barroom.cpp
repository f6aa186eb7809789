// SPDX-License-Identifier: GPL-3.0-or-later
// How much the bar says in the room that it has.
#include "views/lineage/bar.h"
#include "views/shared/barbutton.h"
#include "views/shared/safetext.h"
#include "views/shared/tabs.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace portolan::views::lineage {
namespace {

constexpr int fieldWidth = 148;

} // namespace

//! What a button says while there is room, and always to readers and at its tool tip.
void Bar::say(BarButton *button, const QString &label, const QString &value)
{
    m_labels.insert(button, label);
    m_values.insert(button, value);
    setSafeToolTip(button, label + u' ' + value);
}

//! Whoever looks at another day must not take it for today: that day is told however few words
//! there are.
void Bar::showWords(Words words)
{
    for (auto *button : {m_upstream, m_downstream, m_group, m_overlay}) {
        const auto label = m_labels.value(button);
        const auto value = m_values.value(button);
        button->setTexts(words == All ? label : QString(), value);
        button->setAccessibleName(label + u' ' + value);
        button->setCompact(words >= Icons);
        button->setChevron(words < Fewest);
    }
    m_date->setCompact(words >= Icons && m_isNow);
    m_date->setChevron(words < Fewest);
    m_zoom->setVisible(m_page == Graph && words < Fewest);
}

int Bar::widthOf(const QList<QWidget *> &widgets)
{
    int width = 0;
    for (const auto *widget : widgets) {
        if (!widget->isHidden())
            width +=
                size::unit + std::max(widget->minimumWidth(), widget->minimumSizeHint().width());
    }
    return width;
}

//! As many words as there is room for, in one row if that goes.
void Bar::settle()
{
    if (m_labels.size() < 4)
        return; // it is still being built
    const auto margins = layout()->contentsMargins();
    // The button for a tidier layout comes and goes while somebody reads: its place is kept.
    const int kept = m_tidy->isHidden() ? size::unit + m_tidy->sizeHint().width() : 0;
    const int room = width() - margins.left() - margins.right() - kept;
    const int wanted = QFontMetrics(m_field->font()).horizontalAdvance(m_field->placeholderText())
        + size::icon + 4 * size::gap;
    m_field->setMinimumWidth(wanted);
    m_field->setMaximumWidth(std::max(fieldWidth, wanted));
    showWords(Fewest);
    m_zoom->setVisible(m_page == Graph);
    m_leastWidth =
        margins.left() + margins.right() + std::max(widthOf(m_choices), widthOf(m_tools) + kept);
    int rows = 2;
    for (const auto words : {All, Values, Icons, Fewest}) {
        showWords(words);
        if (widthOf(m_choices) + widthOf(m_tools) <= room) {
            rows = 1;
            break;
        }
    }
    if (rows == 2)
        m_zoom->setVisible(m_page == Graph);
    setRows(rows);
    // At once: what was tried on the way is never painted.
    layout()->activate();
}

void Bar::setRows(int rows)
{
    if (m_first->count() > 0 && (m_second->count() > 0) == (rows == 2))
        return;
    for (auto *row : {m_first, m_second}) {
        while (row->count() > 0)
            delete row->takeAt(0);
    }
    for (auto *choice : std::as_const(m_choices))
        m_first->addWidget(choice);
    m_first->addStretch(1);
    auto *row = rows == 2 ? m_second : m_first;
    if (rows == 2)
        row->addStretch(1);
    for (auto *tool : std::as_const(m_tools))
        row->addWidget(tool);
    updateGeometry();
}

QSize Bar::minimumSizeHint() const
{
    return {m_leastWidth, QWidget::minimumSizeHint().height()};
}

void Bar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settle();
}

void Bar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        settle();
}

} // namespace portolan::views::lineage
