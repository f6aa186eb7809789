// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace portolan::views::catalog {

//! A result in two lines: icon, name and description with the matches marked, then where it stands
//! with its ports, then its lifecycle and owner. Nothing is drawn for what is not known.
class ResultDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    //! Height of every row, with the application's present font.
    static int rowHeight();

private:
    struct Lines
    {
        QRect first;
        QRect second;
    };

    static Lines linesOf(const QRect &rect);
    void paintLead(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintNames(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                    const QModelIndex &index, bool withPlace) const;
    void paintPlace(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    void paintFacts(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
};

} // namespace portolan::views::catalog
