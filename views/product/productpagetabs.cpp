// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of the page: which there are, in which order, and what stands behind their names.
#include "models/items/displaytext.h"
#include "views/product/accesstab.h"
#include "views/product/contracttab.h"
#include "views/product/governancetab.h"
#include "views/product/historytab.h"
#include "views/product/lineagetab.h"
#include "views/product/overviewtab.h"
#include "views/product/productpage.h"
#include "views/product/qualitytab.h"
#include "views/product/schematab.h"
#include "views/shared/tabs.h"

#include <QLocale>

#include <algorithm>

namespace portolan::views::product {

QList<ProductPage::Tab> ProductPage::wantedTabs() const
{
    const auto &dossier = m_loader.dossier();
    const auto kind = dossier.page.entity.kind;
    const bool product = kind == domain::EntityKind::Product;
    QList<Tab> tabs{Tab::Overview};
    if (product || !dossier.contracts().isEmpty() || kind == domain::EntityKind::Port)
        tabs.append(Tab::Contract);
    if (product || !dossier.objects().isEmpty())
        tabs.append(Tab::Schema);
    const bool measured = product || kind == domain::EntityKind::Asset;
    if (measured && m_quality->hasSource())
        tabs.append(Tab::Quality);
    if ((measured || kind == domain::EntityKind::Port) && m_lineage->hasMaker())
        tabs.append(Tab::Lineage);
    if (domain::canBeAskedFor(kind) && m_access->hasSource())
        tabs.append(Tab::Access);
    if (product && m_governance->hasSource())
        tabs.append(Tab::Governance);
    if (product || kind == domain::EntityKind::Contract || !dossier.page.versions.isEmpty())
        tabs.append(Tab::History);
    return tabs;
}

QString ProductPage::noteOf(Tab tab) const
{
    const auto contracts = m_loader.dossier().contracts();
    switch (tab) {
    case Tab::Contract:
        if (contracts.size() == 1)
            return items::oneLine(contracts.first()->entity.version, 16);
        return contracts.isEmpty() ? QString() : QLocale().toString(int(contracts.size()));
    case Tab::Schema:
        return m_fieldCount > 0 ? QLocale().toString(m_fieldCount) : QString();
    case Tab::Quality:
        return m_quality->note();
    case Tab::Governance:
        return m_governance->note();
    case Tab::Access:
        return m_access->note();
    case Tab::Overview:
    case Tab::Lineage:
    case Tab::History:
        break;
    }
    return {};
}

void ProductPage::arrangeTabs()
{
    const auto tabs = wantedTabs();
    const auto before = m_wantedTab ? *m_wantedTab : currentTab();
    if (tabs != m_shown) {
        m_arranging = true;
        m_shown = tabs;
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const auto tab : tabs) {
            static const char *const titles[] = {QT_TR_NOOP("Overview"),   QT_TR_NOOP("Contract"),
                                                 QT_TR_NOOP("Schema"),     QT_TR_NOOP("Quality"),
                                                 QT_TR_NOOP("Lineage"),    QT_TR_NOOP("History"),
                                                 QT_TR_NOOP("Governance"), QT_TR_NOOP("Access")};
            m_tabs->addTab(tr(titles[int(tab)]));
        }
        m_arranging = false;
        showTab(before);
    } else if (m_wantedTab) {
        showTab(before);
    }
    for (qsizetype i = 0; i < tabs.size(); ++i)
        m_tabs->setNote(static_cast<int>(i), noteOf(tabs.at(i)));
}

//! What changed while nobody saw the page counts beside the names of its tabs as well.
void ProductPage::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    m_quality->pageShown();
    m_governance->pageShown();
    m_access->pageShown();
}

ProductPage::Tab ProductPage::currentTab() const
{
    const int index = m_tabs->currentIndex();
    return index >= 0 && index < m_shown.size() ? m_shown.at(index) : Tab::Overview;
}

void ProductPage::showTab(Tab tab)
{
    const auto index = m_shown.indexOf(tab);
    m_wantedTab = index < 0 && !m_loader.isComplete() ? std::optional(tab) : std::nullopt;
    m_tabs->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, index)));
    tabChanged();
}

void ProductPage::tabChanged()
{
    if (m_arranging)
        return;
    const auto tab = currentTab();
    QWidget *const widgets[] = {m_overview, m_contract, m_schema,     m_quality,
                                m_lineage,  m_history,  m_governance, m_access};
    const bool moved = m_stack->currentWidget() != widgets[int(tab)];
    m_stack->setCurrentWidget(widgets[int(tab)]);
    m_collect->setEnabled(tab != Tab::Lineage); // there a box is meant, and the key is the canvas's
    showSide();
    if (moved)
        Q_EMIT actionsChanged();
    if (moved && m_loader.isComplete())
        Q_EMIT historyChanged();
}

SideSplit *ProductPage::currentSplit() const
{
    switch (currentTab()) {
    case Tab::Overview:
        return m_overview->split();
    case Tab::Contract:
        return m_contract->split();
    case Tab::Schema:
        return m_schema->split();
    case Tab::Quality:
    case Tab::Lineage:
    case Tab::Governance:
    case Tab::History:
    case Tab::Access:
        break;
    }
    return nullptr;
}

void ProductPage::showSide()
{
    const auto *split = currentSplit();
    m_toggleSide->setEnabled(split != nullptr);
    m_toggleSide->setChecked(split && split->isSideShown());
}

} // namespace portolan::views::product
