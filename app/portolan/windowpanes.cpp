// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/windowpanes.h"

#include "views/access/accesspane.h"
#include "views/accounts/accountspane.h"
#include "views/catalog/catalogpane.h"
#include "views/joins/joinspane.h"
#include "views/joins/namespart.h"
#include "views/lineage/lineagepane.h"
#include "views/outbox/outboxpane.h"
#include "views/problems/problemspane.h"
#include "views/product/productpage.h"
#include "views/quality/qualitypane.h"
#include "views/quality/triagepages.h"
#include "views/shell/settingspage.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {
namespace {

std::unique_ptr<views::lineage::LineagePane> lineagePane(const WindowPanes::Context &context)
{
    auto pane = std::make_unique<views::lineage::LineagePane>(context.lineage, context.clock);
    if (context.joins != nullptr)
        pane->setNames(new views::joins::NamesPart(*context.joins, true));
    return pane;
}

} // namespace

WindowPanes::WindowPanes(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

QList<views::PaneInfo> WindowPanes::panes() const
{
    using Place = views::PaneInfo::Place;
    QList<views::PaneInfo> panes{{u"catalogue"_s, tr("Catalogue"), u"pane-catalogue"_s, Place::Top},
                                 {u"lineage"_s, tr("Lineage"), u"pane-lineage"_s, Place::Top},
                                 {u"quality"_s, tr("Quality"), u"pane-quality"_s, Place::Top}};
    if (m_context.access != nullptr)
        panes.append({u"access"_s, tr("Access"), u"pane-access"_s, Place::Top});
    panes.append({u"problems"_s, tr("Problems"), u"problems"_s, Place::Top});
    if (m_context.outbox != nullptr)
        panes.append({u"outbox"_s, tr("Outbox"), u"pane-outbox"_s, Place::Bottom});
    panes +=
        QList<views::PaneInfo>{{u"accounts"_s, tr("Accounts"), u"pane-accounts"_s, Place::Bottom},
                               {u"settings"_s, tr("Settings"), u"pane-settings"_s, Place::Bottom}};
    if (m_context.joins != nullptr)
        panes.append({u"joins"_s, tr("Joined things"), u"link"_s, Place::Menu});
    return panes;
}

std::unique_ptr<views::Pane> WindowPanes::create(const QString &id)
{
    if (id == u"catalogue"_s) {
        auto pane =
            std::make_unique<views::catalog::CatalogPane>(views::catalog::CatalogPane::Sources{
                m_context.catalog, m_context.pages, m_context.views, m_context.platforms});
        if (m_context.joins != nullptr)
            pane->setNames(new views::joins::NamesPart(*m_context.joins));
        pane->setReading(m_reading);
        connect(this, &WindowPanes::readingChanged, pane.get(),
                &views::catalog::CatalogPane::setReading);
        return pane;
    }
    if (id == u"lineage"_s)
        return lineagePane(m_context);
    if (id == u"joins"_s && m_context.joins != nullptr)
        return std::make_unique<views::joins::JoinsPane>(*m_context.joins);
    if (id == u"quality"_s)
        return std::make_unique<views::quality::QualityPane>(
            m_context.quality, views::quality::overviewPages() + views::quality::triagePages());
    if (id == u"access"_s && m_context.access != nullptr) {
        auto pane = std::make_unique<views::access::AccessPane>(*m_context.access, m_context.clock);
        if (m_context.basket != nullptr)
            pane->setBasket(*m_context.basket);
        return pane;
    }
    if (id == u"outbox"_s && m_context.outbox != nullptr)
        return std::make_unique<views::outbox::OutboxPane>(*m_context.outbox, m_context.clock);
    if (id == u"problems"_s)
        return std::make_unique<views::problems::ProblemsPane>(m_context.accounts);
    if (id == u"accounts"_s)
        return std::make_unique<views::accounts::AccountsPane>(m_context.accounts);
    if (id == u"settings"_s) {
        auto page =
            std::make_unique<views::shell::SettingsPage>(views::shell::SettingsPage::Context{
                m_context.theme, m_context.state, m_context.profileDirectory});
        connect(page.get(), &views::shell::SettingsPage::resetLayoutRequested, this,
                &WindowPanes::resetLayoutRequested, Qt::QueuedConnection);
        return page;
    }
    return {};
}

std::unique_ptr<views::Pane> WindowPanes::createDocument(const QUuid &id)
{
    auto page = std::make_unique<views::product::ProductPage>(m_context.pages, id);
    page->setQuality(m_context.quality);
    if (m_context.governance != nullptr)
        page->setGovernance(*m_context.governance);
    if (m_context.joins != nullptr)
        page->setNames(new views::joins::NamesPart(*m_context.joins, true));
    if (m_context.access != nullptr) {
        page->offerAccess();
        page->setAccess(*m_context.access);
    }
    if (m_context.edits != nullptr)
        page->setEdits(*m_context.edits);
    page->setLineage([&context = m_context](const QUuid &thing) -> std::unique_ptr<views::Pane> {
        auto pane = lineagePane(context);
        pane->keepTo(thing);
        return pane;
    });
    return page;
}

void WindowPanes::setReading(bool reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged(reading);
}

} // namespace portolan::app
