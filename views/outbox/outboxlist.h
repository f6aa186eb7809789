// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxmodel.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace portolan::views::outbox {

//! Heads of 28 px; operations in two lines: a box where something can be done about them, what they
//! do, since when, to which account, and how they stand.
class OutboxDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! Draws the rows of \a model, which outlives this object.
    OutboxDelegate(const items::OutboxModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    //! Where a click ticks the operation whose row is \a row.
    static QRect boxArea(const QRect &row, Qt::LayoutDirection direction);

private:
    void paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintOperation(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const;

    const items::OutboxModel &m_model;
};

//! The list of operations. A click on a box or Space ticks, Space or Enter folds a head, Enter
//! reads on; letters are actions of the pane.
class OutboxList final : public QListView
{
    Q_OBJECT

public:
    //! \a model outlives this object.
    explicit OutboxList(items::OutboxModel &model, QWidget *parent = nullptr);

    //! Of the current row; 0 on a head, and where there is none.
    qint64 currentOperation() const;
    //! Makes it the current row; opens what was sent where it is there. False when it is nowhere.
    bool choose(qint64 operation);
    //! Goes \a by operations forward or back, over heads; stays where there is none.
    void step(int by);
    //! Ticks the current operation, or takes its tick away; folds or opens a head.
    void toggle();

Q_SIGNALS:
    void currentChangedTo(qint64 operation);
    //! Enter: the person wants to read on.
    void detailWanted();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool fold(const QModelIndex &index);

    items::OutboxModel &m_model;
};

//! The icon of how an operation stands; \a standing is an int of items::OutboxStanding.
QString standingIcon(int standing);

} // namespace portolan::views::outbox
