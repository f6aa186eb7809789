// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/contractmodel.h"
#include "models/items/dossier.h"
#include "models/items/measureloader.h"
#include "views/product/sidesplit.h"
#include "views/shared/pane.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHash>
#include <QLineEdit>
#include <QTreeView>
#include <QWidget>

#include <optional>

class QStackedLayout;

namespace portolan::items {
class PageSource;
}

namespace portolan::views {
class EmptyState;
class ErrorNote;
class SafeLabel;
class StatusLabel;
} // namespace portolan::views

namespace portolan::views::product {

class ClauseDetail;

//! The clauses of the contracts that govern a thing, one contract at a time, with what is measured
//! of each and how it stands now.
class ContractTab : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit ContractTab(items::PageSource &source, QWidget *parent = nullptr);

    //! \a source outlives this object; without one no clause has a verdict.
    void setQuality(items::QualitySource *source);
    void setDossier(const items::Dossier &dossier);

    SideSplit *split() const { return m_split; }

    QLineEdit *filterField() const { return m_filter; }

    QTreeView *tree() const { return m_tree; }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    //! \a needle is to be shown in the document of the contract \a contract.
    void documentRequested(const portolan::domain::Page &contract, const QString &needle);
    //! Shows \a subject ("slo:<id>", "check:<id>", "incident:<id>") in the quality pane.
    void qualityRequested(const QString &subject);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildMain();
    QWidget *buildTally();
    void chooseContract(int index);
    void takeFields(quint64 question, qsizetype at, QList<domain::Field> fields);
    void takeMeasured(const items::QualityBoard &board, const QList<items::Incident> &incidents);
    void showVerdicts();
    void showClauses();
    void showTally();
    void showCurrent();
    void expandSections();

    items::PageSource &m_source;
    items::Dossier m_dossier;
    items::ContractModel m_model;
    QList<domain::Page> m_contracts;
    items::ObjectFields m_objects;
    items::MeasureLoader m_measures;
    QHash<QUuid, items::ClauseVerdicts> m_verdicts; //!< by contract, once they are judged
    std::optional<items::Clause> m_shown; //!< in the detail
    int m_current = 0;
    quint64 m_question = 0;
    QStackedLayout *m_stack;
    SideSplit *m_split;
    QComboBox *m_chooser;
    QLineEdit *m_filter;
    SafeLabel *m_count;
    StatusLabel *m_tally[4]; //!< by items::Keeping
    QAbstractButton *m_open;
    QTreeView *m_tree;
    ErrorNote *m_error;
    ClauseDetail *m_detail;
    EmptyState *m_empty;
    QVariantMap m_wanted; //!< state to restore once the clauses are there
};

} // namespace portolan::views::product
