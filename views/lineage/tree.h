// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace portolan::views::lineage {

//! A tree of ways through a graph, which are many more than its things: whatever opens several rows
//! at once opens no more than can be read.
class Tree : public QTreeView
{
    Q_OBJECT

public:
    using QTreeView::QTreeView;

    //! Opens what is below \a from, level by level and at most \a depth of them, as long as that
    //! are few rows: of a hub the heading says how many it has.
    void openBelow(const QModelIndex &from, int depth);

protected:
    //! "*" opens what is below the current row, within the same bounds.
    void keyPressEvent(QKeyEvent *event) override;
    //! Where there is little room names have it, and what is laid over them: the rest is in the
    //! inspector as well.
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace portolan::views::lineage
