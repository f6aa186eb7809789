// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidentstory.h"

#include <QAbstractTableModel>
#include <QList>

namespace portolan::items {

//! What an incident hits, as a table.
class IncidentHitModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, LevelColumn, OwnerColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid of the asset or product; null for the rest
        LevelRole, //!< QUuid of the service level; may be null
        StateRole, //!< int of domain::SloState
        FailsRole //!< bool: fails without a service level
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    //! \a others: so many things below are not behind yet.
    void setRows(QList<HitRow> rows, int others);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const HitRow &row, int column) const;

    QList<HitRow> m_rows;
    int m_others = 0;
};

} // namespace portolan::items
