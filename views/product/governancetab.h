// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/governancemodel.h"

#include <QTableView>
#include <QTimer>
#include <QUuid>
#include <QWidget>

class QStackedLayout;

namespace portolan::views {
class EmptyState;
class ErrorNote;
class SafeLabel;
class StatusLabel;
} // namespace portolan::views

namespace portolan::views::product {

//! What policies say about a product: the rules of the workspace at once, those of platforms once
//! they have answered. Asks when it is looked at.
class GovernanceTab final : public QWidget
{
    Q_OBJECT

public:
    explicit GovernanceTab(const QUuid &product, QWidget *parent = nullptr);

    //! \a source outlives this object; without one nothing is shown.
    void setSource(items::GovernanceSource &source);

    bool hasSource() const { return m_source != nullptr; }

    //! How many rules fail, as a number; empty where none does or nobody has looked.
    QString note() const;

    const items::GovernanceModel &model() const { return m_model; }

    QTableView *table() const { return m_table; }

    //! The page is seen again, whichever tab is in front: a number that was there is seen too.
    void pageShown();

    //! Whether everybody who was asked has answered.
    bool isSettled() const { return m_isLocalThere && !m_isAsking; }

Q_SIGNALS:
    void noteChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void ask();
    void askJudges();
    void showAll();

    QUuid m_product;
    items::GovernanceSource *m_source = nullptr;
    items::Governance m_local;
    QList<domain::PolicyVerdict> m_remote;
    quint64 m_question = 0; //!< answers to earlier ones are dropped
    QTimer m_pause; //!< collects changes while a sync runs
    bool m_isStale = true;
    bool m_isLocalThere = false;
    bool m_isAsking = false;
    items::GovernanceModel m_model;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ErrorNote *m_error = nullptr;
    StatusLabel *m_state = nullptr;
    SafeLabel *m_summary = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace portolan::views::product
