// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSet>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! What is measured of one product or asset.
struct QualityScope
{
    QualityBoard board; //!< levels and checks of it alone; the rest is empty
    QList<Incident> incidents; //!< open ones, worst first

    bool isEmpty() const
    {
        return board.levels.isEmpty() && board.checks.isEmpty() && incidents.isEmpty();
    }

    //! In the order Missed, Burning, Unknown, Met; empty without a service level.
    std::optional<domain::SloState> worst() const;
};

//! The part of \a board and \a incidents that belongs to \a ids: a product, its ports, contracts
//! and assets.
QualityScope scopeOf(const QualityBoard &board, const QList<Incident> &incidents,
                     const QSet<QUuid> &ids);

//! Incidents as a plain table, in the order they are given.
class IncidentTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TitleColumn,
        SeverityColumn,
        StateColumn,
        AssigneeColumn,
        AgeColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid
        SeverityRole //!< "severe", …
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    void setIncidents(const QList<Incident> &incidents, const QDateTime &now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Incident> m_incidents;
    QDateTime m_now;
};

} // namespace portolan::items
