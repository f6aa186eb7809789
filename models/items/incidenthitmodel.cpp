// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidenthitmodel.h"

namespace portolan::items {

void IncidentHitModel::setRows(QList<HitRow> rows, int others)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_others = others;
    endResetModel();
}

int IncidentHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) + (m_others > 0 ? 1 : 0);
}

int IncidentHitModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString IncidentHitModel::textAt(const HitRow &row, int column) const
{
    switch (column) {
    case StateColumn:
        if (row.fails)
            return tr("Failing");
        switch (row.state) {
        case domain::SloState::Missed:
            return tr("Missed");
        case domain::SloState::Burning:
            return tr("Burning");
        case domain::SloState::Met:
            return tr("Met");
        case domain::SloState::Unknown:
            break;
        }
        return tr("Unknown");
    case NameColumn:
        return row.name;
    case LevelColumn:
        return row.serviceLevel;
    case OwnerColumn:
        return row.ownerName;
    default:
        return {};
    }
}

QVariant IncidentHitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() == m_rows.size()) {
        if (role == Qt::DisplayRole && index.column() == NameColumn)
            return tr("%n more below", nullptr, m_others);
        if (role == Qt::DisplayRole && index.column() == LevelColumn)
            return tr("not behind yet");
        return role == FailsRole ? QVariant(false) : QVariant();
    }
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textAt(row, index.column());
    case IdRole:
        return row.id;
    case LevelRole:
        return row.level;
    case StateRole:
        return int(row.state);
    case FailsRole:
        return row.fails;
    default:
        return {};
    }
}

QVariant IncidentHitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("State"), tr("Asset"), tr("Service level"), tr("Owner")};
    return titles[section];
}

} // namespace portolan::items
