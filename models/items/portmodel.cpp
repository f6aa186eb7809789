// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/portmodel.h"

#include "models/items/displaytext.h"
#include "models/items/dossier.h"
#include "models/items/labels.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

domain::Relation relationOf(PortModel::Direction direction)
{
    switch (direction) {
    case PortModel::Direction::Output:
        return domain::Relation::OutputPort;
    case PortModel::Direction::Input:
        return domain::Relation::InputPort;
    case PortModel::Direction::Management:
        break;
    }
    return domain::Relation::ManagementPort;
}

} // namespace

PortModel::PortModel(Direction direction, QObject *parent)
    : QAbstractTableModel(parent)
    , m_direction(direction)
{
}

void PortModel::setDossier(const Dossier &dossier)
{
    QList<Row> rows;
    for (const auto &related : dossier.page.related) {
        if (related.incoming || related.relation != relationOf(m_direction))
            continue;
        Row row{related, {}};
        if (m_direction == Direction::Input)
            row.from = dossier.originOf(related.entity.id);
        rows.append(std::move(row));
    }
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size() && !rows.isEmpty()) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const domain::Related *PortModel::portAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row).port : nullptr;
}

int PortModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PortModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PortModel::text(const Row &row, int column) const
{
    switch (column) {
    case NameColumn:
        return oneLine(row.port.entity.name);
    case TypeColumn:
        return facetValueText(u"port"_s, row.port.entity.type);
    case ServerColumn:
        return oneLine(row.port.server);
    case FromColumn:
        return row.from ? oneLine(row.from->label()) : QString();
    case ContractColumn:
        if (row.port.contractName.isEmpty())
            return row.port.contract.isNull() ? QString() : tr("Contract");
        return oneLine(row.port.contractName)
            + (row.port.contractVersion.isEmpty() ? QString()
                                                  : u' ' + oneLine(row.port.contractVersion, 40));
    default:
        return {};
    }
}

QUuid PortModel::link(const Row &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.port.entity.id;
    case FromColumn:
        return row.from ? row.from->id : QUuid();
    case ContractColumn:
        return row.port.contract;
    default:
        return {};
    }
}

QVariant PortModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString()
                       + u": "_s + text(row, index.column()));
    case IdRole:
        return row.port.entity.id;
    case LinkRole:
        return link(row, index.column());
    case TypeRole:
        return row.port.entity.type;
    case TitleRole:
        return oneLine(row.port.entity.title);
    case StatusRole:
        return oneLine(row.port.entity.status, 60);
    default:
        return {};
    }
}

QVariant PortModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Port");
    case TypeColumn:
        return tr("Type");
    case ServerColumn:
        return tr("Server");
    case FromColumn:
        return tr("From product");
    case ContractColumn:
        return tr("Contract");
    default:
        return {};
    }
}

QHash<int, QByteArray> PortModel::roleNames() const
{
    auto names = QAbstractTableModel::roleNames();
    names.insert(QHash<int, QByteArray>{{IdRole, "id"},
                                        {LinkRole, "link"},
                                        {TypeRole, "type"},
                                        {TitleRole, "title"},
                                        {StatusRole, "status"}});
    return names;
}

} // namespace portolan::items
