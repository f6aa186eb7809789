// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/painters.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTreeView>

namespace portolan::views {

//! Rows of tables and trees as tokens.md 3.9 draws them: a thin line below, the selection with its
//! bar, first and last cell padded. Reads the display text, the decoration, the alignment and,
//! where the model has them, the roles below.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! Extra roles of a cell; a model that uses them answers in plain values.
    enum Role {
        StatusRole = 0x5000, //!< int of Status: shape and word instead of plain text
        SecondaryRole, //!< bool: in the colour of second-rank text
        EmphasisRole, //!< bool: DemiBold
        MonoRole, //!< bool: fixed-width
        ProseRole, //!< bool: shortened at its end instead of the middle
        IconNameRole, //!< QString: an icon of ours, 20 px, before the text
        MatchRole, //!< QVariantList of from, to, from, to, …: marked parts
        GroupRole, //!< bool: a row that heads a group
        LinkRole //!< bool: in the colour of links
    };

    RowDelegate(int rowHeight, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    //! The part of the cell that text may use.
    QRect textRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

private:
    int m_rowHeight;
};

//! Gives \a view the look of 3.9: no frame, no grid, rows of \a rowHeight, our delegate.
void dress(QTableView *view, int rowHeight = size::tableRow);
void dress(QTreeView *view, int rowHeight = size::treeRow);

} // namespace portolan::views
