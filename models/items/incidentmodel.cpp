// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentmodel.h"

#include "models/items/displaytext.h"
#include "models/items/incidentfilter.h"
#include "models/items/incidenttext.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// The groups that have no root: fixed ids that no incident has.
const QUuid snoozedGroup(u"{00000000-0000-0000-0000-000000000001}"_s);
const QUuid resolvedGroup(u"{00000000-0000-0000-0000-000000000002}"_s);

} // namespace

IncidentModel::IncidentModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_folded({snoozedGroup, resolvedGroup})
{
}

void IncidentModel::setIncidents(QList<Incident> incidents, const QDateTime &now)
{
    const auto before = ticked();
    m_incidents = std::move(incidents);
    m_now = now;
    arrange();
    if (ticked() != before)
        Q_EMIT ticksChanged();
}

void IncidentModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
    Q_EMIT ticksChanged();
}

int IncidentModel::openCount() const
{
    return static_cast<int>(
        std::count_if(m_incidents.begin(), m_incidents.end(), [this](const Incident &incident) {
            return incident.isOpen() && !isSnoozed(incident, m_now);
        }));
}

int IncidentModel::shownCount() const
{
    int count = 0;
    for (const auto &row : m_rows)
        count += row.count;
    return count;
}

const Incident *IncidentModel::incidentAt(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return nullptr;
    const int position = m_rows.at(index.row()).incident;
    return position < 0 ? nullptr : &m_incidents.at(position);
}

const Incident *IncidentModel::incident(const QUuid &id) const
{
    for (const auto &incident : m_incidents) {
        if (incident.id == id)
            return &incident;
    }
    return nullptr;
}

QModelIndex IncidentModel::indexOf(const QUuid &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!m_rows.at(row).head && m_rows.at(row).id == id)
            return index(row);
    }
    return {};
}

QModelIndex IncidentModel::next(int row, int by) const
{
    for (row += by; row >= 0 && row < m_rows.size(); row += by) {
        if (!m_rows.at(row).head)
            return index(row);
    }
    return {};
}

QList<QUuid> IncidentModel::ticked() const
{
    QList<QUuid> ids;
    for (const auto &row : m_rows) {
        if (!row.head && m_ticked.contains(row.id))
            ids.append(row.id);
    }
    return ids;
}

void IncidentModel::setTicked(const QUuid &id, bool on)
{
    if (on == m_ticked.contains(id))
        return;
    if (on)
        m_ticked.insert(id);
    else
        m_ticked.remove(id);
    const auto index = indexOf(id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

void IncidentModel::clearTicks()
{
    if (m_ticked.isEmpty())
        return;
    m_ticked.clear();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

void IncidentModel::setFolded(const QUuid &group, bool on)
{
    if (on)
        m_folded.insert(group);
    else
        m_folded.remove(group);
    arrange();
    Q_EMIT ticksChanged();
}

void IncidentModel::unfold(const QUuid &id)
{
    if (const auto *found = incident(id))
        setFolded(groupOf(*found), false);
}

QUuid IncidentModel::groupOf(const Incident &incident) const
{
    if (!incident.isOpen())
        return resolvedGroup;
    return isSnoozed(incident, m_now) ? snoozedGroup : incident.root;
}

void IncidentModel::addGroup(QList<Row> &rows, const QUuid &id, const QList<int> &incidents) const
{
    if (incidents.isEmpty())
        return;
    rows.append({id, true, -1, static_cast<int>(incidents.size())});
    if (m_folded.contains(id))
        return;
    for (const int position : incidents)
        rows.append({m_incidents.at(position).id, false, position, 0});
}

QList<IncidentModel::Row> IncidentModel::wantedRows() const
{
    QList<QUuid> order; // of roots, by their worst incident
    QHash<QUuid, QList<int>> groups;
    for (int i = 0; i < m_incidents.size(); ++i) {
        const auto &incident = m_incidents.at(i);
        if (!incidentMatches(incident, m_filter, m_now))
            continue;
        const auto group = groupOf(incident);
        auto &members = groups[group];
        if (members.isEmpty() && group != snoozedGroup && group != resolvedGroup)
            order.append(group);
        // The root itself stands first under its head.
        members.insert(incident.id == group ? 0 : members.size(), i);
    }
    QList<Row> rows;
    for (const auto &group : std::as_const(order))
        addGroup(rows, group, groups.value(group));
    addGroup(rows, snoozedGroup, groups.value(snoozedGroup));
    addGroup(rows, resolvedGroup, groups.value(resolvedGroup));
    return rows;
}

//! The rows of before keep pointing at their own incidents while they are rearranged.
void IncidentModel::findAgain()
{
    QHash<QUuid, int> positions;
    for (int i = 0; i < m_incidents.size(); ++i)
        positions.insert(m_incidents.at(i).id, i);
    for (auto &row : m_rows)
        row.incident = row.head ? -1 : positions.value(row.id, -1);
}

void IncidentModel::arrange()
{
    findAgain();
    const auto wanted = wantedRows();
    QSet<std::pair<QUuid, bool>> keys;
    for (const auto &row : wanted)
        keys.insert(row.key());
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (keys.contains(m_rows.at(row).key()))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        int found = row;
        while (found < m_rows.size() && m_rows.at(found).key() != wanted.at(row).key())
            ++found;
        if (found == m_rows.size()) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted.at(row));
            endInsertRows();
        } else if (found != row) {
            beginMoveRows({}, found, found, {}, row);
            m_rows.move(found, row);
            endMoveRows();
        }
    }
    m_rows = wanted;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int IncidentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags IncidentModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return !m_rows.at(index.row()).head ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
            | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
                                        : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

bool IncidentModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto *found = incidentAt(index);
    if (!found || role != Qt::CheckStateRole)
        return false;
    setTicked(found->id, value.toInt() == Qt::Checked);
    return true;
}

