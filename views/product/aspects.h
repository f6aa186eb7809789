// SPDX-License-Identifier: GPL-3.0-or-later
// What the item models say, in the roles by which rows are painted: the models know no colours and
// no icons.
#pragma once

#include <QIdentityProxyModel>
#include <QString>

#include <functional>

namespace portolan::views::product {

//! Adds roles to the model behind it. What \a look leaves invalid comes from the model.
class Aspects : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using Look = std::function<QVariant(const QModelIndex &source, int role)>;

    //! \a model outlives this object.
    Aspects(QAbstractItemModel &model, Look look, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    Look m_look;
};

} // namespace portolan::views::product
