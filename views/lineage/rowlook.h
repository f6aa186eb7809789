// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

namespace portolan::views::lineage {

//! Adds what rows are painted with to the models of lineage: icons, headings, second-rank columns.
class RowLook : public QIdentityProxyModel
{
    Q_OBJECT

public:
    //! Which roles of the model hold the name of an icon and whether a row is a heading; \a heading
    //! is -1 where there are none.
    RowLook(QAbstractItemModel &source, int icon, int heading, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    int m_icon;
    int m_heading;
};

} // namespace portolan::views::lineage
