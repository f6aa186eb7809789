// SPDX-License-Identifier: GPL-3.0-or-later
// What the platforms themselves find, below the results of the cache.
#include "views/catalog/catalogpane.h"
#include "views/catalog/platformpanel.h"
#include "views/catalog/querybar.h"
#include "views/catalog/resultview.h"
#include "views/shared/blocks.h"

#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

constexpr int leastOpen = 160; //!< of the panel, besides its strip
constexpr int leastAbove = 96; //!< of the results

} // namespace

QWidget *CatalogPane::buildPlatforms(sync::PlatformSearch &search)
{
    m_halves = new QSplitter(Qt::Vertical);
    m_halves->setChildrenCollapsible(false);
    m_platforms = new PlatformPanel(search);
    m_stack->setMinimumHeight(leastAbove);
    m_halves->addWidget(m_stack);
    m_halves->addWidget(m_platforms);
    m_halves->setStretchFactor(0, 1);
    m_halves->setStretchFactor(1, 0);
    connect(m_halves, &QSplitter::splitterMoved, this, [this] {
        if (m_platforms->isOpen())
            m_platformsHeight = m_platforms->height();
    });
    connect(m_platforms, &PlatformPanel::openRequested, this, &Pane::openRequested);
    connect(m_platforms, &PlatformPanel::accountWanted, this,
            [this](const QString &name) { Q_EMIT paneRequested(u"accounts"_s, name); });
    connect(m_platforms, &PlatformPanel::accountsWanted, this,
            [this] { Q_EMIT paneRequested(u"accounts"_s, {}); });
    connect(m_platforms, &PlatformPanel::left, this, [this] {
        m_stack->currentWidget() == m_list ? m_list->setFocus() : m_bar->field()->setFocus();
    });
    connect(m_platforms, &PlatformPanel::arranged, this, &CatalogPane::arrangePlatforms);
    arrangePlatforms();
    return m_halves;
}

//! Asked on purpose: by the button, the key, or the palette.
void CatalogPane::searchPlatforms()
{
    m_platforms->setQuery(m_query);
    m_platforms->ask();
    if (!m_platforms->isOpen())
        focusFilter();
}

//! A strip until somebody asked; then the lower part, as high as it was left.
void CatalogPane::arrangePlatforms()
{
    const bool isOpen = m_platforms->isOpen();
    const int strip = m_platforms->stripHeight();
    m_platforms->setVisible(isOpen || m_platforms->hasPlatforms());
    m_platforms->setMinimumHeight(isOpen ? strip + leastOpen : strip);
    m_platforms->setMaximumHeight(isOpen ? QWIDGETSIZE_MAX : strip);
    if (!isOpen)
        return;
    const int all = m_halves->height();
    const int wanted = m_platformsHeight > 0 ? m_platformsHeight : all * 11 / 20;
    const int height = std::clamp(wanted, strip + leastOpen, std::max(strip + leastOpen, all));
    m_halves->setSizes({std::max(1, all - height), height});
}

} // namespace portolan::views::catalog
