// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityfilter.h"
#include "views/quality/qualitypage.h"

#include <QTreeWidget>

namespace portolan::views {
class SafeLabel;
class SectionHead;
} // namespace portolan::views

namespace portolan::views::quality {

//! The earliest failing ancestors, each with what fails below it.
class RootsTree final : public QWidget
{
    Q_OBJECT

public:
    explicit RootsTree(QWidget *parent = nullptr);

    void show(const BoardPtr &board, const items::QualityFilter &filter);
    using QWidget::show;

    QTreeWidget *tree() const { return m_tree; }

Q_SIGNALS:
    void openEntity(const QUuid &id);
    void openLevel(const QUuid &id);
    void openInLineage(const QUuid &id);

private:
    void addRoot(const items::FailureRoot &root, const items::QualityBoard &board);
    void choose(QTreeWidgetItem *item);
    void openMenu(const QPoint &at);

    SectionHead *m_head;
    SafeLabel *m_count;
    QTreeWidget *m_tree;
    BoardPtr m_board;
};

} // namespace portolan::views::quality
