// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pageloader.h"
#include "views/shared/pane.h"

#include <QAction>
#include <QList>
#include <QPointer>
#include <QStackedWidget>
#include <QToolButton>
#include <QUuid>

class QStackedLayout;

namespace portolan::items {
class AccessSource;
class EditSource;
class GovernanceSource;
class PageSource;
class QualitySource;
} // namespace portolan::items

namespace portolan::views {
class EmptyState;
class PageTabs;
class SafeLabel;
class ThingPart;
} // namespace portolan::views

namespace portolan::views::product {

class AccessTab;
class ContractTab;
class GovernanceTab;
class HistoryTab;
class LineageTab;
class OverviewTab;
class PageHeader;
class QualityTab;
class SchemaTab;
class SideSplit;
class ThingEditor;

//! The page of one thing, of whatever kind: head, and tabs where there is something to show.
class ProductPage final : public Pane
{
    Q_OBJECT

public:
    enum class Tab { Overview, Contract, Schema, Quality, Lineage, History, Governance, Access };
    Q_ENUM(Tab)

    //! \a source outlives this object.
    ProductPage(items::PageSource &source, const QUuid &id, QWidget *parent = nullptr);

    //! Shows how good the data are; \a source outlives this object.
    void setQuality(items::QualitySource &source);

    //! Shows what policies say about a product; \a source outlives this object.
    void setGovernance(items::GovernanceSource &source);

    //! Shows who has access, who waits for it and who reads it; \a source outlives this object.
    void setAccess(items::AccessSource &source);

    //! Offers to edit what the thing says of itself; \a source outlives this object.
    void setEdits(items::EditSource &source);

    //! Shows what \a names says of who knows the thing, and takes it over.
    void setNames(ThingPart *names);

    //! Offers to ask for access, which another pane does (paneRequested("access", "new:<id>")).
    void offerAccess();

    //! Shows what the thing is made from and what is made from it, in a pane that \a maker makes
    //! for its id; the pane stays at that thing.
    void setLineage(std::function<std::unique_ptr<Pane>(const QUuid &)> maker);

    QUuid id() const { return m_id; }

    //! What edits the thing.
    ThingEditor &editor() const { return *m_editor; }

    const items::PageLoader &loader() const { return m_loader; }

    Tab currentTab() const;
    void showTab(Tab tab);

    QList<Tab> tabs() const { return m_shown; }

    QString title() const override;
    QString iconName() const override;
    QList<Crumb> breadcrumb() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override;

    QVariantMap historyState() const override;
    void restoreHistory(const QVariantMap &state) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildActions();
    QAction *addAction(const QString &text, const QKeySequence &key,
                       const std::function<void()> &run);
    void showPage();
    void showSurroundings();
    void showFailure();
    QList<Tab> wantedTabs() const;
    QString noteOf(Tab tab) const;
    void arrangeTabs();
    void tabChanged();
    void stepTab(int by);
    void takeLineage();
    void showDocument(const domain::Page &page, const QString &needle);
    void showFollowed();
    SideSplit *currentSplit() const;
    void showSide();

    items::PageSource &m_source;
    QUuid m_id;
    items::PageLoader m_loader;
    QStackedLayout *m_body;
    QWidget *m_content;
    EmptyState *m_missing;
    PageHeader *m_header;
    PageTabs *m_tabs;
    SafeLabel *m_asOf;
    QToolButton *m_side;
    QStackedWidget *m_stack;
    OverviewTab *m_overview;
    ContractTab *m_contract;
    SchemaTab *m_schema;
    QualityTab *m_quality;
    LineageTab *m_lineage;
    HistoryTab *m_history;
    GovernanceTab *m_governance;
    AccessTab *m_access;
    ThingEditor *m_editor = nullptr;
    QList<Tab> m_shown; //!< in the order of m_tabs
    QList<QAction *> m_actions;
    QAction *m_collect = nullptr;
    QAction *m_request;
    QAction *m_follow;
    QAction *m_openOutside;
    QAction *m_copyLink;
    QAction *m_native;
    QAction *m_copyPlace;
    QAction *m_toggleSide;
    QPointer<QWidget> m_document;
    int m_fieldCount = 0;
    std::optional<Tab> m_wantedTab; //!< to be shown once it is there
    bool m_arranging = false;
    bool m_isAccessOffered = false;
};

} // namespace portolan::views::product
