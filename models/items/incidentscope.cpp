// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentscope.h"

#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"

#include <algorithm>

namespace portolan::items {

std::optional<domain::SloState> QualityScope::worst() const
{
    std::optional<domain::SloState> worst;
    for (const auto &level : board.levels) {
        if (!worst || int(level.state()) < int(*worst))
            worst = level.state();
    }
    return worst;
}

QualityScope scopeOf(const QualityBoard &board, const QList<Incident> &incidents,
                     const QSet<QUuid> &ids)
{
    const auto holds = [&](const QUuid &id) { return !id.isNull() && ids.contains(id); };
    QualityScope scope;
    scope.board.period = board.period;
    for (const auto &level : board.levels) {
        if (holds(level.row.product) || holds(level.row.asset))
            scope.board.levels.append(level);
    }
    for (const auto &check : board.checks) {
        if (holds(check.asset)) {
            scope.board.checks.append(check);
            if (check.last)
                scope.board.totals.add(check.last->status);
        }
    }
    for (const auto &incident : incidents) {
        if (incident.isOpen() && holds(incident.asset))
            scope.incidents.append(incident);
    }
    return scope;
}

void IncidentTableModel::setIncidents(const QList<Incident> &incidents, const QDateTime &now)
{
    beginResetModel();
    m_incidents = incidents;
    m_now = now;
    endResetModel();
}

int IncidentTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_incidents.size());
}

int IncidentTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IncidentTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &incident = m_incidents.at(index.row());
    if (role == IdRole)
        return incident.id;
    if (role == SeverityRole)
        return incident.severity;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TitleColumn:
        return oneLine(incident.title);
    case SeverityColumn:
        return incidentSeverityText(incident.severity);
    case StateColumn:
        return incidentStateText(incident.state);
    case AssigneeColumn:
        return incident.assignee.isEmpty() ? tr("nobody") : oneLine(incident.assignee, 80);
    case AgeColumn:
        return durationText(incident.opened.msecsTo(m_now));
    default:
        return {};
    }
}

QVariant IncidentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("Incident"), tr("Severity"), tr("State"), tr("Assigned to"),
                              tr("Open for")};
    return titles[section];
}

} // namespace portolan::items
