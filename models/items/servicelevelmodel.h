// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityfilter.h"
#include "models/items/qualityvalues.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace portolan::items {

//! Service levels and how they stand, what hurts most first.
class ServiceLevelModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        State,
        Level,
        Domain,
        Target,
        Sli,
        Budget,
        Short,
        Middle,
        Long,
        RunsOut,
        Owner,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid
        StateRole, //!< int of domain::SloState
        DimensionRole, //!< QString, translated
        RemainingRole, //!< double, a fraction of the budget; invalid when nothing is known
        AssetRole //!< QUuid of the product, else of the asset; may be null
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    //! Shows the service levels of \a board; none when it is null.
    void show(std::shared_ptr<const QualityBoard> board);
    void setFilter(const QualityFilter &filter);

    //! How many there are without the filter.
    qsizetype totalCount() const { return m_board ? m_board->levels.size() : 0; }

    //! The rows as they stand, for machines; RFC 4180.
    QByteArray csv() const;
    //! The row of the service level \a id, or -1.
    int rowOf(const QUuid &id) const;
    const ServiceLevel &levelAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    bool isBefore(const ServiceLevel &left, const ServiceLevel &right) const;

    std::shared_ptr<const QualityBoard> m_board;
    QualityFilter m_filter;
    std::vector<qsizetype> m_rows; //!< of m_board->levels
    int m_sortColumn = State;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace portolan::items
