// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"

#include <QAbstractTableModel>
#include <QList>

namespace portolan::items {

//! The runs of one check as a table, newest first.
class CheckRunModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        StatusColumn,
        ObservedColumn,
        ExpectedColumn,
        RowsColumn,
        MessageColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        StatusRole = Qt::UserRole, //!< int of domain::RunStatus
        TimeRole //!< QDateTime
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const QList<domain::CheckRun> &runs);

    const QList<domain::CheckRun> &runs() const { return m_runs; }

    //! The rows of \a indexes, tab separated, with a head.
    QString textOf(const QModelIndexList &indexes) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const domain::CheckRun &run, int column) const;

    QList<domain::CheckRun> m_runs;
};

} // namespace portolan::items
