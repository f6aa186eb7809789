// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace portolan::views::catalog {

//! A row of what platforms found, as high as a result: an account with its platform and how far it
//! is, or a hit with the matches marked, where it stands, and whether it is in the catalogue.
class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    static void paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index);
    static void paintHit(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index);
};

} // namespace portolan::views::catalog
