// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagereach.h"

#include <QAbstractTableModel>
#include <QCollator>

#include <functional>

namespace portolan::items {

//! Everything that a thing flows into, or is made of: what a change of it reaches, and whom to ask.
class LineageImpactModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Domain, Owner, Distance, Path, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid
        IconRole, //!< QString, the name of an icon
        SortRole
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    //! Shows what \a starts of \a mesh reach in \a direction.
    void show(LineageMeshPtr mesh, std::vector<lineage::NodeIndex> starts,
              lineage::Direction direction);
    //! Keeps the rows that hold all words of \a text, in any case.
    void setFilter(const QString &text);

    //! Rows without the filter.
    qsizetype totalCount() const { return qsizetype(m_reached.size()); }

    ReachCounts counts() const;

    //! The rows as they stand, with a head; RFC 4180.
    QByteArray csv() const { return csvMaker()(); }

    //! What makes csv(), in any thread, whatever becomes of the model.
    std::function<QByteArray()> csvMaker() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    QString textOf(const ReachedNode &entry, int column) const;
    void makeHaystacks();
    void makeSortKeys();
    bool isBefore(quint32 left, quint32 right) const;

    LineageMeshPtr m_mesh;
    lineage::Direction m_direction = lineage::Direction::Downstream;
    std::vector<ReachedNode> m_reached;
    std::vector<lineage::NodeIndex> m_via; //!< per node of the mesh
    std::vector<quint32> m_rows; //!< of m_reached
    std::vector<QString> m_haystacks; //!< per entry of m_reached; empty until needed
    std::vector<QCollatorSortKey> m_sortKeys; //!< per entry of m_reached; empty until needed
    int m_keyColumn = -1; //!< that they are of
    QString m_filter;
    int m_sortColumn = Distance;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace portolan::items
