// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/relatedmodel.h"

#include "models/items/displaytext.h"
#include "models/items/labels.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// A group's index carries 0, a thing's the row of its group plus one.
constexpr quintptr groupId = 0;

QString outgoingTitle(domain::Relation relation)
{
    using domain::Relation;
    switch (relation) {
    case Relation::Parent:
        return RelatedModel::tr("Part of domain");
    case Relation::InDomain:
        return RelatedModel::tr("Domain");
    case Relation::Exposes:
        return RelatedModel::tr("Offers");
    case Relation::OwnedBy:
        return RelatedModel::tr("Owned by");
    case Relation::MemberOf:
        return RelatedModel::tr("Member of");
    case Relation::PartOf:
        return RelatedModel::tr("Part of product");
    case Relation::Consumes:
        return RelatedModel::tr("Reads");
    case Relation::Checks:
        return RelatedModel::tr("Checks");
    case Relation::Means:
        return RelatedModel::tr("Means");
    case Relation::GovernedBy:
        return RelatedModel::tr("Governed by");
    case Relation::Describes:
        return RelatedModel::tr("Describes");
    case Relation::OutputPort:
    case Relation::InputPort:
    case Relation::ManagementPort:
        break;
    }
    return RelatedModel::tr("Ports");
}

QString incomingTitle(domain::Relation relation)
{
    using domain::Relation;
    switch (relation) {
    case Relation::Parent:
        return RelatedModel::tr("Sub-domains");
    case Relation::InDomain:
        return RelatedModel::tr("In this domain");
    case Relation::OutputPort:
        return RelatedModel::tr("Output port of");
    case Relation::InputPort:
        return RelatedModel::tr("Input port of");
    case Relation::ManagementPort:
        return RelatedModel::tr("Management port of");
    case Relation::GovernedBy:
        return RelatedModel::tr("Governs");
    case Relation::Exposes:
        return RelatedModel::tr("Offered by");
    case Relation::OwnedBy:
        return RelatedModel::tr("Owns");
    case Relation::MemberOf:
        return RelatedModel::tr("Members");
    case Relation::PartOf:
        return RelatedModel::tr("Consists of");
    case Relation::Describes:
        return RelatedModel::tr("Described by");
    case Relation::Consumes:
        return RelatedModel::tr("Read by");
    case Relation::Checks:
        return RelatedModel::tr("Checked by");
    case Relation::Means:
        return RelatedModel::tr("Meaning of");
    }
    return {};
}

} // namespace

QString relationTitle(const RelatedGroup &group)
{
    return group.incoming ? incomingTitle(group.relation) : outgoingTitle(group.relation);
}

void RelatedModel::setGroups(QList<RelatedGroup> groups)
{
    if (groups == m_groups)
        return;
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

QModelIndex RelatedModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupId);
}

QModelIndex RelatedModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, groupId);
}

int RelatedModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != groupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups.at(parent.row()).entities.size());
}

int RelatedModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RelatedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == groupId) {
        if (role == Qt::DisplayRole && index.column() == NameColumn)
            return relationTitle(m_groups.at(index.row()));
        return role == IsGroupRole ? QVariant(true) : QVariant();
    }
    const auto &group = m_groups.at(static_cast<qsizetype>(index.internalId()) - 1);
    const auto &entity = group.entities.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        break;
    case IdRole:
        return entity.id;
    case KindRole:
        return static_cast<int>(entity.kind);
    case TypeRole:
        return entity.type;
    case IsGroupRole:
        return false;
    default:
        return {};
    }
    switch (index.column()) {
    case NameColumn:
        return oneLine(entity.label());
    case KindColumn:
        return kindText(entity.kind, entity.type);
    case DomainColumn:
        return oneLine(domain::domainText(entity.domain), 120);
    case OwnerColumn:
        return oneLine(entity.ownerName, 120);
    case StatusColumn:
        return oneLine(facetValueText(u"status"_s, entity.status), 60);
    default:
        return {};
    }
}

QVariant RelatedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case DomainColumn:
        return tr("Domain");
    case OwnerColumn:
        return tr("Owner");
    case StatusColumn:
        return tr("Status");
    default:
        return {};
    }
}

QHash<int, QByteArray> RelatedModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert(
        {{IdRole, "id"}, {KindRole, "kind"}, {TypeRole, "type"}, {IsGroupRole, "isGroup"}});
    return names;
}

} // namespace portolan::items
