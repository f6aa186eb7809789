// SPDX-License-Identifier: GPL-3.0-or-later
// The filter: its row, and what of the lineage it leaves to be shown.
#include "views/lineage/canvas.h"
#include "views/lineage/filterrow.h"
#include "views/lineage/lineagepane.h"
#include "views/shared/barbutton.h"
#include "views/shared/filterfield.h"

#include <QStackedWidget>

#include <utility>

namespace portolan::views::lineage {

void LineagePane::connectFilter()
{
    m_filter->field()->setValuesOf([this](const QString &key) { return m_sieve.valuesOf(key); });
    connect(&m_sieve, &items::LineageSieve::valuesGathered, m_filter->field(),
            &FilterField::offerAgain);
    connect(m_filter, &FilterRow::filterChanged, this, [this] {
        m_canvas->fitNext();
        chooseAnew();
    });
    connect(m_filter->field(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!text.isEmpty())
            m_arrangement.hasFilterRow = true;
        if (isVisible())
            arrange();
    });
    connect(m_filter, &FilterRow::left, this, [this] {
        if (m_filter->text().isEmpty())
            setFilterOpen(false);
        enterPage();
    });
    connect(m_bar->filterToggle(), &BarButton::clicked, this,
            [this] { setFilterOpen(!m_arrangement.hasFilterRow); });
}

//! Closed, the row does not go on filtering: what nobody sees must hide nothing.
void LineagePane::setFilterOpen(bool open)
{
    m_arrangement.hasFilterRow = open;
    if (!open)
        m_filter->setText({});
    if (isVisible())
        arrange();
    if (open)
        m_filter->field()->setFocus(Qt::ShortcutFocusReason);
}

//! The focus goes on to what the bar and the filter are about.
void LineagePane::enterPage()
{
    auto *page = m_arrangement.page == Bar::List ? static_cast<QWidget *>(m_tree) : m_canvas;
    page->setFocus(Qt::TabFocusReason);
}

//! Another part of what was read is to be shown.
void LineagePane::chooseAnew(bool keepPlaces)
{
    if (!m_sieve.whole())
        return; // whose answer is filtered when it comes
    const bool isWhole = m_mesh && m_filter->query().isEmpty() && !m_sieve.isSifting()
        && m_mesh->graph->nodes.size() == m_sieve.whole()->nodes.size();
    if (isWhole)
        redraw(keepPlaces);
    else
        sift(keepPlaces);
}

//! Filters what was read, and makes a picture of what is left.
void LineagePane::sift(bool keepPlaces)
{
    m_sieve.sift(m_filter->query(), m_choice,
                 [this, keepPlaces](const auto &sieved) { take(sieved, keepPlaces); });
}

} // namespace portolan::views::lineage
