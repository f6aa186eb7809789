// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accesscasemodel.h"
#include "models/items/basket.h"
#include "views/shared/pane.h"

#include <QTimer>

#include <functional>

class QStackedWidget;

namespace portolan::views {
class BarButton;
class ElidedLabel;
class EmptyState;
class ErrorNote;
class FilterField;
class Segments;
class UndoLine;
} // namespace portolan::views

namespace portolan::views::access {

class AccessActions;
class AgreementsPage;
class MinePage;
class RequestForm;
class ReviewPage;

//! Access to data: what I asked for, what I decide, which agreements run, and the form that asks.
class AccessPane final : public Pane
{
    Q_OBJECT

public:
    //! What is shown. The numbers are stored: never renumber.
    enum class Page { Mine = 0, Review = 1, Agreements = 2, Form = 3 };

    //! \a source and \a clock outlive this object.
    AccessPane(items::AccessSource &source, const Clock &clock, QWidget *parent = nullptr);
    ~AccessPane() override;

    //! What is collected for a request; \a basket outlives this object.
    void setBasket(items::Basket &basket) { m_basket = &basket; }

    void showPage(Page page);
    void setFilter(const QString &filter);

    Page page() const { return m_page; }

    //! Whether everything asked for is shown.
    bool isSettled() const { return !m_isAsking && !m_isStale && !m_pause.isActive(); }

    //! How many requests wait for a decision of this person: for the badge of the rail.
    int waitingCount() const;

    MinePage *mine() const { return m_mine; }

    ReviewPage *review() const { return m_review; }

    AgreementsPage *agreements() const { return m_agreements; }

    RequestForm *form() const { return m_form; }

    UndoLine *line() const { return m_line; }

    //! When what is shown was read.
    ElidedLabel *asOf() const { return m_asOf; }

    QString title() const override { return tr("Access"); }

    QString iconName() const override;
    QList<Crumb> breadcrumb() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    //! Those of the page that is shown are among them.
    QList<QAction *> paneActions() const override;

    //! "request:<uuid>" shows a request, "agreement:<uuid>" an agreement, "again:<uuid>" opens the
    //! form with what it asks for, "new:<id>,<id>" opens the form for what is offered behind these
    //! ids, further lines are fields of the first one; "collected" opens it for what is in the
    //! basket; "review", "mine" and "agreements" show a page; anything else is a filter.
    void showQuery(const QString &query) override;
    QVariantMap historyState() const override;
    void restoreHistory(const QVariantMap &state) override;

Q_SIGNALS:
    //! waitingCount() is another now.
    void waitingChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void connectPages();
    void buildActions();
    void ask();
    void take(Result<items::AccessBoard> board);
    void showCurrent();
    void showSegments();
    void showAsOf();
    void showRequest(const QUuid &request);
    void showAgreement(const QUuid &agreement);
    void openForm(const QList<QUuid> &ids);
    void openFields(const QUuid &id, const QStringList &fields);
    void openCollected();
    //! Tells the form which fields of the things \a of are wanted, and then calls \a then.
    void wantFields(QList<store::BasketEntry> of, const std::function<void()> &then);
    void goOnWith(const QUuid &request);
    QWidget *shownPage() const;

    items::AccessSource &m_source;
    const Clock &m_clock;
    items::AccessBoardPtr m_board;
    AccessActions *m_acts;
    Page m_page = Page::Mine;
    Page m_before = Page::Mine; //!< that the form was opened from
    items::Basket *m_basket = nullptr;
    QList<QUuid> m_collected; //!< of the basket, that the form was opened with
    QUuid m_wanted; //!< request to be shown once it is there
    QUuid m_wantedAgreement; //!< the same of an agreement
    QUuid m_again; //!< request to be asked for again once it is there
    QString m_filter;
    bool m_isAsking = false;
    bool m_isStale = true; //!< to be asked for when it is looked at
    bool m_hasFailed = false;
    int m_waiting = -1;
    quint64 m_question = 0;
    QTimer m_pause; //!< collects changes into one question

    Segments *m_segments;
    FilterField *m_field;
    ElidedLabel *m_asOf;
    BarButton *m_new;
    ErrorNote *m_error;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    MinePage *m_mine;
    ReviewPage *m_review;
    AgreementsPage *m_agreements;
    RequestForm *m_form;
    UndoLine *m_line;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::access
