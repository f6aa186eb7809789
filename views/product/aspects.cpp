// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/aspects.h"

namespace portolan::views::product {

Aspects::Aspects(QAbstractItemModel &model, Look look, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_look(std::move(look))
{
    setSourceModel(&model);
}

QVariant Aspects::data(const QModelIndex &index, int role) const
{
    auto value = m_look(mapToSource(index), role);
    return value.isValid() ? value : QIdentityProxyModel::data(index, role);
}

} // namespace portolan::views::product
