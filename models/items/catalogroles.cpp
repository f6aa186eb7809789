// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalogue's rows say: one place per role.
#include "models/items/catalogmodel.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/slotext.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

QStringList accountNames(const domain::Entity &entity)
{
    QStringList names;
    for (const auto &alias : entity.aliases) {
        if (!names.contains(alias.accountName))
            names.append(alias.accountName);
    }
    return names;
}

QString accessibleText(const CatalogRow &row)
{
    const auto &entity = row.entity;
    QStringList parts{row.name, kindText(entity.kind, entity.type)};
    parts += oneLine(domain::domainText(entity.domain), 120);
    parts += portTypesText(entity.portTypes);
    parts += oneLine(entity.status, 40);
    parts += standingLine(entity);
    parts += row.second;
    parts.removeAll({});
    return parts.join(u", "_s);
}

} // namespace

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_window.total());
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto *row = rowAt(index.row());
    if (role == LoadingRole)
        return row == nullptr;
    if (row)
        return rowData(*row, role);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == NameRole)
        return tr("Loading …");
    return {};
}

QVariant CatalogModel::rowData(const CatalogRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case NameMarksRole:
        return QVariant::fromValue(row.nameMarks);
    case SecondLineRole:
        return row.second;
    case SecondMarksRole:
        return QVariant::fromValue(row.secondMarks);
    case MatchInRole:
        return row.matchIn;
    case FieldPathRole:
        return row.fieldPath;
    case MarkedRole:
        return isMarked(row.entity.id);
    default:
        return factOf(row.entity, role);
    }
}

QVariant CatalogModel::factOf(const domain::Entity &entity, int role)
{
    switch (role) {
    case IdRole:
        return entity.id;
    case NativeIdRole:
        return entity.nativeId;
    case KindRole:
        return static_cast<int>(entity.kind);
    case KindTextRole:
        return kindText(entity.kind, entity.type);
    case TypeRole:
        return entity.type;
    case TitleRole:
        return entity.title;
    case DescriptionRole:
        return entity.description;
    case PlaceRole:
        return oneLine(domain::domainText(entity.domain), 200);
    case DomainRole:
        return entity.domain;
    case PortTypesRole:
        return entity.portTypes;
    case PortTypesTextRole:
        return portTypesText(entity.portTypes);
    case StatusRole:
        return oneLine(entity.status, 60);
    case SloStateRole:
        return entity.sloState ? QVariant(int(*entity.sloState)) : QVariant();
    case SloTextRole:
        return entity.sloState ? stateText(*entity.sloState) : QString();
    case SloFigureRole:
        return stateFigure(entity);
    case VersionRole:
        return oneLine(entity.version, 60);
    case ClassificationRole:
        return oneLine(entity.classification, 60);
    case OwnerRole:
        return oneLine(entity.ownerName, 120);
    case TagsRole:
        return entity.tags;
    case AccountsRole:
        return accountNames(entity);
    default:
        return {};
    }
}

QModelIndexList CatalogModel::match(const QModelIndex &start, int role, const QVariant &value,
                                    int hits, Qt::MatchFlags flags) const
{
    const auto wanted = value.toString();
    const auto count = m_window.rows().size();
    if (wanted.isEmpty() || count == 0 || (role != Qt::DisplayRole && role != NameRole))
        return {};
    const auto offset = std::clamp<qint64>(start.row() - m_window.first(), 0, count - 1);
    QModelIndexList found;
    for (qint64 step = 0; step < count && (hits < 0 || found.size() < hits); ++step) {
        const auto at = offset + step;
        if (at >= count && !flags.testFlag(Qt::MatchWrap))
            break;
        const auto &row = m_window.rows().at(at % count);
        if (row.name.startsWith(wanted, Qt::CaseInsensitive))
            found.append(index(static_cast<int>(m_window.first() + at % count)));
    }
    return found;
}

} // namespace portolan::items
