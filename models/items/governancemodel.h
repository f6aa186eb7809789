// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/governancesource.h"

#include <QAbstractTableModel>
#include <QList>

namespace portolan::items {

//! What rules say about one product: what fails first, then what is unknown, warns, holds.
class GovernanceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ResultColumn,
        RuleColumn,
        AboutColumn,
        MessageColumn,
        RemedyColumn,
        SourceColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        ResultRole = Qt::UserRole //!< int of domain::PolicyResult
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    //! Shows what \a governance says, and besides what platforms said, \a remote.
    void show(const Governance &governance, const QList<domain::PolicyVerdict> &remote);

    const QList<domain::PolicyVerdict> &verdicts() const { return m_verdicts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const domain::PolicyVerdict &verdict, int column) const;

    Governance m_governance;
    QList<domain::PolicyVerdict> m_verdicts;
};

} // namespace portolan::items
