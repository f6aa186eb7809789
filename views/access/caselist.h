// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace portolan::views::access {

//! The rows of requests in two lines: with a box where several are decided together, else with the
//! icon of their state.
class CaseDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    //! Where a click ticks the request whose row is \a row.
    static QRect boxArea(const QRect &row, Qt::LayoutDirection direction);
};

//! The list of requests. A click on a box or Space ticks, Enter reads on; J, K and X are actions of
//! the page.
class CaseList final : public QListView
{
    Q_OBJECT

public:
    //! \a model outlives this object.
    CaseList(const QString &name, items::AccessCaseModel &model, QWidget *parent = nullptr);

    //! Null when there is none.
    QUuid currentCase() const;
    //! Makes it the current row; false when it is not shown.
    bool choose(const QUuid &request);
    void step(int by);
    void toggle();

Q_SIGNALS:
    void currentChangedTo(const QUuid &request);
    void detailWanted();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    items::AccessCaseModel &m_model;
};

//! The icon of \a state (an int of domain::RequestState); states of requests have no status colour.
QString caseIcon(int state);

} // namespace portolan::views::access
