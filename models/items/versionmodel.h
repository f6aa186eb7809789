// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QAbstractItemModel>
#include <QList>

namespace portolan::items {

//! The known versions of a contract or product, newest first, each with what changed against the
//! one before.
class VersionModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { VersionColumn, SeenColumn, ChangeColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        BreakingRole = Qt::UserRole, //!< bool: of a version
        SeenRole, //!< QDateTime, UTC
        IsVersionRole //!< bool: a version, no single change
    };
    Q_ENUM(Role)

    using QAbstractItemModel::QAbstractItemModel;

    void setVersions(QList<domain::Version> versions);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    QString versionText(int row, int column) const;

    QList<domain::Version> m_versions;
};

} // namespace portolan::items
