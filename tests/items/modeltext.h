// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace portolan::tests {

//! What a model shows, a line for each row, columns parted by '|', two blanks for each level.
//! Fetches what the model would hand to a view that is wide open.
inline QString modelText(QAbstractItemModel &model, const QModelIndex &parent = {}, int level = 0)
{
    if (model.canFetchMore(parent))
        model.fetchMore(parent);
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        text += QString(2 * level, u' ') + cells.join(u'|') + u'\n';
        text += modelText(model, model.index(row, 0, parent), level + 1);
    }
    return text;
}

} // namespace portolan::tests