QVariant IncidentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows.at(index.row());
    if (row.head)
        return groupData(row, role);
    return row.incident < 0 ? QVariant() : incidentData(m_incidents.at(row.incident), role);
}

QString IncidentModel::groupTitle(const QUuid &id) const
{
    if (id == snoozedGroup)
        return tr("Snoozed");
    if (id == resolvedGroup)
        return tr("Resolved in this period");
    const auto *root = incident(id);
    if (!root)
        return tr("Other");
    const auto name = root->assetName.isEmpty() ? tr("Without an asset") : oneLine(root->assetName);
    const auto days = root->opened.toLocalTime().date().daysTo(m_now.toLocalTime().date());
    auto clock = QLocale().timeFormat(QLocale::ShortFormat);
    clock.remove(u":ss"_s).remove(u".ss"_s);
    const auto since = root->opened.toLocalTime();
    return tr("%1, failing since %2")
        .arg(name,
             days == 0 ? QLocale().toString(since.time(), clock)
                       : QLocale().toString(since.date(), QLocale::ShortFormat));
}

QVariant IncidentModel::groupData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return groupTitle(row.id);
    case Qt::AccessibleTextRole:
        return tr("%1, %n incident(s)", nullptr, row.count).arg(groupTitle(row.id));
    case IdRole:
        return row.id;
    case IsGroupRole:
        return true;
    case CountRole:
        return row.count;
    case FoldedRole:
        return m_folded.contains(row.id);
    default:
        return {};
    }
}

QVariant IncidentModel::incidentData(const Incident &incident, int role) const
{
    const auto age = durationText(incident.opened.msecsTo(
        incident.resolved && !incident.isOpen() ? *incident.resolved : m_now));
    const auto who = incident.assignee.isEmpty() ? tr("nobody") : oneLine(incident.assignee, 80);
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(incident.title);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4, assigned to %5, open for %6")
            .arg(oneLine(incident.title), incident.label, incidentSeverityText(incident.severity),
                 incidentStateText(incident.state), who, age);
    case Qt::CheckStateRole:
        return m_ticked.contains(incident.id) ? Qt::Checked : Qt::Unchecked;
    case IdRole:
        return incident.id;
    case IsGroupRole:
        return false;
    case LabelRole:
        return incident.label;
    case SeverityRole:
        return incident.severity;
    case PlaceRole:
        return oneLine(incident.domain.join(u" › "_s));
    case StateRole:
        return isSnoozed(incident, m_now)
            ? tr("until %1").arg(untilText(*incident.snoozedUntil, m_now))
            : incidentStateText(incident.state);
    case WhoRole:
        return tr("%1, %2").arg(who, age);
    case OpenRole:
        return incident.isOpen();
    default:
        return {};
    }
}

} // namespace portolan::items
