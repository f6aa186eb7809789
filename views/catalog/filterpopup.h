// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/filtercompletion.h"

#include <QListView>
#include <QStyledItemDelegate>

class QLineEdit;

namespace portolan::views::catalog {

//! A proposal: what would be typed, what it means, how many things there are.
class ProposalDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

//! The list below the filter field. It never takes the focus: the field's keys reach it first.
class FilterPopup : public QListView
{
    Q_OBJECT

public:
    //! Both outlive this popup.
    FilterPopup(QLineEdit &field, items::FilterCompletion &completion);

Q_SIGNALS:
    //! A person took a proposal: the field has \a text now.
    void completed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void typed();
    void proposalsChanged();
    void place();
    void take(int row);
    bool keyPressed(const QKeyEvent &event);

    QLineEdit &m_field;
    items::FilterCompletion &m_completion;
    bool m_asked = false; //!< a person typed, and the popup may appear
    bool m_forced = false; //!< asked for by key: guesses are welcome, too
};

} // namespace portolan::views::catalog
