// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/versionmodel.h"

#include "models/items/displaytext.h"

#include <QLocale>

namespace portolan::items {
namespace {

// A version's index carries 0, a change's the row of its version plus one.
constexpr quintptr versionId = 0;

} // namespace

void VersionModel::setVersions(QList<domain::Version> versions)
{
    if (versions == m_versions)
        return;
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
}

QModelIndex VersionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : versionId);
}

QModelIndex VersionModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == versionId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, versionId);
}

int VersionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_versions.size());
    if (parent.internalId() != versionId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_versions.at(parent.row()).changes.size());
}

int VersionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString VersionModel::versionText(int row, int column) const
{
    const auto &version = m_versions.at(row);
    switch (column) {
    case VersionColumn:
        return version.version.isEmpty() ? tr("no version") : oneLine(version.version, 60);
    case SeenColumn:
        return QLocale().toString(version.seen.toLocalTime(), QLocale::ShortFormat);
    default:
        break;
    }
    if (version.changes.isEmpty())
        return row == m_versions.size() - 1 ? tr("First seen") : tr("No change that matters");
    const auto count = static_cast<int>(version.changes.size());
    return version.breaking ? tr("%n change(s), breaking", nullptr, count)
                            : tr("%n change(s)", nullptr, count);
}

QVariant VersionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() != versionId) {
        const auto &version = m_versions.at(static_cast<qsizetype>(index.internalId()) - 1);
        if (role == Qt::DisplayRole && index.column() == ChangeColumn)
            return oneLine(version.changes.at(index.row()));
        if (role == IsVersionRole)
            return false;
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return versionText(index.row(), index.column());
    case BreakingRole:
        return m_versions.at(index.row()).breaking;
    case SeenRole:
        return m_versions.at(index.row()).seen;
    case IsVersionRole:
        return true;
    default:
        return {};
    }
}

QVariant VersionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn:
        return tr("Version");
    case SeenColumn:
        return tr("First seen");
    case ChangeColumn:
        return tr("What changed");
    default:
        return {};
    }
}

QHash<int, QByteArray> VersionModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert({{BreakingRole, "breaking"}, {SeenRole, "seen"}, {IsVersionRole, "isVersion"}});
    return names;
}

} // namespace portolan::items
