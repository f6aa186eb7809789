// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/tree.h"

#include "models/items/lineagetreemodel.h"

#include <QKeyEvent>

namespace portolan::views::lineage {
namespace {

constexpr int mostOpenRows = 300; // opened at once
constexpr int deepest = 64; // levels; beyond, rows are indented out of sight
constexpr int roomForKinds = 700; // pixels that names, domains and owners want for themselves
constexpr int roomForDomains = 560;
constexpr int roomForOwners = 400;

} // namespace

void Tree::openBelow(const QModelIndex &from, int depth)
{
    int room = mostOpenRows;
    QModelIndexList level{from};
    for (; depth >= 0 && !level.isEmpty(); --depth) {
        QModelIndexList next;
        for (const auto &parent : std::as_const(level)) {
            const int count = model()->rowCount(parent);
            if (count > room)
                continue;
            room -= count;
            if (parent.isValid())
                expand(parent);
            for (int row = 0; row < count; ++row)
                next.append(model()->index(row, 0, parent));
        }
        level = next;
    }
}

void Tree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Asterisk && currentIndex().isValid())
        return openBelow(currentIndex().siblingAtColumn(0), deepest);
    QTreeView::keyPressEvent(event);
}

void Tree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const int width = viewport()->width() - columnWidth(items::LineageTreeModel::Overlay);
    setColumnHidden(items::LineageTreeModel::Kind, width < roomForKinds);
    setColumnHidden(items::LineageTreeModel::Domain, width < roomForDomains);
    setColumnHidden(items::LineageTreeModel::Owner, width < roomForOwners);
}

} // namespace portolan::views::lineage
