// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/lineagetab.h"

#include <QVBoxLayout>

#include <utility>

namespace portolan::views::product {

LineageTab::LineageTab(const QUuid &id, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void LineageTab::setMaker(Maker maker)
{
    m_maker = std::move(maker);
}

QVariantMap LineageTab::saveState() const
{
    return m_pane ? m_pane->saveState() : m_state;
}

void LineageTab::restoreState(const QVariantMap &state)
{
    if (m_pane)
        m_pane->restoreState(state);
    else
        m_state = state;
}

void LineageTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_pane || !m_maker)
        return;
    m_pane = m_maker(m_id).release();
    layout()->addWidget(m_pane);
    if (!m_state.isEmpty())
        m_pane->restoreState(std::exchange(m_state, {}));
    Q_EMIT paneMade();
}

} // namespace portolan::views::product
