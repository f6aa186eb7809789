// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/quality/periodbutton.h"
#include "views/quality/qualitypage.h"
#include "views/quality/saving.h"
#include "views/shared/pane.h"

#include <QHash>
#include <QTimer>

#include <optional>

class QStackedWidget;

namespace portolan::views {
class EmptyState;
class ErrorNote;
} // namespace portolan::views

namespace portolan::views::quality {

class ComparePage;
class QualityBar;

//! The pages that this folder brings for service levels and checks: overview, lists, one SLO.
QList<PageEntry> overviewPages();

//! How good data are: overview, service levels, checks, incidents and coverage, over one period and
//! under one filter. The pages are those it is given.
class QualityPane final : public Pane
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    QualityPane(items::QualitySource &source, QList<PageEntry> entries, QWidget *parent = nullptr);
    ~QualityPane() override;

    void showPage(PageKind kind);
    //! Shows one service level or check over the page that is shown.
    void showThing(PageKind kind, const QUuid &id);
    void setFilter(const QString &filter);
    void setPeriod(const PeriodChoice &choice);
    void setComparing(bool on);
    void goBack();

    //! The page \a kind; null when nobody brought it.
    QualityPage *page(PageKind kind);

    PageKind currentKind() const { return m_over.value_or(m_kind); }

    QualityBar *bar() const { return m_bar; }

    ComparePage *comparePage() const { return m_compare; }

    //! Whether everything asked for is shown.
    bool isSettled() const { return !m_isAsking && !m_isStale && !m_pause.isActive(); }

    QString title() const override { return tr("Quality"); }

    QString iconName() const override;
    QList<Crumb> breadcrumb() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override { return m_actions; }

    //! "slo:<id>", "check:<id>", "incident:<id>" show one thing; anything else is a filter.
    void showQuery(const QString &query) override;
    QVariantMap historyState() const override;
    void restoreHistory(const QVariantMap &state) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectBar();
    void buildActions();
    void connectPage(QualityPage *page);
    void makeSegments();
    void showSegments();
    void ask();
    void take(Result<items::QualityBoard> board);
    void showCurrent();
    void exportAs(SavedAs kind);
    QualityPage *shownPage() const;

    items::QualitySource &m_source;
    QList<PageEntry> m_entries;
    QHash<int, QualityPage *> m_pages; //!< by PageKind
    QHash<int, QVariantMap> m_states; //!< of pages that are not made yet
    PeriodChoice m_choice;
    items::Period m_period;
    QString m_filter;
    BoardPtr m_board;
    PageKind m_kind = PageKind::Overview;
    std::optional<PageKind> m_over; //!< the page of one thing that covers the other
    QUuid m_thing; //!< of m_over
    bool m_isComparing = false;
    bool m_isAsking = false;
    bool m_isStale = true; //!< to be asked for when it is looked at
    bool m_hasFailed = false;
    quint64 m_question = 0;
    QTimer m_pause; //!< collects changes into one question

    QualityBar *m_bar;
    ErrorNote *m_error;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ComparePage *m_compare;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::quality
