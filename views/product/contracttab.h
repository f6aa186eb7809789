// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/contractmodel.h"
#include "models/items/dossier.h"
#include "views/product/sidesplit.h"
#include "views/shared/pane.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTreeView>
#include <QWidget>

class QStackedLayout;

namespace portolan::items {
class PageSource;
}

namespace portolan::views {
class EmptyState;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::product {

class ClauseDetail;

//! The clauses of the contracts that govern a thing, one contract at a time.
class ContractTab : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit ContractTab(items::PageSource &source, QWidget *parent = nullptr);

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

private:
    QWidget *buildMain();
    void chooseContract(int index);
    void takeFields(quint64 question, qsizetype at, QList<domain::Field> fields);
    void showClauses();
    void showCurrent();
    void expandSections();

    items::PageSource &m_source;
    items::Dossier m_dossier;
    items::ContractModel m_model;
    QList<domain::Page> m_contracts;
    items::ObjectFields m_objects;
    int m_current = 0;
    quint64 m_question = 0;
    QStackedLayout *m_stack;
    SideSplit *m_split;
    QComboBox *m_chooser;
    QLineEdit *m_filter;
    SafeLabel *m_count;
    QAbstractButton *m_open;
    QTreeView *m_tree;
    ClauseDetail *m_detail;
    EmptyState *m_empty;
    QVariantMap m_wanted; //!< state to restore once the clauses are there
};

} // namespace portolan::views::product
