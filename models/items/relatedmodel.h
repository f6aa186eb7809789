// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dossier.h"

#include <QAbstractItemModel>
#include <QList>

namespace portolan::items {

//! What hangs on a thing, grouped by how it does: products of a team, parts of a domain, …
class RelatedModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, KindColumn, DomainColumn, OwnerColumn, StatusColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid; null for a group
        KindRole, //!< int of domain::EntityKind
        TypeRole,
        IsGroupRole
    };
    Q_ENUM(Role)

    using QAbstractItemModel::QAbstractItemModel;

    void setGroups(QList<RelatedGroup> groups);

    const QList<RelatedGroup> &groups() const { return m_groups; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    QList<RelatedGroup> m_groups;
};

//! What the things of a group are to the page's thing: "Members", "Part of", …
QString relationTitle(const RelatedGroup &group);

} // namespace portolan::items
