// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

struct Dossier;

//! The ports of a product that lead in one direction, in document order.
class PortModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Direction { Output, Input, Management };
    Q_ENUM(Direction)

    enum Column { NameColumn, TypeColumn, ServerColumn, FromColumn, ContractColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid of the port
        LinkRole, //!< QUuid of what the cell names: port, product or contract; null without
        TypeRole, //!< type word of the port, for its icon
        TitleRole,
        StatusRole
    };
    Q_ENUM(Role)

    explicit PortModel(Direction direction, QObject *parent = nullptr);

    Direction direction() const { return m_direction; }

    void setDossier(const Dossier &dossier);

    const domain::Related *portAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        domain::Related port;
        std::optional<domain::Entity> from;
        bool operator==(const Row &) const = default;
    };

    QString text(const Row &row, int column) const;
    QUuid link(const Row &row, int column) const;

    Direction m_direction;
    QList<Row> m_rows;
};

} // namespace portolan::items
