// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/sidesplit.h"

#include "views/shared/tokens.h"

#include <QResizeEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {

SideSplit::SideSplit(QWidget *main, QWidget *side, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_side(side)
    , m_width(size::inspector)
{
    addWidget(main);
    addWidget(side);
    side->setMinimumWidth(size::inspectorLeast);
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        if (isSideShown())
            m_width = sizes().value(1);
    });
}

void SideSplit::setSideShown(bool on)
{
    (m_narrow ? m_wantedNarrow : m_wanted) = on;
    show(on);
}

void SideSplit::show(bool on)
{
    const bool was = isSideShown();
    m_side->setVisible(on);
    if (on)
        divide();
    if (on != was)
        Q_EMIT sideShownChanged(on);
}

void SideSplit::divide()
{
    const int side =
        std::clamp(m_width, size::inspectorLeast, std::max(size::inspectorLeast, width() / 2));
    setSizes({width() - side - handleWidth(), side});
}

void SideSplit::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    fold(width() < size::narrowWindow);
    // A width that had to give way in a narrower window is back in a wider one.
    if (isSideShown())
        divide();
}

void SideSplit::fold(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    show(narrow ? m_wantedNarrow : m_wanted);
}

QVariantMap SideSplit::saveState() const
{
    return {{u"width"_s, m_width}, {u"shown"_s, m_wanted}};
}

void SideSplit::restoreState(const QVariantMap &state)
{
    m_width = state.value(u"width"_s, m_width).toInt();
    m_wanted = state.value(u"shown"_s, m_wanted).toBool();
    if (!m_narrow)
        show(m_wanted);
}

} // namespace portolan::views::product
