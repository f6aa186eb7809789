// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/agreementmodel.h"

#include <QAction>
#include <QVariantMap>
#include <QWidget>

#include <memory>
#include <optional>

class QDateEdit;
class QIdentityProxyModel;
class QLineEdit;
class QStackedLayout;

namespace portolan::views {
class ElidedLabel;
class EmptyState;
class FittedTable;
class KeyButton;
class SafeLabel;
class Segments;
class StatusLabel;
} // namespace portolan::views

namespace portolan::views::access {

class AccessActions;
class ExpiryRadar;

//! Agreements: when they end, as a picture and as a table, with renewing and ending several.
class AgreementsPage final : public QWidget
{
    Q_OBJECT

public:
    //! \a source and \a actions outlive this object.
    AgreementsPage(items::AccessSource &source, AccessActions &actions, QWidget *parent = nullptr);
    ~AgreementsPage() override;

    void setBoard(const items::AccessBoardPtr &board);
    void setFilter(const QString &filter);
    //! Makes \a agreement the current one, whoever it belongs to and whenever it ends.
    void showAgreement(const QUuid &agreement);

    const items::AgreementModel &model() const { return m_model; }

    items::AgreementModel &model() { return m_model; }

    FittedTable *table() const { return m_table; }

    ExpiryRadar *radar() const { return m_radar; }

    QLineEdit *reason() const { return m_reason; }

    QDateEdit *newEnd() const { return m_until; }

    //! Asks for the ticked ones, else the current one, to go on until the day in the field. What
    //! does not hold to the rules any more is left for the form.
    void renew();
    //! Ends them with the reason in the field.
    void terminate();
    //! Suspends them with the reason in the field; resumes them where all of them are suspended.
    void pause();

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    QList<QWidget *> parts() const;

    QList<QAction *> pageActions() const { return m_actions; }

Q_SIGNALS:
    void openEntity(const QUuid &id);
    void countChanged();
    void filterDropped();
    //! \a request cannot be sent as it is: the form is to show it.
    void formWanted(const portolan::domain::AccessRequest &request);

private:
    void build();
    QWidget *buildHead();
    QWidget *buildBar();
    void buildActions();
    QList<items::AgreementRow> targets() const;
    //! Those of targets() that can be suspended, or resumed where all of them are suspended.
    QList<items::AgreementRow> pausable() const;
    void decide(const QList<items::AgreementRow> &rows, domain::DecisionKind kind,
                const QString &done);
    //! Whether there is a reason for \a kind; else the focus goes to its field, which says \a
    //! wanted, and Enter there does what was meant.
    bool hasReason(domain::DecisionKind kind, const QString &wanted);
    void doWhatWasMeant();
    domain::AccessRequest renewalOf(const items::AgreementRow &row) const;
    void takeOffers(const QList<items::AgreementRow> &rows,
                    const QList<items::AccessOffer> &offers);
    void showRadar();
    void showState();
    void showBar();

    items::AccessSource &m_source;
    AccessActions &m_acts;
    items::AccessBoardPtr m_board;
    items::AgreementModel m_model;
    std::unique_ptr<QIdentityProxyModel> m_look;
    quint64 m_question = 0;
    std::optional<domain::DecisionKind> m_meant; //!< that a reason is being written for
    QDate m_first; //!< of the days that the table is narrowed to
    QDate m_last;

    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    Segments *m_scope;
    Segments *m_span;
    StatusLabel *m_soon;
    ExpiryRadar *m_radar;
    SafeLabel *m_twin;
    FittedTable *m_table;
    ElidedLabel *m_chosen;
    QDateEdit *m_until;
    QLineEdit *m_reason;
    KeyButton *m_pauses;
    KeyButton *m_end;
    KeyButton *m_renew;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::access
