// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/rowlook.h"

#include "views/shared/rowdelegate.h"

namespace portolan::views::lineage {

RowLook::RowLook(QAbstractItemModel &source, int icon, int heading, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_icon(icon)
    , m_heading(heading)
{
    setSourceModel(&source);
}

QVariant RowLook::data(const QModelIndex &index, int role) const
{
    if (role == RowDelegate::IconNameRole)
        return mapToSource(index).data(m_icon);
    if (role == RowDelegate::EmphasisRole)
        return m_heading >= 0 && mapToSource(index).data(m_heading).toBool();
    if (role == RowDelegate::SecondaryRole)
        return index.column() > 0;
    if (role == Qt::ToolTipRole)
        return mapToSource(index).data(Qt::DisplayRole);
    return QIdentityProxyModel::data(index, role);
}

} // namespace portolan::views::lineage
